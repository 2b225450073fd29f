// Accepting a notice: checked, frozen, durable, once. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/notice.h"
#include "core/base/error.h"
#include "core/base/time.h"
#include "hub/spine/spine.h"

#include <functional>
#include <memory>
#include <string_view>

namespace guardline::notices {

/// Blocks on the store: call it from a worker pool, never from an Asio thread. Thread safe (opens a connection a call
/// is too dear: one connection, calls are served one after another).
class Intake {
 public:
  /// `accepted` is called after a notice is durable (the planner's wake-up); may be empty. `links`: templates with
  /// {{inbox_link}} may be sent, since Content will know what to put there.
  Intake(spine::Spine& spine, const Clock& clock, std::function<void()> accepted, bool links = false);
  ~Intake();
  Intake(const Intake&) = delete;
  Intake& operator=(const Intake&) = delete;

  /// Freezes template version, variables and audience, and appends `notice_accepted`. The same key with the same
  /// request gives the first answer again. No `actor` = the hub itself. Errors: invalid_argument (route, template,
  /// placeholder without a value, unknown investor, empty audience; the text says which), conflict (same key, other
  /// request), exhausted, unavailable.
  Result<api::NoticeAccepted> accept(const api::NoticeRequest& request, AccountId actor,
                                     std::string_view idempotency_key);

  /// not_found for an unknown notice.
  Result<api::NoticeProgress> progress(NoticeId notice);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// The route of a request in the domain's form.
Route route_of(const api::NoticeRequest& request);

}  // namespace guardline::notices
