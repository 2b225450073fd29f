// The people behind a figure of a period. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/id.h"
#include "core/base/time.h"
#include "core/db/database.h"
#include "core/domain/delivery.h"
#include "hub/spine/timeline.h"

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace guardline::spine {

/// What a figure asks of each person (see PeriodPeople), or of each delivery (PeriodCounts).
enum class PeopleOf : std::uint8_t {
  reached,    ///< of those due: was a delivery proven?
  opened,     ///< of those openable: was it opened there?
  confirmed,  ///< of those reached: have they confirmed?
  delivered,  ///< of the deliveries that carriers took over in this time: did they arrive?
};

/// [from, until): whole hours. People stand in the hour of the plan, deliveries in that of the acceptance, as in
/// `read_kpi_period`.
struct PeopleQuery {
  PeopleOf of{PeopleOf::reached};
  std::optional<Channel> channel{};  ///< none: all
  Timestamp from;
  Timestamp until;
};

/// The answer for one person. Their order is that of lists.
enum class PersonSide : std::uint8_t {
  never = 1,      ///< no, on no channel
  elsewhere = 2,  ///< not on the query's channel but on another; of deliveries: some of theirs arrived, not all here
  counted = 3,    ///< yes; of deliveries: all of them
};
struct PersonBehind {
  PersonSide side{};
  InvestorId investor;
  friend auto operator<=>(const PersonBehind&, const PersonBehind&) = default;
};

struct PeopleBehind {
  std::int64_t numerator{};  ///< people who are `counted`; of `delivered`: deliveries that arrived
  std::int64_t denominator{};
  std::vector<PersonBehind> people;  ///< everybody in the denominator, in order
};

// Both on a Use::read_projections connection; no transaction of their own.

/// Reads the rows of the time once; memory is bounded by the number of investors. invalid_argument: not such a time.
Result<PeopleBehind> read_kpi_people(db::Database& projections, const PeopleQuery& query);

/// What was planned for one of them (of `delivered`: taken over by a carrier) in this time on any channel, newest
/// message first, at most `max`; without drills.
Result<std::vector<Track>> read_person_behind(db::Database& projections, const PeopleQuery& query, InvestorId investor,
                                              std::size_t max);

}  // namespace guardline::spine
