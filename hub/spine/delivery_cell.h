// What the projections know of one delivery. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/base/time.h"
#include "core/domain/delivery.h"

#include <cstdint>
#include <string>

namespace guardline::spine {

// DeliveryCell::flags. Stored: never renumber.
inline constexpr std::int64_t kPlanned = 1;   ///< counted as planned
inline constexpr std::int64_t kHanded = 2;    ///< counted as handed
inline constexpr std::int64_t kAccepted = 4;  ///< counted as accepted
inline constexpr std::int64_t kOpenedPerson = 8;
inline constexpr std::int64_t kOpenedMachine = 16;
inline constexpr std::int64_t kClicked = 32;  ///< by a person
inline constexpr std::int64_t kReplied = 64;
inline constexpr std::int64_t kConfirmed = 128;

/// One row of p_delivery.
struct DeliveryCell {
  DeliveryId delivery;
  MessageId message;
  NoticeId notice;
  InvestorId investor;
  Channel channel{};
  DeliveryState state{};  ///< 0 = not seen before
  Reason reason{};
  std::string carrier;
  bool drill{false};
  Timestamp planned_at{};
  Timestamp accepted_at{};  ///< epoch = not accepted
  Timestamp changed_at{};
  /// Epoch = not delivered. When it was, by the carrier's word; by the hub's clock where that word is from before the
  /// acceptance (some carriers say the minute only).
  Timestamp reached_at{};
  Timestamp minute{};       ///< the bucket in which its present state is counted
  std::int64_t flags{0};
};

}  // namespace guardline::spine
