// /v1/stream: what changes, as it changes. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/alert.h"
#include "core/api/kpi.h"
#include "core/api/ticker.h"
#include "core/base/time.h"
#include "core/wire/describe.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace guardline::api {

enum class Topic : std::uint8_t { kpi = 1, alerts = 2, ticker = 3 };
GUARDLINE_WIRE_ENUM(Topic, kpi, alerts, ticker)

/// POST /v1/stream/tickets -> 201 StreamTicket. Then GET /v1/stream as a WebSocket with `Authorization: Ticket
/// <ticket>`. `cursor`: the `to` of the last kpi frame drawn; without one the stream begins with a snapshot.
struct StreamTicketRequest {
  std::vector<Topic> topics;
  std::optional<std::string> cursor;
};
GUARDLINE_WIRE(StreamTicketRequest, (topics, cursor), list("topics", 1, 8, "What to hear of; each once."),
               shaped("cursor", Format::cursor, "Where this client stands on topic kpi."))

/// Works once, within `expires_at` (30 s), for the device and session that asked for it.
struct StreamTicket {
  std::string ticket;
  Timestamp expires_at;
};
GUARDLINE_WIRE(StreamTicket, (ticket, expires_at),
               shaped("ticket", Format::token, "For the Authorization header; never in an address.").hidden(),
               time("expires_at", "Worthless after."))

/// POST /v1/stream/poll -> 200 PollAnswer: the same frames without a WebSocket. Waits up to `wait_seconds` while there
/// is nothing; without a cursor it answers at once with a snapshot. Give the `to` of the last kpi frame as the next
/// cursor.
struct PollRequest {
  std::vector<Topic> topics;
  std::optional<std::string> cursor;
  std::int64_t wait_seconds{};
};
GUARDLINE_WIRE(PollRequest, (topics, cursor, wait_seconds), list("topics", 1, 8, "What to hear of; each once."),
               shaped("cursor", Format::cursor, "Where this client stands on topic kpi."),
               integer("wait_seconds", 0, 25, "How long the hub may hold the answer back while nothing happens."))

enum class FrameType : std::uint8_t { snapshot = 1, delta = 2, items = 3, resync_required = 4 };
GUARDLINE_WIRE_ENUM(FrameType, snapshot, delta, items, resync_required)

/// One text message of the stream. Which members are there:
///   snapshot         kpi: to, data (all buckets of the last 24 hours; `from` too when it takes the place of deltas
///   since the client's
///                    cursor: it then covers (from, to] and the client replaces everything it has). alerts: `alerts`,
///                    all that are not both inactive and acknowledged, or are suppressed; the client replaces its list.
///   delta            kpi: from, to, events (how many spine events the range covers), data (changed buckets, absolute).
///                    `from` equals the `to` of the frame before; any other value means a frame was lost: ask anew.
///   items            ticker: items. alerts: `alerts`, those changed, as they stand now (replace by alert_id).
///   resync_required  the client's cursor can't be used (other spine, damaged): forget it; a snapshot follows.
/// WebSocket close codes: 1001 hub stops, 1008 client sent a message, 4401 session ended, 4403 device revoked, 4408 too
/// slow (the client's queue overflowed; resume by cursor).
struct Frame {
  FrameType type{FrameType::delta};
  Topic topic{Topic::kpi};
  std::optional<std::string> from;
  std::optional<std::string> to;
  std::optional<std::int64_t> events;
  std::optional<KpiData> data;
  std::optional<std::vector<TickerItem>> items;
  std::optional<std::vector<Alert>> alerts;
};
GUARDLINE_WIRE(Frame, (type, topic, from, to, events, data, items, alerts), choice("type", "What kind of frame."),
               choice("topic", "Of which topic."),
               shaped("from", Format::cursor, "The range covered begins after this."),
               shaped("to", Format::cursor, "The range covered ends with this."),
               count("events", "Spine events in the range."), object("data", "Topic kpi."),
               list("items", 0, 200, "Topic ticker, oldest first."), list("alerts", 0, 2000, "Topic alerts."))

/// `cursor` goes into the next PollRequest (it also holds the places in ticker and alerts); the `to` of the last kpi
/// frame works too.
struct PollAnswer {
  std::vector<Frame> frames;
  std::string cursor;
};
GUARDLINE_WIRE(PollAnswer, (frames, cursor), list("frames", 0, 64, "In order; empty when nothing happened."),
               shaped("cursor", Format::cursor, "For the next request."))

inline constexpr std::uint16_t kCloseSessionEnded = 4401;
inline constexpr std::uint16_t kCloseDeviceRevoked = 4403;
inline constexpr std::uint16_t kCloseTooSlow = 4408;

}  // namespace guardline::api
