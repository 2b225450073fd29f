// Small secrets in the desktop's Secret Service. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/device/secret_store.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QPointer>
#include <QTimer>
#include <memory>

#include <qt6keychain/keychain.h>

namespace guardline::app {
namespace {

const QString kService = QStringLiteral("guardline");

/// Runs one library job beside our own clock: the job itself may take most of a minute to give up, and can't be called
/// back. When the clock wins, the job ends later on its own and nobody listens.
template <class T, class Take>
void run(QObject* context, std::chrono::milliseconds limit, QKeychain::Job* job, SecretStore::Done<T> done, Take take) {
  auto shared = std::make_shared<SecretStore::Done<T>>(std::move(done));
  const auto once = [shared](std::expected<T, SecretFailure> answer) {
    if (auto call = std::exchange(*shared, nullptr)) call(std::move(answer));
  };
  QObject::connect(job, &QKeychain::Job::finished, context, [once, take](QKeychain::Job* ended) {
    switch (ended->error()) {
      case QKeychain::NoError:
        return once(take(*ended));
      case QKeychain::EntryNotFound:
        return once(std::unexpected(SecretFailure::absent));
      case QKeychain::AccessDenied:
      case QKeychain::AccessDeniedByUser:
      case QKeychain::CouldNotDeleteEntry:
        return once(std::unexpected(SecretFailure::refused));
      default:
        return once(std::unexpected(SecretFailure::missing_service));
    }
  });
  QTimer::singleShot(limit, context, [once] { once(std::unexpected(SecretFailure::timed_out)); });
  job->start();
}

QDBusMessage service_call(const QString& path, const QString& interface, const QString& method) {
  return QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.secrets"), path, interface, method);
}

}  // namespace

SecretStore::SecretStore(std::chrono::milliseconds limit, QObject* parent) : QObject(parent), limit_(limit) {}

void SecretStore::ask_lock(Done<Lock> done) {
  auto bus = QDBusConnection::sessionBus();
  if (!bus.isConnected()) {
    QTimer::singleShot(0, this, [done = std::move(done)] { done(std::unexpected(SecretFailure::missing_service)); });
    return;
  }
  const auto failed = [](const QDBusError& error) {
    return std::unexpected(error.type() == QDBusError::NoReply || error.type() == QDBusError::TimedOut
                               ? SecretFailure::timed_out
                               : SecretFailure::missing_service);
  };
  const int limit = static_cast<int>(limit_.count());
  auto find = service_call(QStringLiteral("/org/freedesktop/secrets"), QStringLiteral("org.freedesktop.Secret.Service"),
                           QStringLiteral("ReadAlias"));
  find << QStringLiteral("default");
  auto* watcher = new QDBusPendingCallWatcher(bus.asyncCall(find, limit), this);
  connect(watcher, &QDBusPendingCallWatcher::finished, this,
          [this, bus, limit, failed, done = std::move(done)](QDBusPendingCallWatcher* ended) {
            ended->deleteLater();
            const QDBusPendingReply<QDBusObjectPath> reply = *ended;
            if (reply.isError()) return done(failed(reply.error()));
            const auto path = reply.value().path();
            if (path.size() < 2) return done(Lock::no_collection);
            auto get = service_call(path, QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Get"));
            get << QStringLiteral("org.freedesktop.Secret.Collection") << QStringLiteral("Locked");
            auto* second = new QDBusPendingCallWatcher(bus.asyncCall(get, limit), this);
            connect(second, &QDBusPendingCallWatcher::finished, this, [failed, done](QDBusPendingCallWatcher* last) {
              last->deleteLater();
              const QDBusPendingReply<QDBusVariant> property = *last;
              if (property.isError()) return done(failed(property.error()));
              done(property.value().variant().toBool() ? Lock::locked : Lock::open);
            });
          });
}

void SecretStore::read(const QString& name, Done<crypto::Secret> done) {
  ask_lock([this, name, done = std::move(done)](std::expected<Lock, SecretFailure> lock) mutable {
    if (!lock) return done(std::unexpected(lock.error()));
    if (*lock == Lock::locked) return done(std::unexpected(SecretFailure::locked));
    if (*lock == Lock::no_collection) return done(std::unexpected(SecretFailure::absent));
    auto* job = new QKeychain::ReadPasswordJob(kService);
    job->setKey(name);
    job->setInsecureFallback(false);
    run<crypto::Secret>(this, limit_, job, std::move(done),
                        [](QKeychain::Job& ended) -> std::expected<crypto::Secret, SecretFailure> {
                          auto data = static_cast<QKeychain::ReadPasswordJob&>(ended).binaryData();
                          auto secret = crypto::Secret::copy_of(std::string_view(data.constData(), data.size()));
                          data.fill('\0');
                          return secret;
                        });
  });
}

void SecretStore::write(const QString& name, const crypto::Secret& value, Done<void> done) {
  auto kept = std::make_shared<crypto::Secret>(value.clone());
  ask_lock([this, name, kept, done = std::move(done)](std::expected<Lock, SecretFailure> lock) mutable {
    if (!lock) return done(std::unexpected(lock.error()));
    if (*lock == Lock::locked) return done(std::unexpected(SecretFailure::locked));
    // Without a collection the service may ask the person for a new one; our clock still runs.
    auto* job = new QKeychain::WritePasswordJob(kService);
    job->setKey(name);
    job->setInsecureFallback(false);
    job->setBinaryData(QByteArray(kept->text().data(), static_cast<qsizetype>(kept->size())));
    run<void>(this, limit_, job, std::move(done),
              [](QKeychain::Job&) -> std::expected<void, SecretFailure> { return {}; });
  });
}

void SecretStore::remove(const QString& name, Done<void> done) {
  ask_lock([this, name, done = std::move(done)](std::expected<Lock, SecretFailure> lock) mutable {
    if (!lock) return done(std::unexpected(lock.error()));
    if (*lock == Lock::locked) return done(std::unexpected(SecretFailure::locked));
    auto* job = new QKeychain::DeletePasswordJob(kService);
    job->setKey(name);
    job->setInsecureFallback(false);
    run<void>(
        this, limit_, job,
        [done](std::expected<void, SecretFailure> answer) {
          if (!answer && answer.error() == SecretFailure::absent) return done({});
          done(answer);
        },
        [](QKeychain::Job&) -> std::expected<void, SecretFailure> { return {}; });
  });
}

}  // namespace guardline::app
