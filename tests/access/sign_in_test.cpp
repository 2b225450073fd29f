// Signing in: three things at once, each code once, growing locks. SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/totp.h"
#include "tests/access/house.h"

#include <atomic>
#include <set>
#include <thread>

#include <gtest/gtest.h>

namespace guardline::access::test {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

class SignInTest : public testing::Test {
 protected:
  House house;
  AccountId account = house.add_account("li.wei", api::Role::risk);
  Desk desk = house.enrol(account);

  Checked<SignedIn> wrong_password() { return house.sign_in("li.wei", desk, "not this password"); }
  /// One failure, then past the short wait after it.
  void fail_once() {
    ASSERT_EQ(wrong_password().error().code, ErrorCode::unauthenticated);
    house.clock.advance(seconds(10));
  }
  int failures() { return house.access->accounts().get(account)->failures; }
};

TEST_F(SignInTest, AllRightOpensASession) {
  const auto in = house.sign_in(" LI.Wei ", desk);
  ASSERT_TRUE(in.has_value());
  EXPECT_EQ(in->account, account);
  EXPECT_EQ(in->account_name, "li.wei");
  EXPECT_EQ(in->role, api::Role::risk);
  EXPECT_EQ(in->expires_at, house.clock.now() + hours(12));
  EXPECT_EQ(in->idle, minutes(30));
  EXPECT_EQ(in->second_factor_at, house.clock.now());
  EXPECT_EQ(in->recovery_codes_left, 10);
  EXPECT_EQ(in->token.size(), 43U);
  EXPECT_EQ(house.count(EventKind::signed_in, "totp"), 1U);
  EXPECT_EQ(house.count(EventKind::sign_in_failed), 0U);
}

TEST_F(SignInTest, OneAnswerForEverythingThatIsWrong) {
  const AccountId idle = house.add_account("idle");
  const Desk idle_desk = house.enrol(idle);
  ASSERT_TRUE(house.access->accounts().set_active(idle, false, house.admin).has_value());
  house.add_account("no.factor");
  const Desk shared = house.enrol(account, true, true);
  Desk bare = shared;
  bare.seed = desk.seed;

  struct Row {
    const char* what;
    std::string name;
    Desk desk;
    std::string password;
    std::string code;
  };
  const std::string good(kPassword);
  const Row rows[] = {{"unknown account", "nobody", desk, good, house.code(desk)},
                      {"no name at all", "李", desk, good, house.code(desk)},
                      {"wrong password", "li.wei", desk, "not this password", house.code(desk)},
                      {"wrong code", "li.wei", desk, good, "000000"},
                      {"no code", "li.wei", desk, good, "abc"},
                      {"code of another length", "li.wei", desk, good, house.code(desk) + "0"},
                      {"inactive", "idle", idle_desk, good, house.code(idle_desk)},
                      {"no authenticator", "no.factor", bare, good, "123456"},
                      {"another's device", "li.wei", idle_desk, good, house.code(desk)},
                      {"unknown recovery code", "li.wei", desk, good, "AAAABBBBCCCCDDDD"}};
  std::set<std::string> messages;
  for (const Row& row : rows) {
    // A pause long enough that no earlier row's wait is in the way, a new address, and a fresh count.
    house.clock.advance(hours(1));
    ASSERT_TRUE(house.access->accounts().unlock(account, house.admin).has_value());
    std::string code = row.code;
    if (code.size() == 6 && code != "000000" && code != "123456") code = crypto::totp(row.desk.seed, house.clock.now());
    if (std::string_view(row.what) == "another's device") code = house.code(desk);
    const auto refused = house.sign_in(row.name, row.desk, row.password, code, row.what);
    ASSERT_FALSE(refused.has_value()) << row.what;
    EXPECT_EQ(refused.error().code, ErrorCode::unauthenticated) << row.what;
    EXPECT_EQ(refused.error().retry_after, seconds(1)) << row.what;
    EXPECT_EQ(refused.error().tries_left, 4) << row.what;
    messages.insert(refused.error().message);
  }
  EXPECT_EQ(messages.size(), 1U);
  EXPECT_EQ(house.count(EventKind::sign_in_failed), std::size(rows));
  EXPECT_EQ(house.count(EventKind::sign_in_failed, "unknown-account"), 2U);
  EXPECT_EQ(house.count(EventKind::sign_in_failed, "device"), 1U);
  EXPECT_EQ(house.count(EventKind::sign_in_failed, "inactive"), 1U);
}

TEST_F(SignInTest, ACodeWorksOnceAlsoOverARestart) {
  const std::string code = house.code(desk);
  ASSERT_TRUE(house.sign_in("li.wei", desk, std::string(kPassword), code).has_value());
  EXPECT_EQ(house.sign_in("li.wei", desk, std::string(kPassword), code).error().code, ErrorCode::unauthenticated);
  house.clock.advance(seconds(5));
  house.restart();
  EXPECT_EQ(house.sign_in("li.wei", desk, std::string(kPassword), code).error().code, ErrorCode::unauthenticated);
  house.next_step();
  EXPECT_TRUE(house.sign_in("li.wei", desk).has_value());
}

TEST_F(SignInTest, TheWindowIsOneStepAndNeverGoesBack) {
  const auto code_at = [&](int steps) { return crypto::totp(desk.seed, house.clock.now() + seconds(30 * steps)); };
  const auto try_code = [&](int steps) {
    house.clock.advance(minutes(20));
    return house.sign_in("li.wei", desk, std::string(kPassword), code_at(steps)).has_value();
  };
  EXPECT_TRUE(try_code(0));
  EXPECT_TRUE(try_code(-1));
  EXPECT_TRUE(try_code(1));
  EXPECT_FALSE(try_code(-2));
  EXPECT_FALSE(try_code(2));
  // A later step was used: the present and the earlier one are spent with it.
  house.clock.advance(minutes(20));
  ASSERT_TRUE(house.sign_in("li.wei", desk, std::string(kPassword), code_at(1)).has_value());
  EXPECT_FALSE(house.sign_in("li.wei", desk, std::string(kPassword), code_at(0)).has_value());
}

TEST_F(SignInTest, OfManyAtOnceWithOneCodeOnlyOneGetsIn) {
  const std::string code = house.code(desk);
  std::atomic<int> in{0};
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < 8; ++i) {
      threads.emplace_back([&] { in += house.sign_in("li.wei", desk, std::string(kPassword), code).has_value(); });
    }
  }
  EXPECT_EQ(in, 1);
  EXPECT_EQ(house.count(EventKind::signed_in), 1U);
}

