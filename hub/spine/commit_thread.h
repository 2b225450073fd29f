// The committer's thread. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crypto/ed25519.h"
#include "hub/spine/commit_queue.h"
#include "hub/spine/group_writer.h"
#include "hub/spine/key_ring.h"
#include "hub/spine/leases.h"
#include "hub/spine/schema.h"
#include "hub/spine/stores.h"
#include "hub/spine/subscribe.h"

#include <atomic>
#include <memory>
#include <string>
#include <thread>

namespace guardline::spine {

/// What the thread works with.
struct CommitSetup {
  Stores stores;
  SpineMeta meta;
  std::string owner;
  Micros lease{};
  bool shared{};  ///< several hubs on one store
  CommitterOptions options;
};

class CommitThread final : public Committer {
 public:
  /// `database` is the Use::commit connection, prepared; `keys` is too.
  CommitThread(CommitSetup setup, std::unique_ptr<db::Database> database, KeyRing keys, crypto::Ed25519Signer signer,
               Leases leases, CommitSignal& signal, const Clock& clock);
  ~CommitThread() override;
  CommitThread(const CommitThread&) = delete;
  CommitThread& operator=(const CommitThread&) = delete;

  [[nodiscard]] Status submit(Submission submission, Done done) override;
  [[nodiscard]] CommitterStats stats() const override;

  [[nodiscard]] std::vector<Holding> holdings() const;
  /// Runs on the thread, between two groups, on its connection; waits for the answer.
  Status run(const std::function<Status(db::Database&, KeyRing&)>& task);
  void stop();

 private:
  using Group = std::vector<Pending>;
  enum class Outcome { committed, absent, unknown };

  void loop();
  void tick();
  Status ensure_open();
  void disconnect();
  void publish_owned();
  Status refresh_leases();

  void process(Group group);
  /// Nothing on success (all answered); else why not.
  std::optional<GroupFailure> try_once(Group& group);
  std::optional<GroupFailure> settle_commit(const WrittenGroup& written, const Error& error);
  Outcome read_back(const WrittenGroup& written);
  Result<bool> is_there(const WrittenGroup& written);
  void finish(Group& group, WrittenGroup written);
  /// Answers what the failure is about and takes it out of the group; false if the group is to be run again as it is.
  bool shed(Group& group, const GroupFailure& failure);
  void answer_all(Group& group, const Error& error);
  bool touches(const Submission& submission, std::uint16_t partition) const;
  void pause(Micros time);

  CommitSetup setup_;
  std::unique_ptr<db::Database> database_;
  KeyRing keys_;
  crypto::Ed25519Signer signer_;
  Leases leases_;
  CommitSignal& signal_;
  const Clock& clock_;
  GroupWriter writer_;
  CommitQueue queue_;

  Timestamp last_now_{};
  std::int64_t group_number_{0};
  std::uint64_t takeovers_seen_{0};
  Micros next_refresh_{0};
  Micros next_head_look_{0};

  mutable std::mutex mutex_;
  std::vector<Holding> owned_;
  CommitterStats stats_;
  std::atomic<bool> stopping_{false};
  std::once_flag stopped_;
  std::thread thread_;
};

}  // namespace guardline::spine
