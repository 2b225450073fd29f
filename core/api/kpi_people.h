// /v1/kpi/people: who stands behind a figure. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/history.h"
#include "core/api/investor.h"
#include "core/api/kpi_period.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace guardline::api {

// Under the same step-up and journal as core/api/investor.h, and for the roles that see figures.

/// Where somebody stands to the question that a figure asks (reached? delivered? opened? confirmed?), on its channel
/// and in its time. Whoever is not in the denominator is on no side.
enum class KpiSide : std::uint8_t {
  never = 1,      ///< no, and on no other channel either
  elsewhere = 2,  ///< not here, but on another channel (of delivery_rate: by another delivery)
  counted = 3,    ///< yes: in the numerator (of delivery_rate: all of theirs were delivered)
};
GUARDLINE_WIRE_ENUM(KpiSide, never, elsewhere, counted)

/// POST /v1/kpi/people -> 200 KpiPeople. `figure`, `channel`, `from` and `until` as the point's: its numbers are the
/// point's, too. 422 period-refused: bounds that are no whole hours, lie the wrong way round, further apart than 92
/// days or in the future, or a figure that is not recorded. 400 cursor-refused: not `next` of a page of this very
/// list. 429 busy: others' lists are being made.
struct KpiPeopleRequest {
  KpiFigureName figure{KpiFigureName::people_reached};
  std::optional<Channel> channel{};
  Timestamp from;
  Timestamp until;
  std::optional<KpiSide> side{};
  std::optional<std::string> cursor{};
  std::optional<std::int64_t> limit{};
};
GUARDLINE_WIRE(KpiPeopleRequest, (figure, channel, from, until, side, cursor, limit), choice("figure", "Which figure."),
               choice("channel", "On this channel; absent: all, people once."),
               time("from", "Whole hour at which it begins."), time("until", "Whole hour at which it ends."),
               choice("side", "Only these; absent: all, those never reached first."),
               shaped("cursor", Format::cursor, "Where to go on."),
               integer("limit", 1, 50, "People a page; 30 if left out."))

struct KpiPerson {
  InvestorId investor_id;
  std::string name;
  bool erased{false};
  ReachState reach{ReachState::reachable};
  KpiSide side{KpiSide::never};
  std::vector<DeliveryTrack> deliveries{};
};
GUARDLINE_WIRE(KpiPerson, (investor_id, name, erased, reach, side, deliveries),
               id("investor_id", "Names the investor."), text("name", 0, 200, "Masked; empty once erased."),
               flag("erased", "Personal data were destroyed; what happened stays."),
               choice("reach", "Whether the investor can be reached now."), choice("side", "Where they stand."),
               list("deliveries", 0, 16,
                    "What was sent to them in that time on any channel, newest first; the first 16."))

/// A list is read anew for each page: who changed sides between two pages may be seen twice, or not at all.
struct KpiPeople {
  KpiFigureName figure{KpiFigureName::people_reached};
  std::optional<Channel> channel{};
  Timestamp from;
  Timestamp until;
  Timestamp as_of;
  std::int64_t numerator{};
  std::int64_t denominator{};
  std::int64_t never{};
  std::int64_t elsewhere{};
  std::int64_t counted{};
  std::vector<KpiPerson> people{};
  std::optional<std::string> next{};
};
GUARDLINE_WIRE(KpiPeople,
               (figure, channel, from, until, as_of, numerator, denominator, never, elsewhere, counted, people, next),
               choice("figure", "As asked for."), choice("channel", "As asked for."), time("from", "As asked for."),
               time("until", "As asked for."), time("as_of", "When it was read."),
               count("numerator", "Of the figure: people, or deliveries for delivery_rate."),
               count("denominator", "Likewise."), count("never", "People on this side."),
               count("elsewhere", "People on this side."), count("counted", "People on this side."),
               list("people", 0, 50, "By side, then by id."),
               shaped("next", Format::cursor, "Where the next page begins; absent on the last."))

}  // namespace guardline::api
