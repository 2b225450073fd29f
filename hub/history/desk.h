// Looking at investors: each look is written down before it is answered. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/history.h"
#include "core/api/investor.h"
#include "core/base/error.h"
#include "core/base/time.h"
#include "core/crypto/secret.h"

#include <memory>

namespace guardline::spine {
class Spine;
}

namespace guardline::history {

/// Who looks, and why: from the gate, which has asked for role and step-up already.
struct Viewer {
  AccountId account;
  SessionId session;
  api::AccessReason reason{api::AccessReason::caller_check};
};

/// Thread safe; may block (reads, and one durable commit a call): on the worker pool only.
///
/// Every call that shows something appends its row first: `history_looked_at`, or `field_revealed`, with actor,
/// investor and the code "<what>:<reason>" (what: search, head, history, why, offline, people, or the field); a search
/// without a hit is a row about the session. Common errors: not_found (no such investor or delivery; nothing was shown,
/// no row); unavailable (the row could not be made durable, whatever the cause: nothing is shown); those of the stores.
class Desk {
 public:
  virtual ~Desk() = default;
  /// invalid_argument: not a term, or too few of them.
  virtual Result<api::InvestorMatches> search(const Viewer& viewer, const api::InvestorSearch& terms) = 0;
  virtual Result<api::InvestorHead> head(const Viewer& viewer, InvestorId investor) = 0;
  /// invalid_argument: the cursor is of another list, or of none.
  virtual Result<api::HistoryPage> page(const Viewer& viewer, InvestorId investor,
                                        const api::HistoryRequest& request) = 0;
  /// `viewer.reason` is the step-up's; the row has the request's. not_found also for a field that is not on file.
  virtual Result<api::Revealed> reveal(const Viewer& viewer, InvestorId investor,
                                       const api::RevealRequest& request) = 0;
  /// A look that has happened, at a console's own copy while it had no hub: a row with what "offline" and the time
  /// `at`, if that is past. Shows nothing.
  virtual Status seen_offline(const Viewer& viewer, InvestorId investor, Timestamp at) = 0;
  virtual Result<api::DeliveryWhy> why(const Viewer& viewer, DeliveryId delivery) = 0;
};

struct DeskKeys {
  crypto::Secret wrap;       ///< opens what is sealed
  crypto::Secret pseudonym;  ///< 32 bytes: keyed hashes for exact search, and of cursors
};
/// `spine` and `clock` outlive it.
std::unique_ptr<Desk> make_desk(spine::Spine& spine, DeskKeys keys, const Clock& clock);

}  // namespace guardline::history
