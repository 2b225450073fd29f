// Topic alerts: what changed, as it stands. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/edge/alert_source.h"

#include <charconv>

namespace guardline::edge {
namespace {

constexpr std::size_t kTold = 2000;

bool asks_for_something(const api::Alert& alert) {
  return alert.active || !alert.acknowledged || alert.suppression != Suppression::none;
}

}  // namespace

AlertSource::AlertSource(Load load, const Clock& clock)
    : load_(std::move(load)),
      forgotten_until_(static_cast<std::uint64_t>(to_micros(clock.now()))),
      told_until_(forgotten_until_) {}

Status AlertSource::refresh() {
  const std::lock_guard loading(loading_);
  auto loaded = load_();
  if (!loaded) return std::unexpected(loaded.error());
  std::function<void()> wake;
  {
    const std::lock_guard lock(mutex_);
    for (auto& alert : *loaded) {
      const auto known = alerts_.find(alert.alert_id);
      if (known != alerts_.end() && known->second.revision == alert.revision) continue;
      pending_.insert(alert.alert_id);
      alerts_.insert_or_assign(alert.alert_id, std::move(alert));
    }
    if (!pending_.empty()) wake = changed_;
  }
  if (wake) wake();
  return {};
}

void AlertSource::start(std::function<void()> changed) {
  const std::lock_guard lock(mutex_);
  changed_ = std::move(changed);
}

void AlertSource::stop() {
  const std::lock_guard lock(mutex_);
  changed_ = nullptr;
}

api::Frame AlertSource::frame(api::FrameType type, const std::set<AlertId>& ids) const {
  api::Frame frame{.type = type,
                   .topic = api::Topic::alerts,
                   .from = {},
                   .to = {},
                   .events = {},
                   .data = {},
                   .items = {},
                   .alerts = std::vector<api::Alert>()};
  for (const auto& id : ids) frame.alerts->push_back(alerts_.at(id));
  return frame;
}

std::optional<api::Frame> AlertSource::take() {
  const std::lock_guard lock(mutex_);
  if (pending_.empty()) return std::nullopt;
  auto changes = frame(api::FrameType::items, pending_);
  for (const auto& id : pending_) told_.emplace_back(++told_until_, id);
  pending_.clear();
  while (told_.size() > kTold) {
    forgotten_until_ = told_.front().first;
    told_.pop_front();
  }
  return changes;
}

std::vector<api::Frame> AlertSource::catch_up(std::optional<std::string_view> position) {
  const std::lock_guard lock(mutex_);
  std::uint64_t seen = 0;
  bool ours = false;
  if (position) {
    const auto* end = position->data() + position->size();
    const auto [at, error] = std::from_chars(position->data(), end, seen);
    ours = error == std::errc() && at == end && seen >= forgotten_until_ && seen <= told_until_;
  }
  std::set<AlertId> ids;
  if (ours) {
    for (const auto& [number, id] : told_) {
      if (number > seen) ids.insert(id);
    }
    if (ids.empty()) return {};
    return {frame(api::FrameType::items, ids)};
  }
  for (const auto& [id, alert] : alerts_) {
    if (asks_for_something(alert)) ids.insert(id);
  }
  return {frame(api::FrameType::snapshot, ids)};
}

std::string AlertSource::position() const {
  const std::lock_guard lock(mutex_);
  return std::to_string(told_until_);
}

}  // namespace guardline::edge
