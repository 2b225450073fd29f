// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/notices/plan.h"

#include <algorithm>

namespace guardline::notices {

Reason suppression(const Profile& profile, Channel channel, Category category) noexcept {
  const auto& way = profile.ways[static_cast<std::size_t>(channel)];
  if (profile.erased) return Reason::investor_erased;
  if (!way.present) return Reason::no_contact_point;
  if (!way.valid) return Reason::contact_point_invalid;
  // The duty to warn, and an answer to a wish uttered this minute: neither asks for more.
  if (category == Category::core_risk || category == Category::one_time_code) return Reason::none;
  if (way.opted_out) return Reason::opted_out;
  if (category == Category::marketing) {
    if (!profile.marketing_consent) return Reason::no_consent;
    if (channel == Channel::sms && profile.marketing_sms_this_month >= kMarketingSmsPerMonth)
      return Reason::marketing_cap;
  }
  return Reason::none;
}

std::vector<PlannedDelivery> plan_first_step(const Profile& profile, const Route& route, Category category) {
  std::vector<PlannedDelivery> plan;
  if (route.empty()) return plan;
  for (const auto channel : route.front().channels)
    plan.push_back({channel, 0, suppression(profile, channel, category)});
  if (category != Category::core_risk) return plan;

  auto usable = std::ranges::count(plan, Reason::none, &PlannedDelivery::reason);
  for (std::size_t step = 1; step < route.size() && usable < 2; ++step) {
    const auto channel = route[step].channels.front();
    if (suppression(profile, channel, category) != Reason::none) continue;
    plan.push_back({channel, static_cast<std::uint8_t>(step), Reason::none});
    ++usable;
  }
  return plan;
}

std::optional<PlannedDelivery> plan_step(const Profile& profile, const Route& route, Category category,
                                         std::size_t step) {
  if (step == 0 || step >= route.size()) return std::nullopt;
  const auto channel = route[step].channels.front();
  // A channel of the first step has had its chance.
  if (std::ranges::find(route.front().channels, channel) != route.front().channels.end()) return std::nullopt;
  return PlannedDelivery{channel, static_cast<std::uint8_t>(step), suppression(profile, channel, category)};
}

}  // namespace guardline::notices
