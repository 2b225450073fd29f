// Reading the progress projection: what became of a notice, a message, a delivery. SPDX-License-Identifier:
// GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/id.h"
#include "core/base/time.h"
#include "core/db/database.h"
#include "core/domain/delivery.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace guardline::spine {

struct DeliveryProgress {
  DeliveryId delivery;
  MessageId message;
  NoticeId notice;
  InvestorId investor;
  Channel channel{};
  DeliveryState state{};
  Reason reason{};
  std::string carrier;
  Timestamp planned_at{};
  std::optional<Timestamp> accepted_at;  ///< by the carrier
  Timestamp changed_at{};                ///< occurred_at of the event that led to `state`
  bool opened_person{false};
  bool opened_machine{false};
};

struct StateCount {
  Channel channel{};
  DeliveryState state{};
  std::int64_t deliveries{};
};
struct NoticeProgress {
  std::int64_t messages{};
  std::vector<StateCount> states;
};

// All on a Use::read_projections connection; figures may lag the spine by the projector's step.

/// not_found if unknown (yet).
Result<DeliveryProgress> read_delivery(db::Database& projections, DeliveryId delivery);
Result<NoticeProgress> read_notice(db::Database& projections, NoticeId notice);
/// Messages of a notice in id order after `after` (empty = from the start), at most `max`.
Result<std::vector<MessageId>> read_messages(db::Database& projections, NoticeId notice, MessageId after,
                                             std::size_t max);
/// Deliveries of a message, in id order.
Result<std::vector<DeliveryProgress>> read_deliveries(db::Database& projections, NoticeId notice, MessageId message);

}  // namespace guardline::spine
