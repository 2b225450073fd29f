// Investors: what is known of them, sealed and not. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/id.h"
#include "core/crypto/secret.h"
#include "core/db/database.h"
#include "hub/notices/plan.h"
#include "hub/spine/sealing.h"
#include "hub/spine/submission.h"

#include <span>
#include <string>

namespace guardline::notices {

/// The sealed part: stands as one JSON text in the spine's sealed store under the investor's own id, so that destroying
/// the data key erases it together with every body and detail.
struct SealedRecord {
  std::string name;   ///< as written
  std::string phone;  ///< E.164, empty = none
  std::string email;  ///< RFC 5321 mailbox, empty = none
  std::string push;   ///< device token, empty = none
};

struct NewInvestor {
  InvestorId id;
  SealedRecord record;
  std::string tier;       ///< [a-z0-9_-]{1,64}
  std::string language;   ///< BCP 47: zh-CN | en
  std::string time_zone;  ///< IANA
  bool sms_opted_out{false};
  bool marketing_consent{false};
};

/// Adds rows, sealed record and an `investor_changed` event to a submission. `pseudonym_key` (32 bytes) keys the
/// address tags for exact search.
void add_investor(spine::Submission& submission, NewInvestor investor, BytesView pseudonym_key, Timestamp now);

/// Adds an investor's erasure to a submission, all in its transaction: the data key goes (and with it record, bodies
/// and details), the contact points and their tags go, `erased_at` is set and an `investor_erased` event written. Again
/// is fine and changes nothing; not_found for an unknown investor. Call `Spine::scrub` once it is committed.
void erase_investor(spine::Submission& submission, InvestorId investor, AccountId actor, Timestamp now);
/// Nothing is planned for this contact point any more (`contact_point_invalid`). For `also`; nothing happens if there
/// is none.
Status invalidate_contact(db::Database& database, InvestorId investor, Channel channel);

/// What the planner's rules need; not_found for an unknown investor. `month_start` is the first instant of the current
/// month (UTC+8, the firm's month) for the marketing cap.
Result<Profile> read_profile(db::Database& database, InvestorId investor, Timestamp month_start);
/// First instant of the month of `now` in UTC+8.
Timestamp month_start(Timestamp now);
/// Counts one planned marketing SMS for each of these; for `also`.
Status count_marketing_sms(db::Database& database, std::span<const InvestorId> people, Timestamp month_start);
/// "zh-CN" or "en"; not_found.
Result<std::string> read_language(db::Database& database, InvestorId investor);

/// Opens the sealed part; denied once erased.
Result<SealedRecord> read_record(spine::Opener& opener, InvestorId investor);
/// The address for a channel; empty = none.
const std::string& address(const SealedRecord& record, Channel channel);

}  // namespace guardline::notices
