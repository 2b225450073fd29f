// What a link is about. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/id.h"
#include "core/base/time.h"
#include "core/db/database.h"
#include "core/domain/delivery.h"

#include <optional>
#include <string>

namespace guardline::receipts {

struct Target {
  DeliveryId delivery;
  MessageId message;
  NoticeId notice;
  InvestorId investor;
  Channel channel{};
  std::string carrier;  ///< empty = none was chosen yet
  bool drill{false};
  Timestamp planned_at{};
  std::optional<Timestamp> accepted_at;  ///< by the carrier; nothing = not yet
};

/// `store` is a reading connection of the spine's store. Errors: not_found (no such delivery), denied (the link is
/// over: 30 days old, revoked, or its investor was erased).
Result<Target> find_target(db::Database& store, DeliveryId delivery, Timestamp now);

}  // namespace guardline::receipts
