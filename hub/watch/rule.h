// A threshold rule, as data. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/time.h"
#include "hub/watch/rule_check.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guardline::db {
class Database;
}

namespace guardline::watch {

inline constexpr std::size_t kMaxRules = 200;

/// Adds or replaces, as the next version; on the committer's connection inside a transaction. invalid_argument,
/// exhausted (kMaxRules).
Status store_rule(db::Database& database, const Rule& rule);
/// Adds those of `rules` whose id is not there: what people changed or switched off stays. On the committer's
/// connection.
Status store_missing_rules(db::Database& database, const std::vector<Rule>& rules);

/// How long an acknowledgement of this rule's alerts holds; none: for good. A rule that is gone or broken: the default.
Result<std::optional<Micros>> acknowledgement_holds(db::Database& database, std::string_view rule);

/// A rule and who last changed it.
struct KeptRule {
  Rule rule;
  std::int64_t version{};
  std::optional<Timestamp> changed_at;  ///< by a person
  AccountId changed_by;
};
struct BrokenRule {
  std::string id;
  std::int64_t version{};
};
struct KeptRules {
  std::vector<KeptRule> rules;     ///< by id
  std::vector<BrokenRule> broken;  ///< stored rules that break their contract: not evaluated
};
Result<KeptRules> read_rules(db::Database& database);

struct LoadedRules {
  std::vector<Rule> rules;          ///< by id
  std::vector<std::string> broken;  ///< ids
};
Result<LoadedRules> load_rules(db::Database& database);

}  // namespace guardline::watch
