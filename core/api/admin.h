// /v1/admin: what the administrator's command line asks of the running hub, over its UNIX socket only.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/words.h"
#include "core/base/id.h"
#include "core/base/time.h"
#include "core/wire/describe.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace guardline::api {

/// POST /v1/admin/accounts -> 201 AccountCreated. Problems: conflict (409, the account exists), invalid-body (a
/// password that is too weak is named at /password).
struct AccountCreate {
  std::string account;
  std::string display_name;
  Role role{Role::agent};
  std::string password;
};
GUARDLINE_WIRE(AccountCreate, (account, display_name, role, password),
               shaped("account", Format::name_id, "The name to sign in with."),
               text("display_name", 1, 64, "The person's name."), choice("role", "The person's role."),
               text("password", 12, 256, "The first password; blocklisted ones are refused.").hidden())

struct AccountCreated {
  AccountId account_id;
};
GUARDLINE_WIRE(AccountCreated, (account_id), id("account_id", "Names the account in the journal."))

/// POST /v1/admin/enrolment-codes -> 201 EnrolmentCodeMade. POST /v1/admin/accounts/unlock -> 204.
struct AccountName {
  std::string account;
};
GUARDLINE_WIRE(AccountName, (account), shaped("account", Format::name_id, "The account's name."))

/// What the person types or scans on the new device; shown once, works once.
struct EnrolmentCodeMade {
  std::string code;
  Timestamp expires_at;
};
GUARDLINE_WIRE(EnrolmentCodeMade, (code, expires_at),
               text("code", 16, 512, "Hub address, hash of the hub's key, one-use secret.").hidden(),
               time("expires_at", "15 minutes after it was made."))

/// GET /v1/admin/devices -> 200 DeviceList; GET /v1/admin/devices/{id} -> 200 DeviceRow and marks it viewed.
/// POST /v1/admin/devices/{id}/approve (DeviceApproval) | refuse | revoke -> 204 (409 conflict from a wrong state).
struct DeviceRow {
  DeviceId device_id;
  std::string account;
  std::string device_name;
  bool shared{false};
  DeviceState state{DeviceState::submitted};
  std::string fingerprint;
  Timestamp submitted_at;
  std::optional<Timestamp> viewed_at;
  std::optional<Timestamp> approved_at;
};
GUARDLINE_WIRE(DeviceRow,
               (device_id, account, device_name, shared, state, fingerprint, submitted_at, viewed_at, approved_at),
               id("device_id", "Names the device."), shaped("account", Format::name_id, "Whose device."),
               text("device_name", 1, 64, "What people call it."), flag("shared", "A desk used by several people."),
               choice("state", "Where it stands."),
               text("fingerprint", 64, 64, "SHA-256 of its public key.", Format::hex),
               time("submitted_at", "When the request came."), time("viewed_at", "When an administrator first saw it."),
               time("approved_at", "When it was approved."))

/// POST /v1/admin/devices/{id}/approve.
struct DeviceApproval {
  std::optional<std::string> fingerprint_tail;
};
GUARDLINE_WIRE(DeviceApproval, (fingerprint_tail),
               text("fingerprint_tail", 8, 8, "Last 8 digits of the fingerprint as read out by the person.",
                    Format::hex))

struct DeviceList {
  std::vector<DeviceRow> devices;
};
GUARDLINE_WIRE(DeviceList, (devices), list("devices", 0, 10000, "Newest first."))

/// POST /v1/admin/investors/{id}/erase -> 200: no copy of what was sealed about this investor can be opened any more;
/// the record's proofs still hold. Again is fine. not-found (404): no such investor. What consoles keep locally ends
/// with their lease.
struct InvestorErased {
  bool scrubbed{false};
};
GUARDLINE_WIRE(InvestorErased, (scrubbed),
               flag("scrubbed", "Whether the destroyed key's bytes are overwritten already; if not, ask again."))

}  // namespace guardline::api
