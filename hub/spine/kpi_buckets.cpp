// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/spine/kpi_buckets.h"

#include "hub/spine/sql.h"

#include <algorithm>
#include <cmath>

namespace guardline::spine {
namespace {

constexpr double kFactor = 1.25;

std::int64_t border(std::size_t step) { return std::llround(std::ceil(std::pow(kFactor, static_cast<double>(step)))); }

/// The counters in the order of the columns.
template <class Bucket>
auto counters(Bucket& b) {
  return std::array{&b.planned,        &b.handed,         &b.accepted,      &b.delivered,     &b.failed_person,
                    &b.failed_message, &b.failed_carrier, &b.failed_system, &b.suppressed,    &b.expired,
                    &b.unknown,        &b.backlog,        &b.opened_person, &b.opened_machine};
}
constexpr std::array kCounterNames{
    "planned",       "handed",     "accepted", "delivered", "failed_person", "failed_message", "failed_carrier",
    "failed_system", "suppressed", "expired",  "unknown",   "backlog",       "opened_person",  "opened_machine"};

}  // namespace

void Histogram::add(std::int64_t milliseconds) {
  std::size_t step = 0;
  if (milliseconds > 1)
    step = static_cast<std::size_t>(std::ceil(std::log(static_cast<double>(milliseconds)) / std::log(kFactor)));
  ++counts_[std::min(step, kSteps - 1)];
}

std::int64_t Histogram::quantile(double share) const {
  std::uint64_t total = 0;
  for (const auto count : counts_) total += count;
  if (total == 0) return 0;
  const auto wanted =
      std::max<std::uint64_t>(1, static_cast<std::uint64_t>(std::ceil(share * static_cast<double>(total))));
  std::uint64_t seen = 0;
  for (std::size_t step = 0; step < kSteps; ++step) {
    seen += counts_[step];
    if (seen >= wanted) return border(step);
  }
  return border(kSteps - 1);
}

Bytes Histogram::bytes() const {
  std::size_t used = kSteps;
  while (used > 0 && counts_[used - 1] == 0) --used;
  Bytes out;
  out.reserve(used * 4);
  for (std::size_t step = 0; step < used; ++step) {
    for (int shift = 24; shift >= 0; shift -= 8) out.push_back(static_cast<std::uint8_t>(counts_[step] >> shift));
  }
  return out;
}

Histogram Histogram::from(BytesView bytes) {
  Histogram histogram;
  for (std::size_t step = 0; step < std::min(kSteps, bytes.size() / 4); ++step) {
    for (std::size_t i = 0; i < 4; ++i) histogram.counts_[step] = histogram.counts_[step] << 8 | bytes[4 * step + i];
  }
  return histogram;
}

KpiCell kpi_cell_from(const db::Row& row) {
  KpiCell cell;
  cell.bucket.minute = from_micros(row.int64(0));
  cell.bucket.channel = static_cast<Channel>(row.int64(1));
  int column = 2;
  for (auto* counter : counters(cell.bucket)) *counter = row.int64(column++);
  cell.latency = Histogram::from(row.blob(column));
  cell.bucket.latency_p50_ms = cell.latency.quantile(0.50);
  cell.bucket.latency_p95_ms = cell.latency.quantile(0.95);
  return cell;
}

Result<KpiCell*> KpiBuckets::at(db::Database& database, Timestamp minute, Channel channel) {
  const Key key{to_micros(minute), static_cast<std::uint8_t>(channel)};
  auto found = cells_.find(key);
  if (found == cells_.end()) {
    KpiCell cell;
    cell.bucket.minute = minute;
    cell.bucket.channel = channel;
    auto ok = do_sql(database, "SELECT " GUARDLINE_KPI_COLUMNS " FROM p_kpi WHERE minute = $1 AND channel = $2",
                     {key.first, std::int64_t{key.second}}, [&](const db::Row& row) {
                       cell = kpi_cell_from(row);
                       return true;
                     });
    if (!ok) return std::unexpected(ok.error());
    found = cells_.emplace(key, cell).first;
  }
  changed_.insert(key);
  return &found->second;
}

Result<std::vector<KpiBucket>> KpiBuckets::flush(db::Database& database) {
  std::vector<KpiBucket> changed;
  if (changed_.empty()) return changed;
  std::vector<Bytes> histograms;
  histograms.reserve(changed_.size());
  db::Batch batch;
  batch.rows = changed_.size();
  batch.columns.push_back(int_column("minute", batch.rows));
  batch.columns.push_back(int_column("channel", batch.rows));
  for (const auto* name : kCounterNames) batch.columns.push_back(int_column(name, batch.rows));
  batch.columns.push_back(bytes_column("histogram", db::Type::blob, batch.rows));
  for (const auto& key : changed_) {
    auto& cell = cells_.at(key);
    cell.bucket.latency_p50_ms = cell.latency.quantile(0.50);
    cell.bucket.latency_p95_ms = cell.latency.quantile(0.95);
    changed.push_back(cell.bucket);
    histograms.push_back(cell.latency.bytes());
    batch.columns[0].ints.push_back(key.first);
    batch.columns[1].ints.push_back(key.second);
    std::size_t column = 2;
    for (const auto* counter : counters(cell.bucket)) batch.columns[column++].ints.push_back(*counter);
    batch.columns[column].bytes.push_back(as_text(histograms.back()));
  }
  auto ran = database.run_batch(
      "INSERT INTO p_kpi (" GUARDLINE_KPI_COLUMNS
      ") SELECT r.minute, r.channel, r.planned, r.handed, r.accepted, r.delivered, r.failed_person, r.failed_message, "
      "r.failed_carrier, r.failed_system, r.suppressed, r.expired, r.unknown, r.backlog, r.opened_person, "
      "r.opened_machine, r.histogram FROM {rows} AS r WHERE true ON CONFLICT (minute, channel) DO UPDATE SET "
      "planned = excluded.planned, handed = excluded.handed, accepted = excluded.accepted, "
      "delivered = excluded.delivered, failed_person = excluded.failed_person, "
      "failed_message = excluded.failed_message, failed_carrier = excluded.failed_carrier, "
      "failed_system = excluded.failed_system, suppressed = excluded.suppressed, expired = excluded.expired, "
      "unknown = excluded.unknown, backlog = excluded.backlog, opened_person = excluded.opened_person, "
      "opened_machine = excluded.opened_machine, histogram = excluded.histogram",
      batch);
  if (!ran) return std::unexpected(ran.error());
  changed_.clear();
  if (cells_.size() > kKept) cells_.clear();
  return changed;
}

void KpiBuckets::clear() {
  cells_.clear();
  changed_.clear();
}

}  // namespace guardline::spine
