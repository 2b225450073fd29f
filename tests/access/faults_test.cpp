// The store breaks at any access: access control says so, nobody comes in by it, and what was begun can be done again.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/access/house.h"
#include "tests/access/shut.h"

#include <functional>
#include <optional>

#include <gtest/gtest.h>

namespace guardline::access::test {
namespace {

using std::chrono::hours;

template <class T>
std::optional<ErrorCode> code_of(const T& result) {
  return result ? std::nullopt : std::optional(result.error().code);
}

using Call = std::function<std::optional<ErrorCode>()>;

/// Breaks each of the call's own reading accesses in turn. It must say that the store failed, nothing else; once none
/// is left to break it must work. Returns how many there were.
int every_access_breaks(House& house, std::string_view what, const Call& call, const std::function<void()>& before) {
  SCOPED_TRACE(what);
  for (int n = 1; n < 100; ++n) {
    if (before) before();
    house.break_reading(n);
    const auto code = call();
    if (!house.broke_reading()) {
      house.break_reading(1'000'000);
      EXPECT_EQ(code, std::nullopt) << "sound again";
      return n - 1;
    }
    EXPECT_EQ(code, ErrorCode::io) << "access " << n;
  }
  ADD_FAILURE() << "no end";
  return 0;
}

TEST(StoreBreaks, WhileReadingNobodyComesInAndNothingIsDone) {
  House house;
  Access& access = *house.access;
  const AccountId id = house.add_account("li.wei", api::Role::supervisor);
  const auto sweep = [&](std::string_view what, const Call& call, const std::function<void()>& before = {}) {
    EXPECT_GT(every_access_breaks(house, what, call, before), 0) << what;
  };
  // Tries that were counted before the store broke make the next one wait.
  const auto an_hour_later = [&] { house.clock.advance(hours(1)); };

  sweep("accounts get", [&] { return code_of(access.accounts().get(id)); });
  sweep("accounts find", [&] { return code_of(access.accounts().find("li.wei")); });
  sweep("accounts list", [&] { return code_of(access.accounts().list()); });

  std::string secret;
  sweep("issue code", [&] {
    const auto issued = access.enrolment().issue_code(id, house.admin);
    if (issued) secret = "issued";
    return code_of(issued);
  });
  secret = house.new_secret(id);
  const auto key = crypto::PrivateKey::generate().value();
  DeviceId device;
  std::string poll;
  sweep("request", [&] {
    const auto receipt = access.enrolment().request(house.request(key, secret));
    if (receipt) {
      device = receipt->device;
      poll = receipt->poll_token;
    }
    return code_of(receipt);
  });
  sweep("state", [&] { return code_of(access.enrolment().state(device, poll)); });
  Desk desk{.device = device,
            .key = key,
            .secret = secret,
            .poll_token = poll,
            .fingerprint = {},
            .seed = {},
            .recovery_codes = {}};
  sweep("new authenticator", [&] {
    const auto made = access.enrolment().new_totp(device, poll);
    if (made) desk.seed = from_base32(made->secret_base32).value();
    return code_of(made);
  });
  sweep(
      "verify authenticator", [&] { return code_of(access.enrolment().verify_totp(device, poll, house.code(desk))); },
      an_hour_later);
  sweep("recovery codes", [&] {
    const auto codes = access.enrolment().recovery_codes(device, poll);
    if (codes) desk.recovery_codes = *codes;
    return code_of(codes);
  });
  sweep("view", [&] { return code_of(access.devices().view(device, house.admin)); });
  sweep("approve", [&] { return code_of(access.devices().approve(device, "", house.admin)); });
  EXPECT_EQ(house.count(EventKind::device_approved), 1U);
  sweep("by key", [&] { return code_of(access.devices().by_key(key.spki_sha256())); });
  sweep("get", [&] { return code_of(access.devices().get(device)); });
  sweep("list", [&] { return code_of(access.devices().list()); });

  std::optional<SignedIn> in;
  sweep(
      "sign in",
      [&] {
        auto done = house.sign_in("li.wei", desk);
        const auto code = code_of(done);
        if (done) in = std::move(*done);
        return code;
      },
      an_hour_later);
  ASSERT_TRUE(in);
  EXPECT_EQ(house.count(EventKind::signed_in), 1U) << "a broken store let nobody in";
  EXPECT_EQ(house.count(EventKind::sign_in_failed), 0U) << "nor is it the person's failure";
  sweep("check", [&] { return code_of(access.sessions().check(in->token, device, true)); });
  sweep("still valid", [&] { return code_of(access.sessions().still_valid(in->session, device)); });
  sweep("sessions", [&] { return code_of(access.sessions().list(id)); });
  sweep(
      "step up",
      [&] {
        return code_of(
            access.sign_in().step_up({in->session, house.code(desk), "10.0.0.7", api::AccessReason::complaint, {}}));
      },
      [&] {
        house.break_reading(1'000'000);
        house.clock.advance(std::chrono::minutes(15));
        EXPECT_TRUE(access.sessions().check(in->token, device, true)) << "still at work";
      });
  std::string ticket;
  std::optional<std::string> grant;
  sweep(
      "redeem",
      [&] {
        const auto got = access.tickets().redeem(ticket, device);
        if (got) grant = got->grant;
        return code_of(got);
      },
      [&] {  // a ticket may be used up by a try that broke: it is worth nothing then, and another is had for the asking
        house.break_reading(1'000'000);
        const auto issued = access.tickets().issue(in->session, device, "kpi");
        ASSERT_TRUE(issued) << issued.error().message;
        ticket = issued->ticket;
      });
  EXPECT_EQ(grant, "kpi");
  sweep("sign out", [&] { return code_of(access.sessions().sign_out(in->session)); });
  EXPECT_EQ(house.count(EventKind::signed_out), 1U);
}

TEST(StoreBreaks, WhileCommittingEachStepIsDoneOnceAllTheSame) {
  House house;
  int broken = 0;
  for (int n = 1; n <= 44; ++n) {
    SCOPED_TRACE(n);
    // Each act with its own break: the committer takes it up again on a new connection.
    const auto act = [&](std::string_view what, const Call& call) {
      house.break_committing(n);
      EXPECT_EQ(call(), std::nullopt) << what;
      broken += house.broke_committing();
      house.break_committing(1'000'000);
    };
    const std::string name = "person" + std::to_string(n);
    const auto before = house.count(EventKind::signed_in);
    AccountId id;
    act("create", [&] {
      const auto made =
          house.access->accounts().create({name, "P", api::Role::agent, std::string(kPassword)}, house.admin);
      if (made) id = made->id;
      return code_of(made);
    });
    const std::string secret = house.new_secret(id);
    const auto key = crypto::PrivateKey::generate().value();
    Desk desk{.device = {},
              .key = key,
              .secret = secret,
              .poll_token = {},
              .fingerprint = {},
              .seed = {},
              .recovery_codes = {}};
    act("request", [&] {
      const auto receipt = house.access->enrolment().request(house.request(key, secret));
      if (receipt) {
        desk.device = receipt->device;
        desk.poll_token = receipt->poll_token;
      }
      return code_of(receipt);
    });
    Enrolment& enrolment = house.access->enrolment();
    act("new authenticator", [&] {
      const auto made = enrolment.new_totp(desk.device, desk.poll_token);
      if (made) desk.seed = from_base32(made->secret_base32).value();
      return code_of(made);
    });
    act("verify", [&] { return code_of(enrolment.verify_totp(desk.device, desk.poll_token, house.code(desk))); });
    house.next_step();
    act("codes", [&] {
      const auto codes = enrolment.recovery_codes(desk.device, desk.poll_token);
      if (codes) desk.recovery_codes = *codes;
      return code_of(codes);
    });
    act("approve", [&] { return code_of(house.access->devices().approve(desk.device, "", house.admin)); });
    std::optional<SignedIn> in;
    act("sign in", [&] {
      auto done = house.sign_in(name, desk);
      const auto code = code_of(done);
      if (done) in = std::move(*done);
      return code;
    });
    ASSERT_TRUE(in);
    EXPECT_EQ(in->recovery_codes_left, 10);
    house.next_step();
    act("step up", [&] {
      return code_of(house.access->sign_in().step_up(
          {in->session, house.code(desk), "10.0.0.7", api::AccessReason::complaint, {}}));
    });
    act("ticket", [&] { return code_of(house.access->tickets().issue(in->session, desk.device, "kpi")); });
    act("new password",
        [&] { return code_of(house.access->accounts().set_password(id, "another long phrase", house.admin)); });
    EXPECT_FALSE(house.access->sessions().still_valid(in->session, desk.device)) << "ended with the password";
    act("factor reset", [&] { return code_of(house.access->accounts().reset_factor(id, house.admin)); });
    act("revoke", [&] { return code_of(house.access->devices().revoke(desk.device, house.admin)); });
    act("wiped", [&] { return code_of(house.access->devices().wiped(desk.device)); });
    EXPECT_EQ(house.access->devices().get(desk.device)->state, api::DeviceState::wiped);
    EXPECT_EQ(house.count(EventKind::signed_in), before + 1) << "in the journal once, however often it was tried";
  }
  EXPECT_GT(broken, 100) << "the test would say nothing without breaks";
}

TEST(StoreBreaks, WithoutACommitterNothingHappensAndItIsSaid) {
  House house;
  Access& access = *house.access;
  // Refused while the store can't be written, and done by the same words once it can.
  const auto act = [&](std::string_view what, const Call& call) {
    SCOPED_TRACE(what);
    const auto before = house.events().size();
    {
      const ShutCommitting shut;
      house.break_committing(1);
      EXPECT_EQ(call(), ErrorCode::unavailable);
      EXPECT_EQ(house.events().size(), before);
      house.break_committing(1'000'000);
    }
    EXPECT_EQ(call(), std::nullopt);
    house.next_step();
  };
  AccountId id;
  act("create", [&] {
    const auto made = access.accounts().create({"li.wei", "Li", api::Role::agent, std::string(kPassword)}, house.admin);
    if (made) id = made->id;
    return code_of(made);
  });
  std::string text;
  act("issue", [&] {
    const auto issued = access.enrolment().issue_code(id, house.admin);
    if (issued) text = issued->text;
    return code_of(issued);
  });
  const auto key = crypto::PrivateKey::generate().value();
  Desk desk{.device = {},
            .key = key,
            .secret = house.new_secret(id),
            .poll_token = {},
            .fingerprint = {},
            .seed = {},
            .recovery_codes = {}};
  act("request", [&] {
    const auto receipt = access.enrolment().request(house.request(key, desk.secret));
    if (receipt) {
      desk.device = receipt->device;
      desk.poll_token = receipt->poll_token;
    }
    return code_of(receipt);
  });
  act("new authenticator", [&] {
    const auto made = access.enrolment().new_totp(desk.device, desk.poll_token);
    if (made) desk.seed = from_base32(made->secret_base32).value();
    return code_of(made);
  });
  act("verify",
      [&] { return code_of(access.enrolment().verify_totp(desk.device, desk.poll_token, house.code(desk))); });
  act("codes", [&] { return code_of(access.enrolment().recovery_codes(desk.device, desk.poll_token)); });
  act("view", [&] { return code_of(access.devices().view(desk.device, house.admin)); });
  act("approve", [&] { return code_of(access.devices().approve(desk.device, "", house.admin)); });
  std::optional<SignedIn> in;
  act("sign in", [&] {
    auto done = house.sign_in("li.wei", desk);
    const auto code = code_of(done);
    if (done) in = std::move(*done);
    return code;
  });
  ASSERT_TRUE(in);
  act("step up", [&] {
    return code_of(
        access.sign_in().step_up({in->session, house.code(desk), "10.0.0.7", api::AccessReason::complaint, {}}));
  });
  act("ticket", [&] { return code_of(access.tickets().issue(in->session, desk.device, "kpi")); });
  const auto ticket = access.tickets().issue(in->session, desk.device, "kpi");
  ASSERT_TRUE(ticket);
  act("redeem", [&] { return code_of(access.tickets().redeem(ticket->ticket, desk.device)); });
  act("end", [&] { return code_of(access.sessions().revoke(in->session, house.admin)); });
  const auto again = house.signed_in("li.wei", desk);
  act("sign out", [&] { return code_of(access.sessions().sign_out(again.session)); });
  act("unlock", [&] { return code_of(access.accounts().unlock(id, house.admin)); });
  act("inactive", [&] { return code_of(access.accounts().set_active(id, false, house.admin)); });
  act("active", [&] { return code_of(access.accounts().set_active(id, true, house.admin)); });
  act("password", [&] { return code_of(access.accounts().set_password(id, "another long phrase", house.admin)); });
  act("factor", [&] { return code_of(access.accounts().reset_factor(id, house.admin)); });
  act("revoke", [&] { return code_of(access.devices().revoke(desk.device, house.admin)); });
  act("wiped", [&] { return code_of(access.devices().wiped(desk.device)); });
  house.clock.advance(std::chrono::days(100));
  {
    const ShutCommitting shut;
    house.break_committing(1);
    EXPECT_EQ(code_of(access.tidy()), ErrorCode::unavailable);
    house.break_committing(1'000'000);
  }
  EXPECT_EQ(code_of(access.tidy()), std::nullopt);
}

TEST(AccessOpens, WithAKeyOf32BytesAndAnAddressOnly) {
  House house;
  const auto open = [&](std::size_t key, const std::string& address) {
    return code_of(Access::open(house.spine->committer(), [&] { return house.spine->stores().open(spine::Use::read); },
                                house.clock,
                                {.wrap_key = crypto::Secret::copy_of(Bytes(key, 1)),
                                 .device_ca = house.device_ca(),
                                 .hub_address = address,
                                 .hub_key = Digest{1},
                                 .issuer = "Guardline",
                                 .limits = {}}));
  };
  EXPECT_EQ(open(31, "hub.example:8443"), ErrorCode::invalid_argument);
  EXPECT_EQ(open(32, "hub.example"), ErrorCode::invalid_argument);
  EXPECT_EQ(open(32, "hub.example:8443"), std::nullopt);
}

}  // namespace
}  // namespace guardline::access::test
