// Looking at investors: each look is written down before it is answered. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/history.h"
#include "core/api/investor.h"
#include "core/base/error.h"
#include "core/base/time.h"
#include "core/crypto/secret.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>

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

/// What somebody writes into an investor's history.
struct NewEntry {
  EntryKind kind{EntryKind::note};  ///< note or call
  std::optional<CallFacts> call{};  ///< of a call
  std::string text{};               ///< at most api::kNoteLongest characters; a call may have none
  std::optional<Timestamp> at{};    ///< when it was written, if that was earlier than now
  std::string key;                  ///< makes it happen once: 1..128 visible ASCII characters
};

/// Thread safe; may block (reads, and one durable commit a call): on the worker pool only.
///
/// Every call that shows something appends its row first: `history_looked_at`, or `field_revealed`, with actor,
/// investor and the code "<what>:<reason>" (what: search, head, history, inside, why, offline, people, or the field); a
/// search without a hit is a row about the session. Common errors: not_found (no such investor or delivery; nothing was
/// shown, no row); unavailable (the row could not be made durable, whatever the cause: nothing is shown); those of the
/// stores.
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
  /// Writes a note or a call down: `note_written` or `call_logged`, the words sealed with the investor's data. Shows
  /// nothing but these, masked as they will be read. The same key again answers what the first one did. Errors: denied
  /// (erased: nobody to write about), conflict (the key was used for other words), not_found, unavailable.
  virtual Result<api::HistoryEntry> write(const Viewer& viewer, InvestorId investor, const NewEntry& entry) = 0;
};

struct DeskKeys {
  crypto::Secret wrap;       ///< opens what is sealed
  crypto::Secret pseudonym;  ///< 32 bytes: keyed hashes for exact search, and of cursors
};
/// What a member of staff is called; empty for nobody known. Thread safe.
using StaffNames = std::function<std::string(AccountId)>;
/// `spine` and `clock` outlive it.
std::unique_ptr<Desk> make_desk(spine::Spine& spine, DeskKeys keys, const Clock& clock, StaffNames names = {});

}  // namespace guardline::history
