// A device's way in. SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/enrolment_code.h"
#include "core/crypto/totp.h"
#include "hub/spine/sealing.h"
#include "tests/access/house.h"

#include <atomic>
#include <set>
#include <thread>

#include <gtest/gtest.h>

namespace guardline::access::test {
namespace {

using api::DeviceState;

class EnrolmentTest : public testing::Test {
 protected:
  House house;
  AccountId account = house.add_account("li.wei", api::Role::risk);
  crypto::PrivateKey key = crypto::PrivateKey::generate().value();

  Enrolment& enrolment() { return house.access->enrolment(); }
  ErrorCode refused(const std::string& secret) {
    const auto receipt = enrolment().request(house.request(key, secret));
    return receipt ? ErrorCode::internal : receipt.error().code;
  }
};

TEST_F(EnrolmentTest, TheCodeNamesHubKeyAndSecret) {
  const auto issued = enrolment().issue_code(account, house.admin);
  ASSERT_TRUE(issued.has_value());
  EXPECT_EQ(issued->expires_at, house.clock.now() + std::chrono::minutes(15));
  const auto code = crypto::parse_enrolment_code(issued->text);
  ASSERT_TRUE(code.has_value());
  EXPECT_EQ(code->address, "hub.example:8443");
  EXPECT_EQ(code->hub_key, (Digest{1, 2, 3}));
  EXPECT_TRUE(enrolment().request(house.request(key, to_base64url(code->secret))).has_value());
}

TEST_F(EnrolmentTest, OnlyAdministratorsIssueCodesAndOnlyForActiveAccounts) {
  EXPECT_EQ(enrolment().issue_code(account, {account, api::Role::supervisor}).error().code, ErrorCode::denied);
  EXPECT_EQ(enrolment().issue_code(AccountId::make(house.clock.now()), house.admin).error().code, ErrorCode::not_found);
  ASSERT_TRUE(house.access->accounts().set_active(account, false, house.admin).has_value());
  EXPECT_EQ(enrolment().issue_code(account, house.admin).error().code, ErrorCode::conflict);
}

TEST_F(EnrolmentTest, ARequestTellsWhoItIsFor) {
  const auto receipt = enrolment().request(house.request(key, house.new_secret(account)));
  ASSERT_TRUE(receipt.has_value());
  EXPECT_EQ(receipt->account, "li.wei");
  EXPECT_EQ(receipt->display_name, "Person li.wei");
  EXPECT_EQ(receipt->role, api::Role::risk);
  EXPECT_EQ(receipt->fingerprint, to_hex(key.spki_sha256()));
  EXPECT_FALSE(receipt->factor_bound);
  EXPECT_EQ(house.count(EventKind::device_enrolment_code), 1U);
  EXPECT_EQ(house.count(EventKind::device_enrolment_requested), 1U);
}

TEST_F(EnrolmentTest, ACodeWorksOnce) {
  const std::string secret = house.new_secret(account);
  ASSERT_TRUE(enrolment().request(house.request(key, secret)).has_value());
  key = crypto::PrivateKey::generate().value();
  EXPECT_EQ(refused(secret), ErrorCode::unauthenticated);
  house.restart();
  EXPECT_EQ(refused(secret), ErrorCode::unauthenticated);
}

TEST_F(EnrolmentTest, OfManyAtOnceWithOneCodeOneGetsIn) {
  const std::string secret = house.new_secret(account);
  std::atomic<int> in{0};
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < 6; ++i) {
      threads.emplace_back([&] {
        const auto own = crypto::PrivateKey::generate().value();
        in += enrolment().request(house.request(own, secret)).has_value();
      });
    }
  }
  EXPECT_EQ(in, 1);
  EXPECT_EQ(house.access->devices().list()->size(), 1U);
}

TEST_F(EnrolmentTest, ARepeatByTheSameKeyGetsANewPollToken) {
  const std::string secret = house.new_secret(account);
  const auto lost = enrolment().request(house.request(key, secret)).value();
  const auto again = enrolment().request(house.request(key, secret));
  ASSERT_TRUE(again.has_value());
  EXPECT_EQ(again->device, lost.device);
  EXPECT_TRUE(enrolment().state(again->device, again->poll_token).has_value());
  EXPECT_EQ(enrolment().state(lost.device, lost.poll_token).error().code, ErrorCode::unauthenticated);
  EXPECT_EQ(house.count(EventKind::device_enrolment_requested), 1U);
  house.clock.advance(std::chrono::minutes(15));
  EXPECT_EQ(refused(secret), ErrorCode::unauthenticated);
}

