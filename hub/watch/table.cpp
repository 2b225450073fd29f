// Tables alert and alert_log. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/watch/table.h"

#include <string>

namespace guardline::watch {
namespace {

#define GUARDLINE_ALERT_COLUMNS                                                                                 \
  "id, rule, channel, severity, metric, comparison, bound, value, sample, window_seconds, occurrence, active, " \
  "acknowledged, resolved, suppression, suppressed_by, owner, raised_at, cleared_at, shelved_until, "           \
  "announced_at, changed_at, revision, acknowledged_until"

db::Param opt(const std::optional<std::int64_t>& value) {
  if (!value) return db::Null{db::Type::int64};
  return *value;
}
db::Param opt(const std::optional<Timestamp>& value) {
  if (!value) return db::Null{db::Type::int64};
  return to_micros(*value);
}
db::Param opt(const AccountId& value) {
  if (value.empty()) return db::Null{db::Type::blob};
  return value.bytes();
}
db::Param flag(bool value) { return std::int64_t{value ? 1 : 0}; }
template <class E>
db::Param number(E value) {
  return static_cast<std::int64_t>(value);
}

std::optional<std::int64_t> int_of(const db::Row& row, int column) {
  return row.is_null(column) ? std::nullopt : std::optional(row.int64(column));
}
std::optional<Timestamp> time_of(const db::Row& row, int column) {
  return row.is_null(column) ? std::nullopt : std::optional(from_micros(row.int64(column)));
}
AccountId account_of(const db::Row& row, int column) {
  return row.is_null(column) ? AccountId{} : AccountId::from_bytes(row.blob(column)).value_or(AccountId{});
}

AlertRecord record_of(const db::Row& row) {
  AlertRecord record;
  record.id = AlertId::from_bytes(row.blob(0)).value_or(AlertId{});
  record.trigger.rule = row.text(1);
  if (row.int64(2) != 0) record.channel = static_cast<Channel>(row.int64(2));
  record.severity = static_cast<Severity>(row.int64(3));
  record.trigger.metric = static_cast<AlertMetric>(row.int64(4));
  record.trigger.comparison = static_cast<Comparison>(row.int64(5));
  record.trigger.limit = row.int64(6);
  record.trigger.value = int_of(row, 7);
  record.trigger.sample = row.int64(8);
  record.trigger.window_seconds = row.int64(9);
  record.state.occurrence = row.int64(10);
  record.state.active = row.int64(11) != 0;
  record.state.acknowledged = row.int64(12) != 0;
  record.state.resolved = row.int64(13) != 0;
  record.state.suppression = static_cast<Suppression>(row.int64(14));
  record.suppressed_by = row.text(15);
  record.owner = account_of(row, 16);
  record.raised_at = from_micros(row.int64(17));
  record.cleared_at = time_of(row, 18);
  record.shelved_until = time_of(row, 19);
  record.announced_at = from_micros(row.int64(20));
  record.changed_at = from_micros(row.int64(21));
  record.revision = row.int64(22);
  record.acknowledged_until = time_of(row, 23);
  return record;
}

Result<std::vector<AlertRecord>> query(db::Database& database, const std::string& tail,
                                       std::initializer_list<db::Param> params) {
  auto statement = database.prepare("SELECT " GUARDLINE_ALERT_COLUMNS " FROM alert " + tail);
  if (!statement) return std::unexpected(statement.error());
  std::vector<AlertRecord> records;
  auto ran = (*statement)->run(params, [&](const db::Row& row) {
    records.push_back(record_of(row));
    return true;
  });
  if (!ran) return std::unexpected(ran.error());
  return records;
}

Status write_record(db::Database& database, const AlertRecord& r) {
  auto statement = database.prepare("INSERT INTO alert(" GUARDLINE_ALERT_COLUMNS
                                    ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, "
                                    "$17, $18, $19, $20, $21, $22, $23, $24) ON CONFLICT (id) DO UPDATE SET "
                                    "severity = excluded.severity, metric = excluded.metric, "
                                    "comparison = excluded.comparison, bound = excluded.bound, value = excluded.value, "
                                    "sample = excluded.sample, window_seconds = excluded.window_seconds, "
                                    "occurrence = excluded.occurrence, active = excluded.active, "
                                    "acknowledged = excluded.acknowledged, resolved = excluded.resolved, "
                                    "suppression = excluded.suppression, suppressed_by = excluded.suppressed_by, "
                                    "owner = excluded.owner, raised_at = excluded.raised_at, "
                                    "cleared_at = excluded.cleared_at, shelved_until = excluded.shelved_until, "
                                    "announced_at = excluded.announced_at, changed_at = excluded.changed_at, "
                                    "revision = excluded.revision, acknowledged_until = excluded.acknowledged_until");
  if (!statement) return std::unexpected(statement.error());
  const std::int64_t channel = r.channel ? static_cast<std::int64_t>(*r.channel) : 0;
  auto ran = (*statement)
                 ->run({r.id.bytes(),
                        std::string_view(r.trigger.rule),
                        channel,
                        number(r.severity),
                        number(r.trigger.metric),
                        number(r.trigger.comparison),
                        r.trigger.limit,
                        opt(r.trigger.value),
                        r.trigger.sample,
                        r.trigger.window_seconds,
                        r.state.occurrence,
                        flag(r.state.active),
                        flag(r.state.acknowledged),
                        flag(r.state.resolved),
                        number(r.state.suppression),
                        std::string_view(r.suppressed_by),
                        opt(r.owner),
                        to_micros(r.raised_at),
                        opt(r.cleared_at),
                        opt(r.shelved_until),
                        to_micros(r.announced_at),
                        to_micros(r.changed_at),
                        r.revision,
                        opt(r.acknowledged_until)});
  if (!ran) return std::unexpected(ran.error());
  return {};
}

}  // namespace

Status write_fact(db::Database& database, const AlertRecord& after, const AlertFact& fact) {
  if (auto ok = write_record(database, after); !ok) return ok;
  auto statement = database.prepare(
      "INSERT INTO alert_log(alert, number, at, act, occurrence, actor, words, until, owner, value, sample, wanted, "
      "written_at, obstacle, against) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)");
  if (!statement) return std::unexpected(statement.error());
  const bool raise = fact.act == AlertAct::raised;
  const auto value = raise ? fact.trigger.value : fact.value;
  const auto sample = raise ? std::optional(fact.trigger.sample) : fact.sample;
  const db::Param none = db::Null{db::Type::int64};
  auto ran = (*statement)
                 ->run({fact.alert.bytes(), after.revision, to_micros(fact.at), number(fact.act), fact.occurrence,
                        opt(fact.actor), std::string_view(fact.words), opt(fact.until), opt(fact.owner), opt(value),
                        opt(sample), fact.contest ? number(fact.contest->wanted) : none,
                        fact.contest ? to_micros(fact.contest->written_at) : none,
                        fact.contest ? number(fact.contest->obstacle) : none,
                        fact.contest ? opt(fact.contest->against) : none});
  if (!ran) return std::unexpected(ran.error());
  return {};
}

Result<AlertRecord> read_alert(db::Database& database, AlertId id) {
  auto found = query(database, "WHERE id = $1", {id.bytes()});
  if (!found) return std::unexpected(found.error());
  if (found->empty()) return fail(ErrorCode::not_found, "no such alert");
  return std::move(found->front());
}

Result<std::vector<AlertRecord>> read_alerts(db::Database& database) {
  return query(database, "ORDER BY raised_at DESC, id DESC LIMIT $1", {static_cast<std::int64_t>(kMaxAlerts)});
}

Result<std::vector<AlertRecord>> list_alerts(db::Database& database, const AlertFilter& filter,
                                             const std::optional<AlertPlace>& after, std::size_t max) {
  // One text for every filter: -1 and an empty id ask nothing.
  const auto yes_no = [](const std::optional<bool>& value) { return std::int64_t{value ? (*value ? 1 : 0) : -1}; };
  const AccountId nobody;
  const auto& owner = filter.owner ? *filter.owner : nobody;
  const AlertPlace first{.raised_at = Timestamp::max(), .id = {}};
  const auto& place = after ? *after : first;
  return query(database,
               "WHERE ($1 < 0 OR active = $1) AND ($2 < 0 OR acknowledged = $2) AND ($3 < 0 OR resolved = $3) "
               "AND ($4 < 0 OR suppression = $4) AND ($5 = 0 OR owner = $6) AND ($7 < 0 OR metric = $7) "
               "AND (raised_at < $8 OR (raised_at = $8 AND id < $9)) ORDER BY raised_at DESC, id DESC LIMIT $10",
               {yes_no(filter.active), yes_no(filter.acknowledged), yes_no(filter.resolved),
                filter.suppression ? static_cast<std::int64_t>(*filter.suppression) : std::int64_t{-1},
                flag(filter.owner.has_value()), owner.bytes(),
                filter.metric ? static_cast<std::int64_t>(*filter.metric) : std::int64_t{-1},
                to_micros(place.raised_at), place.id.bytes(), static_cast<std::int64_t>(max)});
}

Result<api::AlertCounts> count_alerts(db::Database& database, const AlertFilter& filter) {
  auto statement = database.prepare(
      "SELECT active, acknowledged, suppression, count(*) FROM alert WHERE ($1 = 0 OR owner = $2) "
      "AND ($3 < 0 OR metric = $3) GROUP BY active, acknowledged, suppression");
  if (!statement) return std::unexpected(statement.error());
  const AccountId nobody;
  const auto& owner = filter.owner ? *filter.owner : nobody;
  api::AlertCounts counts;
  auto ran = (*statement)
                 ->run({flag(filter.owner.has_value()), owner.bytes(),
                        filter.metric ? static_cast<std::int64_t>(*filter.metric) : std::int64_t{-1}},
                       [&](const db::Row& row) {
                         const bool active = row.int64(0) != 0;
                         const bool acknowledged = row.int64(1) != 0;
                         const auto n = row.int64(3);
                         switch (static_cast<Suppression>(row.int64(2))) {
                           case Suppression::shelved:
                             counts.shelved += n;
                             break;
                           case Suppression::by_design:
                             counts.by_design += n;
                             break;
                           case Suppression::out_of_service:
                             counts.out_of_service += n;
                             break;
                           case Suppression::none:
                             if (active) {
                               (acknowledged ? counts.in_hand : counts.to_acknowledge) += n;
                             } else if (!acknowledged) {
                               counts.returned += n;
                             }
                         }
                         return true;
                       });
  if (!ran) return std::unexpected(ran.error());
  return counts;
}

Result<std::vector<LogLine>> read_log(db::Database& database, AlertId id, std::size_t max) {
  auto statement = database.prepare(
      "SELECT number, at, act, occurrence, actor, words, until, owner, value, sample, wanted, written_at, obstacle, "
      "against FROM alert_log WHERE alert = $1 ORDER BY number DESC LIMIT $2");
  if (!statement) return std::unexpected(statement.error());
  std::vector<LogLine> lines;
  auto ran = (*statement)->run({id.bytes(), static_cast<std::int64_t>(max)}, [&](const db::Row& row) {
    LogLine line;
    line.number = row.int64(0);
    line.fact.alert = id;
    line.fact.at = from_micros(row.int64(1));
    line.fact.act = static_cast<AlertAct>(row.int64(2));
    line.fact.occurrence = row.int64(3);
    line.fact.actor = account_of(row, 4);
    line.fact.words = row.text(5);
    line.fact.until = time_of(row, 6);
    line.fact.owner = account_of(row, 7);
    line.fact.value = int_of(row, 8);
    line.fact.sample = int_of(row, 9);
    if (!row.is_null(10)) {
      line.fact.contest = api::AlertContest{.wanted = static_cast<AlertAct>(row.int64(10)),
                                            .written_at = from_micros(row.int64(11)),
                                            .obstacle = static_cast<AlertObstacle>(row.int64(12)),
                                            .against = int_of(row, 13)};
    }
    lines.push_back(std::move(line));
    return true;
  });
  if (!ran) return std::unexpected(ran.error());
  return lines;
}

}  // namespace guardline::watch