TEST_F(SignInTest, TheStoreItselfTakesACodeOnce) {
  // Without waits many tries are judged at once, all before the first one's step is stored: only the guarded update is
  // left to tell them apart.
  Limits limits;
  limits.password = {.passes = 1, .memory_kib = 64, .lanes = 1};
  limits.wait_first = Micros(0);
  limits.failures_per_lock = 50;
  const auto ca = crypto::CertificateAuthority::create("CA", {house.clock.now(), house.clock.now() + hours(1)});
  const auto open =
      Access::open(house.spine->committer(), [&] { return house.spine->stores().open(spine::Use::read); }, house.clock,
                   {.wrap_key = crypto::Secret::copy_of(house.wrap_key),
                    .device_ca = ca.value(),
                    .hub_address = "hub.example:8443",
                    .hub_key = {},
                    .issuer = "Guardline",
                    .limits = limits});
  ASSERT_TRUE(open.has_value());
  for (int round = 0; round < 3; ++round) {
    const std::string code = house.code(desk);
    const std::size_t before = house.count(EventKind::signed_in);
    {
      std::vector<std::jthread> threads;
      for (int i = 0; i < 8; ++i) {
        threads.emplace_back([&] {
          (void)(*open)->sign_in().sign_in({.account = "li.wei",
                                            .password = std::string(kPassword),
                                            .code = code,
                                            .device = desk.device,
                                            .address = "10.0.0.7"});
        });
      }
    }
    EXPECT_EQ(house.count(EventKind::signed_in), before + 1);
    house.next_step();
  }
  EXPECT_GT(house.count(EventKind::sign_in_failed), 0U);
}

TEST_F(SignInTest, FiveFailuresLockGrowingLonger) {
  for (int i = 1; i <= 4; ++i) {
    const auto refused = wrong_password();
    EXPECT_EQ(refused.error().tries_left, 5 - i);
    EXPECT_EQ(refused.error().retry_after, seconds(1 << (i - 1)));
    EXPECT_EQ(house.sign_in("li.wei", desk).error().code, ErrorCode::exhausted) << "not even the right one, at once";
    house.clock.advance(seconds(10));
  }
  const auto fifth = wrong_password();
  EXPECT_EQ(fifth.error().code, ErrorCode::unauthenticated);
  EXPECT_EQ(fifth.error().tries_left, 0);
  EXPECT_EQ(fifth.error().retry_after, minutes(15));
  EXPECT_EQ(house.count(EventKind::account_locked, "account"), 1U);

  house.restart();
  house.clock.advance(minutes(15) - seconds(1));
  const auto locked = house.sign_in("li.wei", desk);
  EXPECT_EQ(locked.error().code, ErrorCode::exhausted);
  EXPECT_EQ(locked.error().retry_after, seconds(1));
  EXPECT_FALSE(locked.error().tries_left.has_value());
  EXPECT_EQ(failures(), 5) << "tries while locked are not counted";

  house.clock.advance(seconds(1));
  for (int i = 6; i <= 9; ++i) fail_once();
  EXPECT_EQ(wrong_password().error().retry_after, minutes(30));
  EXPECT_EQ(house.count(EventKind::account_locked, "account"), 2U);
  house.clock.advance(minutes(30));
  EXPECT_TRUE(house.sign_in("li.wei", desk).has_value());
  EXPECT_EQ(failures(), 0);
  EXPECT_EQ(wrong_password().error().tries_left, 4) << "success starts the count anew";
}

