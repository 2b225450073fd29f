// Accepting a notice: what is refused, and what happens once. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/notices/lookup.h"
#include "tests/hub/house.h"

#include <array>

#include <gmock/gmock.h>

namespace guardline::test {
namespace {

using testing::HasSubstr;

class IntakeOnStores : public testing::TestWithParam<Store> {};
INSTANTIATE_TEST_SUITE_P(Stores, IntakeOnStores, testing::Values(Store::embedded, Store::postgres), store_name);

TEST_P(IntakeOnStores, TheSameKeyAndRequestHappenOnce) {
  House house(GetParam());
  house.start();
  const auto who = house.add();
  const auto warn = request("warn", Category::core_risk, {who}, {together({Channel::sms, Channel::email})});
  const auto first = house.intake->accept(warn, kStaff, "k");
  ASSERT_TRUE(first) << first.error().message;
  EXPECT_EQ(first->audience_count, 1);
  ASSERT_TRUE(house.wait(EventKind::delivery_failed, 2)) << "without carriers both ways end";
  const auto before = house.events().size();

  const auto again = house.intake->accept(warn, kStaff, "k");
  ASSERT_TRUE(again) << again.error().message;
  EXPECT_EQ(again->notice_id, first->notice_id);
  EXPECT_EQ(again->accepted_at, first->accepted_at);
  EXPECT_EQ(house.events().size(), before) << "a repeat appends nothing";
  EXPECT_EQ(house.number("SELECT count(*) FROM notice"), 1);

  auto other = warn;
  other.variables.push_back({"extra", "1"});
  const auto refused = house.intake->accept(other, kStaff, "k");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::conflict);
  EXPECT_EQ(house.events().size(), before);
  EXPECT_EQ(house.number("SELECT count(*) FROM notice"), 1);

