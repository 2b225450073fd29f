// Keyed pairs of characters, by entry. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/spine/sql.h"
#include "hub/spine/timeline.h"

namespace guardline::spine {
namespace {

Bytes packed(const std::vector<std::uint16_t>& pairs) {
  Bytes out;
  out.reserve(pairs.size() * 2);
  for (const auto pair : pairs) {
    out.push_back(static_cast<std::uint8_t>(pair & 0xFFU));
    out.push_back(static_cast<std::uint8_t>(pair >> 8U));
  }
  return out;
}

std::vector<std::uint16_t> unpacked(BytesView bytes) {
  std::vector<std::uint16_t> out;
  out.reserve(bytes.size() / 2);
  for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
    out.push_back(static_cast<std::uint16_t>(bytes[i] | (bytes[i + 1] << 8)));
  }
  return out;
}

}  // namespace

Result<std::vector<EntryPairs>> read_pairs(db::Database& projections, InvestorId investor,
                                           std::span<const TimelineEntry> entries) {
  std::vector<EntryPairs> found;
  if (entries.empty()) return found;
  auto ok = do_sql(
      projections,
      "SELECT w.entry, w.pairs FROM p_words AS w WHERE w.investor = $1 AND w.entry >= $2 AND w.entry <= $3 "
      "ORDER BY w.entry DESC",
      {investor.bytes(), entries.back().message.bytes(), entries.front().message.bytes()}, [&](const db::Row& row) {
        found.push_back({id_from<MessageTag>(row, 0), unpacked(row.blob(1))});
        return true;
      });
  if (!ok) return std::unexpected(ok.error());
  return found;
}

Status keep_pairs(db::Database& projections, InvestorId investor, std::span<const EntryPairs> made) {
  if (made.empty()) return {};
  auto transaction = db::Transaction::begin(projections);
  if (!transaction) return std::unexpected(transaction.error());
  // The projector takes the same lock first: an erasure is either seen here or comes after this and takes the rows.
  auto ok = do_sql(projections, "SELECT cursor FROM projection_cursor {lock}");
  if (!ok) return ok;
  std::vector<Bytes> boxes;
  boxes.reserve(made.size());
  db::Batch batch;
  batch.rows = made.size();
  for (const auto* name : {"investor", "entry", "pairs"})
    batch.columns.push_back(bytes_column(name, db::Type::blob, batch.rows));
  for (const auto& each : made) {
    boxes.push_back(packed(each.pairs));
    batch.columns[0].bytes.push_back(as_text(investor.value));
    batch.columns[1].bytes.push_back(as_text(each.entry.value));
    batch.columns[2].bytes.push_back(as_text(boxes.back()));
  }
  auto ran = projections.run_batch(
      "INSERT INTO p_words (investor, entry, pairs) SELECT r.investor, r.entry, r.pairs FROM {rows} AS r WHERE NOT "
      "EXISTS "
      "(SELECT 1 FROM p_erased AS x WHERE x.investor = r.investor) ON CONFLICT (investor, entry) DO NOTHING",
      batch);
  if (!ran) return std::unexpected(ran.error());
  return transaction->commit();
}

}  // namespace guardline::spine
