// Sessions and tickets. SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/access/house.h"

#include <atomic>
#include <thread>

#include <gtest/gtest.h>

namespace guardline::access::test {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

class SessionsTest : public testing::Test {
 protected:
  House house;
  AccountId account = house.add_account("li.wei");
  Desk desk = house.enrol(account);
  SignedIn in = house.signed_in("li.wei", desk);

  Sessions& sessions() { return house.access->sessions(); }
  Tickets& tickets() { return house.access->tickets(); }
  ErrorCode check(bool activity = true) {
    const auto session = sessions().check(in.token, desk.device, activity);
    return session ? ErrorCode::internal : session.error().code;  // internal = it is live
  }
  static constexpr ErrorCode kLive = ErrorCode::internal;
};

TEST_F(SessionsTest, SaysWhoIsThere) {
  const auto session = sessions().check(in.token, desk.device, true);
  ASSERT_TRUE(session.has_value());
  EXPECT_EQ(session->id, in.session);
  EXPECT_EQ(session->account, account);
  EXPECT_EQ(session->account_name, "li.wei");
  EXPECT_EQ(session->device, desk.device);
  EXPECT_EQ(session->expires_at, in.expires_at);
  EXPECT_EQ(session->idle, minutes(30));
  EXPECT_EQ(session->second_factor_at, in.second_factor_at);
}

TEST_F(SessionsTest, ATokenIsWorthNothingOnAnotherDevice) {
  const Desk other = house.enrol(house.add_account("other"));
  EXPECT_EQ(sessions().check(in.token, other.device, true).error().code, ErrorCode::unauthenticated);
  EXPECT_EQ(sessions().check(in.token, {}, true).error().code, ErrorCode::unauthenticated);
  EXPECT_EQ(sessions().still_valid(in.session, other.device).error().code, ErrorCode::unauthenticated);
  EXPECT_EQ(check(), kLive);
}

TEST_F(SessionsTest, OtherTextsAreNoToken) {
  for (const std::string& text : {std::string(), std::string("x"), in.token + "A", in.token.substr(1),
                                  in.session.text(), std::string(100000, 'A')}) {
    EXPECT_EQ(sessions().check(text, desk.device, true).error().code, ErrorCode::unauthenticated);
  }
}

TEST_F(SessionsTest, ThirtyMinutesWithoutASignOfLifeEndIt) {
  house.clock.advance(minutes(29));
  EXPECT_EQ(check(true), kLive);
  house.clock.advance(minutes(29));
  EXPECT_EQ(check(false), kLive);
  house.clock.advance(minutes(1));
  EXPECT_EQ(check(true), ErrorCode::unauthenticated) << "a poll of the stream is no sign of life";
  EXPECT_EQ(sessions().still_valid(in.session, desk.device).error().code, ErrorCode::unauthenticated);
}

TEST_F(SessionsTest, SignsOfLifeOutliveARestart) {
  house.clock.advance(minutes(29));
  EXPECT_EQ(check(true), kLive);
  house.restart();
  house.clock.advance(minutes(29));
  EXPECT_EQ(check(true), kLive);
}

TEST_F(SessionsTest, TwelveHoursAreTheEndWhateverHappens) {
  for (Micros passed = seconds(30); passed + minutes(20) < hours(12); passed += minutes(20)) {
    house.clock.advance(minutes(20));
    ASSERT_EQ(check(), kLive) << passed.count();
  }
  house.clock.advance(in.expires_at - house.clock.now() - Micros(1));
  EXPECT_EQ(check(), kLive);
  house.clock.advance(Micros(1));
  EXPECT_EQ(check(), ErrorCode::unauthenticated);
}

TEST_F(SessionsTest, SigningOutEndsItOnce) {
  ASSERT_TRUE(sessions().sign_out(in.session).has_value());
  EXPECT_EQ(check(), ErrorCode::unauthenticated);
  EXPECT_EQ(sessions().sign_out(in.session).error().code, ErrorCode::not_found);
  EXPECT_EQ(sessions().sign_out(SessionId::make(house.clock.now())).error().code, ErrorCode::not_found);
  EXPECT_EQ(house.count(EventKind::signed_out), 1U);
}

TEST_F(SessionsTest, RevokedByTheOwnerOrAnAdministratorOnly) {
  const Desk other = house.enrol(house.add_account("other"));
  const SignedIn theirs = house.signed_in("other", other);
  const Actor me{account, api::Role::supervisor};
  EXPECT_EQ(sessions().revoke(theirs.session, me).error().code, ErrorCode::denied);
  EXPECT_EQ(sessions().revoke(SessionId::make(house.clock.now()), me).error().code, ErrorCode::denied)
      << "nobody learns which sessions exist";
  EXPECT_TRUE(sessions().revoke(in.session, me).has_value());
  EXPECT_EQ(check(), ErrorCode::unauthenticated);
  EXPECT_TRUE(sessions().revoke(theirs.session, house.admin).has_value());
  EXPECT_EQ(sessions().revoke(theirs.session, house.admin).error().code, ErrorCode::not_found);
}

TEST_F(SessionsTest, AllOfAnAccountAtOnce) {
  const auto key = crypto::PrivateKey::generate().value();
  const auto receipt = house.access->enrolment().request(house.request(key, house.new_secret(account))).value();
  ASSERT_TRUE(house.access->devices().approve(receipt.device, "", house.admin).has_value());
  Desk second = desk;
  second.device = receipt.device;
  const SignedIn also = house.signed_in("li.wei", second);
  EXPECT_EQ(sessions().list(account)->size(), 2U);
  EXPECT_EQ(sessions().list(account)->front().id, also.session) << "newest first";
  EXPECT_FALSE(sessions().list(account)->front().device_name.empty());
  EXPECT_EQ(sessions().list(account)->front().place, "10.0.0.*") << "the network, never the host";
  EXPECT_EQ(sessions().revoke_all(account, {house.add_account("x"), api::Role::agent}).error().code, ErrorCode::denied);
  EXPECT_EQ(sessions().revoke_all(account, house.admin), 2);
  EXPECT_EQ(sessions().revoke_all(account, house.admin), 0);
  EXPECT_TRUE(sessions().list(account)->empty());
  EXPECT_EQ(check(), ErrorCode::unauthenticated);
}

TEST_F(SessionsTest, ATicketWorksOnceForItsDeviceWithinThirtySeconds) {
  const auto ticket = tickets().issue(in.session, desk.device, "kpi,ticker").value();
  EXPECT_EQ(ticket.expires_at, house.clock.now() + seconds(30));
  const Desk other = house.enrol(house.add_account("other"), true);
  house.clock.advance(-seconds(30));
  EXPECT_EQ(tickets().redeem(ticket.ticket, other.device).error().code, ErrorCode::unauthenticated);
  const auto opened = tickets().redeem(ticket.ticket, desk.device);
  ASSERT_TRUE(opened.has_value());
  EXPECT_EQ(opened->session, in.session);
  EXPECT_EQ(opened->grant, "kpi,ticker");
  EXPECT_EQ(tickets().redeem(ticket.ticket, desk.device).error().code, ErrorCode::unauthenticated);
  EXPECT_EQ(tickets().redeem("", desk.device).error().code, ErrorCode::unauthenticated);

  const auto late = tickets().issue(in.session, desk.device, "kpi").value();
  house.clock.advance(seconds(30));
  EXPECT_EQ(tickets().redeem(late.ticket, desk.device).error().code, ErrorCode::unauthenticated);
}

TEST_F(SessionsTest, ATicketOutlivesARestartButNotItsSession) {
  const auto kept = tickets().issue(in.session, desk.device, "kpi").value();
  const auto dropped = tickets().issue(in.session, desk.device, "kpi").value();
  house.restart();
  EXPECT_TRUE(tickets().redeem(kept.ticket, desk.device).has_value());
  ASSERT_TRUE(sessions().sign_out(in.session).has_value());
  EXPECT_EQ(tickets().redeem(dropped.ticket, desk.device).error().code, ErrorCode::unauthenticated);
  EXPECT_EQ(tickets().issue(in.session, desk.device, "kpi").error().code, ErrorCode::unauthenticated);
}

TEST_F(SessionsTest, OfManyAtOnceOneTicketOpensOneStream) {
  const auto ticket = tickets().issue(in.session, desk.device, "kpi").value();
  std::atomic<int> opened{0};
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < 8; ++i) {
      threads.emplace_back([&] { opened += tickets().redeem(ticket.ticket, desk.device).has_value(); });
    }
  }
  EXPECT_EQ(opened, 1);
}

TEST_F(SessionsTest, UnusedTicketsAreBoundedAndGrantsToo) {
  for (int i = 0; i < 16; ++i) ASSERT_TRUE(tickets().issue(in.session, desk.device, "kpi").has_value()) << i;
  EXPECT_EQ(tickets().issue(in.session, desk.device, "kpi").error().code, ErrorCode::exhausted);
  house.clock.advance(seconds(30));
  EXPECT_TRUE(tickets().issue(in.session, desk.device, "kpi").has_value());
  EXPECT_EQ(tickets().issue(in.session, desk.device, std::string(4097, 'x')).error().code, ErrorCode::invalid_argument);
  EXPECT_EQ(tickets().issue(in.session, desk.device, "\xff").error().code, ErrorCode::invalid_argument);
}

}  // namespace
}  // namespace guardline::access::test
