// The rules a hub begins with. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/watch/defaults.h"

namespace guardline::watch {

std::vector<Rule> default_rules() {
  using enum Channel;
  // Delays and deadbands begin where process plants begin (a minute before, five after, 1 point) and are tuned later.
  return {{.id = "backlog",
           .severity = Severity::high,
           .metric = AlertMetric::backlog,
           .channels = {sms, email, push},
           .comparison = Comparison::above,
           .limit = 200,
           .deadband = 100,
           .for_seconds = 60,
           .keep_firing_for_seconds = 60,
           .inhibited_by = {}},
          {.id = "delivery-rate",
           .severity = Severity::high,
           .metric = AlertMetric::delivery_rate,
           .channels = {sms},
           .settle_seconds = 60,
           .limit = 9700,
           .deadband = 100,
           .for_seconds = 60,
           .keep_firing_for_seconds = 300,
           .min_sample = 50,
           .inhibited_by = {"no-receipts"}},
          {.id = "failures",
           .severity = Severity::high,
           .metric = AlertMetric::failure_rate,
           .channels = {sms, email, push},
           .comparison = Comparison::above,
           .limit = 500,
           .deadband = 100,
           .for_seconds = 60,
           .keep_firing_for_seconds = 300,
           .min_sample = 50,
           .inhibited_by = {}},
          {.id = "no-receipts",
           .severity = Severity::urgent,
           .metric = AlertMetric::receipt_rate,
           .channels = {sms},
           .settle_seconds = 60,
           .limit = 100,
           .deadband = 100,
           .for_seconds = 60,
           .keep_firing_for_seconds = 60,
           .min_sample = 20,
           .inhibited_by = {}}};
}

std::vector<Rule> demo_rules() {
  auto rules = default_rules();
  for (auto& rule : rules) {
    rule.for_seconds = 3;
    rule.keep_firing_for_seconds = 10;
    if (rule.metric == AlertMetric::backlog) {
      rule.limit = 20;
      rule.deadband = 10;
    }
  }
  return rules;
}

}  // namespace guardline::watch
