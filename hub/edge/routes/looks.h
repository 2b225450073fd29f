// What all routes that show investors have in common. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/problem_codes.h"
#include "hub/edge/problem.h"
#include "hub/edge/route.h"
#include "hub/history/desk.h"

namespace guardline::edge {

/// The gate lets nobody in there without a step-up.
inline history::Viewer viewer(const Call& call) {
  const auto& session = *call.caller.session;
  return {
      .account = session.account, .session = session.id, .reason = session.reason.value_or(api::AccessReason::other)};
}

inline Refusal refuse_look(const Error& error) {
  // Whether the record can't be read or a look can't be written into it: nothing is shown.
  if (error.code == ErrorCode::unavailable) return refuse_for_now(api::codes::journal_unavailable, 2, 503);
  return refuse(error);
}

}  // namespace guardline::edge
