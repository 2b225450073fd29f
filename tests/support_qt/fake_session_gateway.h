// A hub for tests of pages: answers are set, and given from the event loop. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/session_gateway.h"

#include <QTimer>
#include <map>
#include <memory>
#include <utility>

namespace guardline::test {

class FixedClock final : public Clock {
 public:
  explicit FixedClock(Timestamp at) : at_(at) {}
  [[nodiscard]] Timestamp now() const override { return at_; }
  [[nodiscard]] Micros steady() const override { return at_.time_since_epoch(); }
  void advance(std::chrono::microseconds by) { at_ += by; }

 private:
  Timestamp at_;
};

/// Every answer is a public member; `hold` keeps answers back (a request that takes long).
class FakeSessionGateway final : public models::SessionGateway {
 public:
  using Error = models::SessionError;
  models::LocalDevice device;
  std::expected<models::HubInfo, Error> hub;
  std::expected<models::EnrolmentReceipt, Error> receipt;
  std::optional<models::EnrolmentReceipt> pending;
  std::expected<models::EnrolmentStatus, Error> status;
  std::expected<models::TotpSecret, Error> secret;
  std::expected<void, Error> verified;
  std::expected<QStringList, Error> codes;
  std::expected<models::Session, Error> session;
  std::expected<models::StepUp, Error> stepped_up;
  models::Connection connection;
  bool hold{false};
  std::expected<std::vector<models::OwnSession>, Error> own;
  std::expected<void, Error> ended;
  QStringList ended_ids;
  int retries{0}, sign_outs{0}, sign_ins{0}, step_ups{0}, lists{0};
  models::SignInRequest last_request;
  models::StepUpRequest last_step_up;

  void set_connection(const models::Connection& now) {
    connection = now;
    for (const auto& [id, changed] : std::map(watchers_)) changed(now);
  }
  void end_session(models::SessionEnd why) {
    for (const auto& [id, watcher] : std::map(end_watchers_)) watcher(why);
  }

  [[nodiscard]] models::LocalDevice local_device() const override { return device; }
  models::Handle hub_info(models::Answer<models::HubInfo> a) override { return later(std::move(a), hub); }
  models::Handle enrol(const QString&, const QString& name, bool shared,
                       models::Answer<models::EnrolmentReceipt> a) override {
    if (receipt) {
      device.name = name;
      device.shared = shared;
      device.standing = models::LocalDevice::Standing::enrolling;
      device.fingerprint = receipt->fingerprint;
      pending = *receipt;
    }
    return later(std::move(a), receipt);
  }
  [[nodiscard]] std::optional<models::EnrolmentReceipt> pending_enrolment() const override { return pending; }
  models::Handle enrolment_state(models::Answer<models::EnrolmentStatus> a) override {
    if (status && status->state == models::EnrolmentStatus::State::approved)
      device.standing = models::LocalDevice::Standing::bound;
    return later(std::move(a), status);
  }
  models::Handle totp_secret(models::Answer<models::TotpSecret> a) override { return later(std::move(a), secret); }
  models::Handle verify_totp(const QString&, models::Answer<void> a) override { return later(std::move(a), verified); }
  models::Handle recovery_codes(models::Answer<QStringList> a) override { return later(std::move(a), codes); }
  models::Handle sign_in(const models::SignInRequest& request, models::Answer<models::Session> a) override {
    ++sign_ins;
    last_request = request;
    return later(std::move(a), session);
  }
  models::Handle step_up(const models::StepUpRequest& request, models::Answer<models::StepUp> a) override {
    last_step_up = request;
    ++step_ups;
    if (stepped_up) {
      stepped_up->reason = request.reason;
      stepped_up->note = request.note;
    }
    return later(std::move(a), stepped_up);
  }
  models::Handle own_sessions(models::Answer<std::vector<models::OwnSession>> a) override {
    ++lists;
    return later(std::move(a), own);
  }
  models::Handle end_session(const QString& id, models::Answer<void> a) override {
    ended_ids << id;
    if (ended && own) std::erase_if(*own, [&](const auto& each) { return each.id == id; });
    return later(std::move(a), ended);
  }
  void sign_out() override { ++sign_outs; }
  models::Handle watch_connection(std::function<void(const models::Connection&)> changed) override {
    const int id = ++next_;
    watchers_[id] = std::move(changed);
    QTimer::singleShot(0, &context_, [this, id] {
      if (const auto it = watchers_.find(id); it != watchers_.end()) it->second(connection);
    });
    return models::Handle([this, id] { watchers_.erase(id); });
  }
  models::Handle watch_session_end(std::function<void(models::SessionEnd)> watcher) override {
    const int id = ++next_;
    end_watchers_[id] = std::move(watcher);
    return models::Handle([this, id] { end_watchers_.erase(id); });
  }
  void retry_now() override { ++retries; }

