// Who gets a notice over which channels: the rules alone, no I/O. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/delivery.h"
#include "core/domain/notice.h"

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace guardline::notices {

/// What the rules need to know of one investor; index of the arrays = Channel number.
struct Profile {
  struct Way {
    bool present{false};  ///< a contact point is on file
    bool valid{true};     ///< not marked dead by a person-class failure
    bool opted_out{false};
  };
  std::array<Way, 7> ways{};
  bool marketing_consent{false};
  int marketing_sms_this_month{0};
  bool erased{false};
};

/// One planned way of a step. With a reason it is `suppressed` at once and never sent.
struct PlannedDelivery {
  Channel channel{};
  std::uint8_t step{0};
  Reason reason{Reason::none};
};

inline constexpr int kMarketingSmsPerMonth = 4;  ///< H6, the default cap

/// Why this way must not be used, or `none`. Core-risk and service notices are told to the investor whatever marketing
/// consent says; an opt-out of a channel binds service and marketing, not core risk (the firm's duty to warn) nor a
/// code that the investor has just asked for.
Reason suppression(const Profile& profile, Channel channel, Category category) noexcept;

/// The deliveries of the first step. A core-risk notice whose first step has fewer than two usable channels is topped
/// up from the route's later steps, in their order, until two are usable or none is left ("double-channel lock").
std::vector<PlannedDelivery> plan_first_step(const Profile& profile, const Route& route, Category category);

/// The delivery of a later step; nothing when its channel stands in the first one or the route has ended. `step` counts
/// from 1. Whether the double-channel lock has used it up is asked of the record: the profile may have changed since.
std::optional<PlannedDelivery> plan_step(const Profile& profile, const Route& route, Category category,
                                         std::size_t step);

}  // namespace guardline::notices
