// Threshold rules in their table. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/watch/rule.h"

#include "core/db/database.h"
#include "core/wire/codec.h"

#include <chrono>
#include <utility>

namespace guardline::watch {
namespace {

Result<std::int64_t> count_others(db::Database& database, const Rule& rule) {
  auto statement = database.prepare("SELECT count(*) FROM watch_rule WHERE id <> $1");
  if (!statement) return std::unexpected(statement.error());
  std::int64_t count = 0;
  auto ran = (*statement)->run({std::string_view(rule.id)}, [&](const db::Row& row) {
    count = row.int64(0);
    return true;
  });
  if (!ran) return std::unexpected(ran.error());
  return count;
}

Status write(db::Database& database, const Rule& rule, const char* on_conflict) {
  if (auto ok = check_rule(rule); !ok) return ok;
  const auto others = count_others(database, rule);
  if (!others) return std::unexpected(others.error());
  if (*others >= static_cast<std::int64_t>(kMaxRules)) return fail(ErrorCode::exhausted, "there are 200 rules already");
  auto statement =
      database.prepare(std::string("INSERT INTO watch_rule(id, definition) VALUES ($1, $2) ") + on_conflict);
  if (!statement) return std::unexpected(statement.error());
  const auto json = wire::to_json(rule);
  auto ran = (*statement)->run({std::string_view(rule.id), std::string_view(json)});
  if (!ran) return std::unexpected(ran.error());
  return {};
}

}  // namespace

Status store_rule(db::Database& database, const Rule& rule) {
  return write(database, rule,
               "ON CONFLICT (id) DO UPDATE SET definition = excluded.definition, version = watch_rule.version + 1");
}

Status store_missing_rules(db::Database& database, const std::vector<Rule>& rules) {
  for (const auto& rule : rules) {
    if (auto ok = write(database, rule, "ON CONFLICT (id) DO NOTHING"); !ok) return ok;
  }
  return {};
}

Result<std::optional<Micros>> acknowledgement_holds(db::Database& database, std::string_view rule) {
  auto statement = database.prepare("SELECT definition FROM watch_rule WHERE id = $1");
  if (!statement) return std::unexpected(statement.error());
  std::int64_t seconds = api::kUnacknowledgeAfter;
  auto ran = (*statement)->run({rule}, [&](const db::Row& row) {
    if (const auto read = wire::from_json<Rule>(row.text(0))) {
      seconds = read->unacknowledge_seconds.value_or(api::kUnacknowledgeAfter);
    }
    return true;
  });
  if (!ran) return std::unexpected(ran.error());
  if (seconds == 0) return std::nullopt;
  return std::optional(Micros(std::chrono::seconds(seconds)));
}

Result<KeptRules> read_rules(db::Database& database) {
  auto statement =
      database.prepare("SELECT id, definition, version, changed_at, changed_by FROM watch_rule ORDER BY id LIMIT 201");
  if (!statement) return std::unexpected(statement.error());
  KeptRules kept;
  auto ran = (*statement)->run({}, [&](const db::Row& row) {
    auto rule = wire::from_json<Rule>(row.text(1));
    if (!rule || rule->id != row.text(0) || !check_rule(*rule) || kept.rules.size() >= kMaxRules) {
      kept.broken.push_back({std::string(row.text(0)), row.int64(2)});
      return true;
    }
    KeptRule found{.rule = std::move(*rule), .version = row.int64(2), .changed_at = {}, .changed_by = {}};
    if (!row.is_null(3)) found.changed_at = from_micros(row.int64(3));
    if (!row.is_null(4)) found.changed_by = AccountId::from_bytes(row.blob(4)).value_or(AccountId{});
    kept.rules.push_back(std::move(found));
    return true;
  });
  if (!ran) return std::unexpected(ran.error());
  return kept;
}

Result<LoadedRules> load_rules(db::Database& database) {
  auto kept = read_rules(database);
  if (!kept) return std::unexpected(kept.error());
  LoadedRules loaded;
  for (auto& each : kept->rules) loaded.rules.push_back(std::move(each.rule));
  for (auto& each : kept->broken) loaded.broken.push_back(std::move(each.id));
  return loaded;
}

}  // namespace guardline::watch
