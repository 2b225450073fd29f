// Counting and checking one-time codes. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/id.h"
#include "core/base/time.h"
#include "core/crypto/secret.h"
#include "core/db/database.h"
#include "hub/inbox/inbox.h"
#include "hub/links/token.h"
#include "hub/spine/committer.h"

#include <functional>
#include <string_view>

namespace guardline::inbox {

inline constexpr int kTriesPerCode = 5;

/// The counters and the open code, each step durable before it is answered. Waits and locks are those of
/// hub/access/throttle, per investor: two messages at hand give nobody twice the tries, nor twice the short messages.
/// Thread safe.
class Codes {
 public:
  /// `pseudonym`: 32 bytes, keys the counters' names. All outlive this.
  Codes(spine::Committer& committer, const Clock& clock, const links::Tokens& tokens, BytesView pseudonym)
      : committer_(committer), clock_(clock), tokens_(tokens), pseudonym_(pseudonym) {}

  /// Counts the sending of a code; `wait` if it is too soon.
  Answer<void> may_send(InvestorId investor);
  /// From now until `until` the code told by `carrying` opens `message`; an earlier one does no longer.
  Answer<void> sent(MessageId message, NoticeId carrying, Timestamp until);

  /// Checks a code: counted first, then compared. On success the notice that carried it: give it to `use`.
  Answer<NoticeId> check(InvestorId investor, MessageId message, std::string_view code);
  /// For `also` of the reading: the code is used up and the investor's failures are forgotten. unauthenticated if
  /// somebody else has used it in between.
  Status use(db::Database& database, InvestorId investor, MessageId message, NoticeId carrying) const;

 private:
  [[nodiscard]] Digest counter(std::string_view what, InvestorId investor) const;
  /// Runs `work` in a transaction of its own.
  Answer<void> commit(std::function<Status(db::Database&)> work, const Refused& refused);

  spine::Committer& committer_;
  const Clock& clock_;
  const links::Tokens& tokens_;
  BytesView pseudonym_;
};

}  // namespace guardline::inbox
