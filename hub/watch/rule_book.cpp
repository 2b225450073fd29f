// Rules read and changed by people. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/watch/rule_book.h"

#include "hub/spine/connections.h"
#include "hub/watch/rule_check.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace guardline::watch {

GUARDLINE_WIRE_DEFINE(RuleChangeDetail)

namespace {

/// One rule as the table has it.
struct Standing {
  std::int64_t version{};
  std::optional<Rule> rule;  ///< none: broken
  std::vector<Rule> others;
};

Result<Standing> standing(db::Database& database, const std::string& id) {
  auto kept = read_rules(database);
  if (!kept) return std::unexpected(kept.error());
  Standing found;
  for (auto& each : kept->rules) {
    if (each.rule.id != id) {
      found.others.push_back(std::move(each.rule));
      continue;
    }
    found.version = each.version;
    found.rule = std::move(each.rule);
  }
  const auto broken = std::ranges::find(kept->broken, id, &BrokenRule::id);
  if (broken != kept->broken.end()) found.version = broken->version;
  if (found.version == 0) return fail(ErrorCode::not_found, "no such rule");
  return found;
}

/// What the rule may not say here and now; on the state inside the transaction.
wire::Violations faults_now(const Rule& rule, const Standing& now) {
  auto faults = faults_among(rule, now.others);
  if (now.rule && now.rule->metric != rule.metric) {
    faults.push_back({"/metric", "must stay: alerts of the rule are about it"});
  }
  return faults;
}

spine::EventDraft draft_of(const RuleChange& wish, const Standing& before, Timestamp now) {
  spine::EventDraft draft;
  draft.id = EventId::make(now);
  draft.occurred_at = now;
  draft.kind = EventKind::alert_rule_changed;
  draft.actor = wish.actor;
  draft.code = wish.rule.id;
  const auto json = wire::to_json(
      RuleChangeDetail{.version = wish.version + 1, .reason = wish.reason, .before = before.rule, .after = wish.rule});
  draft.detail.assign(json.begin(), json.end());
  return draft;
}

Status write(db::Database& database, const RuleChange& wish, Timestamp now) {
  auto statement = database.prepare(
      "UPDATE watch_rule SET definition = $2, version = $3, changed_at = $4, changed_by = $5 WHERE id = $1");
  if (!statement) return std::unexpected(statement.error());
  const auto json = wire::to_json(wish.rule);
  auto ran = (*statement)
                 ->run({std::string_view(wish.rule.id), std::string_view(json), wish.version + 1, to_micros(now),
                        wish.actor.bytes()});
  if (!ran) return std::unexpected(ran.error());
  return {};
}

}  // namespace

struct RuleBook::Impl {
  spine::Committer& committer;
  const Clock& clock;
  spine::Connections reads;
};

RuleBook::RuleBook(spine::Committer& committer, spine::Stores stores, const Clock& clock)
    : impl_(new Impl{committer, clock,
                     spine::Connections([stores = std::move(stores)] { return stores.open(spine::Use::read); })}) {}
RuleBook::~RuleBook() = default;

Result<KeptRules> RuleBook::list() {
  return impl_->reads.with([](db::Database& database) { return read_rules(database); });
}

std::expected<KeptRule, RuleRefusal> RuleBook::change(const RuleChange& wish) {
  const auto refused = [](Error error, wire::Violations faults = {}, std::int64_t version = 0) {
    return std::unexpected(RuleRefusal{std::move(error), std::move(faults), version});
  };
  const Error bad{ErrorCode::invalid_argument, "the rule breaks its contract"};
  if (auto faults = faults_of(wish.rule); !faults.empty()) return refused(bad, std::move(faults));
  const auto before = impl_->reads.with([&](db::Database& database) { return standing(database, wish.rule.id); });
  if (!before) return refused(before.error());
  const auto at = impl_->clock.now();
  wire::Violations faults;
  std::int64_t version = 0;
  spine::Submission submission;
  submission.events.push_back(draft_of(wish, *before, at));
  submission.also = [&](db::Database& database) -> Status {
    faults.clear();
    version = 0;
    const auto now = standing(database, wish.rule.id);
    if (!now) return std::unexpected(now.error());
    if (now->version != wish.version) {
      version = now->version;
      return fail(ErrorCode::conflict, "the rule has changed meanwhile");
    }
    // The detail says what stood there before: what was read before this transaction may be an older version only if
    // the one that the person saw is newer still.
    if (before->version != wish.version) return fail(ErrorCode::unavailable, "the rule has just been changed");
    faults = faults_now(wish.rule, *now);
    if (!faults.empty()) return fail(ErrorCode::invalid_argument, "the rule breaks its contract");
    return write(database, wish, at);
  };
  auto committed = impl_->committer.submit_and_wait(std::move(submission));
  if (!committed) return refused(committed.error(), std::move(faults), version);
  return KeptRule{.rule = wish.rule, .version = wish.version + 1, .changed_at = at, .changed_by = wish.actor};
}

}  // namespace guardline::watch
