// The store breaks while investors read: they are told to come later, nothing is shown by half, no opening is lost.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/receipts/tracking/revoke.h"
#include "tests/hub/record_on.h"
#include "tests/public/door.h"
#include "tests/support/breaks.h"

#include <functional>

#include <gtest/gtest.h>

namespace guardline::test {
namespace {

using inbox::No;
using spine::Use;
using test_support::Breaks;
using test_support::code_of;
using test_support::every_access_breaks;

crypto::Secret bytes32(std::uint8_t fill) { return crypto::Secret::copy_of(Bytes(32, fill)); }

class BrokenInbox : public testing::Test {
 protected:
  BrokenInbox()
      : record(*door.house.spine, reads.over(door.house.stores, {Use::read})),
        tracking(record, door.house.clock, {.poll = std::chrono::milliseconds(5)}),
        box(inbox::make_inbox({.spine = record,
                               .clock = door.house.clock,
                               .intake = *door.house.intake,
                               .tracking = tracking,
                               .tokens = door.tokens,
                               .wrap = bytes32(0x17),
                               .pseudonym = bytes32(0x55)})),
        who(door.house.add()) {}

  /// Each access of the call breaks in turn: "later", until one comes through. Returns how many broke.
  template <class T>
  int sweep(const std::function<inbox::Answer<T>()>& call, const std::function<void(const T&)>& whole) {
    for (int n = 1; n < 200; ++n) {
      reads.arm(n);
      const auto answer = call();
      const bool broke = reads.broke();
      reads.disarm();
      if (!broke) {
        EXPECT_TRUE(answer) << "nothing broke";
        if (answer) whole(*answer);
        return n - 1;
      }
      EXPECT_FALSE(answer) << "access " << n;
      if (!answer) {
        EXPECT_EQ(answer.error().why, No::later) << "access " << n;
      }
    }
    ADD_FAILURE() << "no end";
    return 0;
  }

  Door door;
  Breaks reads;
  RecordOn record;
  receipts::Tracking tracking;
  std::unique_ptr<inbox::Inbox> box;
  InvestorId who;
};

TEST_F(BrokenInbox, ALetterALinkAndAConfirmationComeLater) {
  const auto mail = door.send("linked", Category::service, {Channel::sms, Channel::email}, who).delivery;
  const auto look = sweep<inbox::Letter>([&] { return box->look(mail); },
                                         [](const auto& letter) { EXPECT_FALSE(letter.title.empty()); });
  EXPECT_GT(look, 8);
  const auto leads = [](const std::string& where) { EXPECT_EQ(where, "https://www.example.com/statements?a=1&b=2"); };
  EXPECT_GT(sweep<std::string>([&] { return box->destination(mail, 0); }, leads), 6);
  EXPECT_EQ(door.count(EventKind::clicked), 0U);
  EXPECT_GT(sweep<std::string>([&] { return box->follow(mail, 0); }, leads), 8);
  EXPECT_EQ(door.count(EventKind::clicked), 1U) << "recorded once";
  const auto confirmed = [](const auto& letter) { EXPECT_TRUE(letter.confirmed); };
  EXPECT_GT(sweep<inbox::Letter>([&] { return box->confirm(mail, ""); }, confirmed), look);
  EXPECT_EQ(door.count(EventKind::read_confirmed), 1U);
}

TEST_F(BrokenInbox, WordsBehindACodeStayShutAndTheCodeStaysGood) {
  const auto mail = door.send("sealed", Category::core_risk, {Channel::sms, Channel::email}, who).delivery;
  const auto before = door.sms.seen().size();
  ASSERT_TRUE(door.inbox->send_code(mail));
  ASSERT_TRUE(eventually([&] { return door.sms.seen().size() > before; }));
  const auto code = door.code(Channel::sms);
  std::string pass;
  int broken = 0;
  for (int n = 1; n < 200; ++n) {
    reads.arm(n);
    const auto answer = box->read(mail, code);
    const bool broke = reads.broke();
    reads.disarm();
    if (answer) {
      pass = answer->pass;
      EXPECT_NE(answer->body.find("<b>"), std::string::npos);
      break;
    }
    broken += broke ? 1 : 0;
    // A try is counted before it is compared, so a break behind that costs a wait or, in the end, the code.
    EXPECT_TRUE(answer.error().why == No::later || answer.error().why == No::wait || answer.error().why == No::spent);
    if (answer.error().why == No::wait) door.house.clock.push(std::chrono::seconds(10));
    if (answer.error().why == No::spent) break;
  }
  EXPECT_GT(broken, 6);
  if (!pass.empty()) {
    EXPECT_GT(sweep<inbox::Words>([&] { return box->again(mail, pass); },
                                  [](const auto& words) { EXPECT_FALSE(words.body.empty()); }),
              8);
    EXPECT_GT(sweep<inbox::Letter>([&] { return box->confirm(mail, pass); },
                                   [](const auto& letter) { EXPECT_TRUE(letter.confirmed); }),
              8);
  }
  EXPECT_EQ(box->again(mail, "no pass").error().why, No::locked);
  EXPECT_EQ(box->confirm(mail, "no pass").error().why, No::locked);
}

TEST_F(BrokenInbox, NoOpeningIsLostWhateverBreaks) {
  int broken = 0;
  for (int n = 1; n <= 12; ++n) {
    const auto mail = door.send("linked", Category::service, {Channel::email}, door.house.add()).delivery;
    const auto before = door.count(EventKind::opened);
    receipts::Tracking own(record, door.house.clock, {.poll = std::chrono::milliseconds(5)});
    ASSERT_TRUE(own.on_open(mail, door.house.clock.now() + std::chrono::hours(1), ""));
    reads.arm(n);
    own.start();
    EXPECT_TRUE(eventually([&] { return own.stats().opened == 1; })) << "access " << n;
    broken += reads.broke() ? 1 : 0;
    reads.disarm();
    own.stop();
    EXPECT_EQ(door.count(EventKind::opened), before + 1);
  }
  EXPECT_GT(broken, 4);
}

TEST_F(BrokenInbox, EndingLinksSaysSoAndEndsThemOnce) {
  const auto sent = door.send("linked", Category::service, {Channel::email}, who);
  const auto now = door.house.clock.now();
  EXPECT_GT(every_access_breaks(
                reads, [&] { return code_of(receipts::revoke_links(record, sent.message, kStaff, now)); },
                [&] { EXPECT_EQ(door.count(EventKind::links_ended), 0U); }),
            0);
  EXPECT_EQ(door.count(EventKind::links_ended), 1U);
  EXPECT_TRUE(receipts::revoke_links(record, sent.message, kStaff, now)) << "ended already";
  EXPECT_EQ(door.count(EventKind::links_ended), 1U);
  EXPECT_EQ(box->look(sent.delivery).error().why, No::over);
  EXPECT_EQ(code_of(receipts::revoke_links(record, MessageId::make(now), kStaff, now)), ErrorCode::not_found);
  reads.shut({Use::read});
  EXPECT_EQ(code_of(receipts::revoke_links(record, sent.message, kStaff, now)), ErrorCode::unavailable);
}

}  // namespace
}  // namespace guardline::test