TEST_F(EnrolmentTest, ACodeLivesFifteenMinutes) {
  const std::string late = house.new_secret(account);
  house.clock.advance(std::chrono::minutes(15));
  EXPECT_EQ(refused(late), ErrorCode::unauthenticated);
  const std::string just = house.new_secret(account);
  house.clock.advance(std::chrono::minutes(15) - Micros(1));
  EXPECT_TRUE(enrolment().request(house.request(key, just)).has_value());
}

TEST_F(EnrolmentTest, BadRequestsUseNothingUp) {
  const std::string secret = house.new_secret(account);
  auto bad = house.request(key, secret);
  bad.csr_pem = "no request";
  EXPECT_EQ(enrolment().request(bad).error().code, ErrorCode::invalid_argument);
  bad = house.request(key, secret);
  bad.device_name = "\n";
  EXPECT_EQ(enrolment().request(bad).error().code, ErrorCode::invalid_argument);
  for (const char* wrong : {"", "x", "!!!!!!!!!!!!!!!!!!!!!!", "AAAAAAAAAAAAAAAAAAAAAA"}) {
    EXPECT_EQ(refused(wrong), ErrorCode::unauthenticated) << wrong;
  }
  EXPECT_TRUE(enrolment().request(house.request(key, secret)).has_value());
}

TEST_F(EnrolmentTest, AnAddressThatGuessesMustWait) {
  for (int i = 0; i < 20; ++i) EXPECT_EQ(refused("AAAAAAAAAAAAAAAAAAAAAA"), ErrorCode::unauthenticated) << i;
  const std::string secret = house.new_secret(account);
  const auto locked = enrolment().request(house.request(key, secret));
  ASSERT_FALSE(locked.has_value());
  EXPECT_EQ(locked.error().code, ErrorCode::exhausted);
  EXPECT_EQ(locked.error().retry_after, std::chrono::minutes(15));
  auto elsewhere = house.request(key, secret);
  elsewhere.address = "10.0.0.8";
  EXPECT_TRUE(enrolment().request(elsewhere).has_value());
}

TEST_F(EnrolmentTest, ARefusedSecretIsInTheJournalWithItsReason) {
  const auto newest = [&](EventKind kind) {
    std::optional<spine::StoredEvent> last;
    for (auto& event : house.events())
      if (event.kind == kind && (!last || last->recorded_at < event.recorded_at)) last = std::move(event);
    return *last;
  };
  const auto refused_from = [&](const std::string& address, const std::string& secret) {
    auto request = house.request(key, secret);
    request.address = address;
    EXPECT_EQ(enrolment().request(request).error().code, ErrorCode::unauthenticated) << address;
    return newest(EventKind::device_enrolment_failed);
  };
  const std::string unknown = "AAAAAAAAAAAAAAAAAAAAAA";
  const auto first = refused_from("10.0.1.1", unknown);
  EXPECT_EQ(first.code, "unknown");
  EXPECT_EQ(first.subject_type, SubjectType::none);
  const std::string used = house.new_secret(account);
  ASSERT_TRUE(enrolment().request(house.request(key, used)).has_value());
  key = crypto::PrivateKey::generate().value();
  const auto second = refused_from("10.0.1.2", used);
  EXPECT_EQ(second.code, "used");
  EXPECT_EQ(second.subject_type, SubjectType::account);
  EXPECT_EQ(second.subject, account.value);
  const std::string late = house.new_secret(account);
  house.clock.advance(std::chrono::minutes(15));
  const auto third = refused_from("10.0.1.3", late);
  EXPECT_EQ(third.code, "expired");
  EXPECT_EQ(third.subject, account.value);
  EXPECT_EQ(house.count(EventKind::device_enrolment_failed), 3U);

  // From where, sealed; the secret nowhere.
  const auto database = house.database();
  spine::Opener opener(*database, crypto::Secret::copy_of(house.wrap_key));
  const auto from = opener.detail(third);
  ASSERT_TRUE(from.has_value()) << from.error().message;
  EXPECT_EQ(from->text(), "10.0.1.3");
  for (const auto& event : {first, second, third}) {
    EXPECT_EQ(as_text(event.sealed_detail).find("10.0."), std::string_view::npos);
    EXPECT_EQ(opener.detail(event)->text().find(late), std::string_view::npos);
  }
}

