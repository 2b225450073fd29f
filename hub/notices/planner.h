// Turns accepted notices into messages and deliveries. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "hub/spine/sealing.h"
#include "hub/spine/spine.h"

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace guardline::notices {

/// Where planned work goes (the dispatcher). Thread safe functions.
struct WorkSink {
  std::function<void(std::vector<spine::OutgoingWork>)> add;
  std::function<std::size_t()> backlog;  ///< work waiting there
};

/// Makes an Opener with the wrapping key of the moment (it may be rotated while the hub runs). Thread safe.
using OpenerFactory = std::function<spine::Opener(db::Database&)>;

struct PlannerOptions {
  std::size_t batch{200};  ///< investors a transaction
  std::size_t backlog_bound{
      100'000};  ///< planning pauses while the dispatcher has more waiting; it stays in the record
  Micros poll{std::chrono::seconds(1)};
};

/// Own thread. Plans notices in the order of their acceptance; progress is part of each transaction, so a restart goes
/// on where it stopped and plans nobody twice.
class Planner {
 public:
  Planner(spine::Spine& spine, const Clock& clock, OpenerFactory opener, WorkSink sink, PlannerOptions options = {});
  ~Planner();
  Planner(const Planner&) = delete;
  Planner& operator=(const Planner&) = delete;

  void start();
  void stop();  ///< idempotent; the batch in hand is finished
  void wake();  ///< thread safe
  /// The last failure ("" = fine), for the health answer.
  [[nodiscard]] std::string trouble() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace guardline::notices
