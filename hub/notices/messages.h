// The rows and events by which a planned delivery comes to be. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "hub/notices/plan.h"
#include "hub/spine/submission.h"

#include <optional>
#include <span>
#include <vector>

namespace guardline::notices {

/// Row of table message_delivery, written beside the events.
struct DeliveryRow {
  MessageId message;
  DeliveryId delivery;
  Channel channel{};
  std::uint8_t step{};
};

/// A message of a notice in the making.
struct MessageDraft {
  NoticeId notice;
  MessageId message;
  InvestorId investor;
  bool drill{false};
};

/// Appends `delivery_planned` (+ outgoing work, due now) or `delivery_suppressed` per planned way to `submission`, and
/// the matching rows to `rows`. `cause` is the event that led to it. Returns how many will be sent.
std::size_t add_deliveries(spine::Submission& submission, std::vector<DeliveryRow>& rows, const MessageDraft& message,
                           std::span<const PlannedDelivery> plan, const spine::Cause& cause, Timestamp now);

/// Writes the rows; for `also`.
Status store_deliveries(db::Database& database, std::span<const DeliveryRow> rows);

/// Marks a message as due for the follow-up (a delivery of it has ended without reaching the investor): table message,
/// column due_at. Messages without further steps are never marked. For `also`.
Status mark_due(db::Database& database, MessageId message, Timestamp at);

}  // namespace guardline::notices
