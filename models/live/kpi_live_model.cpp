// The live figures as a page shows them. SPDX-License-Identifier: GPL-3.0-or-later
#include "models/live/kpi_live_model.h"

#include "models/zone/wall_time.h"

#include <algorithm>
#include <utility>

namespace guardline::models {
namespace {

Timestamp minute_end(Timestamp at) { return from_micros((to_micros(at) / kMinute.count() + 1) * kMinute.count()); }

}  // namespace

KpiLiveModel::KpiLiveModel(LiveGateway& gateway, const Clock& clock, QObject* parent)
    : QObject(parent), gateway_(gateway), clock_(clock), heard_at_(clock.now()) {
  for (const auto channel : kChannels) tiles_[channel_index(channel)].channel = channel;
  coalesce_.setSingleShot(true);
  connect(&coalesce_, &QTimer::timeout, this, &KpiLiveModel::publish);
  // The clock moves the window and ends the alarm's waiting time even when nothing happens.
  second_.setInterval(std::chrono::seconds(1));
  connect(&second_, &QTimer::timeout, this, [this] {
    if (paused()) Q_EMIT pauseChanged();
    if (state_ == LiveState::live) schedule();
  });
  second_.start();
  subscription_ = gateway_.subscribe({.kpi = true, .ticker = false}, [this](const LiveBatch& batch) { handle(batch); });
}

void KpiLiveModel::handle(const LiveBatch& batch) {
  std::visit([this](const auto& part) { on(part); }, batch);
}

void KpiLiveModel::on(const KpiSnapshot& snapshot) {
  store_.replace(snapshot.buckets);
  cursor_ = snapshot.to;
  snapshot_seen_ = true;
  frames_.add(snapshot);
  heard_at_ = clock_.now();
  enter(LiveState::live);
  schedule();
}

void KpiLiveModel::on(const KpiDelta& delta) {
  if (!cursor_) return;  // a snapshot is on its way and covers this
  if (*cursor_ != delta.from) {
    if (*cursor_ == delta.to) return;  // told twice
    ++breaks_;
    cursor_.reset();
    gateway_.request_snapshot();
    return;
  }
  for (const auto& bucket : delta.buckets) store_.apply(bucket);
  cursor_ = delta.to;
  frames_.add(delta);
  if (paused()) paused_events_ += delta.event_count;
  heard_at_ = clock_.now();
  enter(LiveState::live);
  schedule();
}

void KpiLiveModel::on(const StreamNotice& notice) {
  switch (notice.kind) {
    case StreamNotice::Kind::live:
      heard_at_ = notice.at;
      enter(snapshot_seen_ ? LiveState::live : LiveState::loading);
      break;
    case StreamNotice::Kind::stale:
      heard_at_ = notice.at;
      enter(snapshot_seen_ ? LiveState::stale : LiveState::loading);
      break;
    case StreamNotice::Kind::offline:
      heard_at_ = notice.at;
      enter(LiveState::offline);
      break;
    case StreamNotice::Kind::resync:
      // What is shown stays until the snapshot comes: an empty flash would say "nothing was sent".
      cursor_.reset();
      break;
    case StreamNotice::Kind::denied:
      heard_at_ = notice.at;
      enter(LiveState::denied);
      break;
  }
  schedule();
}

void KpiLiveModel::enter(LiveState state) {
  if (state_ == state) return;
  state_ = state;
  recompute();
  Q_EMIT stateChanged();
}

void KpiLiveModel::set_range(LiveRange range) {
  if (range_ == range) return;
  range_ = range;
  publish();
}

KpiLiveModel::Window KpiLiveModel::window() const {
  const bool picture = state_ == LiveState::offline || state_ == LiveState::stale;
  const auto to = minute_end(picture ? heard_at_ : clock_.now());
  switch (range_) {
    case LiveRange::quarter_hour:
      return {to - std::chrono::minutes(15), to};
    case LiveRange::hour:
      return {to - std::chrono::hours(1), to};
    case LiveRange::today:
      return {wall_midnight(to - Micros(1)), to};
  }
  return {to - std::chrono::hours(1), to};
}

void KpiLiveModel::set_paused(bool paused) {
  if (paused == this->paused()) return;
  if (paused) {
    paused_since_ = clock_.now();
    paused_events_ = 0;
    coalesce_.stop();
  } else {
    paused_since_.reset();
    publish();
  }
  Q_EMIT pauseChanged();
}

void KpiLiveModel::schedule() {
  // Not restarted while it runs: a steady stream must not push the refresh away for ever. The first news after a quiet
  // step is shown at once (from the event loop, so that what came with it is in the same refresh): the hub has gathered
  // it for a step already.
  if (paused() || coalesce_.isActive()) return;
  const auto since = published_.isValid() ? std::chrono::milliseconds(published_.elapsed()) : kCoalesce;
  coalesce_.start(std::max(std::chrono::milliseconds(0), kCoalesce - since));
}

void KpiLiveModel::publish() {
  if (paused()) return;
  published_.start();
  recompute();
  Q_EMIT changed();
}

void KpiLiveModel::recompute() {
  if (!snapshot_seen_) return;
  const bool picture = state_ != LiveState::live;
  const auto now = picture ? heard_at_ : clock_.now();
  for (const auto channel : kChannels) {
    auto& tile = tiles_[channel_index(channel)];
    tile = make_tile(store_, channel, now, timers_[channel_index(channel)]);
    if (state_ == LiveState::stale && tile.state != TileState::no_traffic) tile.state = TileState::no_data;
  }
}

}  // namespace guardline::models
