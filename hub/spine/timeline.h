// Reading the time-line projection: every message to an investor and what staff wrote, newest first.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/id.h"
#include "core/base/time.h"
#include "core/db/database.h"
#include "core/domain/contact.h"
#include "core/domain/delivery.h"
#include "core/domain/event.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
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

/// What a member of staff wrote.
struct Said {
  AccountId author;
  std::string code;  ///< of a call: code_of(CallFacts)
  EventRef event;    ///< its sealed detail has the words
};

/// One message with its deliveries, by channel; or a note, or a call.
struct TimelineEntry {
  MessageId message;  ///< of a note or a call: entry_of
  EntryKind kind{EntryKind::message};
  NoticeId notice;         ///< messages only
  Timestamp planned_at{};  ///< when it was decided, written or called
  bool drill{false};
  std::vector<Track> tracks;
  std::optional<Said> said{};  ///< notes and calls
};

/// Under which id a note or a call stands among the messages: the event's, with the time at which it happened in front.
/// So what was written without a hub and came later stands where it belongs.
MessageId entry_of(EventId event, Timestamp occurred_at);

struct TimelineFilter {
  std::optional<EntryKind> kind{};
  std::optional<Channel> channel{};  ///< messages with a delivery on it; phone: calls, too
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
  std::int64_t notes{};
  std::int64_t calls{};
  std::vector<OfChannel> channels;  ///< those that occur, by channel
};
/// Over the filter's time range; its other parts are not looked at. Calls are in no channel's figure. Reads the
/// investor's whole range of rows.
Result<TimelineCounts> count_timeline(db::Database& projections, InvestorId investor, const TimelineFilter& filter);

/// The keyed pairs of one entry's words: rising numbers. Whose keys made them, and what of, is the caller's.
struct EntryPairs {
  MessageId entry;
  std::vector<std::uint16_t> pairs;
};
/// Of those entries that have any, in falling order; `entries` stand in falling order, too.
Result<std::vector<EntryPairs>> read_pairs(db::Database& projections, InvestorId investor,
                                           std::span<const TimelineEntry> entries);
/// On a Use::project connection of one's own. Kept but for an investor who was erased, however the two meet: of those
/// nothing is kept, and what was is gone with the projection's step over the erasure.
Status keep_pairs(db::Database& projections, InvestorId investor, std::span<const EntryPairs> made);

}  // namespace guardline::spine