  const auto somebody_else = house.intake->accept(warn, AccountId{Uuid{9}}, "k");
  ASSERT_TRUE(somebody_else) << "a key belongs to its account";
  EXPECT_NE(somebody_else->notice_id, first->notice_id);
}

TEST_P(IntakeOnStores, AudienceByTier) {
  House house(GetParam());
  house.start();
  house.add({.tier = "vip"});
  house.add({.tier = "vip"});
  house.add({.tier = "important"});
  house.add();
  const auto gone = house.add({.tier = "vip"});
  house.erase(gone);
  auto all = request("info", Category::service, {}, {together({Channel::sms})});
  all.audience = {std::nullopt, std::vector<std::string>{"vip", "important", "vip"}};
  const auto accepted = house.intake->accept(all, kStaff, "k");
  ASSERT_TRUE(accepted) << accepted.error().message;
  EXPECT_EQ(accepted->audience_count, 3) << "each once, the erased one not";
  EXPECT_TRUE(house.wait(EventKind::message_planned, 3));
}

TEST(Intake, ManyThreadsWithOneKeyMakeOneNotice) {
  House house;
  house.start();
  const auto info = request("info", Category::service, {house.add()}, {together({Channel::sms})});
  std::vector<std::thread> threads;
  std::vector<NoticeId> answers(8);
  for (auto& answer : answers)
    threads.emplace_back([&] {
      if (auto accepted = house.intake->accept(info, kStaff, "k")) answer = accepted->notice_id;
    });
  for (auto& thread : threads) thread.join();
  for (const auto& answer : answers) EXPECT_EQ(answer, answers[0]);
  EXPECT_FALSE(answers[0].empty());
  EXPECT_EQ(house.number("SELECT count(*) FROM notice"), 1);
}

// A notice's request is read for each page of history that names it.
TEST(Intake, KeepsAddresseesInOnePlaceOnly) {
  House house;
  house.start();
  const std::vector people{house.add(), house.add(), house.add()};
  const auto notice = house.send(request("info", Category::service, people, {together({Channel::sms})}));
  EXPECT_EQ(house.number("SELECT count(*) FROM notice_audience"), 3);
  EXPECT_EQ(house.number("SELECT count(*) FROM notice WHERE request LIKE '%" + people[0].text() + "%'"), 0);
  ASSERT_TRUE(house.wait(EventKind::delivery_planned, 3)) << "and it is planned all the same";
  const auto database = house.stores.open(spine::Use::read);
  ASSERT_TRUE(database);
  const NoticeId nobody{Uuid{1}};
  const auto heads = notices::read_notice_heads(**database, std::array{notice, nobody, notice});
  ASSERT_TRUE(heads);
  ASSERT_EQ(heads->size(), 1U);
  EXPECT_EQ(heads->at(notice).template_id, "info");
  EXPECT_EQ(heads->at(notice).category, Category::service);
}

class IntakeRefuses : public testing::Test {
 protected:
  IntakeRefuses() {
    house.start();
    who = house.add();
    good = request("sum", Category::service, {who}, {together({Channel::sms})});
    good.variables = {{"amount", "5"}};
  }
  void expect_refused(const api::NoticeRequest& bad, const std::string& why) {
    const auto before = house.events().size();
    const auto refused = house.intake->accept(bad, kStaff, "k");
    ASSERT_FALSE(refused) << why;
    EXPECT_EQ(refused.error().code, ErrorCode::invalid_argument);
    EXPECT_THAT(refused.error().message, HasSubstr(why));
    EXPECT_EQ(house.events().size(), before);
    EXPECT_EQ(house.number("SELECT count(*) FROM notice"), 0);
  }
  House house;
  InvestorId who;
  api::NoticeRequest good;
};

TEST_F(IntakeRefuses, UnknownTemplatesAndVersions) {
  auto bad = good;
  bad.template_ = "nothing";
  expect_refused(bad, "template");
  bad = good;
  bad.version = 2;
  expect_refused(bad, "template");
}

TEST_F(IntakeRefuses, AnotherCategoryThanTheTemplates) {
  auto bad = good;
  bad.category = Category::marketing;
  expect_refused(bad, "category");
}

TEST_F(IntakeRefuses, MissingDoubledAndReservedVariables) {
  auto bad = good;
  bad.variables.clear();
  expect_refused(bad, "variables");
  bad.variables = {{"amount", "5"}, {"amount", "6"}};
  expect_refused(bad, "given twice");
  bad.variables = {{"amount", "5"}, {"name", "me"}};
  expect_refused(bad, "reserved");
}

TEST_F(IntakeRefuses, ChannelsWithoutWords) {
  auto bad = good;
  bad.route = {together({Channel::sms}), then(Channel::email)};
  expect_refused(bad, "email");
}

TEST_F(IntakeRefuses, WrongAudiences) {
  auto bad = good;
  bad.audience.investors = {who, InvestorId::make(house.clock.now())};
  expect_refused(bad, "audience/investors/1");
  bad.audience.investors = {who, who};
  expect_refused(bad, "audience/investors/1");
  bad.audience = {std::nullopt, std::vector<std::string>{"nobody"}};
  expect_refused(bad, "audience");
  bad.audience = {std::nullopt, std::nullopt};
  expect_refused(bad, "either");
  bad.audience = {std::vector{who}, std::vector<std::string>{"standard"}};
  expect_refused(bad, "either");
  house.erase(who);
  expect_refused(good, "no such investor");
}

TEST_F(IntakeRefuses, CoreRiskOverOneWayAndWrongRoutes) {
  expect_refused(request("warn", Category::core_risk, {who}, {together({Channel::sms})}), "step 0");
  auto bad = good;
  bad.route = {then(Channel::sms)};
  expect_refused(bad, "step 0");
  bad.route = {};
  expect_refused(bad, "step");
}

TEST_F(IntakeRefuses, Drills) {
  auto bad = good;
  bad.drill = true;
  expect_refused(bad, "drill");
}

TEST_F(IntakeRefuses, NothingOfAKeyIsSpentByARefusal) {
  auto bad = good;
  bad.version = 2;
  expect_refused(bad, "template");
  EXPECT_TRUE(house.intake->accept(good, kStaff, "k"));
}

TEST_F(IntakeRefuses, KeysThatAreNone) {
  EXPECT_FALSE(house.intake->accept(good, kStaff, ""));
  EXPECT_FALSE(house.intake->accept(good, kStaff, std::string(129, 'k')));
  EXPECT_EQ(house.number("SELECT count(*) FROM notice"), 0);
}

TEST_F(IntakeRefuses, ProgressOfAnUnknownNotice) {
  const auto unknown = house.intake->progress(NoticeId::make(house.clock.now()));
  ASSERT_FALSE(unknown);
  EXPECT_EQ(unknown.error().code, ErrorCode::not_found);
}

}  // namespace
}  // namespace guardline::test
