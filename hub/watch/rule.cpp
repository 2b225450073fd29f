// A threshold rule, as data. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/watch/rule.h"

#include "core/db/database.h"
#include "core/wire/codec.h"

#include <algorithm>
#include <set>

namespace guardline::watch {
namespace {

bool is_rate(AlertMetric metric) {
  return metric == AlertMetric::delivery_rate || metric == AlertMetric::receipt_rate ||
         metric == AlertMetric::failure_rate;
}

std::unexpected<Error> refuse(const Rule& rule, const char* what) {
  return fail(ErrorCode::invalid_argument, "rule " + rule.id + ": " + what);
}

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

Status check_rule(const Rule& rule) {
  // The members' own bounds once more: a rule may come from code as well as from a text.
  if (auto read = wire::from_json<Rule>(wire::to_json(rule)); !read) {
    return fail(ErrorCode::invalid_argument,
                "rule " + rule.id + ": " + read.error().front().pointer + " " + read.error().front().detail);
  }
  if (std::set(rule.channels.begin(), rule.channels.end()).size() != rule.channels.size()) {
    return refuse(rule, "a channel is named twice");
  }
  if (rule.channels.empty() != (rule.metric == AlertMetric::watch_silence)) {
    return refuse(rule, "channels are for every metric but watch_silence");
  }
  if (rule.window_seconds % 60 != 0 || rule.settle_seconds % 60 != 0) {
    return refuse(rule, "window and settling are whole minutes");
  }
  if (is_rate(rule.metric) && (rule.limit > 10000 || rule.deadband > 10000)) {
    return refuse(rule, "a rate has at most 10,000 basis points");
  }
  const auto back = rule.comparison == Comparison::below ? rule.limit + rule.deadband : rule.limit - rule.deadband;
  if (back < 0 || (is_rate(rule.metric) && back > 10000)) return refuse(rule, "past its deadband it could never clear");
  if (std::ranges::find(rule.inhibited_by, rule.id) != rule.inhibited_by.end()) {
    return refuse(rule, "it can't explain itself");
  }
  return {};
}

Status store_rule(db::Database& database, const Rule& rule) {
  return write(database, rule, "ON CONFLICT (id) DO UPDATE SET definition = excluded.definition");
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
  std::int64_t seconds = kUnacknowledgeAfter;
  auto ran = (*statement)->run({rule}, [&](const db::Row& row) {
    if (const auto read = wire::from_json<Rule>(row.text(0))) {
      seconds = read->unacknowledge_seconds.value_or(kUnacknowledgeAfter);
    }
    return true;
  });
  if (!ran) return std::unexpected(ran.error());
  if (seconds == 0) return std::nullopt;
  return std::optional(Micros(std::chrono::seconds(seconds)));
}

Result<LoadedRules> load_rules(db::Database& database) {
  auto statement = database.prepare("SELECT id, definition FROM watch_rule ORDER BY id LIMIT 201");
  if (!statement) return std::unexpected(statement.error());
  LoadedRules loaded;
  auto ran = (*statement)->run({}, [&](const db::Row& row) {
    auto rule = wire::from_json<Rule>(row.text(1));
    if (rule && rule->id == row.text(0) && check_rule(*rule) && loaded.rules.size() < kMaxRules) {
      loaded.rules.push_back(std::move(*rule));
    } else {
      loaded.broken.emplace_back(row.text(0));
    }
    return true;
  });
  if (!ran) return std::unexpected(ran.error());
  return loaded;
}

}  // namespace guardline::watch
