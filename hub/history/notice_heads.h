// What the notices behind people's messages are. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/database.h"
#include "hub/notices/lookup.h"

#include <mutex>
#include <span>
#include <unordered_map>

namespace guardline::history {

/// Remembers them: a notice never changes once it is accepted, and thousands of people's pages name the same few.
/// Thread safe; bounded, forgetting costs a look-up.
class NoticeHeads {
 public:
  /// Those of `notices` that are known. Errors: those of the store, corrupt.
  Result<std::unordered_map<NoticeId, notices::NoticeHead>> of(db::Database& store, std::span<const NoticeId> notices);

 private:
  std::mutex mutex_;
  std::unordered_map<NoticeId, notices::NoticeHead> known_;
};

}  // namespace guardline::history
