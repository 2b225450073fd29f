// Evaluates the rules, round by round. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/watch/watcher.h"

#include "core/log/log.h"
#include "hub/spine/kpi.h"
#include "hub/watch/measure.h"

#include <algorithm>
#include <chrono>
#include <set>
#include <vector>

namespace guardline::watch {
namespace {

constexpr auto kDay = std::chrono::hours(24);

AlertFact fact_about(const AlertRecord& record, AlertAct act, Timestamp now) {
  AlertFact fact;
  fact.alert = record.id;
  fact.act = act;
  fact.occurrence = record.state.occurrence;
  fact.at = now;
  fact.rule = record.trigger.rule;
  fact.channel = record.channel;
  return fact;
}

/// Somebody else was first, or writes this alert: the next round looks again.
bool others_did(const Error& error) { return error.code == ErrorCode::conflict || error.code == ErrorCode::lease_lost; }

}  // namespace

struct Watcher::View {
  std::vector<Rule> rules;
  std::map<std::string, const Rule*> by_id;
  std::vector<spine::KpiBucket> buckets;
  std::map<Point, AlertRecord> alerts;
  std::vector<AlertRecord> of_the_hub;  ///< those about no channel

  [[nodiscard]] const AlertRecord* find(const std::string& rule, Channel channel) const {
    const auto found = alerts.find({rule, channel});
    return found == alerts.end() ? nullptr : &found->second;
  }
  /// The rule whose active alert on the same channel explains this one's; nothing if none does.
  [[nodiscard]] std::string explained_by(const Rule& rule, Channel channel) const {
    for (const auto& other : rule.inhibited_by) {
      const auto* alert = find(other, channel);
      if (alert != nullptr && alert->state.active && alert->state.suppression != Suppression::out_of_service) {
        return other;
      }
    }
    return {};
  }
};

Watcher::Watcher(AlertBook& book, spine::Stores stores, const Clock& clock)
    : book_(book), stores_(std::move(stores)), clock_(clock), last_round_(clock.steady()) {}
Watcher::~Watcher() = default;

Result<Watcher::View> Watcher::look(Timestamp now) {
  const auto connect = [&](std::unique_ptr<db::Database>& held, spine::Use use) -> Status {
    if (held) return {};
    auto opened = stores_.open(use);
    if (!opened) return std::unexpected(opened.error());
    held = std::move(*opened);
    return {};
  };
  if (auto ok = connect(reads_, spine::Use::read); !ok) return std::unexpected(ok.error());
  if (auto ok = connect(projections_, spine::Use::read_projections); !ok) return std::unexpected(ok.error());
  auto loaded = load_rules(*reads_);
  if (!loaded) return std::unexpected(loaded.error());
  std::string broken;
  for (const auto& id : loaded->broken) broken += " " + id;
  if (broken != told_) {
    if (!broken.empty()) log::warn("watch: rules that break their contract are not evaluated:{}", broken);
    told_ = broken;
  }
  auto alerts = book_.all();
  if (!alerts) return std::unexpected(alerts.error());
  auto kpi = spine::read_kpi(*projections_, now - kDay - std::chrono::hours(1), now + std::chrono::minutes(1));
  if (!kpi) return std::unexpected(kpi.error());
  View view{.rules = std::move(loaded->rules),
            .by_id = {},
            .buckets = std::move(kpi->buckets),
            .alerts = {},
            .of_the_hub = {}};
  for (const auto& rule : view.rules) view.by_id.emplace(rule.id, &rule);
  for (auto& alert : *alerts) {
    if (!alert.channel) {
      view.of_the_hub.push_back(std::move(alert));
      continue;
    }
    const Point point{alert.trigger.rule, *alert.channel};
    view.alerts.emplace(point, std::move(alert));
  }
  return view;
}

namespace {

/// What ends or begins a suppression now; at most one fact.
std::vector<AlertFact> about_quiet(const AlertRecord& record, bool in_service, const std::string& explained_by,
                                   Timestamp now) {
  const auto is = record.state.suppression;
  const auto make = [&](AlertAct act, Suppression way) {
    auto fact = fact_about(record, act, now);
    fact.way = way;
    return fact;
  };
  if (!in_service && is != Suppression::out_of_service) {
    return {make(AlertAct::suppressed, Suppression::out_of_service)};
  }
  if (in_service && is == Suppression::out_of_service) {
    return {make(AlertAct::unsuppressed, Suppression::out_of_service)};
  }
  if (is == Suppression::shelved && record.shelved_until && *record.shelved_until <= now) {
    return {make(AlertAct::unshelved, Suppression::none)};
  }
  if (is == Suppression::none && !explained_by.empty()) {
    auto fact = make(AlertAct::suppressed, Suppression::by_design);
    fact.by = explained_by;
    return {fact};
  }
  if (is == Suppression::by_design && explained_by.empty()) {
    return {make(AlertAct::unsuppressed, Suppression::by_design)};
  }
  return {};
}

/// What was acknowledged and then left alone; at most one fact. What is kept quiet lapses once it no longer is.
std::vector<AlertFact> about_lapse(const AlertRecord& record, Timestamp now) {
  const bool over = record.acknowledged_until && *record.acknowledged_until <= now;
  if (!over || record.state.suppression != Suppression::none) return {};
  return {fact_about(record, AlertAct::unacknowledged, now)};
}

/// Both, of a rule in service: what comes back from a shelf lapses in the same round.
std::vector<AlertFact> quiet_then_lapse(AlertRecord record, const std::string& explained_by, Timestamp now) {
  auto facts = about_quiet(record, true, explained_by, now);
  for (const auto& fact : facts) {
    if (auto after = apply(record, fact)) record = std::move(*after);
  }
  for (auto& fact : about_lapse(record, now)) facts.push_back(std::move(fact));
  return facts;
}

AlertFact raise_of(const Rule& rule, Channel channel, const AlertRecord* before, const Measurement& seen,
                   Timestamp now) {
  AlertFact fact = before != nullptr ? fact_about(*before, AlertAct::raised, now) : AlertFact{};
  if (before == nullptr) fact.alert = AlertId::make(now);
  fact.act = AlertAct::raised;
  fact.at = now;
  fact.occurrence += 1;
  fact.rule = rule.id;
  fact.channel = channel;
  fact.severity = rule.severity;
  fact.trigger = {.rule = rule.id,
                  .metric = rule.metric,
                  .comparison = rule.comparison,
                  .limit = rule.limit,
                  .value = seen.value,
                  .sample = seen.sample,
                  .window_seconds = rule.window_seconds};
  return fact;
}

}  // namespace

Status Watcher::write(const View& view, Timestamp now) {
  std::set<Point> judged;
  const auto put = [&](const std::vector<AlertFact>& facts, const AlertRecord* before) -> Status {
    auto ok = book_.record(facts, before != nullptr ? before->revision : 0);
    if (!ok && !others_did(ok.error())) return ok;
    return {};
  };
  for (const auto& rule : view.rules) {
    if (!rule.enabled || rule.metric == AlertMetric::watch_silence) continue;
    for (const auto channel : rule.channels) {
      const Point point{rule.id, channel};
      judged.insert(point);
      const auto* before = view.find(rule.id, channel);
      const auto seen = measure(rule, channel, view.buckets, now);
      const bool active = before != nullptr && before->state.active;
      const auto explained = view.explained_by(rule, channel);
      std::vector<AlertFact> facts;
      switch (conditions_[point].judge(rule, seen, active, now)) {
        case Verdict::raise:
          facts.push_back(raise_of(rule, channel, before, seen, now));
          break;
        case Verdict::clear: {
          auto fact = fact_about(*before, AlertAct::cleared, now);
          fact.value = seen.value;
          fact.sample = seen.sample;
          facts.push_back(std::move(fact));
          break;
        }
        case Verdict::nothing:
          break;
      }
      AlertRecord present = before != nullptr ? *before : AlertRecord{};
      for (const auto& fact : facts) {
        if (auto after = apply(present, fact)) present = std::move(*after);
      }
      if (present.revision > 0) {
        for (auto& fact : quiet_then_lapse(present, explained, now)) facts.push_back(std::move(fact));
      }
      if (auto ok = put(facts, before); !ok) return ok;
    }
  }
  // Alerts of rules that are switched off, gone, or no longer look at this channel.
  for (const auto& [point, record] : view.alerts) {
    if (judged.contains(point)) continue;
    conditions_.erase(point);
    if (auto ok = put(about_quiet(record, false, {}, now), &record); !ok) return ok;
  }
  for (const auto& record : view.of_the_hub) {
    if (auto ok = put(quiet_then_lapse(record, {}, now), &record); !ok) return ok;
  }
  return {};
}

Status Watcher::round() {
  const auto now = clock_.now();
  auto view = look(now);
  auto ok = view ? write(*view, now) : Status(std::unexpected(view.error()));
  if (!ok) {
    reads_.reset();
    projections_.reset();
    return ok;
  }
  last_round_ = clock_.steady();
  return {};
}

}  // namespace guardline::watch
