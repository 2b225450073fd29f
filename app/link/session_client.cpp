// The session gateway over the link. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/link/session_client.h"

#include "app/link/look_wire.h"
#include "core/api/device.h"
#include "core/api/hub.h"
#include "core/crypto/secret.h"

#include <QSysInfo>
#include <algorithm>

namespace guardline::app {

using models::Failure;
using models::SessionEnd;
using models::SessionError;

namespace {

constexpr std::chrono::milliseconds kCoalesce{100};
constexpr std::chrono::minutes kTellActive{1};
constexpr std::size_t kFarewells = 4;

template <class Watchers>
models::Handle add_watcher(QObject* owner, Watchers& watchers, typename Watchers::value_type watcher) {
  watchers.push_back(watcher);
  // The owner outlives its handles by contract; the weak pointer makes a second end harmless.
  return models::Handle([owner, &watchers, weak = std::weak_ptr(watcher)] {
    static_cast<void>(owner);
    if (const auto held = weak.lock()) {
      *held = nullptr;
      std::erase(watchers, held);
    }
  });
}

/// Handlers may end subscriptions, their own too, while they run.
template <class Watchers, class Value>
void tell(const Watchers& watchers, const Value& value) {
  const auto copy = watchers;
  for (const auto& watcher : copy) {
    if (!*watcher) continue;
    const auto call = *watcher;
    call(value);
  }
}

}  // namespace

SessionClient::SessionClient(Link& link, DeviceStore& store, const Clock& clock, QObject* parent)
    : QObject(parent),
      link_(link),
      store_(store),
      clock_(clock),
      enrolment_(
          link, store, clock, [this] { apply_identity([](std::optional<SessionError>) {}); }, this) {
  coalesce_.setSingleShot(true);
  connect(&coalesce_, &QTimer::timeout, this, &SessionClient::tell_connection);
  connect(&link_, &Link::connection_changed, this, [this](const models::Connection& connection) {
    connection_ = connection;
    if (store_.record() && store_.record()->binding == Binding::revoked) {
      // Nobody is called any more, which is no state of the network.
      connection_.state = models::Connection::State::offline;
      connection_.cause = Failure::device_revoked;
    }
    if (!coalesce_.isActive()) coalesce_.start(kCoalesce);
    if (connection.state == models::Connection::State::online) say_farewell();
  });
  connect(&link_, &Link::session_refused, this, &SessionClient::session_refused);
  connect(&link_, &Link::device_revoked, this, &SessionClient::device_revoked);
}

void SessionClient::start() {
  apply_identity([](std::optional<SessionError>) {});
}

/// The link speaks as the device if its key can be had, else as nobody: what needs no device still works, and the next
/// call tries again.
void SessionClient::apply_identity(std::function<void(std::optional<SessionError>)> done) {
  const auto hub = store_.hub();
  as_device_ = false;
  if (!hub || store_.record()->binding == Binding::revoked) {
    link_.set_identity(std::nullopt);
    return done(error_of(Trouble::no_identity));
  }
  if (store_.record()->binding != Binding::bound) {
    link_.set_identity(hub);
    return done(error_of(Trouble::no_identity));
  }
  store_.identity([this, hub, done = std::move(done)](std::expected<DeviceIdentity, DeviceFailure> identity) {
    if (!identity) {
      link_.set_identity(hub);
      return done(error_of(identity.error()));
    }
    as_device_ = true;
    link_.set_identity(std::move(*identity));
    done(std::nullopt);
  });
}

models::LocalDevice SessionClient::local_device() const {
  using Standing = models::LocalDevice::Standing;
  models::LocalDevice device;
  device.system = QSysInfo::prettyProductName();
  const auto& record = store_.record();
  if (!record) {
    device.name = QSysInfo::machineHostName().left(64);
    return device;
  }
  switch (record->binding) {
    case Binding::enrolling:
      device.standing = Standing::enrolling;
      break;
    case Binding::bound:
      device.standing = Standing::bound;
      break;
    case Binding::revoked:
      device.standing = Standing::revoked;
      break;
  }
  device.id = QString::fromStdString(record->device_id);
  device.name = QString::fromStdString(record->device_name);
  device.shared = record->shared;
  device.fingerprint = QString::fromStdString(record->fingerprint);
  device.hub_address = QString::fromStdString(record->hub_address);
  if (!record->shared) device.last_account = QString::fromStdString(record->last_account.value_or(""));
  return device;
}

models::Handle SessionClient::hub_info(models::Answer<models::HubInfo> answer) {
  const Pending<models::HubInfo> pending(std::move(answer));
  link_.ask<api::HubInfo>({.path = "/v1/hub"}, [pending](const std::expected<api::HubInfo, SessionError>& hub,
                                                         const Link::Envelope& envelope) {
    if (!hub) return pending(std::unexpected(hub.error()));
    // The hub read its clock about half a round trip before we had the answer.
    const auto offset = envelope.at - envelope.elapsed / 2 - hub->time;
    pending(models::HubInfo{.name = QString::fromStdString(hub->name),
                            .version = QString::fromStdString(hub->version),
                            .latency = envelope.elapsed,
                            .clock_offset = std::chrono::duration_cast<models::Milliseconds>(offset),
                            .protocol = envelope.protocol,
                            .mutual = envelope.mutual});
  });
  return pending.handle();
}

models::Handle SessionClient::enrol(const QString& code, const QString& name, bool shared,
                                    models::Answer<models::EnrolmentReceipt> answer) {
  return enrolment_.enrol(code, name, shared, std::move(answer));
}
std::optional<models::EnrolmentReceipt> SessionClient::pending_enrolment() const { return enrolment_.pending(); }
models::Handle SessionClient::enrolment_state(models::Answer<models::EnrolmentStatus> answer) {
  return enrolment_.state(std::move(answer));
}
models::Handle SessionClient::totp_secret(models::Answer<models::TotpSecret> answer) {
  return enrolment_.totp_secret(std::move(answer));
}
models::Handle SessionClient::verify_totp(const QString& code, models::Answer<void> answer) {
  return enrolment_.verify_totp(code, std::move(answer));
}
models::Handle SessionClient::recovery_codes(models::Answer<QStringList> answer) {
  return enrolment_.recovery_codes(std::move(answer));
}

models::Handle SessionClient::sign_in(const models::SignInRequest& request, models::Answer<models::Session> answer) {
  const Pending<models::Session> pending(std::move(answer));
  if (as_device_) {
    post_session(request, pending);
  } else {
    // The key store may have been unlocked since.
    apply_identity([this, request, pending](std::optional<SessionError> error) {
      if (error) return pending.later(this, std::unexpected(*error));
      post_session(request, pending);
    });
  }
  return pending.handle();
}

void SessionClient::post_session(const models::SignInRequest& request, const Pending<models::Session>& pending) {
  api::SessionRequest body{.account = request.account.trimmed().toStdString(),
                           .password = request.password.normalized(QString::NormalizationForm_C).toStdString(),
                           .totp = request.code.toStdString()};
  HttpRequest post{.verb = Verb::post, .path = "/v1/session", .body = wire::to_json(body), .authorization = {}};
  auto password = std::make_shared<crypto::Secret>(crypto::Secret::copy_of(body.password));
  crypto::wipe(body.password);
  crypto::wipe(body.totp);
  link_.ask<api::SessionGrant>(
      std::move(post),
      [this, pending, password](const std::expected<api::SessionGrant, SessionError>& grant, const Link::Envelope&) {
        if (grant) return signed_in(*grant, std::move(*password), pending);
        if (grant.error().failure == Failure::device_revoked) link_.heard_device_revoked();
        pending(std::unexpected(grant.error()));
      });
}

void SessionClient::signed_in(api::SessionGrant grant, crypto::Secret password,
                              const Pending<models::Session>& pending) {
  if (!pending.wanted()) {
    // Whoever asked waits no longer: nobody must stay signed in by it.
    farewells_.push_back(QByteArray::fromStdString(grant.token));
    if (farewells_.size() > kFarewells) farewells_.pop_front();
    crypto::wipe(grant.token);
    return say_farewell();
  }
  if (live_) {
    farewells_.push_back(live_->token);
    if (farewells_.size() > kFarewells) farewells_.pop_front();
    say_farewell();
  }
  models::Session session{.account = QString::fromStdString(grant.account),
                          .display_name = QString::fromStdString(grant.display_name),
                          .role = role_of(grant.role),
                          .expires_at = grant.expires_at,
                          .idle = std::chrono::seconds(grant.idle_seconds),
                          .second_factor_at = grant.second_factor_at,
                          .recovery_codes_left = {}};
  if (grant.recovery_codes_left) session.recovery_codes_left = static_cast<int>(*grant.recovery_codes_left);
  live_ = Live{.token = QByteArray::fromStdString(grant.token), .session = session, .used = {}};
  crypto::wipe(grant.token);
  live_->used.start();
  link_.set_session(live_->token, last_person_ == session.account);
  last_person_ = session.account;
  store_.remember_account(grant.account);
  if (followers_.signed_in) followers_.signed_in(std::move(password), session);
  pending(session);
}

models::Handle SessionClient::step_up(const models::StepUpRequest& request, models::Answer<models::StepUp> answer) {
  const Pending<models::StepUp> pending(std::move(answer));
  api::StepUpRequest body{.totp = request.code.toStdString(), .reason = wire_form(request.reason), .note = {}};
  if (!request.note.isEmpty()) body.note = request.note.toStdString();
  HttpRequest post{.verb = Verb::post, .path = "/v1/session/step-up", .body = wire::to_json(body), .as_person = true};
  crypto::wipe(body.totp);
  link_.ask<api::StepUpGrant>(std::move(post),
                              [this, pending, reason = request.reason, note = request.note](
                                  const std::expected<api::StepUpGrant, SessionError>& grant, const Link::Envelope&) {
                                if (!grant) return pending(std::unexpected(grant.error()));
                                if (followers_.stepped_up) followers_.stepped_up();
                                pending(models::StepUp{.until = grant->until, .reason = reason, .note = note});
                              });
  return pending.handle();
}

models::Handle SessionClient::own_sessions(models::Answer<std::vector<models::OwnSession>> answer) {
  const Pending<std::vector<models::OwnSession>> pending(std::move(answer));
  link_.ask<api::SessionList>(
      {.path = "/v1/sessions", .as_person = true},
      [pending](const std::expected<api::SessionList, SessionError>& list, const Link::Envelope&) {
        if (!list) return pending(std::unexpected(list.error()));
        std::vector<models::OwnSession> sessions;
        for (const auto& row : list->sessions) {
          sessions.push_back({.id = QString::fromStdString(row.session_id.text()),
                              .device = QString::fromStdString(row.device_name),
                              .shared = row.shared,
                              .current = row.current,
                              .place = QString::fromStdString(row.place.value_or("")),
                              .since = row.created_at,
                              .seen = row.seen_at});
        }
        pending(std::move(sessions));
      });
  return pending.handle();
}

models::Handle SessionClient::end_session(const QString& id, models::Answer<void> answer) {
  const Pending<void> pending(std::move(answer));
  // An id of the hub's own making; anything else must not become part of a path.
  const auto known = SessionId::parse(id.toStdString());
  if (!known) {
    pending.later(this, std::unexpected(SessionError{Failure::already, {}, {}, {}}));
    return pending.handle();
  }
  link_.ask<Link::Empty>({.verb = Verb::del, .path = "/v1/sessions/" + known->text(), .as_person = true},
                         [pending](const std::expected<Link::Empty, SessionError>& done, const Link::Envelope&) {
                           if (done) return pending(std::expected<void, SessionError>());
                           auto error = done.error();
                           // Over already: by the other side, or by time.
                           if (error.reference == QStringLiteral("not-found")) error.failure = Failure::already;
                           pending(std::unexpected(std::move(error)));
                         });
  return pending.handle();
}

void SessionClient::sign_out() {
  if (!live_) return;
  farewells_.push_back(live_->token);
  if (farewells_.size() > kFarewells) farewells_.pop_front();
  live_.reset();
  link_.set_session({}, true);
  if (followers_.over) followers_.over();
  say_farewell();
}

void SessionClient::say_farewell() {
  for (; !farewells_.empty(); farewells_.pop_front()) {
    const auto token = farewells_.front();
    link_.ask<Link::Empty>({.verb = Verb::del, .path = "/v1/session", .authorization = "Bearer " + token},
                           [this, token](const std::expected<Link::Empty, SessionError>& done, const Link::Envelope&) {
                             if (done || done.error().failure != Failure::unreachable) return;
                             if (farewells_.size() < kFarewells)
                               farewells_.push_back(token);  // again when the hub is back
                           });
  }
}

void SessionClient::person_active() {
  if (!live_ || !live_->used.hasExpired(std::chrono::milliseconds(kTellActive).count())) return;
  live_->used.restart();
  link_.ask<api::SessionInfo>(
      {.path = "/v1/session", .authorization = "Bearer " + live_->token},
      [this, token = live_->token](const std::expected<api::SessionInfo, SessionError>& info, const Link::Envelope&) {
        if (info || !live_ || live_->token != token) return;
        if (info.error().reference == QStringLiteral("session-required")) {
          link_.heard_session_refused();
        }
      });
}

void SessionClient::session_refused() {
  if (!live_) return;
  // The hub doesn't say why; both ends counted the same times.
  if (clock_.now() >= live_->session.expires_at) return session_over(SessionEnd::expired);
  const auto idle = std::chrono::duration_cast<std::chrono::milliseconds>(live_->session.idle);
  session_over(live_->used.hasExpired(idle.count()) ? SessionEnd::idle : SessionEnd::ended_elsewhere);
}

void SessionClient::session_over(SessionEnd why) {
  if (!live_) return;
  live_.reset();
  if (followers_.over) followers_.over();
  tell(end_watchers_, why);
}

/// Asks once more by the one road that a revoked device has, and destroys what is here before it says so.
void SessionClient::device_revoked() {
  session_over(SessionEnd::device_revoked);
  if (revoking_ || !store_.record() || store_.record()->binding != Binding::bound) return;
  revoking_ = true;
  link_.ask<api::DeviceStanding>(
      {.path = "/v1/device/state"},
      [this](const std::expected<api::DeviceStanding, SessionError>& standing, const Link::Envelope&) {
        revoking_ = false;
        if (!standing || standing->state == api::DeviceState::approved) return;  // the next refusal asks again
        as_device_ = false;
        // First what is on this computer; the hub hears of it only when nothing is left.
        if (!followers_.wipe) return forget_device(standing->wipe);
        followers_.wipe([this, tell = standing->wipe](bool gone) { forget_device(gone && tell); });
      });
}

void SessionClient::forget_device(bool tell) {
  store_.revoked([this, tell](std::expected<void, DeviceFailure> gone) {
    if (!gone || !tell) return;
    // The link still holds the certificate in memory; with this it speaks for the last time.
    link_.ask<Link::Empty>({.verb = Verb::post, .path = "/v1/device/wiped"},
                           [this](const std::expected<Link::Empty, SessionError>&, const Link::Envelope&) {
                             link_.set_identity(std::nullopt);
                           });
  });
}

models::Handle SessionClient::watch_connection(std::function<void(const models::Connection&)> changed) {
  auto watcher = std::make_shared<std::function<void(const models::Connection&)>>(std::move(changed));
  QTimer::singleShot(0, this, [this, watcher] {
    if (!*watcher) return;
    const auto call = *watcher;
    call(connection_);
  });
  return add_watcher(this, connection_watchers_, watcher);
}

models::Handle SessionClient::watch_session_end(std::function<void(SessionEnd)> ended) {
  return add_watcher(this, end_watchers_, std::make_shared<std::function<void(SessionEnd)>>(std::move(ended)));
}

void SessionClient::tell_connection() { tell(connection_watchers_, connection_); }

void SessionClient::retry_now() { link_.retry_now(); }

}  // namespace guardline::app
