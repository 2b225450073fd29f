// Rounds of questions for a person's own alerts. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/link/alert_poll.h"

#include "app/link/alert_wire.h"

#include <QPointer>

namespace guardline::app {
namespace {

using Kind = models::AlertFeed::Kind;

constexpr std::size_t kMost = 2000;  // as many as a snapshot of the stream holds

bool asks_for_something(const models::Alert& alert) {
  return alert.active || !alert.acknowledged || alert.suppression != Suppression::none;
}

}  // namespace

AlertPoll::AlertPoll(Link& link, LiveClient& stream, const Clock& clock, std::chrono::milliseconds every,
                     std::function<void(const models::AlertBatch&)> tell)
    : link_(link), clock_(clock), tell_(std::move(tell)), heard_(clock.now()) {
  every_.setInterval(every);
  connect(&every_, &QTimer::timeout, this, &AlertPoll::begin_round);
  every_.start();
  // Without topics: only whether the stream lives.
  notices_ = stream.subscribe({.kpi = false, .ticker = false}, [this](const models::LiveBatch& batch) {
    const auto* notice = std::get_if<models::StreamNotice>(&batch);
    if (notice == nullptr) return;
    if (notice->kind == models::StreamNotice::Kind::live) return begin_round();
    if (notice->kind == models::StreamNotice::Kind::offline) say(Kind::offline);
  });
  QTimer::singleShot(0, this, &AlertPoll::begin_round);
}

void AlertPoll::begin_round() {
  if (asking_) return;
  asking_ = true;
  found_.clear();
  ask({});
}

void AlertPoll::ask(const std::string& cursor) {
  std::string path = "/v1/alerts?limit=200";
  if (!cursor.empty()) path += "&cursor=" + cursor;
  const QPointer<AlertPoll> self(this);
  link_.ask<api::AlertPage>({.path = std::move(path), .as_person = true},
                            [self](std::expected<api::AlertPage, models::SessionError> page, const Link::Envelope&) {
                              if (self) self->take(std::move(page));
                            });
}

void AlertPoll::take(std::expected<api::AlertPage, models::SessionError> page) {
  if (ended_) return;
  if (!page) {
    asking_ = false;
    return say(page.error().failure == models::Failure::role ? Kind::denied : Kind::offline);
  }
  heard_ = clock_.now();
  for (auto& alert : alerts_of(std::move(page->alerts))) {
    if (asks_for_something(alert) && found_.size() < kMost) found_.push_back(std::move(alert));
  }
  if (page->next && found_.size() < kMost) return ask(*page->next);
  asking_ = false;
  const QPointer<AlertPoll> self(this);
  tell_(models::AlertSnapshot{std::exchange(found_, {})});
  if (self && !ended_) say(Kind::live);
}

void AlertPoll::end() {
  ended_ = true;
  every_.stop();
  notices_.reset();
}

void AlertPoll::say(Kind kind) {
  if (!ended_) tell_(models::AlertFeed{kind, heard_});
}

}  // namespace guardline::app
