// Small secrets in the desktop's Secret Service. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crypto/secret.h"

#include <QObject>
#include <QString>
#include <chrono>
#include <expected>
#include <functional>

namespace guardline::app {

/// Why a secret could not be had. "Not found" from the service alone would not tell an empty store from a locked one:
/// the lock is asked for first.
enum class SecretFailure {
  missing_service,  ///< no session bus, or nobody offers org.freedesktop.secrets on it
  locked,           ///< the default collection is locked
  absent,           ///< unlocked, and there is no such entry
  refused,          ///< the service said no
  timed_out,        ///< no answer in time (it may be showing a dialog, or hang)
};

/// Through QtKeychain, never with its fall-back to plain text. GUI thread; answers come later from the event loop, once
/// each, and not after the store's end. Several calls may be under way; the library runs them one after another.
class SecretStore final : public QObject {
  Q_OBJECT
 public:
  template <class T>
  using Done = std::function<void(std::expected<T, SecretFailure>)>;

  explicit SecretStore(std::chrono::milliseconds limit = std::chrono::seconds(5), QObject* parent = nullptr);

  /// `name`: ASCII, unique within this program.
  void read(const QString& name, Done<crypto::Secret> done);
  void write(const QString& name, const crypto::Secret& value, Done<void> done);
  /// An entry that isn't there is removed already.
  void remove(const QString& name, Done<void> done);

 private:
  enum class Lock { open, locked, no_collection };
  void ask_lock(Done<Lock> done);

  std::chrono::milliseconds limit_;
};

}  // namespace guardline::app
