// The live gateway over the link. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/link/live_client.h"

#include <QTimer>
#include <algorithm>
#include <optional>

namespace guardline::app {

using models::KpiDelta;
using models::KpiSnapshot;
using models::StreamNotice;
using models::TickerItems;

namespace {

/// Nothing for `resync`: what follows it is a snapshot of alerts, too.
std::optional<models::AlertFeed> feed_of(const StreamNotice& notice) {
  using Kind = models::AlertFeed::Kind;
  switch (notice.kind) {
    case StreamNotice::Kind::live:
      return models::AlertFeed{Kind::live, notice.at};
    case StreamNotice::Kind::stale:
      return models::AlertFeed{Kind::stale, notice.at};
    case StreamNotice::Kind::offline:
      return models::AlertFeed{Kind::offline, notice.at};
    case StreamNotice::Kind::denied:
      return models::AlertFeed{Kind::denied, notice.at};
    case StreamNotice::Kind::resync:
      break;
  }
  return std::nullopt;
}

}  // namespace

LiveClient::LiveClient(Link& link, const Clock& clock, QObject* parent)
    : QObject(parent), link_(link), present_{StreamNotice::Kind::offline, clock.now()} {
  connect(&link_, &Link::batches_waiting, this, [this] { hand_out(); });
}

models::Handle LiveClient::subscribe(models::LiveTopics topics, Handler handler) {
  auto subscriber = std::make_shared<Subscriber>(Subscriber{.topics = topics, .handler = std::move(handler)});
  subscribers_.push_back(subscriber);
  QTimer::singleShot(0, this, [this, weak = std::weak_ptr(subscriber)] {
    if (const auto there = weak.lock(); there && there->handler) {
      const auto call = there->handler;
      call(present_);
    }
  });
  topics_changed();
  if (topics.kpi) link_.request_snapshot();
  return models::Handle([this, weak = std::weak_ptr(subscriber)] {
    const auto there = weak.lock();
    if (!there) return;
    there->handler = nullptr;
    std::erase(subscribers_, there);
    topics_changed();
  });
}

models::Handle LiveClient::subscribe_alerts(std::function<void(const models::AlertBatch&)> handler) {
  auto subscriber = std::make_shared<AlertSubscriber>(AlertSubscriber{.handler = std::move(handler)});
  alert_subscribers_.push_back(subscriber);
  QTimer::singleShot(0, this, [this, weak = std::weak_ptr(subscriber)] {
    const auto there = weak.lock();
    if (!there || !there->handler) return;
    if (const auto feed = feed_of(present_)) {
      const auto call = there->handler;
      call(*feed);
    }
  });
  topics_changed();
  link_.request_snapshot();  // a reader that comes later hears only of changes otherwise
  return models::Handle([this, weak = std::weak_ptr(subscriber)] {
    const auto there = weak.lock();
    if (!there) return;
    there->handler = nullptr;
    std::erase(alert_subscribers_, there);
    topics_changed();
  });
}

void LiveClient::topics_changed() {
  const auto any = [this](bool models::LiveTopics::*topic) {
    return std::any_of(subscribers_.begin(), subscribers_.end(),
                       [topic](const auto& subscriber) { return subscriber->topics.*topic; });
  };
  std::vector<api::Topic> topics;
  if (any(&models::LiveTopics::kpi)) topics.push_back(api::Topic::kpi);
  if (!alert_subscribers_.empty()) topics.push_back(api::Topic::alerts);
  if (any(&models::LiveTopics::ticker)) topics.push_back(api::Topic::ticker);
  link_.set_topics(std::move(topics));
}

void LiveClient::request_snapshot() { link_.request_snapshot(); }
void LiveClient::retry_now() { link_.retry_now(); }

void LiveClient::hand_out() {
  for (const auto& batch : link_.take_batches()) {
    std::visit([this](const auto& told) { hand_out(told); }, batch);
  }
}

void LiveClient::hand_out(const models::LiveBatch& batch) {
  const bool snapshot = std::holds_alternative<KpiSnapshot>(batch);
  const bool delta = std::holds_alternative<KpiDelta>(batch);
  const bool ticker = std::holds_alternative<TickerItems>(batch);
  const auto* notice = std::get_if<StreamNotice>(&batch);
  if (notice != nullptr) present_ = *notice;
  const auto copy = subscribers_;  // a handler may end its subscription, or begin another
  for (const auto& subscriber : copy) {
    if (!subscriber->handler) continue;
    if ((snapshot || delta) && !subscriber->topics.kpi) continue;
    if (ticker && !subscriber->topics.ticker) continue;
    if (snapshot) subscriber->begun = true;
    if (delta && !subscriber->begun) continue;
    const auto call = subscriber->handler;
    call(batch);
  }
  if (notice == nullptr) return;
  if (const auto feed = feed_of(*notice)) hand_out(models::AlertBatch(*feed));
}

void LiveClient::hand_out(const models::AlertBatch& batch) {
  const auto copy = alert_subscribers_;
  for (const auto& subscriber : copy) {
    if (!subscriber->handler) continue;
    if (std::holds_alternative<models::AlertSnapshot>(batch)) subscriber->begun = true;
    // Changes of a list that nobody has told mean nothing.
    if (std::holds_alternative<models::AlertChanges>(batch) && !subscriber->begun) continue;
    const auto call = subscriber->handler;
    call(batch);
  }
}

}  // namespace guardline::app
