// The live figures: one bucket per minute and channel. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/words.h"
#include "core/base/time.h"
#include "core/wire/describe.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace guardline::api {

/// Absolute counts of deliveries (attempts on one channel) by the minute in which they were accepted by the carrier;
/// those never accepted count in the minute they were planned. A late receipt so changes the bucket of its acceptance.
/// Applying a bucket = replacing the one with the same (minute, channel). Delivery rate = delivered / accepted.
struct KpiBucket {
  Timestamp minute;
  Channel channel{Channel::sms};
  std::int64_t planned{};
  std::int64_t handed{};
  std::int64_t accepted{};
  std::int64_t delivered{};
  std::int64_t failed_person{};
  std::int64_t failed_message{};
  std::int64_t failed_carrier{};
  std::int64_t failed_system{};
  std::int64_t suppressed{};
  std::int64_t expired{};
  std::int64_t unknown{};
  std::int64_t backlog{};
  std::int64_t opened_person{};
  std::int64_t opened_machine{};
  std::optional<std::int64_t> latency_p50_ms;
  std::optional<std::int64_t> latency_p95_ms;
};
GUARDLINE_WIRE(KpiBucket,
               (minute, channel, planned, handed, accepted, delivered, failed_person, failed_message, failed_carrier,
                failed_system, suppressed, expired, unknown, backlog, opened_person, opened_machine, latency_p50_ms,
                latency_p95_ms),
               time("minute", "Start of the minute, UTC, microseconds."), choice("channel", "The channel."),
               count("planned", "Deliveries decided."), count("handed", "Bytes have left."),
               count("accepted", "The carrier took responsibility."),
               count("delivered",
                     "Proof of delivery came; numerator of the delivery rate, `accepted` is the denominator."),
               count("failed_person", "Failed: no such number or mailbox, switched off, blocked."),
               count("failed_message", "Failed: content refused."),
               count("failed_carrier", "Failed: carrier busy or down."),
               count("failed_system", "Failed: our own fault."), count("suppressed", "Not sent, on purpose."),
               count("expired", "Validity ended without an end state."),
               count("unknown", "We can't tell whether the carrier has it."),
               count("backlog", "Planned, waiting for their turn, as of the frame."),
               count("opened_person", "Opened by a person (not reported by every channel)."),
               count("opened_machine", "Opened by a scanner or prefetcher."),
               count("latency_p50_ms", "Median of acceptance to delivery, milliseconds; absent without a delivery."),
               count("latency_p95_ms", "95th percentile of the same."))

/// The buckets of a snapshot (the last 24 hours) or a delta (the changed ones).
struct KpiData {
  std::vector<KpiBucket> buckets;
};
GUARDLINE_WIRE(KpiData, (buckets), list("buckets", 0, 20000, "By minute, then channel."))

}  // namespace guardline::api
