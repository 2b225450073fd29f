// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/notice.h"

#include <algorithm>
#include <string>

namespace guardline {

std::string_view name(Category category) noexcept {
  switch (category) {
    case Category::core_risk:
      return "core_risk";
    case Category::service:
      return "service";
    case Category::marketing:
      return "marketing";
    case Category::one_time_code:
      return "one_time_code";
  }
  return "?";
}

std::optional<Category> category_from(std::string_view text) noexcept {
  for (const auto category : {Category::core_risk, Category::service, Category::marketing, Category::one_time_code})
    if (name(category) == text) return category;
  return std::nullopt;
}

std::string_view name(StepMode mode) noexcept { return mode == StepMode::parallel ? "parallel" : "then"; }

std::optional<StepMode> step_mode_from(std::string_view text) noexcept {
  for (const auto mode : {StepMode::parallel, StepMode::then})
    if (name(mode) == text) return mode;
  return std::nullopt;
}

Status check_route(const Route& route, Category category) {
  const auto refuse = [](std::size_t step, std::string_view what) {
    return fail(ErrorCode::invalid_argument, "route step " + std::to_string(step) + ": " + std::string(what));
  };
  constexpr std::size_t kMaxSteps = 6;  // one per channel
  constexpr auto kMaxWait = std::chrono::hours(7 * 24);
  if (route.empty()) return fail(ErrorCode::invalid_argument, "the route has no step");
  if (route.size() > kMaxSteps) return fail(ErrorCode::invalid_argument, "the route has more than 6 steps");
  std::vector<Channel> seen;
  for (std::size_t i = 0; i < route.size(); ++i) {
    const auto& step = route[i];
    if (step.channels.empty()) return refuse(i, "no channel");
    if (i == 0 && step.mode != StepMode::parallel) return refuse(i, "the first step must be parallel");
    if (i > 0 && step.mode != StepMode::then) return refuse(i, "a later step must be 'then'");
    if (step.mode == StepMode::then && step.channels.size() != 1) return refuse(i, "'then' takes exactly one channel");
    if (step.wait < std::chrono::seconds(0) || step.wait > kMaxWait) return refuse(i, "wait is outside 0 to 7 days");
    for (const auto channel : step.channels) {
      if (std::ranges::find(seen, channel) != seen.end())
        return refuse(i, "channel '" + std::string(name(channel)) + "' appears twice");
      seen.push_back(channel);
    }
  }
  if (category == Category::core_risk && route.front().channels.size() < 2)
    return refuse(0, "a core-risk notice needs at least two parallel channels");
  return {};
}

}  // namespace guardline
