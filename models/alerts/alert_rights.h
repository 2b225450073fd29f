// What a role may do with alerts. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/alert_gateway.h"
#include "models/gateway/session_values.h"

#include <chrono>

namespace guardline::models {

/// The hub decides; this is what a page offers, so that nobody is led to a refusal.
struct AlertRights {
  AlertReach reach{AlertReach::own};
  bool act{false};
  std::chrono::hours longest_shelf{0};
};

constexpr AlertRights rights_of(Role role) {
  switch (role) {
    case Role::risk:
      return {AlertReach::all, true, std::chrono::hours(8)};
    case Role::supervisor:
      return {AlertReach::all, true, std::chrono::hours(24)};
    case Role::compliance:
      return {AlertReach::all, false, {}};
    case Role::agent:
    case Role::admin:
      break;
  }
  return {};
}

}  // namespace guardline::models