TEST_F(EnrolmentTest, WhoTriesManySecretsDoesNotFillTheJournal) {
  const auto journal = [&] { return house.count(EventKind::device_enrolment_failed); };
  for (int i = 0; i < 19; ++i) refused("AAAAAAAAAAAAAAAAAAAAAA");
  EXPECT_EQ(journal(), 1U) << "the first of a row of failures";
  refused("AAAAAAAAAAAAAAAAAAAAAA");
  EXPECT_EQ(journal(), 2U) << "and the one that locks";
  for (int i = 0; i < 200; ++i) EXPECT_EQ(refused("AAAAAAAAAAAAAAAAAAAAAA"), ErrorCode::exhausted);
  EXPECT_EQ(journal(), 2U);
  house.clock.advance(std::chrono::minutes(15));
  EXPECT_EQ(refused("AAAAAAAAAAAAAAAAAAAAAA"), ErrorCode::unauthenticated);
  EXPECT_EQ(journal(), 3U) << "the next row of failures";
}

TEST_F(EnrolmentTest, AKeyIsEnrolledOnce) {
  ASSERT_TRUE(enrolment().request(house.request(key, house.new_secret(account))).has_value());
  const std::string second = house.new_secret(account);
  EXPECT_EQ(refused(second), ErrorCode::conflict);
  key = crypto::PrivateKey::generate().value();
  EXPECT_TRUE(enrolment().request(house.request(key, second)).has_value()) << "the refused request used nothing up";
}

TEST_F(EnrolmentTest, ThreeDevicesAnAccount) {
  const std::string spare = house.new_secret(account);
  for (int i = 0; i < 3; ++i) house.enrol(account);
  EXPECT_EQ(enrolment().issue_code(account, house.admin).error().code, ErrorCode::conflict);
  house.clock.advance(-std::chrono::seconds(30));
  EXPECT_EQ(refused(spare), ErrorCode::conflict) << "a code from before the third device";
}

TEST_F(EnrolmentTest, PollTokensOpenTheirOwnEnrolmentOnly) {
  const Desk a = house.enrol(account, false);
  const Desk b = house.enrol(house.add_account("other"), false);
  for (const auto& [device, token] :
       {std::pair{a.device, b.poll_token}, std::pair{b.device, a.poll_token}, std::pair{a.device, std::string()},
        std::pair{DeviceId::make(house.clock.now()), a.poll_token}}) {
    EXPECT_EQ(enrolment().state(device, token).error().code, ErrorCode::unauthenticated);
    EXPECT_EQ(enrolment().new_totp(device, token).error().code, ErrorCode::unauthenticated);
    EXPECT_EQ(enrolment().verify_totp(device, token, "000000").error().code, ErrorCode::unauthenticated);
    EXPECT_EQ(enrolment().recovery_codes(device, token).error().code, ErrorCode::unauthenticated);
  }
}

TEST_F(EnrolmentTest, TheTrackOfAnApprovedRequest) {
  const Desk desk = house.enrol(account, false);
  auto state = enrolment().state(desk.device, desk.poll_token).value();
  EXPECT_EQ(state.state, DeviceState::submitted);
  EXPECT_TRUE(state.totp_verified);
  EXPECT_TRUE(state.recovery_codes_issued);
  EXPECT_TRUE(state.certificate_pem.empty());
  EXPECT_TRUE(state.ca_pem.empty());
  ASSERT_TRUE(house.access->devices().view(desk.device, house.admin).has_value());
  state = enrolment().state(desk.device, desk.poll_token).value();
  EXPECT_EQ(state.state, DeviceState::viewed);
  EXPECT_EQ(state.viewed_at, house.clock.now());
  house.clock.advance(std::chrono::hours(3));
  house.restart();
  ASSERT_TRUE(house.access->devices().approve(desk.device, "", house.admin).has_value());
  state = enrolment().state(desk.device, desk.poll_token).value();
  EXPECT_EQ(state.state, DeviceState::approved);
  EXPECT_EQ(state.approved_at, house.clock.now());

  const auto certificate = crypto::Certificate::from_pem(state.certificate_pem).value();
  const auto ca = crypto::Certificate::from_pem(state.ca_pem).value();
  EXPECT_TRUE(certificate.check(ca, house.clock.now(), crypto::CertificateUse::client).has_value());
  EXPECT_EQ(certificate.spki_sha256(), desk.key.spki_sha256());
  EXPECT_EQ(certificate.common_name(), desk.device.text());
}

