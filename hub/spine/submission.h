// What callers hand to the committer in one piece. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "hub/spine/event.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace guardline::db {
class Database;
}

namespace guardline::spine {

/// Work for the dispatcher that must survive a restart: one row of table `outgoing` per delivery. Adding a delivery
/// that is there already replaces its row (the next attempt); removing one that is not there does nothing.
struct OutgoingWork {
  DeliveryId delivery;
  Timestamp due{};
  Channel channel{};
  std::uint16_t attempt{1};
  bool sent_before{false};  ///< an intent was committed for it: after a restart its outcome is unknown
  NoticeId notice;
  MessageId message;
  InvestorId investor;
  std::string lane;  ///< carrier id or route step, at most 64 bytes, no personal content
  bool drill{false};  ///< as in the delivery's events
};

/// A body or another long content, sealed under the investor's data key into table `message_body` (read back by
/// `Opener`). The same message again replaces it.
struct BodyDraft {
  MessageId message;
  InvestorId investor;
  Bytes content;  ///< at most 65,536 bytes
};

/// Makes the submission happen once per (scope, key). A second submission with the same digest is answered with the
/// first one's `answer` and appends nothing; with another digest it fails with ErrorCode::conflict.
struct IdempotencyRecord {
  std::string scope;  ///< who and what, e.g. "<account id> POST /v1/notices"; 1..128 bytes
  std::string key;    ///< the Idempotency-Key header; 1..128 bytes
  Digest request{};   ///< SHA-256 of the request as received
  Bytes answer;       ///< what a repeat is answered with; ids only, no personal content; at most 65,536 bytes
};

/// One transaction's worth from one caller: all of it becomes durable or none. At most
/// `CommitterOptions::max_submission` events; may have no events at all (only `also`).
struct Submission {
  std::vector<EventDraft> events;
  std::vector<OutgoingWork> add_outgoing;
  std::vector<DeliveryId> remove_outgoing;  ///< done before `add_outgoing`
  std::vector<BodyDraft> bodies;
  std::optional<IdempotencyRecord> idempotency;
  /// Investors whose data key is destroyed in this transaction. From then on nothing sealed for them opens, and details
  /// and bodies submitted for them are dropped. Call `Spine::scrub` afterwards.
  std::vector<InvestorId> erase;
  /// Writes to ordinary tables in the same transaction, on the committer's thread: no begin, commit or rollback inside,
  /// no waiting, no network. May run more than once (only the last run's effects stay): keep it free of other side
  /// effects. An error fails this submission alone, its neighbours in the group are committed without it.
  std::function<Status(db::Database&)> also;
};

/// The answer to a submission, given only once it is durable.
struct Committed {
  std::vector<EventRef> refs;  ///< one per event, in the order of the drafts; empty for a replay
  std::vector<Mark> marks;     ///< the guard's answer, one per event
  Timestamp recorded_at{};
  bool replayed{false};  ///< the idempotency key was known: `answer` is the first one's
  Bytes answer;          ///< IdempotencyRecord::answer (own or first)
};

}  // namespace guardline::spine