TEST_F(SignInTest, AtAHundredOnlyAnAdministratorUnlocks) {
  for (int i = 1; i <= 100; ++i) {
    // A device locks at 20: another desk's share of the failures must not be in the way of this test.
    if (i % 19 == 0) house.clock.advance(hours(24));
    house.clock.advance(hours(24));
    ASSERT_EQ(wrong_password().error().code, ErrorCode::unauthenticated) << i;
  }
  house.clock.advance(std::chrono::days(30));
  ASSERT_TRUE(house.access->tidy().has_value());
  EXPECT_TRUE(house.access->accounts().get(account)->locked_hard);
  EXPECT_EQ(house.sign_in("li.wei", desk).error().code, ErrorCode::denied);
  ASSERT_TRUE(house.access->accounts().unlock(account, house.admin).has_value());
  EXPECT_TRUE(house.sign_in("li.wei", desk).has_value());
  EXPECT_EQ(house.count(EventKind::account_changed, "unlocked"), 1U);
}

TEST_F(SignInTest, SlowGuessingIsNotForgotten) {
  for (int i = 0; i < 3; ++i) fail_once();
  house.clock.advance(std::chrono::days(10));
  ASSERT_TRUE(house.access->tidy().has_value());
  EXPECT_EQ(failures(), 3);
}

TEST_F(SignInTest, UnknownNamesLockLikeKnownOnes) {
  for (int i = 1; i <= 5; ++i) {
    const auto refused = house.sign_in("nobody", desk, "some password", "123456");
    EXPECT_EQ(refused.error().code, ErrorCode::unauthenticated) << i;
    EXPECT_EQ(refused.error().tries_left, 5 - i);
    house.clock.advance(seconds(10));
  }
  const auto locked = house.sign_in("nobody", desk, "some password", "123456");
  EXPECT_EQ(locked.error().code, ErrorCode::exhausted);
  EXPECT_EQ(locked.error().retry_after, minutes(15) - seconds(10));
}

TEST_F(SignInTest, NobodyLocksAColleagueOutFromTheirOwnDesk) {
  const Desk theirs = house.enrol(house.add_account("mallory"));
  for (int i = 0; i < 5; ++i) {
    EXPECT_EQ(house.sign_in("li.wei", theirs, "guess number one", "123456").error().code, ErrorCode::unauthenticated);
    house.clock.advance(seconds(10));
  }
  EXPECT_EQ(house.sign_in("li.wei", theirs, "guess number one", "123456").error().code, ErrorCode::exhausted);
  EXPECT_EQ(failures(), 0);
  EXPECT_TRUE(house.sign_in("li.wei", desk).has_value());
}

TEST_F(SignInTest, ADeviceOrAddressThatTriesManyNamesLocks) {
  for (int i = 0; i < 20; ++i) {
    EXPECT_EQ(house.sign_in("name" + std::to_string(i), desk, "some password", "123456", "10.9.9.9").error().code,
              ErrorCode::unauthenticated)
        << i;
  }
  EXPECT_EQ(house.count(EventKind::account_locked, "device"), 1U);
  EXPECT_EQ(house.count(EventKind::account_locked, "address"), 1U);
  EXPECT_EQ(house.sign_in("li.wei", desk, std::string(kPassword), {}, "10.1.1.1").error().code, ErrorCode::exhausted)
      << "the device";
  const Desk other = house.enrol(house.add_account("other"));
  EXPECT_EQ(house.sign_in("other", other, std::string(kPassword), {}, "10.9.9.9").error().code, ErrorCode::exhausted)
      << "the address";
  EXPECT_TRUE(house.sign_in("other", other, std::string(kPassword), {}, "10.1.1.1").has_value());
}

TEST_F(SignInTest, ASharedDeskServesAllADesksOwnerOnlyOneself) {
  const AccountId other = house.add_account("other");
  const Desk own = house.enrol(other);
  const Desk shared = house.enrol(other, true, true);
  Desk person = shared;
  person.seed = desk.seed;
  EXPECT_TRUE(house.sign_in("li.wei", person).has_value());
  house.next_step();
  person.device = own.device;
  EXPECT_FALSE(house.sign_in("li.wei", person).has_value());
}

