// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/dispatch/schema.h"

#include "core/db/database.h"

namespace guardline::dispatch {
namespace {

constexpr db::Migration kSteps[] = {
    {1, "carrier references and parked receipts", R"sql(
CREATE TABLE carrier_reference(
  carrier TEXT NOT NULL, reference TEXT NOT NULL, delivery {blob} NOT NULL, message {blob} NOT NULL,
  notice {blob} NOT NULL, investor {blob} NOT NULL, channel {bigint} NOT NULL, part {bigint} NOT NULL,
  parts {bigint} NOT NULL, state {bigint} NOT NULL, drill {bigint} NOT NULL, accepted_at {bigint} NOT NULL,
  PRIMARY KEY(carrier, reference)) {strict}{without_rowid};
CREATE TABLE reference_of_delivery(
  delivery {blob} NOT NULL, part {bigint} NOT NULL, carrier TEXT NOT NULL, reference TEXT NOT NULL,
  PRIMARY KEY(delivery, part)) {strict}{without_rowid};
CREATE TABLE receipt_parked(
  carrier TEXT NOT NULL, reference TEXT NOT NULL, arrived_at {bigint} NOT NULL, state {bigint} NOT NULL,
  reason {bigint} NOT NULL, occurred_at {bigint} NOT NULL, code TEXT NOT NULL,
  PRIMARY KEY(carrier, reference, state)) {strict}{without_rowid};
)sql"},
};

}  // namespace

Status migrate_dispatch(db::Database& database) { return db::migrate(database, "dispatch", kSteps); }

}  // namespace guardline::dispatch
