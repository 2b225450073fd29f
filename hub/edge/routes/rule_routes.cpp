// /v1/watch/rules: what the watch looks for, and who may say so. SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/problem_codes.h"
#include "core/api/watch_rule.h"
#include "hub/access/access.h"
#include "hub/edge/alert_wire.h"
#include "hub/edge/routes/routes.h"
#include "hub/watch/rule_book.h"

#include <algorithm>
#include <string>
#include <utility>

namespace guardline::edge {
namespace {

namespace codes = api::codes;

constexpr Policy kRead{.need = Need::session, .permission = Permission::alert_read};
constexpr Policy kWrite{.need = Need::session, .permission = Permission::rule_write};

class RuleDesk {
 public:
  explicit RuleDesk(const RouteParts& parts) : book_(parts.rules), accounts_(parts.access.accounts()) {}

  [[nodiscard]] Answer<api::WatchRules> list() const {
    auto kept = book_.list();
    if (!kept) return std::unexpected(refuse(kept.error()));
    const auto name_of = names_of(accounts_);
    api::WatchRules answer;
    for (auto& each : kept->rules) answer.rules.push_back(to_wire(std::move(each), name_of));
    for (auto& each : kept->broken) answer.broken.push_back({std::move(each.id), each.version});
    return answer;
  }

  [[nodiscard]] Answer<api::WatchRuleEntry> change(const Call& call, api::WatchRuleChange body) const {
    const auto& id = call.path.find("rule")->second;
    const auto there = has(id);
    if (!there) return std::unexpected(refuse(there.error()));
    if (!*there) return std::unexpected(refuse(404, codes::not_found));
    if (body.rule.id != id) {
      return std::unexpected(refuse(wire::Violations{{"/rule/id", "must be that of the path"}}));
    }
    auto done = book_.change({.rule = std::move(body.rule),
                              .version = body.version,
                              .reason = std::move(body.reason),
                              .actor = call.caller.session->account});
    if (!done) return std::unexpected(translate(std::move(done.error())));
    return to_wire(std::move(*done), names_of(accounts_));
  }

 private:
  [[nodiscard]] Result<bool> has(const std::string& id) const {
    const auto kept = book_.list();
    if (!kept) return std::unexpected(kept.error());
    const auto is_it = [&](const auto& each) { return each.id == id; };
    return std::ranges::any_of(kept->rules, is_it, &watch::KeptRule::rule) || std::ranges::any_of(kept->broken, is_it);
  }

  static Refusal translate(watch::RuleRefusal why) {
    if (!why.faults.empty()) {
      for (auto& fault : why.faults) fault.pointer.insert(0, "/rule");
      return refuse(why.faults);
    }
    if (why.error.code != ErrorCode::conflict) return refuse(why.error);
    return refuse(409, codes::conflict, "The rule has version " + std::to_string(why.version) + " by now.");
  }

  static api::WatchRuleEntry to_wire(watch::KeptRule kept, const NameOf& name_of) {
    api::WatchRuleEntry entry{
        .rule = std::move(kept.rule), .version = kept.version, .changed_at = kept.changed_at, .changed_by = {}};
    if (!kept.changed_by.empty()) entry.changed_by = api::AlertPerson{kept.changed_by, name_of(kept.changed_by)};
    return entry;
  }

  watch::RuleBook& book_;
  access::Accounts& accounts_;
};

}  // namespace

void add_rule_routes(Router& router, const RouteParts& parts) {
  const RuleDesk desk(parts);
  router.add(make_route<Nothing, api::WatchRules>(
      {.method = Method::get, .pattern = "/v1/watch/rules", .summary = "What the watch looks for.", .policy = kRead},
      [desk](const Call&) { return desk.list(); }));
  router.add(make_route<api::WatchRuleChange, api::WatchRuleEntry>(
      {.method = Method::put,
       .pattern = "/v1/watch/rules/{rule}",
       .summary = "Another form of one rule, from the next round of the watch on.",
       .policy = kWrite,
       .path = wire::Format::name_id},
      [desk](const Call& call, api::WatchRuleChange body) { return desk.change(call, std::move(body)); }));
}

}  // namespace guardline::edge
