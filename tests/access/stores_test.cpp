// The same statements on both stores: every one of the folder runs here at least once. SPDX-License-Identifier:
// GPL-3.0-or-later
#include "core/crypto/totp.h"
#include "tests/access/house.h"

#include <atomic>
#include <thread>

#include <gtest/gtest.h>

namespace guardline::access::test {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;

class BothStores : public testing::TestWithParam<Store> {};
INSTANTIATE_TEST_SUITE_P(Access, BothStores, testing::Values(Store::embedded, Store::postgres),
                         [](const auto& test) { return test.param == Store::embedded ? "embedded" : "postgres"; });

TEST_P(BothStores, AWholeLife) {
  House house(GetParam());
  const auto accounts = [&]() -> Accounts& { return house.access->accounts(); };  // anew after a restart
  const AccountId id = house.add_account("li.wei", api::Role::supervisor);
  EXPECT_EQ(accounts().create({"li.wei", "X", api::Role::agent, std::string(kPassword)}, house.admin).error().code,
            ErrorCode::conflict);
  const Desk desk = house.enrol(id, false);
  EXPECT_EQ(house.access->devices().view(desk.device, house.admin)->state, api::DeviceState::viewed);
  ASSERT_TRUE(house.access->devices().approve(desk.device, desk.fingerprint.substr(56), house.admin).has_value());
  EXPECT_FALSE(house.access->enrolment().state(desk.device, desk.poll_token)->certificate_pem.empty());
  EXPECT_TRUE(accounts().get(id)->factor_bound);
  EXPECT_EQ(accounts().find("li.wei")->recovery_codes_left, 10);

  for (int i = 0; i < 5; ++i) {
    EXPECT_EQ(house.sign_in("li.wei", desk, "not this password").error().code, ErrorCode::unauthenticated) << i;
    house.clock.advance(seconds(10));
  }
  EXPECT_EQ(house.sign_in("li.wei", desk).error().code, ErrorCode::exhausted);
  EXPECT_EQ(accounts().list()->size(), 2U);
  EXPECT_EQ(accounts().get(id)->failures, 5);
  ASSERT_TRUE(accounts().unlock(id, house.admin).has_value());

  const std::string code = house.code(desk);
  const auto in = house.sign_in("li.wei", desk, std::string(kPassword), code);
  ASSERT_TRUE(in.has_value());
  house.restart();
  EXPECT_FALSE(house.sign_in("li.wei", desk, std::string(kPassword), code).has_value()) << "replayed over a restart";
  house.clock.advance(minutes(5));
  Sessions& sessions = house.access->sessions();
  EXPECT_TRUE(sessions.check(in->token, desk.device, true).has_value());
  EXPECT_EQ(sessions.check(in->token, desk.device, true)->seen_at, house.clock.now());
  EXPECT_TRUE(house.access->sign_in()
                  .step_up({in->session, house.code(desk), "10.0.0.7", api::AccessReason::complaint, {}})
                  .has_value());
  const auto ticket = house.access->tickets().issue(in->session, desk.device, "kpi").value();
  EXPECT_TRUE(house.access->tickets().redeem(ticket.ticket, desk.device).has_value());
  EXPECT_FALSE(house.access->tickets().redeem(ticket.ticket, desk.device).has_value());
  EXPECT_EQ(sessions.list(id)->size(), 1U);
  EXPECT_EQ(house.access->sessions().revoke_all(id, house.admin), 1);

  house.next_step();
  const auto again = house.sign_in("li.wei", desk, std::string(kPassword), desk.recovery_codes[0]);
  ASSERT_TRUE(again.has_value());
  EXPECT_EQ(again->recovery_codes_left, 9);
  EXPECT_FALSE(house.sign_in("li.wei", desk, std::string(kPassword), desk.recovery_codes[0]).has_value());
  ASSERT_TRUE(sessions.sign_out(again->session).has_value());
  ASSERT_TRUE(accounts().set_password(id, "another long phrase", house.admin).has_value());
  ASSERT_TRUE(accounts().set_active(id, false, house.admin).has_value());
  ASSERT_TRUE(accounts().reset_factor(id, house.admin).has_value());
  ASSERT_TRUE(house.access->devices().revoke(desk.device, house.admin).has_value());
  ASSERT_TRUE(house.access->devices().wiped(desk.device).has_value());
  EXPECT_EQ(house.access->devices().by_key(desk.key.spki_sha256())->state, api::DeviceState::wiped);
  const Desk refused = house.enrol(house.add_account("other"), false);
  ASSERT_TRUE(house.access->devices().refuse(refused.device, house.admin).has_value());
  EXPECT_EQ(house.access->devices().list()->size(), 2U);
  EXPECT_TRUE(house.access->tidy().has_value());
}

TEST_P(BothStores, FailuresAtOnceAreAllCounted) {
  House house(GetParam());
  const AccountId id = house.add_account("li.wei");
  const Desk desk = house.enrol(id);
  // Each try is counted before it is judged; only those that find a wait are refused uncounted.
  std::atomic<int> judged{0};
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < 6; ++i) {
      threads.emplace_back([&] {
        const auto refused = house.sign_in("li.wei", desk, "not this password");
        judged += !refused && refused.error().code == ErrorCode::unauthenticated;
      });
    }
  }
  EXPECT_EQ(judged, 1) << "the second of them has to wait, however many come at once";
  EXPECT_EQ(house.access->accounts().get(id)->failures, 1);
}

}  // namespace
}  // namespace guardline::access::test
