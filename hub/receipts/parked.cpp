// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/receipts/parked.h"

#include <utility>

namespace guardline::receipts {

Status park(db::Database& database, const dispatch::Receipt& receipt, Timestamp now) {
  auto statement = database.prepare(
      "INSERT INTO receipt_parked(carrier, reference, arrived_at, state, reason, occurred_at, code) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (carrier, reference, state) DO NOTHING");
  if (!statement) return std::unexpected(statement.error());
  auto ok = (*statement)
                ->run({std::string_view(receipt.carrier), std::string_view(receipt.reference), to_micros(now),
                       static_cast<std::int64_t>(receipt.state), static_cast<std::int64_t>(receipt.reason),
                       to_micros(receipt.occurred_at), std::string_view(receipt.code)});
  if (!ok) return std::unexpected(ok.error());
  return {};
}

Status unpark(db::Database& database, std::string_view carrier, std::string_view reference) {
  auto statement = database.prepare("DELETE FROM receipt_parked WHERE carrier = $1 AND reference = $2");
  if (!statement) return std::unexpected(statement.error());
  if (auto ok = (*statement)->run({carrier, reference}); !ok) return std::unexpected(ok.error());
  return {};
}

Result<std::int64_t> drop_old(db::Database& database, Timestamp before) {
  auto statement = database.prepare("DELETE FROM receipt_parked WHERE arrived_at < $1");
  if (!statement) return std::unexpected(statement.error());
  return (*statement)->run({to_micros(before)});
}

Result<std::vector<dispatch::Receipt>> parked_for(db::Database& database, std::string_view carrier,
                                                  std::string_view reference) {
  auto statement = database.prepare(
      "SELECT state, reason, occurred_at, code FROM receipt_parked WHERE carrier = $1 AND reference = $2 "
      "ORDER BY occurred_at");
  if (!statement) return std::unexpected(statement.error());
  std::vector<dispatch::Receipt> found;
  auto ok = (*statement)->run({carrier, reference}, [&](const db::Row& row) {
    dispatch::Receipt receipt;
    receipt.carrier = carrier;
    receipt.reference = reference;
    receipt.state = static_cast<DeliveryState>(row.int64(0));
    receipt.reason = static_cast<Reason>(row.int64(1));
    receipt.occurred_at = from_micros(row.int64(2));
    receipt.code = row.text(3);
    found.push_back(std::move(receipt));
    return true;
  });
  if (!ok) return std::unexpected(ok.error());
  return found;
}

Result<std::vector<std::pair<std::string, std::string>>> parked_keys(db::Database& database) {
  auto statement = database.prepare("SELECT DISTINCT carrier, reference FROM receipt_parked");
  if (!statement) return std::unexpected(statement.error());
  std::vector<std::pair<std::string, std::string>> keys;
  auto ok = (*statement)->run({}, [&](const db::Row& row) {
    keys.emplace_back(std::string(row.text(0)), std::string(row.text(1)));
    return true;
  });
  if (!ok) return std::unexpected(ok.error());
  return keys;
}

}  // namespace guardline::receipts
