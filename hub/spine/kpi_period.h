// Reading the KPI of a period: counts, people, time to first reach. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/time.h"
#include "core/db/database.h"
#include "core/domain/delivery.h"
#include "hub/spine/kpi_met.h"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace guardline::spine {

/// Time to first reach is counted in steps a factor 1.05 apart (so at most 5 % high), from 1 ms to about 40 days.
std::int64_t reach_step(Micros took);
/// The upper border of a step, ms.
std::int64_t reach_border(std::int64_t step);
inline constexpr std::int64_t kNotReached = -1;

/// Deliveries, drills left out. Each belongs to the hour in which the carrier took it over; one that no carrier took,
/// to the hour of its plan. A receipt that comes later changes that hour, not the one it came in.
struct PeriodCounts {
  std::int64_t deliveries{};  ///< suppressed ones included
  std::int64_t accepted{};    ///< by the carrier, whatever became of them
  std::int64_t delivered{};
  std::int64_t failed_person{}, failed_message{}, failed_carrier{}, failed_system{};  ///< failed now, by class
  std::int64_t suppressed{};                                                          ///< cancelled ones included
  std::int64_t expired{}, unknown{};
  std::int64_t opened_person{}, opened_machine{}, confirmed{};
  std::int64_t late{};  ///< receipts that came in this time too late to change anything
};

/// Different people, by the hour of the plan. Someone is due on a channel who was to get something there (what was left
/// out on purpose is not due; what had no address is).
struct PeriodPeople {
  std::int64_t due{};
  std::int64_t reached{};        ///< of those due: at least one delivery with proof
  std::int64_t on_purpose{};     ///< meant, but nothing was due: all of it was left out on purpose
  std::int64_t openable{};       ///< reached on a channel that reports opens
  std::int64_t opened{};         ///< of those openable: opened, clicked, answered or confirmed by a person there
  std::int64_t cannot_report{};  ///< reached, but on channels only that report no opens
  std::int64_t unproved{};       ///< opened on a channel without proof of delivery there: in neither of the two
  std::int64_t confirmed{};      ///< of those reached: confirmed that they have read
};

/// From plan to first delivery: of deliveries on one channel, of messages over all.
class ReachTimes {
 public:
  void add(std::int64_t step, std::int64_t count) { steps_[step] += count; }
  [[nodiscard]] std::int64_t reached() const;
  [[nodiscard]] std::int64_t due() const;
  /// Upper border of the step that holds this share (0..1) of the reached, ms; nothing without any.
  [[nodiscard]] std::optional<std::int64_t> quantile(double share) const;

 private:
  std::map<std::int64_t, std::int64_t> steps_;
};

/// One channel, or all of them, over some time.
struct PeriodScope {
  std::optional<Channel> channel{};  ///< none: all channels, people counted once
  PeriodCounts counts{};
  PeriodPeople people{};
  ReachTimes times{};
};

struct PeriodBucket {
  Timestamp from;
  std::vector<PeriodScope> scopes;  ///< those with something to count; all channels first, then by channel
};

struct PeriodFigures {
  std::vector<PeriodScope> whole;     ///< as in a bucket, over the whole period; empty: nothing happened
  std::vector<PeriodBucket> buckets;  ///< in time order, those with something to count
};

/// Over [from, until), cut into buckets of `bucket` from `from` on: all whole hours. Reads the rows of the people of
/// the period once; memory is bounded by the number of investors. `projections` is a Use::read_projections connection,
/// outside a transaction.
Result<PeriodFigures> read_kpi_period(db::Database& projections, Timestamp from, Timestamp until, Micros bucket);

/// The first hour with anything in it; nothing while there is none.
Result<std::optional<Timestamp>> earliest_kpi(db::Database& projections);

}  // namespace guardline::spine
