// The people behind a figure, as values. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/investor_values.h"
#include "models/gateway/kpi_values.h"

#include <QString>
#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace guardline::models {

/// Where somebody stands to what the figure asks; said at its twin in core/api/kpi_people.h, the numbers are the same.
enum class KpiSide : std::uint8_t { never = 1, elsewhere = 2, counted = 3 };
inline constexpr KpiSide kKpiSides[] = {KpiSide::never, KpiSide::elsewhere, KpiSide::counted};

/// One point: a figure on a channel (none: all) in [from, until), whole hours; `side` of it, none for all.
struct KpiPeopleQuery {
  KpiFigureName figure{KpiFigureName::people_reached};
  std::optional<Channel> channel{};
  Timestamp from;
  Timestamp until;
  std::optional<KpiSide> side{};
  friend bool operator==(const KpiPeopleQuery&, const KpiPeopleQuery&) = default;
};

struct KpiPerson {
  QString id{};    ///< lower-case UUID
  QString name{};  ///< masked
  bool erased{false};
  ReachState reach{ReachState::reachable};  ///< now
  KpiSide side{KpiSide::never};
  std::vector<DeliveryTrack> deliveries{};  ///< in the query's time, newest first, at most 16
};

struct KpiPeoplePage {
  Timestamp as_of;
  std::int64_t numerator{};  ///< of the figure; deliveries for delivery_rate
  std::int64_t denominator{};
  std::array<std::int64_t, std::size(kKpiSides)> sides{};  ///< people on each, in the order of kKpiSides
  std::vector<KpiPerson> people{};                         ///< by side
  QString next{};                                          ///< opaque; empty on the last page
};

}  // namespace guardline::models
