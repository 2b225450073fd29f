// /v1/session: a person signs in on an enrolled device. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/words.h"
#include "core/base/id.h"
#include "core/base/time.h"
#include "core/wire/describe.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

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

/// GET /v1/sessions -> 200 SessionList: the caller's own live sessions, newest first; this one is among them.
/// DELETE /v1/sessions/{id} -> 204: ends one of them with its streams. not-found (404): none of the caller's live ones.
struct SessionRow {
  SessionId session_id;
  std::string device_name;
  bool shared{false};
  std::optional<std::string> place;
  Timestamp created_at;
  Timestamp seen_at;
  Timestamp expires_at;
  bool current{false};
};
GUARDLINE_WIRE(SessionRow, (session_id, device_name, shared, place, created_at, seen_at, expires_at, current),
               id("session_id", "Names the session in the journal."),
               text("device_name", 1, 64, "What people call the device."),
               flag("shared", "A desk used by several people."),
               text("place", 1, 64, "The network it was opened from, without the host's own number."),
               time("created_at", "When the person signed in."), time("seen_at", "Last sign of life, to the minute."),
               time("expires_at", "The session ends then at the latest."), flag("current", "The one that asks."))

struct SessionList {
  std::vector<SessionRow> sessions;
};
GUARDLINE_WIRE(SessionList, (sessions), list("sessions", 0, 1000, "Newest first."))

/// Why somebody looks at an investor; the list of the step-up dialog. Numbers are stored: never renumber.
enum class AccessReason : std::uint8_t {
  caller_check = 1,    ///< a caller's identity or question is checked
  complaint = 2,       ///< a complaint is worked on
  risk_case = 3,       ///< a risk of this investor is dealt with
  regulator = 4,       ///< a regulator or a court asks
  quality_review = 5,  ///< work of colleagues is reviewed
  other = 6,           ///< `note` says which
};
GUARDLINE_WIRE_ENUM(AccessReason, caller_check, complaint, risk_case, regulator, quality_review, other)
/// The wire's word; "" for no reason of the list.
inline std::string_view name(AccessReason reason) {
  for (const auto& choice : wire::type_of<AccessReason>().choices)
    if (choice.value == static_cast<std::int64_t>(reason)) return choice.name;
  return {};
}

/// POST /v1/session/step-up -> 200 StepUpGrant: a fresh second factor for this session (RFC 9470) and the reason that
/// each look until its end is journaled with. By authenticator code only, each step of it once: problem totp-wrong
/// (403) with attempts_left, account-waits (429), account-locked (403). Reason `other` needs a note (400 invalid-body).
struct StepUpRequest {
  std::string totp;
  AccessReason reason{AccessReason::caller_check};
  std::optional<std::string> note;
};
GUARDLINE_WIRE(StepUpRequest, (totp, reason, note),
               text("totp", 6, 6, "What the authenticator shows.", Format::digits).hidden(),
               choice("reason", "Why investors are looked at now."),
               text("note", 6, 200, "What else there is to say about it; needed with reason `other`."))

struct StepUpGrant {
  Timestamp second_factor_at;
  Timestamp until;
  AccessReason reason{AccessReason::caller_check};
};
GUARDLINE_WIRE(StepUpGrant, (second_factor_at, until, reason),
               time("second_factor_at", "When the second factor was checked, by the hub's clock."),
               time("until", "Investors can be looked at until then."), choice("reason", "The reason on record."))

}  // namespace guardline::api
