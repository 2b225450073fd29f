// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/history/notice_heads.h"

#include <utility>
#include <vector>

namespace guardline::history {
namespace {

constexpr std::size_t kMostKnown = 4096;

}  // namespace

Result<std::unordered_map<NoticeId, notices::NoticeHead>> NoticeHeads::of(db::Database& store,
                                                                          std::span<const NoticeId> notices) {
  std::unordered_map<NoticeId, notices::NoticeHead> found;
  std::vector<NoticeId> missing;
  {
    const std::lock_guard lock(mutex_);
    for (const auto& notice : notices) {
      if (const auto at = known_.find(notice); at != known_.end()) {
        found.insert(*at);
      } else {
        missing.push_back(notice);
      }
    }
  }
  if (missing.empty()) return found;
  auto read = notices::read_notice_heads(store, missing);
  if (!read) return std::unexpected(read.error());
  const std::lock_guard lock(mutex_);
  if (known_.size() + read->size() > kMostKnown) known_.clear();
  known_.insert(read->begin(), read->end());
  found.merge(std::move(*read));
  return found;
}

}  // namespace guardline::history
