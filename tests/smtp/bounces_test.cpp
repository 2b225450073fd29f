// Returned mail in a Maildir becomes receipts. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/receipts/bounces/bounces.h"

#include "hub/mail/verp.h"
#include "rig.h"

#include <filesystem>

#include <gtest/gtest.h>

namespace guardline::receipts {
namespace {

namespace fs = std::filesystem;
using test::eventually;

class BounceWatchTest : public ::testing::Test {
 protected:
  BounceConfig config() const {
    BounceConfig out;
    out.maildir = folder_.file("mail");
    out.carrier = "email-main";
    out.bounce_domain = "hub.test";
    out.verp_key = Bytes(32, 42);
    out.poll = std::chrono::milliseconds(20);
    return out;
  }
  std::unique_ptr<BounceWatch> watch(const BounceConfig& with) {
    auto made = BounceWatch::make(with, sink_, clock_);
    EXPECT_TRUE(made) << made.error().message;
    (*made)->start();
    return std::move(*made);
  }
  void deliver(const std::string& name, const std::string& status, const DeliveryId& delivery, bool forged = false) {
    const auto verp = mail::Verp::make(Bytes(32, forged ? 1 : 42), "bounce", "hub.test").value();
    const std::string tmp = folder_.file("mail/tmp/" + name);
    test::write_file(tmp,
                     "To: " + verp.return_path(delivery) +
                         "\nFrom: MAILER-DAEMON@r.test\nContent-Type: multipart/report; boundary=b\n\n--b\n"
                         "Content-Type: message/delivery-status\n\nReporting-MTA: dns; r\n\nAction: failed\nStatus: " +
                         status + "\n\n--b--\n");
    fs::rename(tmp, folder_.file("mail/new/" + name));
  }
  std::size_t count(const std::string& sub) const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder_.file("mail/" + sub)), {}));
  }
  test::TempFolder folder_;
  test::Sink sink_;
  SystemClock clock_;
  DeliveryId delivery_ = DeliveryId::make(clock_.now());
};

TEST_F(BounceWatchTest, AReceiptAndThenTheMailIsFiledAway) {
  sink_.answers = false;
  const auto watching = watch(config());
  deliver("1.a", "5.1.1", delivery_);
  ASSERT_TRUE(eventually([&] { return sink_.receipts().size() == 1; }));
  const auto receipt = sink_.receipts()[0];
  EXPECT_EQ(receipt.carrier, "email-main");
  EXPECT_EQ(receipt.reference, mail::Verp::make(Bytes(32, 42), "bounce", "hub.test").value().token(delivery_));
  EXPECT_EQ(receipt.state, DeliveryState::failed);
  EXPECT_EQ(receipt.reason, Reason::no_such_mailbox);
  EXPECT_EQ(receipt.code, "5.1.1");
  EXPECT_LE(receipt.occurred_at, clock_.now());
  // Not yet durable: the mail stays where a restart finds it, and is not told twice meanwhile.
  std::this_thread::sleep_for(std::chrono::milliseconds(100));
  EXPECT_EQ(count("new"), 1U);
  EXPECT_EQ(sink_.asked(), 1U);
  sink_.release();
  ASSERT_TRUE(eventually([&] { return count("new") == 0; }));
  EXPECT_TRUE(fs::exists(folder_.file("mail/cur/1.a:2,S")));
  EXPECT_EQ(watching->counts().failed, 1U);
}

TEST_F(BounceWatchTest, MailThatWaitedIsFoundAtTheStart) {
  { const auto made = BounceWatch::make(config(), sink_, clock_); }
  for (int i = 0; i < 300; ++i) deliver(std::to_string(i), "5.2.2", DeliveryId::make(clock_.now()));
  const auto watching = watch(config());
  ASSERT_TRUE(eventually([&] { return count("cur") == 300; }));
  EXPECT_EQ(watching->counts().failed, 300U);
  EXPECT_EQ(sink_.receipts().size(), 300U);
}

TEST_F(BounceWatchTest, WhatIsNotStoredComesAgain) {
  sink_.stores = false;
  const auto watching = watch(config());
  deliver("1", "5.1.1", delivery_);
  ASSERT_TRUE(eventually([&] { return watching->counts().not_stored >= 2; }));
  EXPECT_EQ(count("new"), 1U);
  sink_.stores = true;
  ASSERT_TRUE(eventually([&] { return count("cur") == 1; }));
  EXPECT_EQ(watching->counts().failed, 1U);
}

TEST_F(BounceWatchTest, AFullSinkIsAskedAgainLater) {
  sink_.takes = false;
  const auto watching = watch(config());
  deliver("1", "5.1.1", delivery_);
  ASSERT_TRUE(eventually([&] { return sink_.asked() >= 3; }));
  EXPECT_EQ(count("new"), 1U);
  sink_.takes = true;
  ASSERT_TRUE(eventually([&] { return count("cur") == 1; }));
  EXPECT_EQ(sink_.receipts().size(), 1U);
}

