// Numbered steps of the schema. SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/db/stores.h"

#include <array>

namespace guardline::db {
namespace {

using testing::ElementsAre;

constexpr std::array<Migration, 3> kSteps{{
    {1, "notes",
     "CREATE TABLE note (id {bigint} PRIMARY KEY, body {blob}) {strict}; CREATE INDEX note_body ON note (body)"},
    {2, "first note", "INSERT INTO note (id) VALUES (7)"},
    {3, "titles", "ALTER TABLE note ADD COLUMN title TEXT"},
}};

class Migrations : public BothStores {
 protected:
  std::vector<std::string> recorded() {
    return rows("SELECT component, number, name FROM schema_migration ORDER BY component, number", {},
                {Type::text, Type::int64, Type::text});
  }
};

TEST_P(Migrations, AppliesEachStepOnce) {
  ASSERT_TRUE(ok(migrate(db(), "notes", std::span(kSteps).first(2))));
  EXPECT_THAT(recorded(), ElementsAre("notes|1|notes", "notes|2|first note"));
  ASSERT_TRUE(ok(migrate(db(), "notes", kSteps)));
  ASSERT_TRUE(ok(migrate(db(), "notes", kSteps)));
  EXPECT_THAT(recorded(), ElementsAre("notes|1|notes", "notes|2|first note", "notes|3|titles"));
  EXPECT_THAT(rows("SELECT id FROM note WHERE title IS NULL"), ElementsAre("7"));
  EXPECT_THAT(rows("SELECT count(*) FROM schema_migration WHERE at > 1500000000000000"), ElementsAre("3"));
}

TEST_P(Migrations, ComponentsCountApart) {
  constexpr std::array<Migration, 1> other{{{1, "other", "CREATE TABLE other (id {bigint})"}}};
  ASSERT_TRUE(ok(migrate(db(), "notes", kSteps)));
  ASSERT_TRUE(ok(migrate(db(), "other", other)));
  EXPECT_THAT(recorded(), ElementsAre("notes|1|notes", "notes|2|first note", "notes|3|titles", "other|1|other"));
}

TEST_P(Migrations, AChangedTextIsRefused) {
  ASSERT_TRUE(ok(migrate(db(), "notes", kSteps)));
  auto changed = kSteps;
  changed[1].sql = "INSERT INTO note (id) VALUES (8)";
  EXPECT_EQ(code_of(migrate(db(), "notes", changed)), ErrorCode::corrupt);
  EXPECT_FALSE(db().in_transaction());
  EXPECT_TRUE(ok(migrate(db(), "notes", kSteps)));
}

TEST_P(Migrations, ANewerSchemaIsRefused) {
  ASSERT_TRUE(ok(migrate(db(), "notes", kSteps)));
  EXPECT_EQ(code_of(migrate(db(), "notes", std::span(kSteps).first(2))), ErrorCode::conflict);
}

TEST_P(Migrations, AGapInTheRecordIsRefused) {
  ASSERT_TRUE(ok(migrate(db(), "notes", kSteps)));
  ASSERT_TRUE(ok(run("DELETE FROM schema_migration WHERE number = 2")));
  EXPECT_EQ(code_of(migrate(db(), "notes", kSteps)), ErrorCode::corrupt);
}

TEST_P(Migrations, NumbersRiseByOne) {
  constexpr std::array<Migration, 2> gap{
      {{1, "a", "CREATE TABLE a (x {bigint})"}, {3, "b", "CREATE TABLE b (x {bigint})"}}};
  EXPECT_EQ(code_of(migrate(db(), "gap", gap)), ErrorCode::invalid_argument);
  constexpr std::array<Migration, 1> two{{{2, "a", "CREATE TABLE a (x {bigint})"}}};
  EXPECT_EQ(code_of(migrate(db(), "two", two)), ErrorCode::invalid_argument);
}

TEST_P(Migrations, AFailingStepLeavesNothingOfItself) {
  constexpr std::array<Migration, 2> steps{{
      {1, "fine", "CREATE TABLE fine (x {bigint})"},
      {2, "broken", "CREATE TABLE half (x {bigint}); INSERT INTO nowhere VALUES (1)"},
  }};
  const auto failed = migrate(db(), "steps", steps);
  EXPECT_EQ(code_of(failed), ErrorCode::invalid_argument);
  EXPECT_NE(failed.error().message.find("steps 2"), std::string::npos) << failed.error().message;
  EXPECT_THAT(recorded(), ElementsAre("steps|1|fine"));
  EXPECT_EQ(code_of(run("SELECT x FROM half")), ErrorCode::invalid_argument);
  EXPECT_THAT(rows("SELECT count(*) FROM fine"), ElementsAre("0"));
}

TEST_P(Migrations, ABreakAtAnyAccessIsTakenUpAgain) {
  for (std::int64_t fail_at = 1;; ++fail_at) {
    std::int64_t accesses = 0;
    const auto broken = with_fault(open(), fail_at, &accesses);
    const auto component = "round " + std::to_string(fail_at);
    const auto table = "round" + std::to_string(fail_at);
    const std::string create = "CREATE TABLE " + table + " (x {bigint})";
    const std::string fill = "INSERT INTO " + table + " VALUES (1)";
    const std::array<Migration, 2> steps{{{1, "create", create}, {2, "fill", fill}}};
    const auto first = migrate(*broken, component, steps);
    if (first) {
      EXPECT_LT(accesses, fail_at);
      EXPECT_GT(fail_at, 8);
      return;
    }
    EXPECT_EQ(first.error().code, ErrorCode::io);
    ASSERT_TRUE(ok(migrate(*broken, component, steps)));
    EXPECT_THAT(rows("SELECT x FROM " + table), ElementsAre("1")) << fail_at;
  }
}

GUARDLINE_ON_BOTH_STORES(Migrations);

}  // namespace
}  // namespace guardline::db
