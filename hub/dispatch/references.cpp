// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/dispatch/references.h"

namespace guardline::dispatch {
namespace {

constexpr std::string_view kColumns =
    "c.carrier, c.reference, c.delivery, c.message, c.notice, c.investor, c.channel, c.part, c.parts, c.state, "
    "c.drill, "
    "c.accepted_at";

Reference from_row(const db::Row& row) {
  Reference out;
  out.carrier = row.text(0);
  out.reference = row.text(1);
  out.delivery = DeliveryId::from_bytes(row.blob(2)).value_or(DeliveryId{});
  out.message = MessageId::from_bytes(row.blob(3)).value_or(MessageId{});
  out.notice = NoticeId::from_bytes(row.blob(4)).value_or(NoticeId{});
  out.investor = InvestorId::from_bytes(row.blob(5)).value_or(InvestorId{});
  out.channel = static_cast<Channel>(row.int64(6));
  out.part = row.int64(7);
  out.parts = row.int64(8);
  if (row.int64(9) != 0) out.state = static_cast<DeliveryState>(row.int64(9));
  out.drill = row.int64(10) != 0;
  out.accepted_at = from_micros(row.int64(11));
  return out;
}

}  // namespace

std::string kept_reference(std::string_view reference) {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string out;
  for (const char c : reference) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte > 0x20 && byte < 0x7F && c != '%')
      out += c;
    else
      out.append({'%', kDigits[byte >> 4U], kDigits[byte & 15U]});
  }
  return out;
}

Status store_references(db::Database& database, std::span<const Reference> references) {
  auto main = database.prepare(
      "INSERT INTO carrier_reference(carrier, reference, delivery, message, notice, investor, channel, part, parts, "
      "state, "
      "drill, accepted_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0, $10, $11) "
      "ON CONFLICT (carrier, reference) DO UPDATE SET delivery = excluded.delivery, message = excluded.message, "
      "notice = excluded.notice, investor = excluded.investor, channel = excluded.channel, part = excluded.part, "
      "parts = excluded.parts, state = 0, drill = excluded.drill, accepted_at = excluded.accepted_at");
  if (!main) return std::unexpected(main.error());
  auto back = database.prepare(
      "INSERT INTO reference_of_delivery(delivery, part, carrier, reference) VALUES ($1, $2, $3, $4) "
      "ON CONFLICT (delivery, part) DO UPDATE SET carrier = excluded.carrier, reference = excluded.reference");
  if (!back) return std::unexpected(back.error());
  for (const auto& r : references) {
    if (auto ok =
            (*main)->run({std::string_view(r.carrier), std::string_view(r.reference), r.delivery.bytes(),
                          r.message.bytes(), r.notice.bytes(), r.investor.bytes(), static_cast<std::int64_t>(r.channel),
                          r.part, r.parts, std::int64_t{r.drill}, to_micros(r.accepted_at)});
        !ok)
      return std::unexpected(ok.error());
    if (auto ok =
            (*back)->run({r.delivery.bytes(), r.part, std::string_view(r.carrier), std::string_view(r.reference)});
        !ok)
      return std::unexpected(ok.error());
  }
  return {};
}

Result<Reference> find_reference(db::Database& database, std::string_view carrier, std::string_view reference) {
  static const std::string kSql =
      "SELECT " + std::string(kColumns) + " FROM carrier_reference c WHERE c.carrier = $1 AND c.reference = $2";
  auto statement = database.prepare(kSql);
  if (!statement) return std::unexpected(statement.error());
  std::optional<Reference> found;
  auto ok = (*statement)->run({carrier, reference}, [&](const db::Row& row) {
    found = from_row(row);
    return true;
  });
  if (!ok) return std::unexpected(ok.error());
  if (!found) return fail(ErrorCode::not_found, "no delivery has this carrier reference");
  return std::move(*found);
}

Result<std::vector<Reference>> parts_of(db::Database& database, DeliveryId delivery) {
  static const std::string kSql = "SELECT " + std::string(kColumns) +
                                  " FROM reference_of_delivery d JOIN carrier_reference c ON c.carrier = d.carrier AND "
                                  "c.reference = d.reference WHERE d.delivery = $1 ORDER BY d.part";
  auto statement = database.prepare(kSql);
  if (!statement) return std::unexpected(statement.error());
  std::vector<Reference> parts;
  auto ok = (*statement)->run({delivery.bytes()}, [&](const db::Row& row) {
    parts.push_back(from_row(row));
    return true;
  });
  if (!ok) return std::unexpected(ok.error());
  return parts;
}

Status set_part_state(db::Database& database, std::string_view carrier, std::string_view reference,
                      DeliveryState state) {
  auto statement = database.prepare("UPDATE carrier_reference SET state = $3 WHERE carrier = $1 AND reference = $2");
  if (!statement) return std::unexpected(statement.error());
  if (auto ok = (*statement)->run({carrier, reference, static_cast<std::int64_t>(state)}); !ok)
    return std::unexpected(ok.error());
  return {};
}

}  // namespace guardline::dispatch
