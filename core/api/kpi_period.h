// /v1/kpi/period: the figures of a period, each with what it is made of. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/words.h"
#include "core/base/time.h"
#include "core/wire/describe.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace guardline::api {

/// Whole days of Beijing time (UTC+8, no daylight saving); `days_7` and `days_30` end with today.
enum class KpiPeriodName : std::uint8_t { today = 1, yesterday = 2, days_7 = 3, days_30 = 4, custom = 5 };
GUARDLINE_WIRE_ENUM(KpiPeriodName, today, yesterday, days_7, days_30, custom)

inline constexpr std::int64_t kMostKpiDays = 92;

/// POST /v1/kpi/period -> 200 KpiPeriod. 422 period-refused: bounds that are missing, are no midnights of Beijing, lie
/// the wrong way round, further apart than 92 days or in the future. 429 busy: others' periods are being counted.
struct KpiPeriodRequest {
  KpiPeriodName period{KpiPeriodName::today};
  std::optional<Timestamp> from{};
  std::optional<Timestamp> until{};
};
GUARDLINE_WIRE(KpiPeriodRequest, (period, from, until), choice("period", "Which days."),
               time("from", "With `custom`: midnight in Beijing at which the first day begins."),
               time("until", "With `custom`: midnight in Beijing at which the last day ends."))

/// What is measured; the formula's id stands beside each.
enum class KpiFigureName : std::uint8_t {
  people_reached = 1,  ///< people-reached.v1: different people with a proven delivery ÷ people who were due one
  delivery_rate = 2,   ///< delivery-rate.v1: delivered ÷ accepted by a carrier; deliveries
  trusted_open = 3,  ///< trusted-open.v1: people who opened, clicked, answered or confirmed ÷ people reached, both on
                     ///< channels that report opens; machines left out
  confirm_rate = 4,  ///< confirm-rate.v1: people who confirmed that they have read ÷ people reached
  first_reach = 5,   ///< first-reach.v1: plan to first proven delivery, over those that arrived
  first_response = 6,  ///< first-response.v1: not measured yet
};
GUARDLINE_WIRE_ENUM(KpiFigureName, people_reached, delivery_rate, trusted_open, confirm_rate, first_reach,
                    first_response)

/// Why a figure can't be known.
enum class KpiUnknown : std::uint8_t {
  nothing_counted = 1,        ///< the denominator is nought
  channel_cannot_report = 2,  ///< nobody was reached on a channel that reports opens
  not_recorded = 3,           ///< what it takes is not in the record
};
GUARDLINE_WIRE_ENUM(KpiUnknown, nothing_counted, channel_cannot_report, not_recorded)

/// A share has numerator and denominator; a time has the percentiles, of `numerator` that arrived out of `denominator`
/// that were to. With `unknown` there is no value, whatever else is there.
struct KpiValue {
  std::optional<KpiUnknown> unknown{};
  std::optional<std::int64_t> numerator{};
  std::optional<std::int64_t> denominator{};
  std::optional<std::int64_t> p50_ms{};
  std::optional<std::int64_t> p95_ms{};
  std::optional<std::int64_t> p99_ms{};
};
GUARDLINE_WIRE(KpiValue, (unknown, numerator, denominator, p50_ms, p95_ms, p99_ms),
               choice("unknown", "Why there is no value."), count("numerator", "Above the line."),
               count("denominator", "Below the line."), count("p50_ms", "Median, milliseconds; at most 5 % high."),
               count("p95_ms", "95th percentile, likewise."), count("p99_ms", "99th percentile, likewise."))

/// What was left out of a figure, and how much of it there was.
enum class KpiExclusionName : std::uint8_t {
  suppressed = 1,     ///< not sent on purpose: deliveries, or people for whom that was all
  late_receipts = 2,  ///< receipts that came too late to change anything
  machine_opens = 3,  ///< deliveries opened by scanners and prefetchers
  cannot_report = 4,  ///< people reached on channels only that report no opens
  unproved = 5,       ///< people who opened, but whose delivery there was never proven
  not_reached = 6,    ///< without a first delivery, so in no percentile
};
GUARDLINE_WIRE_ENUM(KpiExclusionName, suppressed, late_receipts, machine_opens, cannot_report, unproved, not_reached)

