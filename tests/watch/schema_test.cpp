// Tables of an older hub, with something in them, become ours. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/watch/schema.h"

#include "core/db/database.h"
#include "core/wire/codec.h"
#include "hub/watch/defaults.h"
#include "hub/watch/table.h"
#include "tests/spine/fixture.h"

#include <string>

namespace guardline::watch {
namespace {

using spine::test::Store;

/// Step 1 as it was released.
constexpr db::Migration kFirst[] = {{1, "rules, alerts, their log", R"sql(
CREATE TABLE watch_rule(id TEXT NOT NULL PRIMARY KEY, definition TEXT NOT NULL) {strict}{without_rowid};
CREATE TABLE alert(
  id {blob} NOT NULL PRIMARY KEY, rule TEXT NOT NULL, channel {bigint} NOT NULL, severity {bigint} NOT NULL,
  metric {bigint} NOT NULL, comparison {bigint} NOT NULL, bound {bigint} NOT NULL, value {bigint},
  sample {bigint} NOT NULL, window_seconds {bigint} NOT NULL, occurrence {bigint} NOT NULL, active {bigint} NOT NULL,
  acknowledged {bigint} NOT NULL, resolved {bigint} NOT NULL, suppression {bigint} NOT NULL,
  suppressed_by TEXT NOT NULL, owner {blob}, raised_at {bigint} NOT NULL, cleared_at {bigint}, shelved_until {bigint},
  announced_at {bigint} NOT NULL, changed_at {bigint} NOT NULL, revision {bigint} NOT NULL) {strict}{without_rowid};
CREATE UNIQUE INDEX alert_point ON alert(rule, channel);
CREATE INDEX alert_newest ON alert(raised_at, id);
CREATE TABLE alert_log(
  alert {blob} NOT NULL, number {bigint} NOT NULL, at {bigint} NOT NULL, act {bigint} NOT NULL,
  occurrence {bigint} NOT NULL, actor {blob}, words TEXT NOT NULL, until {bigint}, owner {blob}, value {bigint},
  sample {bigint}, PRIMARY KEY(alert, number)) {strict}{without_rowid};
)sql"}};

class Schema : public testing::TestWithParam<Store> {};
INSTANTIATE_TEST_SUITE_P(Stores, Schema, testing::Values(Store::embedded, Store::postgres), spine::test::store_name);

TEST_P(Schema, WhatStoodThereStandsThereStill) {
  spine::test::World world(GetParam());
  const auto database = world.connect(spine::Use::commit);
  ASSERT_TRUE(db::migrate(*database, "watch", kFirst));
  const AlertId alert{Uuid{1, 2, 3}};
  const auto rule = default_rules().front();
  const auto put = [&](const char* sql, std::initializer_list<db::Param> params) {
    auto statement = database->prepare(sql);
    ASSERT_TRUE(statement) << statement.error().message;
    const auto ran = (*statement)->run(params);
    ASSERT_TRUE(ran) << ran.error().message;
  };
  const auto json = wire::to_json(rule);
  ASSERT_EQ(json.find("unacknowledge"), std::string::npos) << "as an older hub wrote it";
  put("INSERT INTO watch_rule(id, definition) VALUES ($1, $2)", {std::string_view(rule.id), std::string_view(json)});
  put("INSERT INTO alert VALUES ($1, 'backlog', 1, 2, 4, 2, 200, 812, 812, 300, 1, 1, 1, 0, 0, '', NULL, 5, NULL, "
      "NULL, "
      "5, 6, 2)",
      {alert.bytes()});
  put("INSERT INTO alert_log VALUES ($1, 2, 6, 3, 1, NULL, 'seen', NULL, NULL, NULL, NULL)", {alert.bytes()});

  for (int again = 0; again < 2; ++again) {
    const auto ok = migrate_watch(*database);
    ASSERT_TRUE(ok) << ok.error().message;
  }
  const auto record = read_alert(*database, alert);
  ASSERT_TRUE(record) << record.error().message;
  EXPECT_TRUE(record->state.acknowledged);
  EXPECT_FALSE(record->acknowledged_until) << "no promise was made when it was acknowledged";
  EXPECT_EQ(record->revision, 2);
  const auto log = read_log(*database, alert, 10);
  ASSERT_TRUE(log);
  ASSERT_EQ(log->size(), 1U);
  EXPECT_EQ(log->front().fact.words, "seen");
  EXPECT_FALSE(log->front().fact.contest);
  const auto rules = read_rules(*database);
  ASSERT_TRUE(rules);
  ASSERT_EQ(rules->rules.size(), 1U);
  EXPECT_EQ(rules->rules[0].version, 1);
  EXPECT_EQ(wire::to_json(rules->rules[0].rule), json);
  EXPECT_FALSE(rules->rules[0].changed_at);
  const auto holds = acknowledgement_holds(*database, rule.id);
  ASSERT_TRUE(holds && *holds);
  EXPECT_EQ(**holds, Micros(std::chrono::minutes(30)));
}

}  // namespace
}  // namespace guardline::watch
