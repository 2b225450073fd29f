// KPI buckets under change. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/db/database.h"
#include "hub/spine/projection.h"

#include <array>
#include <cstdint>
#include <map>
#include <set>
#include <utility>
#include <vector>

namespace guardline::spine {

/// Counts of durations in steps a factor 1.25 apart, from 1 ms to about 40 days.
class Histogram {
 public:
  static constexpr std::size_t kSteps = 100;
  void add(std::int64_t milliseconds);
  /// The upper border of the step that holds this share (0..1) of the counts; 0 if there are none.
  [[nodiscard]] std::int64_t quantile(double share) const;
  /// 4 bytes a step, big-endian, trailing zeros left out.
  [[nodiscard]] Bytes bytes() const;
  static Histogram from(BytesView bytes);

 private:
  std::array<std::uint32_t, kSteps> counts_{};
};

/// Stored form of one bucket; percentiles come from the histogram.
struct KpiCell {
  KpiBucket bucket;
  Histogram latency;
};
KpiCell kpi_cell_from(const db::Row& row);
/// SELECT list in the order of `kpi_cell_from`.
#define GUARDLINE_KPI_COLUMNS                                                                              \
  "minute, channel, planned, handed, accepted, delivered, failed_person, failed_message, failed_carrier, " \
  "failed_system, suppressed, expired, unknown, backlog, opened_person, opened_machine, histogram"

/// The buckets the projector works on: read on first use, kept, written once a batch. Projector's thread.
class KpiBuckets {
 public:
  /// The bucket to change; it will be written by the next `flush`.
  Result<KpiCell*> at(db::Database& database, Timestamp minute, Channel channel);
  /// Writes what has changed and says what it was.
  Result<std::vector<KpiBucket>> flush(db::Database& database);
  /// Forgets everything in memory (after a failed transaction).
  void clear();

 private:
  using Key = std::pair<std::int64_t, std::uint8_t>;
  static constexpr std::size_t kKept = 20'000;
  std::map<Key, KpiCell> cells_;
  std::set<Key> changed_;
};

}  // namespace guardline::spine
