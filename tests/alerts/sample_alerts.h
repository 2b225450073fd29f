// Alerts for pictures and tests. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/alert_values.h"
#include "tests/alerts/fake_alert_gateway.h"

#include <chrono>
#include <string>

namespace guardline::test {

using namespace std::chrono_literals;

inline AlertId alert_id(int number) {
  AlertId id;
  id.value[0] = 1;
  for (int i = 0; i < 4; ++i) id.value[static_cast<std::size_t>(15 - i)] = static_cast<std::uint8_t>(number >> (8 * i));
  return id;
}

inline models::Alert make_alert(int number, Severity severity, Timestamp raised) {
  models::Alert alert;
  alert.id = alert_id(number);
  alert.occurrence = 1;
  alert.revision = 1;
  alert.severity = severity;
  alert.channel = Channel::sms;
  alert.trigger = {.rule = QStringLiteral("delivery-rate"),
                   .metric = AlertMetric::delivery_rate,
                   .comparison = Comparison::below,
                   .limit = 9700,
                   .value = 9260,
                   .sample = 692,
                   .window_seconds = 300};
  alert.active = true;
  alert.raised_at = raised;
  alert.announced_at = raised;
  alert.changed_at = raised;
  return alert;
}

/// A desk on a bad morning: every tab has something on it.
inline std::vector<models::Alert> desk(Timestamp now) {
  using enum Severity;
  const models::AlertPerson shen{{}, QStringLiteral("沈砚")};
  const models::AlertPerson lin{{}, QStringLiteral("林晓")};
  std::vector<models::Alert> all;
  const auto add = [&](int number, Severity severity, std::chrono::seconds age) -> models::Alert& {
    all.push_back(make_alert(number, severity, now - age));
    return all.back();
  };
  add(0x3402, urgent, 13min + 26s);
  {
    auto& alert = add(0x3404, urgent, 4min + 51s);
    alert.trigger = {QStringLiteral("no-receipts"), AlertMetric::receipt_rate, Comparison::below, 100, {}, 18, 300};
    alert.owner = shen;
  }
  {
    auto& alert = add(0x3398, high, 5min + 14s);
    alert.occurrence = 2;
    alert.revision = 7;
    alert.channel = Channel::push;
    alert.trigger = {QStringLiteral("failures"), AlertMetric::failure_rate, Comparison::above, 500, 870, 692, 300};
  }
  {
    auto& alert = add(0x3401, high, 11min + 38s);
    alert.trigger = {QStringLiteral("backlog"), AlertMetric::backlog, Comparison::above, 200, 1204, 1204, 300};
    alert.owner = lin;
  }
  {
    auto& alert = add(0x3396, medium, 22min + 47s);
    alert.channel = Channel::email;
    alert.trigger = {QStringLiteral("mail-bounces"), AlertMetric::failure_rate, Comparison::above, 150, 190, 2114, 600};
  }
  {
    auto& alert = add(0x3391, low, 27h + 3min);
    alert.channel = {};
    alert.trigger = {QStringLiteral("watch-silence"), AlertMetric::watch_silence, Comparison::above, 30, 45, 0, 60};
  }
  for (int i = 0; i < 3; ++i) {
    auto& alert = add(0x3370 + i, i == 0 ? urgent : high, 40min + i * 7min);
    alert.acknowledged = true;
    alert.owner = i == 1 ? lin : shen;
    alert.resolved = i == 2;
    if (!alert.resolved) alert.acknowledged_until = now + 17min;
    alert.channel = kChannels[static_cast<std::size_t>(i)];
  }
  for (int i = 0; i < 2; ++i) {
    auto& alert = add(0x3360 + i, medium, 70min + i * 5min);
    alert.active = false;
    alert.cleared_at = now - 12min;
    alert.channel = Channel::email;
  }
  for (int i = 0; i < 3; ++i) {
    auto& alert = add(0x3350 + i, high, 90min + i * 9min);
    alert.suppression = Suppression::shelved;
    alert.shelved_until = now + (i == 1 ? 8min + 12s : 77min + i * 60min);
    alert.acknowledged = true;
  }
  for (int i = 0; i < 4; ++i) {
    auto& alert = add(0x3340 + i, high, 5min + i * 10s);
    alert.suppression = Suppression::by_design;
    alert.suppressed_by = QStringLiteral("no-receipts");
  }
  add(0x3330, medium, 26h).suppression = Suppression::out_of_service;
  return all;
}

/// The log of the first alert of the desk.
inline std::vector<models::AlertLogLine> desk_log(Timestamp now) {
  const models::AlertPerson zhou{{}, QStringLiteral("周岚")};
  const auto line = [&](std::int64_t number, std::chrono::seconds ago, AlertAct act, std::int64_t occurrence) {
    return models::AlertLogLine{.number = number,
                                .at = now - ago,
                                .act = act,
                                .occurrence = occurrence,
                                .actor = {},
                                .text = {},
                                .until = {},
                                .owner = {},
                                .value = {},
                                .sample = {}};
  };
  auto raised = line(4, 13min + 26s, AlertAct::raised, 1);
  raised.value = 9260;
  raised.sample = 692;
  auto unshelved = line(3, 2h, AlertAct::unshelved, 1);
  auto shelved = line(2, 4h, AlertAct::shelved, 1);
  shelved.actor = zhou;
  shelved.text = QStringLiteral("运营商夜间割接，已收到书面通知");
  shelved.until = now - 2h;
  auto assigned = line(1, 5h, AlertAct::assigned, 1);
  assigned.actor = zhou;
  assigned.owner = models::AlertPerson{{}, QStringLiteral("沈砚")};
  return {raised, unshelved, shelved, assigned};
}

}  // namespace guardline::test
