// Finding and reading investors and notices, for people. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bytes.h"
#include "core/base/error.h"
#include "core/base/id.h"
#include "core/base/time.h"
#include "core/db/database.h"
#include "core/domain/delivery.h"
#include "core/domain/notice.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace guardline::notices {

/// Keyed hashes that find a contact point or a name without its plain form in the store. Exact: every byte counts.
Digest address_tag(BytesView pseudonym_key, std::string_view address);
Digest name_tag(BytesView pseudonym_key, std::string_view name);

/// The part of an investor that is not sealed.
struct InvestorRow {
  struct Contact {
    Channel channel{};
    bool valid{true};
    bool opted_out{false};
  };
  std::string tier;
  std::string language;
  std::string time_zone;
  bool marketing_consent{false};
  bool erased{false};
  Timestamp created_at{};
  std::vector<Contact> contacts;  ///< by channel
};

// `database` is a reading connection of the spine's store.

/// not_found.
Result<InvestorRow> read_investor(db::Database& database, InvestorId investor);
/// In id order, at most `max`.
Result<std::vector<InvestorId>> find_by_address(db::Database& database, const Digest& tag, std::size_t max);
Result<std::vector<InvestorId>> find_by_name(db::Database& database, const Digest& tag, std::size_t max);
/// The investor whom a message is for; not_found.
Result<InvestorId> investor_of(db::Database& database, MessageId message);

/// What a notice was made from; never changes once accepted.
struct NoticeHead {
  std::string template_id;
  std::int64_t version{};
  Category category{};
};
/// not_found.
Result<NoticeHead> read_notice_head(db::Database& database, NoticeId notice);
/// Those of `notices` that are known; each asked for once.
Result<std::unordered_map<NoticeId, NoticeHead>> read_notice_heads(db::Database& database,
                                                                   std::span<const NoticeId> notices);

}  // namespace guardline::notices