struct KpiExclusion {
  KpiExclusionName name{KpiExclusionName::suppressed};
  std::int64_t count{};
};
GUARDLINE_WIRE(KpiExclusion, (name, count), choice("name", "What was left out."), count("count", "How often."))

struct KpiFigure {
  KpiFigureName name{KpiFigureName::people_reached};
  std::string formula;
  KpiValue value;
  KpiValue before;
  std::vector<KpiExclusion> exclusions;
};
GUARDLINE_WIRE(KpiFigure, (name, formula, value, before, exclusions), choice("name", "What is measured."),
               shaped("formula", Format::name_id, "The formula and its version."), object("value", "In the period."),
               object("before", "In the period before."),
               list("exclusions", 0, 8, "What it leaves out; those that can occur, also with a count of nought."))

/// Deliveries of the period that did not arrive, as they stand now.
struct KpiFailures {
  std::int64_t person{};
  std::int64_t message{};
  std::int64_t carrier{};
  std::int64_t system{};
  std::int64_t expired{};
  std::int64_t unknown{};
  std::int64_t suppressed{};
};
GUARDLINE_WIRE(KpiFailures, (person, message, carrier, system, expired, unknown, suppressed),
               count("person", "Failed: no such number or mailbox, switched off, blocked."),
               count("message", "Failed: content refused."), count("carrier", "Failed: carrier busy or down."),
               count("system", "Failed: our own fault."), count("expired", "Validity ended without an end state."),
               count("unknown", "We can't tell whether the carrier has it."),
               count("suppressed", "Not sent, on purpose."))

/// One channel, or all of them.
struct KpiScope {
  std::optional<Channel> channel{};
  std::vector<KpiFigure> figures;
  KpiFailures failures;
};
GUARDLINE_WIRE(KpiScope, (channel, figures, failures), choice("channel", "The channel; absent: all, people once."),
               list("figures", 0, 8, "All figures, always in the same order."),
               object("failures", "Why deliveries did not arrive."))

enum class KpiStep : std::uint8_t { hour = 1, day = 2 };
GUARDLINE_WIRE_ENUM(KpiStep, hour, day)

/// One step of the chart. Steps without anything to count are left out: a gap is no nought.
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
GUARDLINE_WIRE(KpiPoint, (at, channel, accepted, delivered, due, reached, openable, opened, confirmed, p95_ms),
               time("at", "Where the step begins."), choice("channel", "The channel; absent: all, people once."),
               count("accepted", "Deliveries that a carrier took over."), count("delivered", "Of these delivered."),
               count("due", "People who were due something."), count("reached", "Of these with a proven delivery."),
               count("openable", "Of these on a channel that reports opens."),
               count("opened", "Of these with a trusted sign of reading."),
               count("confirmed", "People reached who confirmed reading."),
               count("p95_ms", "First reach, 95th percentile, milliseconds; absent when nothing arrived."))

struct KpiPeriod {
  KpiPeriodName period{KpiPeriodName::today};
  Timestamp from;
  Timestamp until;
  Timestamp before_from;
  Timestamp as_of;
  std::optional<Timestamp> earliest{};
  KpiStep step{KpiStep::day};
  std::vector<KpiScope> scopes{};
  std::vector<KpiPoint> points{};
  std::vector<KpiPoint> points_before{};
};
GUARDLINE_WIRE(KpiPeriod, (period, from, until, before_from, as_of, earliest, step, scopes, points, points_before),
               choice("period", "As asked for."), time("from", "Midnight at which it begins."),
               time("until", "Midnight at which it ends; may be to come."),
               time("before_from", "Where the period before begins, as long as this one; it ends at `from`."),
               time("as_of", "When it was counted."),
               time("earliest", "The first hour on record; absent: nothing yet."),
               choice("step", "How the chart is cut: hours up to two days, else days."),
               list("scopes", 0, 7, "All channels first, then those with something to count; empty: nothing at all."),
               list("points", 0, 700, "In time order, then as the scopes."),
               list("points_before", 0, 700, "Of the period before."))

}  // namespace guardline::api
