// What the live pages hear from the hub, as values. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "core/domain/delivery.h"
#include "models/gateway/handle.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace guardline::models {

/// One minute of one channel. All counts are absolute and of deliveries (attempts), >= 0: applying a bucket replaces
/// the one with the same (minute, channel), so a bucket told twice changes nothing. The minute is that of acceptance by
/// the carrier (of planning for what was never accepted). Delivery rate = delivered / accepted. Source: core/api/kpi.h.
struct KpiBucket {
  Timestamp minute;  ///< its start, UTC, whole minute
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
  std::int64_t backlog{};  ///< waiting for their turn, as of the frame
  std::int64_t opened_person{};
  std::int64_t opened_machine{};
  std::optional<std::int64_t> latency_p50_ms;  ///< acceptance to delivery; absent without a delivery
  std::optional<std::int64_t> latency_p95_ms;
  friend bool operator==(const KpiBucket&, const KpiBucket&) = default;
};

/// Everything of the last 24 hours; replaces all that is held. `from` is set when it stands for the deltas after that
/// cursor (it then covers (from, to]); without it this is a beginning. Cursors are opaque: compare only for equality.
struct KpiSnapshot {
  std::string to;
  std::optional<std::string> from;
  std::vector<KpiBucket> buckets;
};

/// The buckets changed by the spine events in (from, to]; `event_count` is how many events that is.
struct KpiDelta {
  std::string from;
  std::string to;
  std::int64_t event_count{};
  std::vector<KpiBucket> buckets;
};

/// A delivery that moved: masked, no person in it.
struct TickerItem {
  Timestamp at;  ///< when the hub learned of it
  Channel channel{Channel::sms};
  DeliveryState state{DeliveryState::planned};
  Reason reason{Reason::none};
  std::string carrier;  ///< account name; empty when unknown
  std::string notice;   ///< its id; empty when none
  bool drill{false};
};

/// A sample (at most 20 a second), oldest first. No resume: what was missed while away stays missed.
struct TickerItems {
  std::vector<TickerItem> items;
};

/// How fresh what is held is.
struct StreamNotice {
  enum class Kind : std::uint8_t {
    live,     ///< frames flow (sent again after each of the others once they do)
    stale,    ///< connected, nothing heard for longer than the hub's ping: may be behind
    offline,  ///< the link is down; what is held is a picture of `at`
    resync,   ///< the cursor can't be used any more: forget what is held, a KpiSnapshot without `from` follows
    denied,   ///< this identity may not hear a topic it asked for; `at` is when the hub said so
  };
  Kind kind{Kind::live};
  Timestamp at;  ///< when the hub was last heard (this computer's clock)
};

/// In the order in which the hub sent them.
using LiveBatch = std::variant<KpiSnapshot, KpiDelta, TickerItems, StreamNotice>;

struct LiveTopics {
  bool kpi{true};
  bool ticker{true};
};

/// Thread: the GUI thread, both ways; the implementation decodes elsewhere and hands over values. The handler may
/// destroy its own subscription. Errors: none by return; a link that can't be had is a StreamNotice (offline, denied).
class LiveGateway {
 public:
  LiveGateway() = default;
  LiveGateway(const LiveGateway&) = delete;
  LiveGateway& operator=(const LiveGateway&) = delete;
  virtual ~LiveGateway() = default;

  using Handler = std::function<void(const LiveBatch&)>;
  /// Begins with the present StreamNotice, then (topic kpi) a KpiSnapshot as soon as one can be had; both
  /// asynchronously, never inside this call. Ends with the handle.
  virtual Handle subscribe(LiveTopics topics, Handler handler) = 0;
  /// Forgets the kpi cursor; a KpiSnapshot without `from` follows. For a reader that saw a delta whose `from` isn't the
  /// `to` before it.
  virtual void request_snapshot() = 0;
  /// "Retry now" (F5): skips the rest of the back-off. Does nothing while connected.
  virtual void retry_now() = 0;
};

}  // namespace guardline::models
