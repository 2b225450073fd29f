// The states of a session. SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/session_model.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace guardline::models {
namespace {

constexpr std::chrono::seconds slow_after{3};
constexpr std::chrono::seconds hub_again_after{60};

}  // namespace

SessionModel::SessionModel(SessionGateway& gateway, const Clock& clock, QObject* parent)
    : QObject(parent), gateway_(gateway), clock_(clock), device_(gateway.local_device()) {
  state_ = device_.standing == LocalDevice::Standing::bound ? State::signed_out : State::not_enrolled;
  slow_timer_.setSingleShot(true);
  slow_timer_.setInterval(slow_after);
  connect(&slow_timer_, &QTimer::timeout, this, [this] {
    slow_ = true;
    Q_EMIT changed();
  });
  hub_timer_.setInterval(hub_again_after);
  connect(&hub_timer_, &QTimer::timeout, this, [this] { ask_hub(); });
  hub_timer_.start();
  watching_connection_ = gateway_.watch_connection([this](const Connection& now) {
    const bool came = now.state == Connection::State::online && connection_.state != Connection::State::online;
    connection_ = now;
    if (came) ask_hub();
    // Nobody may be in when the trust in this computer ends.
    if (now.cause == Failure::device_revoked && device_.standing != LocalDevice::Standing::revoked) reload_device();
    Q_EMIT connection_changed();
  });
  watching_end_ = gateway_.watch_session_end([this](SessionEnd why) { end(why); });
}

std::optional<Milliseconds> SessionModel::clock_skew() const {
  if (!hub_ || std::chrono::abs(hub_->clock_offset) <= allowed_clock_offset) return std::nullopt;
  return hub_->clock_offset;
}

int SessionModel::wait_seconds() const {
  if (!error_ || !error_->until) return 0;
  const auto left = std::chrono::ceil<std::chrono::seconds>(*error_->until - clock_.now());
  return std::max(0, static_cast<int>(left.count()));
}

Timestamp SessionModel::hub_now() const { return clock_.now() - (hub_ ? hub_->clock_offset : Milliseconds{}); }

std::chrono::seconds SessionModel::step_up_left() const {
  if (!stepped_up_) return std::chrono::seconds(0);
  return std::max(std::chrono::seconds(0), std::chrono::ceil<std::chrono::seconds>(stepped_up_->until - hub_now()));
}

std::optional<StepUp> SessionModel::stepped_up() const {
  return step_up_left().count() > 0 ? stepped_up_ : std::nullopt;
}

Handle SessionModel::step_up(const StepUpRequest& request, Answer<StepUp> answer) {
  if (state_ != State::signed_in) return {};
  auto wanted = std::make_shared<Answer<StepUp>>(std::move(answer));
  stepping_up_ = gateway_.step_up(request, [this, wanted](std::expected<StepUp, SessionError> result) {
    if (result) {
      stepped_up_ = *result;
      Q_EMIT step_up_changed();
    }
    if (const auto call = std::exchange(*wanted, nullptr)) call(std::move(result));
  });
  return Handle([wanted] { *wanted = nullptr; });
}

Handle SessionModel::own_sessions(Answer<std::vector<OwnSession>> answer) {
  return state_ == State::signed_in ? gateway_.own_sessions(std::move(answer)) : Handle();
}

Handle SessionModel::end_session(const QString& id, Answer<void> answer) {
  return state_ == State::signed_in ? gateway_.end_session(id, std::move(answer)) : Handle();
}

void SessionModel::step_up_over() { forget_step_up(); }

void SessionModel::forget_step_up() {
  if (!stepped_up_) return;
  stepped_up_.reset();
  Q_EMIT step_up_changed();
}

void SessionModel::ask_hub() {
  if (!online()) return;
  asking_hub_ = gateway_.hub_info([this](std::expected<HubInfo, SessionError> answer) {
    if (answer) {
      hub_ = *std::move(answer);
    } else if (answer.error().failure == Failure::device_revoked) {
      reload_device();
    }
    Q_EMIT changed();
  });
}

void SessionModel::sign_in(const QString& account, const QString& password, const QString& code) {
  const bool ready = state_ == State::signed_out || state_ == State::locked;
  if (!ready || wait_seconds() > 0 || password.isEmpty() || code.isEmpty()) return;
  const auto name = session_ ? session_->account : account.trimmed();
  if (name.isEmpty()) return;
  const auto before = state_;
  error_.reset();
  ended_.reset();
  slow_ = false;
  slow_timer_.start();
  set_state(State::verifying);
  signing_in_ = gateway_.sign_in(
      {name, password.normalized(QString::NormalizationForm_C), code},
      [this, before](std::expected<Session, SessionError> answer) { finish(std::move(answer), before); });
}

void SessionModel::finish(std::expected<Session, SessionError> answer, State before) {
  slow_timer_.stop();
  slow_ = false;
  if (!answer) {
    error_ = std::move(answer).error();
    if (error_->failure == Failure::device_revoked || error_->failure == Failure::device_unknown) {
      session_.reset();
      device_ = gateway_.local_device();
      before = State::signed_out;
    }
    return set_state(before);
  }
  const bool unlocked = before == State::locked;
  // It was the old session's.
  stepping_up_.reset();
  stepped_up_.reset();
  session_ = *std::move(answer);
  set_state(State::signed_in);
  Q_EMIT step_up_changed();
  if (!unlocked) Q_EMIT entered();
}

void SessionModel::cancel() {
  if (state_ != State::verifying) return;
  signing_in_.reset();
  slow_timer_.stop();
  slow_ = false;
  set_state(session_ ? State::locked : State::signed_out);
}

void SessionModel::sign_out() {
  signing_in_.reset();
  slow_timer_.stop();
  session_.reset();
  error_.reset();
  stepping_up_.reset();
  forget_step_up();
  gateway_.sign_out();
  set_state(State::signed_out);
}

void SessionModel::lock() {
  if (state_ != State::signed_in) return;
  error_.reset();
  set_state(State::locked);
}

void SessionModel::end(SessionEnd why) {
  if (!session_) return;
  signing_in_.reset();
  slow_timer_.stop();
  session_.reset();
  stepping_up_.reset();
  forget_step_up();
  ended_ = why;
  device_ = gateway_.local_device();
  set_state(State::signed_out);
}

void SessionModel::reload_device() {
  device_ = gateway_.local_device();
  if (state_ == State::not_enrolled && device_.standing == LocalDevice::Standing::bound)
    return set_state(State::signed_out);
  if (state_ == State::signed_out && device_.standing == LocalDevice::Standing::revoked)
    return set_state(State::not_enrolled);
  Q_EMIT changed();
}

void SessionModel::set_state(State state) {
  state_ = state;
  Q_EMIT changed();
}

}  // namespace guardline::models