TEST_F(EnrolmentTest, ARequestEndsAfterADay) {
  const Desk desk = house.enrol(account, false);
  house.clock.advance(std::chrono::hours(24));
  EXPECT_EQ(enrolment().state(desk.device, desk.poll_token)->state, DeviceState::expired);
  EXPECT_EQ(enrolment().new_totp(desk.device, desk.poll_token).error().code, ErrorCode::unauthenticated);
  EXPECT_EQ(house.access->devices().approve(desk.device, "", house.admin).error().code, ErrorCode::conflict);
  EXPECT_TRUE(house.access->enrolment().issue_code(account, house.admin).has_value()) << "no longer counts";
}

TEST_F(EnrolmentTest, EachCallMakesANewSecretUntilOneIsVerified) {
  const auto receipt = enrolment().request(house.request(key, house.new_secret(account))).value();
  EXPECT_EQ(enrolment().verify_totp(receipt.device, receipt.poll_token, "123456").error().code, ErrorCode::conflict);
  EXPECT_EQ(enrolment().recovery_codes(receipt.device, receipt.poll_token).error().code, ErrorCode::conflict);
  const auto old = enrolment().new_totp(receipt.device, receipt.poll_token).value();
  const auto secret = enrolment().new_totp(receipt.device, receipt.poll_token).value();
  EXPECT_NE(old.secret_base32, secret.secret_base32);
  EXPECT_EQ(secret.secret_base32.size(), 32U);
  EXPECT_NE(secret.otpauth_uri.find("secret=" + secret.secret_base32), std::string::npos);
  const auto code = [&](const std::string& base32) {
    return crypto::totp(from_base32(base32).value(), house.clock.now());
  };
  const auto wrong = enrolment().verify_totp(receipt.device, receipt.poll_token, code(old.secret_base32));
  ASSERT_FALSE(wrong.has_value());
  EXPECT_EQ(wrong.error().code, ErrorCode::denied);
  EXPECT_EQ(wrong.error().tries_left, 4);
  house.clock.advance(std::chrono::seconds(1));
  EXPECT_TRUE(enrolment().verify_totp(receipt.device, receipt.poll_token, code(secret.secret_base32)).has_value());
  EXPECT_EQ(enrolment().new_totp(receipt.device, receipt.poll_token).error().code, ErrorCode::conflict);
  EXPECT_EQ(enrolment().verify_totp(receipt.device, receipt.poll_token, code(secret.secret_base32)).error().code,
            ErrorCode::conflict);
  EXPECT_EQ(house.count(EventKind::factor_bound, "totp"), 1U);
}

TEST_F(EnrolmentTest, CodesOfAnEnrolmentCanNotBeGuessed) {
  const auto receipt = enrolment().request(house.request(key, house.new_secret(account))).value();
  const auto secret = enrolment().new_totp(receipt.device, receipt.poll_token).value();
  for (int i = 0; i < 5; ++i) {
    const auto wrong = enrolment().verify_totp(receipt.device, receipt.poll_token, "abcdef");
    EXPECT_EQ(wrong.error().code, ErrorCode::denied) << i;
    house.clock.advance(std::chrono::seconds(10));
  }
  const std::string right = crypto::totp(from_base32(secret.secret_base32).value(), house.clock.now());
  const auto locked = enrolment().verify_totp(receipt.device, receipt.poll_token, right);
  EXPECT_EQ(locked.error().code, ErrorCode::exhausted);
  EXPECT_EQ(locked.error().retry_after, std::chrono::minutes(15) - std::chrono::seconds(10));
}

