// The first rules of a record. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/watch/seed.h"

namespace guardline::watch {

Status seed_rules(spine::Committer& committer, const std::vector<Rule>& rules) {
  spine::Submission submission;
  submission.also = [&](db::Database& database) -> Status {
    const auto there = load_rules(database);
    if (!there) return std::unexpected(there.error());
    if (!there->rules.empty() || !there->broken.empty()) return {};
    return store_missing_rules(database, rules);
  };
  auto done = committer.submit_and_wait(std::move(submission));
  if (!done) return std::unexpected(done.error());
  return {};
}

}  // namespace guardline::watch
