// What is sent and over which ways. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/domain/delivery.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace guardline {

/// What a notice is for; decides consent, caps, quiet hours, and whether something that may have arrived is sent again.
/// Numbers are stored: never renumber.
enum class Category : std::uint8_t {
  core_risk = 1,  ///< margin call, forced liquidation, delisting: must reach, on two channels at once
  service = 2,
  marketing = 3,
  one_time_code = 4,  ///< asked for by the investor a moment ago; sent by the hub itself only, worthless after ten minutes
};
std::string_view name(Category category) noexcept;
std::optional<Category> category_from(std::string_view name) noexcept;

/// "At once" and "one after another" are two words; a bare list of channels is read both ways by people.
enum class StepMode : std::uint8_t { parallel = 1, then = 2 };
std::string_view name(StepMode mode) noexcept;
std::optional<StepMode> step_mode_from(std::string_view name) noexcept;

/// One step of a route. The channels of a `parallel` step go out together. A `then` step has one channel, and starts
/// when the step before it has ended without a delivery, or has waited `wait` without one (0 = only when it has ended).
struct RouteStep {
  StepMode mode{StepMode::parallel};
  std::vector<Channel> channels;
  std::chrono::seconds wait{0};
};
using Route = std::vector<RouteStep>;

/// Refuses (invalid_argument, with the step counted from 0 in the text): no step, more than 6, a step without channels,
/// a channel twice, a `then` step with several channels or in first place, a later `parallel` step, a wait outside 0..7
/// days; and a core-risk notice whose first step has fewer than two parallel channels.
Status check_route(const Route& route, Category category);

}  // namespace guardline
