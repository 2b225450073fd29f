// Rules read and changed by people. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/time.h"
#include "core/wire/codec.h"
#include "hub/spine/committer.h"
#include "hub/spine/stores.h"
#include "hub/watch/rule.h"

#include <expected>
#include <memory>
#include <optional>
#include <string>

namespace guardline::watch {

/// What a person wants a rule to say.
struct RuleChange {
  Rule rule;                ///< whole; `id` names the one that is changed
  std::int64_t version{0};  ///< the one the person saw
  std::string reason;       ///< 1..200 characters
  AccountId actor;
};

/// Why it was not changed: `faults` (pointers into the rule) with invalid_argument; else not_found, conflict (the rule
/// has another version by now: `version`), unavailable, lease_lost.
struct RuleRefusal {
  Error error;
  wire::Violations faults{};
  std::int64_t version{0};
};

/// A change is one row of the spine and the table's new words in one transaction; the watch reads the table at each
/// round, so the next one is by the new words. Thread safe; every call may block.
class RuleBook {
 public:
  RuleBook(spine::Committer& committer, spine::Stores stores, const Clock& clock);
  ~RuleBook();
  RuleBook(const RuleBook&) = delete;
  RuleBook& operator=(const RuleBook&) = delete;

  Result<KeptRules> list();
  /// The rule as it is kept then.
  std::expected<KeptRule, RuleRefusal> change(const RuleChange& wish);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// The form of the detail of EventKind::alert_rule_changed, version 1.
struct RuleChangeDetail {
  std::int64_t version{};  ///< since
  std::string reason;
  std::optional<Rule> before;  ///< none: what stood there was broken
  Rule after;
};
GUARDLINE_WIRE(RuleChangeDetail, (version, reason, before, after),
               integer("version", 1, kMaxInteger, "Of the rule since."), text("reason", 1, 200, "Why.", Format::prose),
               object("before", "Absent if it was broken."), object("after", "The rule since."))

}  // namespace guardline::watch