TEST_F(BounceWatchTest, NoMoreUnderWayThanTheBound) {
  sink_.answers = false;
  auto with = config();
  with.max_in_flight = 3;
  const auto watching = watch(with);
  for (int i = 0; i < 10; ++i) deliver(std::to_string(i), "5.1.1", DeliveryId::make(clock_.now()));
  ASSERT_TRUE(eventually([&] { return sink_.asked() == 3; }));
  std::this_thread::sleep_for(std::chrono::milliseconds(100));
  EXPECT_EQ(sink_.asked(), 3U);
  ASSERT_TRUE(eventually([&] {
    sink_.release();
    return count("cur") == 10;
  }));
  EXPECT_EQ(sink_.asked(), 10U);
}

TEST_F(BounceWatchTest, ForgedAndForeignMailIsFlaggedAndMovesNothing) {
  const auto watching = watch(config());
  deliver("1", "5.1.1", delivery_, true);
  test::write_file(folder_.file("mail/new/2"), "hello");
  fs::create_directory(folder_.file("mail/new/3"));
  ASSERT_TRUE(eventually([&] { return count("cur") == 3; }));
  EXPECT_TRUE(sink_.receipts().empty());
  EXPECT_EQ(watching->counts().forged, 1U);
  EXPECT_EQ(watching->counts().unknown, 2U);
  EXPECT_TRUE(fs::exists(folder_.file("mail/cur/1:2,FS")));
}

TEST_F(BounceWatchTest, ReadMailDoesNotStayLongerThanItMay) {
  auto with = config();
  with.keep = Micros(0);
  const auto watching = watch(with);
  deliver("1", "5.1.1", delivery_);
  ASSERT_TRUE(eventually([&] { return watching->counts().failed == 1 && count("cur") == 0 && count("new") == 0; }));
}

TEST_F(BounceWatchTest, AnAnswerAfterTheEndHarmsNothing) {
  sink_.answers = false;
  {
    const auto watching = watch(config());
    deliver("1", "5.1.1", delivery_);
    ASSERT_TRUE(eventually([&] { return sink_.asked() == 1; }));
  }
  sink_.release();
  EXPECT_EQ(count("new"), 1U);  // told again after the next start; the status guard marks it
}

TEST_F(BounceWatchTest, RefusesSettingsThatCanNotWork) {
  auto with = config();
  with.max_in_flight = 0;
  EXPECT_EQ(BounceWatch::make(with, sink_, clock_).error().code, ErrorCode::invalid_argument);
  with = config();
  with.verp_key.clear();
  EXPECT_EQ(BounceWatch::make(with, sink_, clock_).error().code, ErrorCode::invalid_argument);
  with = config();
  test::write_file(folder_.file("plain"), "");
  with.maildir = folder_.file("plain");
  EXPECT_EQ(BounceWatch::make(with, sink_, clock_).error().code, ErrorCode::io);
}

/// Carrier, far side and watch together.
class BounceFlow : public BounceWatchTest {
 protected:
  void start(const test::FarSide& far, bool success_reports) {
    auto with = config();
    with.maildir = far.maildir();
    with.success_reports = success_reports;
    watching_ = watch(with);
    sender_ = std::make_unique<test::Sender>(test::config_for(far.port()));
  }
  std::unique_ptr<BounceWatch> watching_;
  std::unique_ptr<test::Sender> sender_;
};

TEST_F(BounceFlow, ABounceNamesTheDeliveryThatFailed) {
  test::FarSide far({"--fail", "1", "--fail-status", "5.2.2", "--delay-ms", "20"});
  start(far, false);
  const auto answer = sender_->send(test::outgoing_to("full@investors.test"));
  ASSERT_EQ(answer.outcome, dispatch::Answer::Outcome::accepted);
  ASSERT_TRUE(eventually([&] { return sink_.receipts().size() == 1; }));
  EXPECT_EQ(sink_.receipts()[0].reference, answer.references.at(0));
  EXPECT_EQ(sink_.receipts()[0].state, DeliveryState::failed);
  EXPECT_EQ(sink_.receipts()[0].reason, Reason::mailbox_full);
  EXPECT_TRUE(eventually([&] { return far.ledger("bounce").size() == 1; }));  // written after the mail is there
}

TEST_F(BounceFlow, SuccessReportsAreBelievedOnlyWhereAsked) {
  test::FarSide far({"--success-reports"});
  start(far, true);
  const auto answer = sender_->send(test::outgoing_to("a@investors.test"));
  ASSERT_TRUE(eventually([&] { return sink_.receipts().size() == 1; }));
  EXPECT_EQ(sink_.receipts()[0].state, DeliveryState::delivered);
  EXPECT_EQ(sink_.receipts()[0].reference, answer.references.at(0));

  test::FarSide other({"--success-reports"});
  start(other, false);
  sender_->send(test::outgoing_to("a@investors.test"));
  ASSERT_TRUE(eventually([&] { return watching_->counts().no_news == 1; }));
  EXPECT_EQ(sink_.receipts().size(), 1U);
}

}  // namespace
}  // namespace guardline::receipts
