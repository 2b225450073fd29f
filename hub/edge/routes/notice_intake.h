// What the notice routes ask of the notices. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/notice.h"
#include "core/base/error.h"
#include "core/base/id.h"

#include <memory>
#include <string_view>

namespace guardline::notices {
class Intake;
}

namespace guardline::edge {

/// Thread safe; may block until the notice is durable: called on the worker pool.
class NoticeIntake {
 public:
  virtual ~NoticeIntake() = default;
  /// Durable when it returns. The same key of the same actor with the same request gives the same answer again.
  /// Errors: invalid_argument (breaks a rule: unknown template or version, missing variable, route; the text says which
  /// and holds no personal data), conflict (the key was used with another request), exhausted, unavailable. `actor` is
  /// empty for the local operator.
  virtual Result<api::NoticeAccepted> accept(const api::NoticeRequest& request, AccountId actor,
                                             std::string_view idempotency_key) = 0;
  /// not_found.
  virtual Result<api::NoticeProgress> progress(NoticeId notice) = 0;
};

/// The real one, which outlives what is made here.
std::unique_ptr<NoticeIntake> make_notice_intake(notices::Intake& intake);

}  // namespace guardline::edge
