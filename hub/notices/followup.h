// "One after another": starts a message's next step when the one before it reached nobody. SPDX-License-Identifier:
// GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "hub/notices/planner.h"
#include "hub/spine/spine.h"

#include <memory>
#include <string>

namespace guardline::notices {

struct FollowUpOptions {
  std::size_t batch{200};  ///< messages a round
  Micros poll{std::chrono::seconds(1)};
};

/// Own thread over table message (due_at): a message comes due when a delivery of it has ended without reaching the
/// investor (mark_due) or when its step has waited long enough. What is due is part of the record, so a restart forgets
/// nothing; a step is taken by a guarded update, so two hubs never take it twice.
class FollowUp {
 public:
  FollowUp(spine::Spine& spine, const Clock& clock, WorkSink sink, FollowUpOptions options = {});
  ~FollowUp();
  FollowUp(const FollowUp&) = delete;
  FollowUp& operator=(const FollowUp&) = delete;

  void start();
  void stop();
  void wake();
  [[nodiscard]] std::string trouble() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace guardline::notices
