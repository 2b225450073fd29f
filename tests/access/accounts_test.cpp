// Accounts: who may make and change them. SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/access/house.h"

#include <gtest/gtest.h>

namespace guardline::access::test {
namespace {

class AccountsTest : public testing::Test {
 protected:
  House house;
  Accounts& accounts = house.access->accounts();
};

TEST_F(AccountsTest, CreatedOnceAndFoundByAnyCase) {
  const auto made = accounts.create({"Li.Wei", "李 伟", api::Role::risk, std::string(kPassword)}, house.admin);
  ASSERT_TRUE(made.has_value());
  EXPECT_EQ(made->name, "li.wei");
  const auto found = accounts.find(" LI.WEI ");
  ASSERT_TRUE(found.has_value());
  EXPECT_EQ(found->id, made->id);
  EXPECT_EQ(found->display_name, "李 伟");
  EXPECT_EQ(found->role, api::Role::risk);
  EXPECT_TRUE(found->active);
  EXPECT_FALSE(found->factor_bound);
  EXPECT_EQ(accounts.create({"li.wei", "X", api::Role::agent, std::string(kPassword)}, house.admin).error().code,
            ErrorCode::conflict);
  EXPECT_EQ(accounts.list()->size(), 2U);
  EXPECT_EQ(house.count(EventKind::account_created), 2U) << "the refused one left no event";
}

TEST_F(AccountsTest, BadInputIsNamed) {
  const auto code = [&](std::string name, std::string display, std::string password) {
    return accounts.create({std::move(name), std::move(display), api::Role::agent, std::move(password)}, house.admin)
        .error()
        .code;
  };
  EXPECT_EQ(code("a b", "X", std::string(kPassword)), ErrorCode::invalid_argument);
  EXPECT_EQ(code("a", "", std::string(kPassword)), ErrorCode::invalid_argument);
  EXPECT_EQ(code("a", "X", "password1234"), ErrorCode::invalid_argument);
}

TEST_F(AccountsTest, OnlyAdministratorsGiveOrders) {
  const AccountId id = house.add_account("li.wei");
  for (const auto role : {api::Role::agent, api::Role::risk, api::Role::supervisor, api::Role::compliance}) {
    const Actor actor{id, role};
    EXPECT_EQ(accounts.create({"x", "X", role, std::string(kPassword)}, actor).error().code, ErrorCode::denied);
    EXPECT_EQ(accounts.set_password(id, "another long phrase", actor).error().code, ErrorCode::denied);
    EXPECT_EQ(accounts.unlock(id, actor).error().code, ErrorCode::denied);
    EXPECT_EQ(accounts.set_active(id, false, actor).error().code, ErrorCode::denied);
    EXPECT_EQ(accounts.reset_factor(id, actor).error().code, ErrorCode::denied);
  }
  EXPECT_EQ(house.count(EventKind::account_changed), 0U);
}

TEST_F(AccountsTest, UnknownOnesAreNotFound) {
  const auto nobody = AccountId::make(house.clock.now());
  EXPECT_EQ(accounts.get(nobody).error().code, ErrorCode::not_found);
  EXPECT_EQ(accounts.find("nobody").error().code, ErrorCode::not_found);
  EXPECT_EQ(accounts.find("!").error().code, ErrorCode::not_found);
  EXPECT_EQ(accounts.unlock(nobody, house.admin).error().code, ErrorCode::not_found);
  EXPECT_EQ(accounts.set_active(nobody, true, house.admin).error().code, ErrorCode::not_found);
  EXPECT_EQ(accounts.reset_factor(nobody, house.admin).error().code, ErrorCode::not_found);
  EXPECT_EQ(accounts.set_password(nobody, kPassword, house.admin).error().code, ErrorCode::not_found);
}

TEST_F(AccountsTest, ANewPasswordWorksTheOldOneDoesNotAndSessionsEnd) {
  const AccountId id = house.add_account("li.wei");
  const Desk desk = house.enrol(id);
  const SignedIn in = house.signed_in("li.wei", desk);
  ASSERT_TRUE(accounts.set_password(id, "another long phrase", house.admin).has_value());
  EXPECT_EQ(house.access->sessions().check(in.token, desk.device, true).error().code, ErrorCode::unauthenticated);
  EXPECT_FALSE(house.sign_in("li.wei", desk).has_value());
  house.next_step();
  EXPECT_TRUE(house.sign_in("li.wei", desk, "another long phrase").has_value());
}

TEST_F(AccountsTest, DeactivatingEndsSessionsAndSignIn) {
  const AccountId id = house.add_account("li.wei");
  const Desk desk = house.enrol(id);
  const SignedIn in = house.signed_in("li.wei", desk);
  ASSERT_TRUE(accounts.set_active(id, false, house.admin).has_value());
  EXPECT_EQ(house.access->sessions().check(in.token, desk.device, true).error().code, ErrorCode::unauthenticated);
  EXPECT_EQ(house.sign_in("li.wei", desk).error().code, ErrorCode::unauthenticated);
  house.next_step();
  ASSERT_TRUE(accounts.set_active(id, true, house.admin).has_value());
  EXPECT_TRUE(house.sign_in("li.wei", desk).has_value());
  EXPECT_EQ(house.count(EventKind::account_changed, "deactivated"), 1U);
  EXPECT_EQ(house.count(EventKind::account_changed, "activated"), 1U);
}

TEST_F(AccountsTest, AResetFactorIsBoundAnewByTheNextEnrolment) {
  const AccountId id = house.add_account("li.wei");
  const Desk desk = house.enrol(id);
  EXPECT_TRUE(accounts.get(id)->factor_bound);
  EXPECT_EQ(accounts.get(id)->recovery_codes_left, 10);
  ASSERT_TRUE(accounts.reset_factor(id, house.admin).has_value());
  EXPECT_FALSE(accounts.get(id)->factor_bound);
  EXPECT_EQ(accounts.get(id)->recovery_codes_left, 0);
  EXPECT_EQ(house.sign_in("li.wei", desk).error().code, ErrorCode::unauthenticated);
  house.clock.advance(std::chrono::minutes(1));
  const Desk second = house.enrol(id);
  EXPECT_TRUE(house.sign_in("li.wei", second).has_value());
}

}  // namespace
}  // namespace guardline::access::test
