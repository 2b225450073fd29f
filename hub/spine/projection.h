// What projections tell the stream. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "core/domain/delivery.h"
#include "hub/spine/cursor.h"
#include "hub/spine/event.h"

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

namespace guardline::spine {

/// Absolute figures of one minute and channel (not increments): drawing the newest copy of a bucket is always right.
/// A delivery belongs to the minute of its acceptance by the carrier; before that, and if it never gets there, to the
/// minute in which the counted step happened. A later receipt therefore changes the bucket of the acceptance. Drills
/// (EventDraft::drill) are in no bucket.
struct KpiBucket {
  Timestamp minute{};  ///< start of the minute, UTC
  Channel channel{};
  std::int64_t planned{};  ///< deliveries decided
  std::int64_t handed{};   ///< of which bytes have left (accepted and beyond included)
  /// Taken over by the carrier, delivered ones included: the denominator of the delivery rate.
  std::int64_t accepted{};
  std::int64_t delivered{};
  std::int64_t failed_person{};  ///< in state failed now, by class
  std::int64_t failed_message{};
  std::int64_t failed_carrier{};
  std::int64_t failed_system{};
  std::int64_t suppressed{};  ///< cancelled ones included
  std::int64_t expired{};
  std::int64_t unknown{};
  /// Deliveries decided in this minute that still wait to be handed over (planned or intent): the backlog of a channel
  /// is the sum over its minutes, whatever the order in which events were read.
  std::int64_t backlog{};
  /// Unique deliveries; an `opened` event with code "machine" is a machine's, any other a person's.
  std::int64_t opened_person{};
  std::int64_t opened_machine{};  ///< unique deliveries
  /// Acceptance to delivery, from a histogram with bounds a factor 1.25 apart (so at most 25 % high); 0 = no delivery
  /// yet.
  std::int64_t latency_p50_ms{};
  std::int64_t latency_p95_ms{};
  friend bool operator==(const KpiBucket&, const KpiBucket&) = default;
};

/// One committed step of the projections: everything in (from, to], exactly once, gap-free with the step before it.
struct ProjectionDelta {
  Cursor from;
  Cursor to;
  std::int64_t events{};            ///< spine rows in (from, to], of every kind
  std::vector<KpiBucket> buckets;   ///< those changed, absolute
  std::vector<StoredEvent> sample;  ///< the newest few (<= 20) delivery and engagement rows, for the ticker
};
using DeltaFn = std::function<void(const std::shared_ptr<const ProjectionDelta>&)>;

}  // namespace guardline::spine