 private:
  template <class T>
  models::Handle later(models::Answer<T> answer, const std::expected<T, Error>& value) {
    auto alive = std::make_shared<bool>(true);
    if (!hold)
      QTimer::singleShot(0, &context_, [alive, answer = std::move(answer), value] {
        if (std::exchange(*alive, false)) answer(value);
      });
    return models::Handle([alive] { *alive = false; });
  }

  QObject context_;
  int next_{0};
  std::map<int, std::function<void(const models::Connection&)>> watchers_;
  std::map<int, std::function<void(models::SessionEnd)>> end_watchers_;
};

/// 2026-11-20 10:42:17 +08:00, as in the design's pictures.
inline Timestamp picture_time() { return from_micros(1795142537'000'000); }

/// An enrolled, online computer with an answer for everything.
inline void fill(FakeSessionGateway& g, Timestamp now) {
  using namespace std::chrono_literals;
  using models::LocalDevice;
  g.device = {LocalDevice::Standing::bound,
              QStringLiteral("019ac2f4-7d10-7c3e-9b1a-2f60c03a48e1"),
              QStringLiteral("SH-KF-0217"),
              false,
              QStringLiteral("7c41e90b52d8a6f308be9d17f2643ac5b1806e2d95f71a8bd36c40f9c03a48e1"),
              QStringLiteral("Debian GNU/Linux 12"),
              QStringLiteral("hub.example.cn:8443"),
              QStringLiteral("linxiao")};
  g.hub = models::HubInfo{
      QStringLiteral("上海主中心"), QStringLiteral("1.0.0"), 84ms, 400ms, QStringLiteral("TLS 1.3"), true};
  g.receipt = models::EnrolmentReceipt{
      g.device.id, g.device.fingerprint, QStringLiteral("fangyuan"), QStringLiteral("方圆"), models::Role::agent,
      false};
  g.status = models::EnrolmentStatus{
      models::EnrolmentStatus::State::viewed, now - 365s, now - 217s, {}, now + 24h, false, false};
  g.secret = models::TotpSecret{
      QStringLiteral("NB2WE3DPJ5XGS2LTMRXW4ZLBOQ3DK7VA"),
      QStringLiteral("otpauth://totp/"
                     "Guardline:fangyuan?secret=NB2WE3DPJ5XGS2LTMRXW4ZLBOQ3DK7VA&issuer=Guardline&digits=6&period=30")};
  QStringList codes;
  for (int i = 0; i < 10; ++i) codes << QStringLiteral("ABCDEFGH234567%1%2").arg(QChar(u'A' + i)).arg(QChar(u'K' + i));
  g.codes = codes;
  g.session = models::Session{
      QStringLiteral("zhoulan"), QStringLiteral("周岚"), models::Role::supervisor, now + 12h, 1800s, now, {}};
  g.stepped_up = models::StepUp{now + 15min, models::AccessReason::caller_check, {}};
  g.own = std::vector<models::OwnSession>{{.id = QStringLiteral("019ac2f4-7d10-7c3e-9b1a-000000000002"),
                                           .device = QStringLiteral("SH-KF-0217"),
                                           .current = true,
                                           .place = QStringLiteral("10.3.7.*"),
                                           .since = now - 136min,
                                           .seen = now},
                                          {.id = QStringLiteral("019ac2f4-7d10-7c3e-9b1a-000000000001"),
                                           .device = QStringLiteral("SH-KF-N031"),
                                           .shared = true,
                                           .place = QStringLiteral("10.20.4.*"),
                                           .since = now - 26h,
                                           .seen = now - 12min}};
  g.connection = {models::Connection::State::online, 84ms, 0, {}, {}, {}, QStringLiteral("48,211,907"), now - 2s};
}

}  // namespace guardline::test
