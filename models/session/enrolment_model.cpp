// The steps of an enrolment. SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/enrolment_model.h"

#include <algorithm>
#include <utility>

namespace guardline::models {
namespace {

constexpr std::chrono::seconds ask_every{3};

// Overwrites what a person saw last, then forgets it: the string may be shared with a widget, but not left here.
void wipe(QString& text) {
  text.fill(u'0');
  text.clear();
}

}  // namespace

EnrolmentModel::EnrolmentModel(SessionGateway& gateway, const Clock& clock, QObject* parent)
    : QObject(parent), gateway_(gateway), clock_(clock) {
  ask_timer_.setInterval(ask_every);
  connect(&ask_timer_, &QTimer::timeout, this, [this] { ask(); });
}

std::optional<crypto::EnrolmentCodeError> EnrolmentModel::problem_of(const QString& text) {
  const auto code = crypto::parse_enrolment_code(text.toStdString());
  if (code) return std::nullopt;
  return code.error();
}

QString EnrolmentModel::address_of(const QString& text) {
  const auto code = crypto::parse_enrolment_code(text.toStdString());
  return code ? QString::fromStdString(code->address) : QString();
}

void EnrolmentModel::begin() {
  error_.reset();
  receipt_ = gateway_.pending_enrolment();
  if (!receipt_) return enter(Step::code);
  // Where to go on is the hub's to say: its first answer decides.
  resumed_ = true;
  enter(Step::approval);
  ask_timer_.start();
  ask();
}

void EnrolmentModel::pause() {
  ask_timer_.stop();
  request_.reset();
  asking_.reset();
  busy_ = false;
  if (secret_) {
    wipe(secret_->base32);
    wipe(secret_->otpauth_uri);
    secret_.reset();
  }
  for (auto& code : codes_) wipe(code);
  codes_.clear();
}

void EnrolmentModel::cancel() {
  if (!busy_) return;
  request_.reset();
  busy_ = false;
  Q_EMIT changed();
}

bool EnrolmentModel::approved() const { return status_ && status_->state == EnrolmentStatus::State::approved; }

bool EnrolmentModel::over() const {
  return status_ &&
         (status_->state == EnrolmentStatus::State::refused || status_->state == EnrolmentStatus::State::expired);
}

int EnrolmentModel::wait_seconds() const {
  if (!error_ || !error_->until) return 0;
  return std::max(0, static_cast<int>(std::chrono::ceil<std::chrono::seconds>(*error_->until - clock_.now()).count()));
}

bool EnrolmentModel::nothing_to_save() const { return codes_saved_ || (receipt_ && receipt_->factor_bound); }

void EnrolmentModel::submit(const QString& code, const QString& name, bool shared) {
  if (busy_ || step_ != Step::code || problem_of(code) || name.trimmed().isEmpty()) return;
  busy_ = true;
  error_.reset();
  request_ = gateway_.enrol(code, name.trimmed(), shared, [this](std::expected<EnrolmentReceipt, SessionError> answer) {
    busy_ = false;
    if (!answer) return fail(std::move(answer).error());
    receipt_ = *std::move(answer);
    ask_timer_.start();
    ask();
    enter(receipt_->factor_bound ? Step::approval : Step::authenticator);
  });
  Q_EMIT changed();
}

void EnrolmentModel::renew_secret() {
  if (busy_ || step_ != Step::authenticator) return;
  busy_ = true;
  error_.reset();
  request_ = gateway_.totp_secret([this](std::expected<TotpSecret, SessionError> answer) {
    busy_ = false;
    if (answer) {
      secret_ = *std::move(answer);
      Q_EMIT changed();
    } else if (answer.error().failure == Failure::already) {
      enter(Step::approval);
    } else {
      fail(std::move(answer).error());
    }
  });
  Q_EMIT changed();
}

void EnrolmentModel::verify(const QString& digits) {
  if (busy_ || step_ != Step::authenticator || digits.size() != 6 || wait_seconds() > 0) return;
  busy_ = true;
  error_.reset();
  request_ = gateway_.verify_totp(digits, [this](std::expected<void, SessionError> answer) {
    busy_ = false;
    if (!answer && answer.error().failure != Failure::already) return fail(std::move(answer).error());
    secret_.reset();
    enter(Step::approval);
  });
  Q_EMIT changed();
}

void EnrolmentModel::go_on() {
  if (step_ != Step::approval || over()) return;
  if (!nothing_to_save()) return enter(Step::recovery);
  if (approved()) enter(Step::done);
}

void EnrolmentModel::fetch_codes() {
  if (busy_ || step_ != Step::recovery || !codes_.isEmpty()) return;
  busy_ = true;
  error_.reset();
  request_ = gateway_.recovery_codes([this](std::expected<QStringList, SessionError> answer) {
    busy_ = false;
    if (answer) {
      codes_ = *std::move(answer);
    } else if (answer.error().failure == Failure::already) {
      codes_spent_ = true;
    } else {
      return fail(std::move(answer).error());
    }
    Q_EMIT changed();
  });
  Q_EMIT changed();
}

void EnrolmentModel::confirm_saved() {
  if (step_ != Step::recovery || (codes_.isEmpty() && !codes_spent_)) return;
  codes_saved_ = true;
  for (auto& code : codes_) wipe(code);
  codes_.clear();
  enter(approved() ? Step::done : Step::approval);
}

void EnrolmentModel::restart() {
  pause();
  receipt_.reset();
  status_.reset();
  codes_saved_ = codes_spent_ = asking_failed_ = resumed_ = false;
  error_.reset();
  enter(Step::code);
}

void EnrolmentModel::ask() {
  if (asking_.active() || !receipt_) return;
  asking_ = gateway_.enrolment_state([this](std::expected<EnrolmentStatus, SessionError> answer) {
    asking_.reset();
    asking_failed_ = !answer.has_value();
    if (answer) return take(*answer);
    if (answer.error().failure == Failure::device_unknown || answer.error().failure == Failure::device_revoked) {
      ask_timer_.stop();
      return fail(std::move(answer).error());
    }
    Q_EMIT changed();
  });
}

void EnrolmentModel::take(const EnrolmentStatus& status) {
  status_ = status;
  codes_spent_ = codes_spent_ || (status.recovery_codes_issued && codes_.isEmpty() && !codes_saved_);
  if (over() || approved()) ask_timer_.stop();
  if (std::exchange(resumed_, false) && !over()) {
    if (!status.totp_verified && !receipt_->factor_bound) return enter(Step::authenticator);
    codes_saved_ = status.recovery_codes_issued;
  }
  if (step_ == Step::approval && approved() && nothing_to_save()) return enter(Step::done);
  Q_EMIT changed();
}

void EnrolmentModel::fail(SessionError error) {
  error_ = std::move(error);
  Q_EMIT changed();
}

void EnrolmentModel::enter(Step step) {
  step_ = step;
  error_.reset();
  Q_EMIT changed();
  switch (step) {
    case Step::authenticator:
      return renew_secret();
    case Step::recovery:
      return fetch_codes();
    case Step::done:
      ask_timer_.stop();
      return Q_EMIT finished();
    case Step::code:
    case Step::approval:
      return;
  }
}

}  // namespace guardline::models