TEST_F(EnrolmentTest, TenRecoveryCodesShownOnce) {
  const Desk desk = house.enrol(account, false);
  ASSERT_EQ(desk.recovery_codes.size(), 10U);
  EXPECT_EQ(std::set<std::string>(desk.recovery_codes.begin(), desk.recovery_codes.end()).size(), 10U);
  for (const std::string& code : desk.recovery_codes) {
    EXPECT_EQ(code.size(), 16U);
    EXPECT_TRUE(from_base32(code).has_value());
  }
  EXPECT_EQ(enrolment().recovery_codes(desk.device, desk.poll_token).error().code, ErrorCode::conflict);
}

TEST_F(EnrolmentTest, NothingBoundCountsBeforeTheApproval) {
  const Desk desk = house.enrol(account, false);
  EXPECT_FALSE(house.access->accounts().get(account)->factor_bound);
  EXPECT_EQ(house.access->accounts().get(account)->recovery_codes_left, 0);
  ASSERT_TRUE(house.access->devices().refuse(desk.device, house.admin).has_value());
  EXPECT_EQ(enrolment().state(desk.device, desk.poll_token)->state, DeviceState::refused);
  EXPECT_EQ(enrolment().new_totp(desk.device, desk.poll_token).error().code, ErrorCode::conflict);
  EXPECT_FALSE(house.access->accounts().get(account)->factor_bound);
  const Desk second = house.enrol(account);
  EXPECT_FALSE(second.seed.empty()) << "the refused request's authenticator is gone";
  EXPECT_TRUE(house.access->accounts().get(account)->factor_bound);
  EXPECT_EQ(house.access->accounts().get(account)->recovery_codes_left, 10);
}

TEST_F(EnrolmentTest, AnAuthenticatorMayFollowTheApproval) {
  const auto receipt = enrolment().request(house.request(key, house.new_secret(account))).value();
  ASSERT_TRUE(house.access->devices().approve(receipt.device, "", house.admin).has_value());
  const auto secret = enrolment().new_totp(receipt.device, receipt.poll_token).value();
  const std::string code = crypto::totp(from_base32(secret.secret_base32).value(), house.clock.now());
  ASSERT_TRUE(enrolment().verify_totp(receipt.device, receipt.poll_token, code).has_value());
  ASSERT_TRUE(enrolment().recovery_codes(receipt.device, receipt.poll_token).has_value());
  EXPECT_TRUE(house.access->accounts().get(account)->factor_bound);
  EXPECT_EQ(house.access->accounts().get(account)->recovery_codes_left, 10);
  EXPECT_TRUE(enrolment().state(receipt.device, receipt.poll_token)->totp_verified);
}

TEST_F(EnrolmentTest, ASecondDeviceKeepsTheAuthenticator) {
  const Desk first = house.enrol(account);
  const auto receipt = enrolment().request(house.request(key, house.new_secret(account))).value();
  EXPECT_TRUE(receipt.factor_bound);
  EXPECT_TRUE(enrolment().state(receipt.device, receipt.poll_token)->totp_verified);
  EXPECT_EQ(enrolment().new_totp(receipt.device, receipt.poll_token).error().code, ErrorCode::conflict);
  EXPECT_EQ(enrolment().recovery_codes(receipt.device, receipt.poll_token).error().code, ErrorCode::conflict);
  ASSERT_TRUE(house.access->devices().approve(receipt.device, "", house.admin).has_value());
  Desk second = {.device = receipt.device,
                 .key = key,
                 .secret = {},
                 .poll_token = {},
                 .fingerprint = {},
                 .seed = first.seed,
                 .recovery_codes = {}};
  EXPECT_TRUE(house.sign_in("li.wei", second).has_value());
}

TEST_F(EnrolmentTest, OfTwoPendingAuthenticatorsTheFirstApprovedWins) {
  const Desk first = house.enrol(account, false);
  const Desk second = house.enrol(account, false);
  ASSERT_TRUE(house.access->devices().approve(second.device, "", house.admin).has_value());
  ASSERT_TRUE(house.access->devices().approve(first.device, "", house.admin).has_value());
  EXPECT_EQ(house.access->accounts().get(account)->recovery_codes_left, 10);
  Desk crossed = first;
  EXPECT_FALSE(house.sign_in("li.wei", first).has_value());
  house.next_step();
  crossed.seed = second.seed;
  EXPECT_TRUE(house.sign_in("li.wei", crossed).has_value());
}

}  // namespace
}  // namespace guardline::access::test
