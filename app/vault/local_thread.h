// The one thread that touches vault and outbox. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/vault/vault.h"
#include "models/gateway/offline_values.h"

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

namespace guardline::app {

/// What jobs find on the thread.
struct LocalRoom {
  std::unique_ptr<Vault> vault;  ///< null: closed
  VaultPlace place;              ///< of the person signed in; an empty name before
  VaultOptions options;
  std::optional<models::VaultTrouble> trouble;
};

/// Jobs run one after another, in order. Bounded: `record` drops its job when the queue is full (the copy lacks
/// something, which its time stamp says), `post` says no. Between jobs the lease is looked at and written down; when it
/// is over the vault is destroyed.
class LocalThread {
 public:
  using Job = std::function<void(LocalRoom&)>;
  using Told = std::function<void(const models::VaultStatus&)>;

  /// `told` is called on the thread after every job or look that changed the status.
  LocalThread(const Clock& clock, Told told, std::chrono::milliseconds look = std::chrono::seconds(20),
              std::size_t most = 256);
  /// Runs what waits, closes the vault (its key is wiped), joins.
  ~LocalThread();
  LocalThread(const LocalThread&) = delete;
  LocalThread& operator=(const LocalThread&) = delete;

  /// False: too many wait; nothing will happen.
  [[nodiscard]] bool post(Job job);
  void record(Job job) { static_cast<void>(post(std::move(job))); }

  /// Opens the vault at `place`, or makes one where there is none (or none that opens with `remake`). A hub has just
  /// answered: the lease begins anew, unless it had run out, which destroys the copy and begins an empty one. Goes to
  /// the queue whatever its length.
  void unlock(VaultPlace place, VaultSecrets secrets, VaultOptions options, bool remake = false);
  /// The hub has spoken again: the lease of an open vault begins anew. One that is over stays over.
  void renew();
  /// The vault is closed and its key forgotten; the files stay.
  void close();
  /// Every vault in `folder` is destroyed, before anything that waits. `done` is called on the thread.
  void wipe(std::filesystem::path folder, std::function<void(Status)> done);

 private:
  void run();
  void look(LocalRoom& room);
  void tell(const LocalRoom& room);
  void push(Job job, bool first);

  const Clock& clock_;
  const Told told_;
  const std::chrono::milliseconds look_;
  const std::size_t most_;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<Job> jobs_;
  bool stopping_{false};
  models::VaultStatus last_;
  bool said_{false};
  std::thread thread_;
};

/// Every vault in a folder, whoever's: for a device that is trusted no more. Files of other names stay.
Status destroy_vaults(const std::filesystem::path& folder);

}  // namespace guardline::app
