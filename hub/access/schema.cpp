// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/database.h"
#include "hub/access/access.h"

#include <array>

namespace guardline::access {
namespace {

// Secrets stand here hashed (token, secret: SHA-256 of 128 bits and more; password, recovery code: Argon2id) or sealed
// (seed: AES-256-GCM). `state` is api::DeviceState. access_throttle.id is a keyed hash of a name, device or address.
// A device's pending_* columns and its recovery codes with active = 0 come into force with its approval.
constexpr std::string_view kTables = R"(
CREATE TABLE access_account (
  id {blob} NOT NULL PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  display_name TEXT NOT NULL,
  role {bigint} NOT NULL,
  active {bigint} NOT NULL,
  password TEXT NOT NULL,
  password_at {bigint} NOT NULL,
  created_at {bigint} NOT NULL,
  created_by {blob}
) {strict};
CREATE TABLE access_factor (
  account {blob} NOT NULL PRIMARY KEY,
  seed {blob} NOT NULL,
  last_step {bigint} NOT NULL,
  device {blob} NOT NULL,
  bound_at {bigint} NOT NULL
) {strict};
CREATE TABLE access_recovery_code (
  account {blob} NOT NULL,
  device {blob} NOT NULL,
  selector TEXT NOT NULL,
  hash TEXT NOT NULL,
  active {bigint} NOT NULL,
  used_at {bigint},
  PRIMARY KEY (account, device, selector)
) {strict};
CREATE TABLE access_throttle (
  id {blob} NOT NULL PRIMARY KEY,
  failures {bigint} NOT NULL,
  until_at {bigint} NOT NULL,
  hard {bigint} NOT NULL,
  touched_at {bigint} NOT NULL,
  keep {bigint} NOT NULL
) {strict};
CREATE TABLE access_device (
  id {blob} NOT NULL PRIMARY KEY,
  account {blob} NOT NULL,
  name TEXT NOT NULL,
  shared {bigint} NOT NULL,
  spki {blob} NOT NULL UNIQUE,
  state {bigint} NOT NULL,
  submitted_at {bigint} NOT NULL,
  viewed_at {bigint},
  approved_at {bigint},
  ended_at {bigint},
  decided_by {blob},
  expires_at {bigint} NOT NULL,
  poll {blob} NOT NULL,
  csr TEXT NOT NULL,
  certificate TEXT,
  pending_seed {blob},
  pending_step {bigint},
  recovery_issued {bigint} NOT NULL
) {strict};
CREATE INDEX access_device_account ON access_device (account);
CREATE TABLE access_enrolment_code (
  secret {blob} NOT NULL PRIMARY KEY,
  account {blob} NOT NULL,
  issued_at {bigint} NOT NULL,
  issued_by {blob},
  expires_at {bigint} NOT NULL,
  device {blob}
) {strict};
CREATE TABLE access_session (
  id {blob} NOT NULL PRIMARY KEY,
  token {blob} NOT NULL UNIQUE,
  account {blob} NOT NULL,
  device {blob} NOT NULL,
  created_at {bigint} NOT NULL,
  seen_at {bigint} NOT NULL,
  expires_at {bigint} NOT NULL,
  second_factor_at {bigint} NOT NULL,
  ended_at {bigint}
) {strict};
CREATE INDEX access_session_account ON access_session (account);
CREATE INDEX access_session_device ON access_session (device);
CREATE TABLE access_ticket (
  ticket {blob} NOT NULL PRIMARY KEY,
  session {blob} NOT NULL,
  device {blob} NOT NULL,
  content TEXT NOT NULL,
  expires_at {bigint} NOT NULL
) {strict};
CREATE INDEX access_ticket_session ON access_ticket (session);
)";

// Of the last step-up, api::AccessReason; 0 = there was none since signing in.
constexpr std::string_view kReason = "ALTER TABLE access_session ADD COLUMN reason {bigint} NOT NULL DEFAULT 0;";

// short_place() of the address that signed in; '' where it is not known.
constexpr std::string_view kPlace = "ALTER TABLE access_session ADD COLUMN place TEXT NOT NULL DEFAULT '';";

constexpr std::array kSteps{db::Migration{1, "accounts, factors, devices, sessions, tickets", kTables},
                            db::Migration{2, "the reason of a step-up", kReason},
                            db::Migration{3, "where a session was opened from", kPlace}};

}  // namespace

Status migrate_access(db::Database& database) { return db::migrate(database, "access", kSteps); }

}  // namespace guardline::access
