// Reading the time-line projection: every message to an investor, newest first. SPDX-License-Identifier:
// GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/id.h"
#include "core/base/time.h"
#include "core/db/database.h"
#include "core/domain/delivery.h"
#include "core/domain/event.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace guardline::spine {

/// One delivery of a message. Times are `occurred_at` of the events; the epoch = has not happened.
struct Track {
  DeliveryId delivery;
  Channel channel{};
  std::string carrier;  ///< empty = none was chosen
  DeliveryState state{};
  Reason reason{Reason::none};
  std::string code;         ///< raw status of the event that led to `state`
  std::int64_t attempts{};  ///< intents
  std::int64_t late{};      ///< receipts that came late and changed nothing
  bool resent{false};       ///< sent again although the first may have arrived
  Timestamp planned_at{}, handed_at{}, accepted_at{}, ended_at{};
  Timestamp opened_at{}, machine_at{}, clicked_at{}, replied_at{}, confirmed_at{};  ///< each the first
  EventRef last;  ///< the event of this delivery from which "why?" walks back
};

/// One message with its deliveries, by channel.
struct TimelineEntry {
  MessageId message;
  NoticeId notice;
  Timestamp planned_at{};
  bool drill{false};
  std::vector<Track> tracks;
};

struct TimelineFilter {
  std::optional<Channel> channel{};  ///< messages with a delivery on it
  bool unreached{false};             ///< messages without any delivery that was delivered
  Timestamp from{};                  ///< planned then or later
  Timestamp until{Timestamp::max()};
};

struct TimelinePage {
  std::vector<TimelineEntry> entries;  ///< newest first: falling message ids, which are time-ordered
  bool more{false};
};

// All on a Use::read_projections connection; rows may lag the spine by the projector's step.

/// At most `max` messages older than `before` (none = from the newest).
Result<TimelinePage> read_timeline(db::Database& projections, InvestorId investor, const TimelineFilter& filter,
                                   MessageId before, std::size_t max);
/// One message; not_found.
Result<TimelineEntry> read_timeline_entry(db::Database& projections, InvestorId investor, MessageId message);

struct TimelineCounts {
  struct OfChannel {
    Channel channel{};
    std::int64_t deliveries{};
    std::int64_t delivered{};
  };
  std::int64_t messages{};
  std::int64_t unreached{};
  std::vector<OfChannel> channels;  ///< those that occur, by channel
};
/// Over the filter's time range; its other parts are not looked at. Reads the investor's whole range of rows.
Result<TimelineCounts> count_timeline(db::Database& projections, InvestorId investor, const TimelineFilter& filter);

}  // namespace guardline::spine
