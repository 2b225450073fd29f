// The figures of a period, as values. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "core/domain/delivery.h"

#include <QString>
#include <cstdint>
#include <optional>
#include <vector>

namespace guardline::models {

// What each figure, exclusion and reason means is said at its twin in core/api/kpi_period.h; numbers are the same.

enum class KpiPeriodName : std::uint8_t { today = 1, yesterday = 2, days_7 = 3, days_30 = 4, custom = 5 };
inline constexpr int kMostKpiDays = 92;

/// `from` and `until` only with custom: midnights of Beijing, at most 92 days apart, not after tomorrow's.
struct KpiQuery {
  KpiPeriodName period{KpiPeriodName::days_7};
  std::optional<Timestamp> from{};
  std::optional<Timestamp> until{};
  friend bool operator==(const KpiQuery&, const KpiQuery&) = default;
};

enum class KpiFigureName : std::uint8_t {
  people_reached = 1,
  delivery_rate = 2,
  trusted_open = 3,
  confirm_rate = 4,
  first_reach = 5,
  first_response = 6,
};
inline constexpr KpiFigureName kKpiFigures[] = {KpiFigureName::people_reached, KpiFigureName::delivery_rate,
                                                KpiFigureName::trusted_open,   KpiFigureName::confirm_rate,
                                                KpiFigureName::first_reach,    KpiFigureName::first_response};
enum class KpiUnknown : std::uint8_t { nothing_counted = 1, channel_cannot_report = 2, not_recorded = 3 };
enum class KpiExclusionName : std::uint8_t {
  suppressed = 1,
  late_receipts = 2,
  machine_opens = 3,
  cannot_report = 4,
  unproved = 5,
  not_reached = 6,
};

struct KpiValue {
  std::optional<KpiUnknown> unknown{};  ///< set: there is no value
  std::optional<std::int64_t> numerator{};
  std::optional<std::int64_t> denominator{};
  std::optional<std::int64_t> p50_ms{};
  std::optional<std::int64_t> p95_ms{};
  std::optional<std::int64_t> p99_ms{};
};

struct KpiExclusion {
  KpiExclusionName name{KpiExclusionName::suppressed};
  std::int64_t count{};
};

struct KpiFigure {
  KpiFigureName name{KpiFigureName::people_reached};
  QString formula{};  ///< its id and version, "delivery-rate.v1"
  KpiValue value{};
  KpiValue before{};
  std::vector<KpiExclusion> exclusions{};
};

struct KpiFailures {
  std::int64_t person{};
  std::int64_t message{};
  std::int64_t carrier{};
  std::int64_t system{};
  std::int64_t expired{};
  std::int64_t unknown{};
  std::int64_t suppressed{};
};

struct KpiScope {
  std::optional<Channel> channel{};  ///< none: all channels, people counted once
  std::vector<KpiFigure> figures{};
  KpiFailures failures{};
};

/// One step of the chart; a step without anything to count is not there.
struct KpiPoint {
  Timestamp at;
  std::optional<Channel> channel{};
  std::int64_t accepted{};
  std::int64_t delivered{};
  std::int64_t due{};
  std::int64_t reached{};
  std::int64_t openable{};
  std::int64_t opened{};
  std::int64_t confirmed{};
  std::optional<std::int64_t> p95_ms{};
};

struct KpiReport {
  KpiPeriodName period{KpiPeriodName::days_7};
  Timestamp from;
  Timestamp until;
  Timestamp before_from;  ///< the period before ends at `from`
  Timestamp as_of;        ///< by the hub's clock
  std::optional<Timestamp> earliest{};
  bool hourly{false};              ///< steps of an hour, else of a day
  std::vector<KpiScope> scopes{};  ///< all channels first; empty: nothing in the period
  std::vector<KpiPoint> points{};  ///< in time order
  std::vector<KpiPoint> points_before{};
};

}  // namespace guardline::models