TEST_F(SignInTest, DevicesMustBeApproved) {
  const Desk waiting = house.enrol(house.add_account("waiting"), false);
  EXPECT_EQ(house.sign_in("waiting", waiting).error().code, ErrorCode::denied);
  Desk unknown = desk;
  unknown.device = DeviceId::make(house.clock.now());
  EXPECT_EQ(house.sign_in("li.wei", unknown).error().code, ErrorCode::denied);
  EXPECT_EQ(failures(), 0);
}

TEST_F(SignInTest, EachRecoveryCodeWorksOnce) {
  const std::string& code = desk.recovery_codes[3];
  const std::string typed = code.substr(0, 4) + "-" + code.substr(4, 4) + " " + code.substr(8);
  const auto in = house.sign_in("li.wei", desk, std::string(kPassword), typed);
  ASSERT_TRUE(in.has_value());
  EXPECT_TRUE(in->by_recovery_code);
  EXPECT_EQ(in->recovery_codes_left, 9);
  EXPECT_EQ(house.count(EventKind::signed_in, "recovery-code"), 1U);
  EXPECT_EQ(house.access->accounts().get(account)->recovery_codes_left, 9);
  house.restart();
  EXPECT_EQ(house.sign_in("li.wei", desk, std::string(kPassword), code).error().code, ErrorCode::unauthenticated);
  house.clock.advance(seconds(5));
  EXPECT_TRUE(house.sign_in("li.wei", desk, std::string(kPassword), desk.recovery_codes[4]).has_value());
  EXPECT_FALSE(house.sign_in("li.wei", desk, "not this password", desk.recovery_codes[5]).has_value());
  house.clock.advance(seconds(5));
  EXPECT_TRUE(house.sign_in("li.wei", desk, std::string(kPassword), desk.recovery_codes[5]).has_value())
      << "a wrong password spends no code";
}

TEST_F(SignInTest, AnothersRecoveryCodeIsWorthNothing) {
  const Desk other = house.enrol(house.add_account("other"));
  EXPECT_FALSE(house.sign_in("li.wei", desk, std::string(kPassword), other.recovery_codes[0]).has_value());
}

TEST_F(SignInTest, ANewSessionReplacesTheOldOneOnTheSameDevice) {
  const SignedIn first = house.signed_in("li.wei", desk);
  const SignedIn second = house.signed_in("li.wei", desk);
  EXPECT_EQ(house.access->sessions().check(first.token, desk.device, true).error().code, ErrorCode::unauthenticated);
  EXPECT_TRUE(house.access->sessions().check(second.token, desk.device, true).has_value());
  EXPECT_EQ(house.count(EventKind::signed_out, "replaced"), 1U);
}

TEST_F(SignInTest, StepUpNeedsAFreshCode) {
  const SignedIn in = house.signed_in("li.wei", desk);
  house.clock.advance(minutes(20));
  SignIn& sign_in = house.access->sign_in();
  const std::string code = house.code(desk);
  EXPECT_FALSE(house.access->sessions().check(in.token, desk.device, true)->reason);
  EXPECT_EQ(sign_in.step_up({in.session, code, "10.0.0.7", api::AccessReason::other, {}}).error().code,
            ErrorCode::invalid_argument);
  const auto at = sign_in.step_up({in.session, code, "10.0.0.7", api::AccessReason::complaint, {}});
  ASSERT_TRUE(at.has_value());
  EXPECT_EQ(*at, house.clock.now());
  EXPECT_EQ(house.access->sessions().check(in.token, desk.device, true)->second_factor_at, house.clock.now());
  EXPECT_EQ(house.access->sessions().check(in.token, desk.device, true)->reason, api::AccessReason::complaint);
  EXPECT_EQ(house.count(EventKind::stepped_up, "complaint"), 1U);
  const auto again = sign_in.step_up({in.session, code, "10.0.0.7", api::AccessReason::complaint, {}});
  EXPECT_EQ(again.error().code, ErrorCode::unauthenticated);
  EXPECT_EQ(again.error().tries_left, 4);
  EXPECT_EQ(sign_in.step_up({SessionId::make(house.clock.now()), code, "10.0.0.7", api::AccessReason::complaint, {}})
                .error()
                .code,
            ErrorCode::not_found);
  EXPECT_EQ(failures(), 1) << "the same count as signing in";
}

TEST_F(SignInTest, FailuresSayWhyInTheJournalOnly) {
  fail_once();
  house.sign_in("li.wei", desk, std::string(kPassword), "000000");
  EXPECT_EQ(house.count(EventKind::sign_in_failed, "password"), 1U);
  EXPECT_EQ(house.count(EventKind::sign_in_failed, "code"), 1U);
}

}  // namespace
}  // namespace guardline::access::test
