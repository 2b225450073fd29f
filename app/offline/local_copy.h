// The local copy over a session's life: unlocked, fed, asked, wiped. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/device/device_store.h"
#include "app/link/link.h"
#include "app/vault/boot_clock.h"
#include "app/vault/local_thread.h"
#include "models/gateway/session_values.h"

#include <QObject>
#include <QTimer>
#include <functional>
#include <memory>
#include <optional>

namespace guardline::app {

/// GUI thread; the vault works on its own. Outlived by link and store.
class LocalCopy final : public QObject {
  Q_OBJECT
 public:
  LocalCopy(Link& link, DeviceStore& store, QString folder, VaultOptions options = {}, QObject* parent = nullptr);

  /// A person has just proved both factors: the hub's part of the key is asked for, then the copy is opened or made.
  /// Not on a shared desk, where none is kept.
  void signed_in(crypto::Secret password, const models::Session& session);
  /// While the hub answers, the lease begins anew with its word, once a minute.
  void connection(const models::Connection& connection);
  /// The key is forgotten, the files stay.
  void session_over();
  /// Before anything else: every copy on this computer goes. `done`: whether nothing is left.
  void wipe(std::function<void(bool)> done);
  /// A copy that doesn't open is destroyed and begun anew; needs the password of this session, which is kept sealed in
  /// memory only as long as the trouble lasts.
  void rebuild();

  [[nodiscard]] const models::VaultStatus& status() const { return status_; }
  /// Fire and forget; dropped while too much waits.
  void record(std::function<void(VaultStore&)> write);
  /// Runs `read` on the vault's thread and `done` here with what it gave; nothing if no vault is open (or it failed).
  template <class T>
  void ask(std::function<std::optional<T>(VaultStore&)> read, std::function<void(std::optional<T>)> done) {
    const bool posted = thread_->post([this, read = std::move(read), done](LocalRoom& room) {
      auto got = std::make_shared<std::optional<T>>(room.vault ? read(room.vault->store()) : std::nullopt);
      later([done, got] { done(std::move(*got)); });
    });
    if (!posted) later([done] { done(std::nullopt); });
  }
  /// For what lives on the same thread but not in the vault (the outbox). False: too much waits.
  [[nodiscard]] bool post(std::function<void()> job);
  /// From the vault's thread: `call` runs on the GUI thread, unless this object is gone by then.
  void later(std::function<void()> call);
  [[nodiscard]] const Clock& clock() const { return clock_; }

 Q_SIGNALS:
  void status_changed();

 private:
  void unlock(bool remake);

  Link& link_;
  DeviceStore& store_;
  QString folder_;
  VaultOptions options_;
  BootClock clock_;
  models::VaultStatus status_;
  std::optional<VaultSecrets> secrets_;  ///< until the copy is open
  VaultPlace place_;
  QTimer renew_;
  std::uint64_t round_{0};               ///< answers for an earlier session are passed over
  std::unique_ptr<LocalThread> thread_;  ///< last: its end is waited for while everything else still stands
};

}  // namespace guardline::app
