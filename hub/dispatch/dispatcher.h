// Hands planned deliveries to carriers and records what they answer. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "hub/dispatch/carrier.h"
#include "hub/dispatch/content_source.h"
#include "hub/dispatch/policy.h"
#include "hub/spine/spine.h"

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace guardline::dispatch {

struct DispatcherOptions {
  RetryPolicy retry;
  std::size_t batch{200};                         ///< intents a transaction
  Micros line_patience{std::chrono::minutes(2)};  ///< how long work waits past its due time for a line that is down
                                                  ///< before it fails
  Micros poll{std::chrono::milliseconds(200)};
};

/// What the dispatcher needs of the rest of the hub. Hooks may still be called after Dispatcher::stop, until the spine
/// has stopped: what they use must live as long.
struct DispatcherHooks {
  /// For `also`: a delivery of this message has ended without reaching the investor.
  std::function<Status(db::Database&, MessageId, Timestamp)> ended;
  /// For `also`: a carrier has refused this address as one that does not exist.
  std::function<Status(db::Database&, InvestorId, Channel)> address_gone;
  /// After a commit with `ended`: somebody may want to look. Any thread.
  std::function<void()> ended_committed;
  /// After an acceptance is durable: its references are known now. Any thread.
  std::function<void(std::string_view carrier, const std::vector<std::string>& references)> references_known;
};

/// Figures since start.
struct DispatcherStats {
  std::uint64_t handed{};
  std::uint64_t retried{};
  std::uint64_t resent_uncertain{};
  std::uint64_t taken_over{};  ///< hand-overs and answers given up because another hub has taken their partition
  std::size_t waiting{};
  std::size_t in_flight{};
};

/// Own thread. For each delivery: intent committed → bytes leave → answer committed, never another order. Work that had
/// an intent but no answer when the hub ended is `unknown`: it is sent again only where the category allows, and
/// counted as `resent_uncertain`. Per carrier never more than its window is outstanding.
///
/// Works on the partitions that this hub holds. One that it takes over while running is read from the record as after a
/// start; the work of one that it loses is given up, the other hub has read it (hand-overs without an answer as
/// unknown).
class Dispatcher {
 public:
  /// `content` is used on the dispatcher's thread only; carriers and content outlive this. Several carriers of one
  /// channel are tried in their order; one whose line is down is passed over.
  Dispatcher(spine::Spine& spine, const Clock& clock, ContentSource& content, std::vector<Carrier*> carriers,
             DispatcherHooks hooks, DispatcherOptions options = {});
  ~Dispatcher();
  Dispatcher(const Dispatcher&) = delete;
  Dispatcher& operator=(const Dispatcher&) = delete;

  /// Reads the outgoing work that survived, then starts. Carriers must be started already. Errors: those of the store.
  Status start();
  /// No new hand-overs; waits for the committer's answers. Stop the carriers first, so that theirs are in. Idempotent.
  void stop();
  /// New work; thread safe. It is in the record already: work of partitions that are not read yet is found there.
  void add(std::vector<spine::OutgoingWork> work);
  [[nodiscard]] std::size_t backlog() const;
  [[nodiscard]] DispatcherStats stats() const;
  [[nodiscard]] std::string trouble() const;

 private:
  struct Impl;
  std::shared_ptr<Impl> impl_;  // answers of carriers and the committer may outlive the dispatcher by a moment
};

}  // namespace guardline::dispatch
