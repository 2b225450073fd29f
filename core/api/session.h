// /v1/session: a person signs in on an enrolled device. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/words.h"
#include "core/base/id.h"
#include "core/base/time.h"
#include "core/wire/describe.h"

#include <cstdint>
#include <optional>
#include <string>

namespace guardline::api {

/// POST /v1/session -> 201 SessionGrant. All three are checked together: problem sign-in-refused (401) never says which
/// was wrong, and carries attempts_left from the first failure on; account-waits (429) and account-locked (403).
struct SessionRequest {
  std::string account;
  std::string password;
  std::string totp;
};
GUARDLINE_WIRE(
    SessionRequest, (account, password, totp),  //
    text("account", 1, 64, "The account's name; case does not matter."),
    text("password", 1, 256, "The password, normalised to NFC by the console.").hidden(),
    text("totp", 6, 24, "Code of the authenticator (6 digits), or a recovery code (16 base32 characters).").hidden())

/// `token` goes into `Authorization: Bearer <token>`; it works on the connection identity (device certificate) it was
/// given to and on no other.
struct SessionGrant {
  std::string token;
  SessionId session_id;
  Timestamp expires_at;
  std::int64_t idle_seconds{};
  std::string account;
  std::string display_name;
  Role role{Role::agent};
  Timestamp second_factor_at;
  std::optional<std::int64_t> recovery_codes_left;
};
GUARDLINE_WIRE(
    SessionGrant,
    (token, session_id, expires_at, idle_seconds, account, display_name, role, second_factor_at, recovery_codes_left),
    shaped("token", Format::token, "The session's credential, shown once.").hidden(),
    id("session_id", "Names the session in the journal."), time("expires_at", "The session ends then at the latest."),
    integer("idle_seconds", 60, 86400, "The session ends after so many seconds without a request of a person."),
    shaped("account", Format::name_id, "Who is signed in."), text("display_name", 1, 64, "That person's name."),
    choice("role", "The role the session works in."),
    time("second_factor_at", "When a second factor was last checked (limit for step-up)."),
    integer("recovery_codes_left", 0, 10, "Only after signing in with a recovery code: how many are left."))

/// GET /v1/session -> 200; DELETE /v1/session -> 204.
struct SessionInfo {
  SessionId session_id;
  Timestamp expires_at;
  std::int64_t idle_seconds{};
  std::string account;
  std::string display_name;
  Role role{Role::agent};
  Timestamp second_factor_at;
};
GUARDLINE_WIRE(SessionInfo, (session_id, expires_at, idle_seconds, account, display_name, role, second_factor_at),
               id("session_id", "Names the session in the journal."),
               time("expires_at", "The session ends then at the latest."),
               integer("idle_seconds", 60, 86400,
                       "The session ends after so many seconds without a request of a person."),
               shaped("account", Format::name_id, "Who is signed in."),
               text("display_name", 1, 64, "That person's name."), choice("role", "The role the session works in."),
               time("second_factor_at", "When a second factor was last checked (limit for step-up)."))

}  // namespace guardline::api
