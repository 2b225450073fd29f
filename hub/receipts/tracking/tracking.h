// What readers did, into the spine. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/time.h"
#include "hub/receipts/tracking/target.h"
#include "hub/spine/spine.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace guardline::receipts {

struct TrackingOptions {
  std::size_t queue{20'000};  ///< openings that wait; at it on_open answers false
  std::size_t batch{200};
  Micros poll{std::chrono::seconds(1)};
};

struct TrackingStats {
  std::uint64_t opened{};   ///< events written for openings
  std::uint64_t known{};    ///< openings that were in the record already
  std::uint64_t nowhere{};  ///< of no delivery, or of a link that is over
  std::uint64_t dropped{};  ///< not taken: the queue was full
};

/// One thing a reader did.
struct Act {
  Engagement kind{};  ///< any but opened_machine, and not replied
  /// How it is known; into the event's `code`: "link" (whoever has the link), "code" (after the one-time code), for a
  /// click its place.
  std::string how;
};

/// Engagement moves no delivery; each kind is written once per delivery, its first time. Thread safe.
class Tracking {
 public:
  Tracking(spine::Spine& spine, const Clock& clock, TrackingOptions options = {});
  ~Tracking();
  Tracking(const Tracking&) = delete;
  Tracking& operator=(const Tracking&) = delete;

  void start();
  /// Writes what is queued, if the store takes it at once. Idempotent.
  void stop();

  /// A picture was fetched at `at`. `rule`: why it looks like a machine's (machine_by_sight, a literal), empty = it
  /// doesn't; the time is judged here. Never blocks; false at the bound: this opening is not recorded.
  bool on_open(DeliveryId delivery, Timestamp at, std::string_view rule);

  /// Durable when it returns success; what is in the record already is left. Whatever a person does on purpose proves
  /// that one has opened the message: that is written with it. `also` happens in the same transaction, in any case.
  Status record(const Target& target, const std::vector<Act>& acts,
                const std::function<Status(db::Database&)>& also = {});

  [[nodiscard]] TrackingStats stats() const;
  [[nodiscard]] std::string trouble() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace guardline::receipts
