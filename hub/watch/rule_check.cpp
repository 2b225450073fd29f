// What a threshold rule may say. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/watch/rule_check.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>

namespace guardline::watch {
namespace {

constexpr std::int64_t kWhole = 10000;  // basis points

bool is_rate(AlertMetric metric) {
  return metric == AlertMetric::delivery_rate || metric == AlertMetric::receipt_rate ||
         metric == AlertMetric::failure_rate;
}

void check_channels(const Rule& rule, wire::Violations& faults) {
  if (std::set(rule.channels.begin(), rule.channels.end()).size() != rule.channels.size()) {
    faults.push_back({"/channels", "must name each channel once"});
  }
  if (rule.channels.empty() != (rule.metric == AlertMetric::watch_silence)) {
    faults.push_back({"/channels", "must be there for every metric but watch_silence, and only then"});
  }
}

void check_limits(const Rule& rule, wire::Violations& faults) {
  if (is_rate(rule.metric) && rule.limit > kWhole) faults.push_back({"/limit", "must be 0 .. 10000 for a rate"});
  if (is_rate(rule.metric) && rule.deadband > kWhole) faults.push_back({"/deadband", "must be 0 .. 10000 for a rate"});
  if (!faults.empty()) return;
  const auto back = rule.comparison == Comparison::below ? rule.limit + rule.deadband : rule.limit - rule.deadband;
  if (back < 0 || (is_rate(rule.metric) && back > kWhole)) {
    faults.push_back({"/deadband", "must leave a value at which the alert clears"});
  }
}

}  // namespace

wire::Violations faults_of(const Rule& rule) {
  // The members' own bounds once more: a rule may come from code as well as from a text.
  if (auto read = wire::from_json<Rule>(wire::to_json(rule)); !read) return std::move(read.error());
  wire::Violations faults;
  check_limits(rule, faults);
  check_channels(rule, faults);
  if (rule.window_seconds % 60 != 0) faults.push_back({"/window_seconds", "must be whole minutes"});
  if (rule.settle_seconds % 60 != 0) faults.push_back({"/settle_seconds", "must be whole minutes"});
  for (std::size_t i = 0; i < rule.inhibited_by.size(); ++i) {
    if (rule.inhibited_by[i] == rule.id)
      faults.push_back({"/inhibited_by/" + std::to_string(i), "must be another rule"});
  }
  return faults;
}

wire::Violations faults_among(const Rule& rule, const std::vector<Rule>& others) {
  std::map<std::string_view, const Rule*> by_id;
  for (const auto& other : others) {
    if (other.id != rule.id) by_id.emplace(other.id, &other);
  }
  std::set<std::string_view> met;
  const std::function<bool(std::string_view)> leads_back = [&](std::string_view id) {
    if (id == rule.id) return true;
    const auto found = by_id.find(id);
    if (found == by_id.end() || !met.insert(id).second) return false;
    return std::ranges::any_of(found->second->inhibited_by, leads_back);
  };
  wire::Violations faults;
  for (std::size_t i = 0; i < rule.inhibited_by.size(); ++i) {
    const auto& id = rule.inhibited_by[i];
    const auto place = "/inhibited_by/" + std::to_string(i);
    met.clear();
    if (id != rule.id && !by_id.contains(id)) {
      faults.push_back({place, "must be a rule that is there"});
    } else if (leads_back(id)) {
      faults.push_back({place, "must not be explained by this rule in turn"});
    }
  }
  return faults;
}

Status check_rule(const Rule& rule) {
  const auto faults = faults_of(rule);
  if (faults.empty()) return {};
  return fail(ErrorCode::invalid_argument,
              "rule " + rule.id + ": " + faults.front().pointer + " " + faults.front().detail);
}

}  // namespace guardline::watch
