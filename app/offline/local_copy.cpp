// The local copy over a session's life. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/offline/local_copy.h"

#include "core/api/outbox.h"
#include "core/crypto/digest.h"

#include <QDir>
#include <QMetaObject>
#include <utility>

namespace guardline::app {
namespace {

constexpr std::chrono::minutes kRenewEvery{1};

/// Names a person's files without saying whose they are.
std::string place_name(const std::string& device, const std::string& account) {
  const auto digest =
      crypto::sha256({as_bytes("guardline vault place"), Bytes{0}, as_bytes(device), Bytes{0}, as_bytes(account)});
  return to_hex(BytesView(digest).first(8));
}

}  // namespace

LocalCopy::LocalCopy(Link& link, DeviceStore& store, QString folder, VaultOptions options, QObject* parent)
    : QObject(parent),
      link_(link),
      store_(store),
      folder_(QDir(folder).filePath(QStringLiteral("vault"))),
      options_(options) {
  connect(&renew_, &QTimer::timeout, this, [this] { thread_->renew(); });
  thread_ = std::make_unique<LocalThread>(clock_, [this](const models::VaultStatus& status) {
    later([this, status] {
      status_ = status;
      if (status.open) secrets_.reset();
      Q_EMIT status_changed();
    });
  });
}

void LocalCopy::connection(const models::Connection& connection) {
  const bool online = connection.state == models::Connection::State::online;
  if (online == renew_.isActive()) return;
  if (!online) return renew_.stop();
  thread_->renew();
  renew_.start(kRenewEvery);
}

void LocalCopy::later(std::function<void()> call) {
  QMetaObject::invokeMethod(this, std::move(call), Qt::QueuedConnection);
}

void LocalCopy::signed_in(crypto::Secret password, const models::Session& session) {
  const auto& record = store_.record();
  if (!record || record->binding != Binding::bound || record->shared) return;
  const auto round = ++round_;
  place_ = {.folder = folder_.toStdString(), .name = place_name(record->device_id, session.account.toStdString())};
  auto held = std::make_shared<crypto::Secret>(std::move(password));
  store_.vault_secret([this, round, held](std::expected<crypto::Secret, DeviceFailure> kept) {
    if (round != round_ || !kept) return;
    auto keychain = std::make_shared<crypto::Secret>(std::move(*kept));
    link_.ask<api::VaultRelease>(
        {.path = "/v1/session/vault-key", .as_person = true},
        [this, round, held, keychain](std::expected<api::VaultRelease, models::SessionError> got,
                                      const Link::Envelope&) {
          if (round != round_ || !got) return;
          auto hub = from_hex(got->secret);
          crypto::wipe(got->secret);
          if (!hub) return;
          secrets_ = VaultSecrets{std::move(*held), std::move(*keychain), crypto::Secret::copy_of(*hub)};
          crypto::wipe(*hub);
          unlock(false);
        });
  });
}

void LocalCopy::unlock(bool remake) { thread_->unlock(place_, secrets_->clone(), options_, remake); }

void LocalCopy::rebuild() {
  if (secrets_ && !status_.open) unlock(true);
}

void LocalCopy::session_over() {
  ++round_;
  secrets_.reset();
  thread_->close();
}

void LocalCopy::wipe(std::function<void(bool)> done) {
  ++round_;
  secrets_.reset();
  thread_->wipe(folder_.toStdString(), [this, done = std::move(done)](const Status& status) {
    later([done, gone = status.has_value()] { done(gone); });
  });
}

void LocalCopy::record(std::function<void(VaultStore&)> write) {
  thread_->record([write = std::move(write)](LocalRoom& room) {
    if (room.vault) write(room.vault->store());
  });
}

bool LocalCopy::post(std::function<void()> job) {
  return thread_->post([job = std::move(job)](LocalRoom&) { job(); });
}

}  // namespace guardline::app
