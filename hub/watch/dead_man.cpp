// Watches the watch. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/watch/dead_man.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace guardline::watch {

DeadMan::DeadMan(AlertBook& book, const Clock& clock, std::function<Micros()> last_round, Micros period)
    : book_(book), clock_(clock), last_round_(std::move(last_round)), period_(period) {}

Status DeadMan::check() {
  const auto silent = clock_.steady() - last_round_();
  const bool late = silent > kLatePeriods * period_;
  const auto alerts = book_.all();
  if (!alerts) return std::unexpected(alerts.error());
  const auto found = std::ranges::find_if(*alerts, [](const auto& alert) { return alert.trigger.rule == kWatchLate; });
  const bool known = found != alerts->end();
  if (late == (known && found->state.active)) return {};
  AlertFact fact;
  fact.act = late ? AlertAct::raised : AlertAct::cleared;
  fact.at = clock_.now();
  fact.alert = known ? found->id : AlertId::make(fact.at);
  fact.occurrence = (known ? found->state.occurrence : 0) + (late ? 1 : 0);
  fact.rule = kWatchLate;
  fact.severity = Severity::urgent;
  const auto seconds = std::chrono::ceil<std::chrono::seconds>(std::max(silent, Micros(0))).count();
  const auto limit = std::chrono::ceil<std::chrono::seconds>(kLatePeriods * period_).count();
  fact.trigger = {.rule = std::string(kWatchLate),
                  .metric = AlertMetric::watch_silence,
                  .comparison = Comparison::above,
                  .limit = limit,
                  .value = seconds,
                  .sample = 0,
                  .window_seconds = limit};
  if (!late) fact.value = seconds;
  auto ok = book_.record({fact}, known ? found->revision : 0);
  // Another hub or a person was first: the next look sees it.
  if (!ok && (ok.error().code == ErrorCode::conflict || ok.error().code == ErrorCode::lease_lost)) return {};
  return ok;
}

}  // namespace guardline::watch
