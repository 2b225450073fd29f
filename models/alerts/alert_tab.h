// Which tab of the alert centre an alert stands on. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/alert_values.h"

#include <array>
#include <cstddef>
#include <cstdint>

namespace guardline::models {

/// By the three axes; an alert stands on exactly one.
enum class AlertTab : std::uint8_t {
  to_acknowledge,  ///< 待确认: active, not acknowledged
  in_hand,         ///< 处理中: active, acknowledged
  returned,        ///< 已恢复未确认
  shelved,         ///< 搁置
  by_design,       ///< 设计抑制
  out_of_service,  ///< 停用
  history,         ///< inactive and acknowledged
};
inline constexpr std::size_t kAlertTabCount = 7;
inline constexpr std::array<AlertTab, kAlertTabCount> kAlertTabs{
    AlertTab::to_acknowledge, AlertTab::in_hand,        AlertTab::returned, AlertTab::shelved,
    AlertTab::by_design,      AlertTab::out_of_service, AlertTab::history};
constexpr std::size_t tab_index(AlertTab tab) { return static_cast<std::size_t>(tab); }

/// Suppression comes first: what is kept quiet asks for nothing, whatever else is true of it. Source: AlertCounts of
/// core/api/alert.h.
constexpr AlertTab tab_of(bool active, bool acknowledged, Suppression suppression) {
  switch (suppression) {
    case Suppression::shelved:
      return AlertTab::shelved;
    case Suppression::by_design:
      return AlertTab::by_design;
    case Suppression::out_of_service:
      return AlertTab::out_of_service;
    case Suppression::none:
      break;
  }
  if (active) return acknowledged ? AlertTab::in_hand : AlertTab::to_acknowledge;
  return acknowledged ? AlertTab::history : AlertTab::returned;
}
inline AlertTab tab_of(const Alert& alert) { return tab_of(alert.active, alert.acknowledged, alert.suppression); }

}  // namespace guardline::models
