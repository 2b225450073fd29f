// The store breaks at any access of intake, planner, follow-up and receipts: each happens once all the same.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/dispatch/references.h"
#include "hub/notices/investors.h"
#include "hub/notices/messages.h"
#include "tests/hub/house.h"
#include "tests/hub/record_on.h"
#include "tests/support/breaks.h"

#include <future>

#include <gmock/gmock.h>

namespace guardline::test {
namespace {

using spine::Use;
using test_support::Breaks;
using test_support::code_of;
using test_support::every_access_breaks;
using test_support::every_round_breaks;
using enum EventKind;

constexpr Micros kPoll = std::chrono::milliseconds(6);
constexpr int kReads = 30;  // more than any of the rounds here reads
const auto kSmsThenMail = std::vector{together({Channel::sms}), then(Channel::email)};

/// A record whose commits can break, and no part of a hub running on it but those a test starts.
class BrokenWorkers : public testing::Test {
 protected:
  BrokenWorkers() : plain(house.stores) {
    house.stores = commits.over(plain, {Use::commit});
    house.crash();
  }
  ~BrokenWorkers() override { house.stop(); }

  notices::OpenerFactory opener() const {
    return [](db::Database& database) { return spine::Opener(database, crypto::Secret::copy_of(Bytes(32, 0x17))); };
  }
  std::unique_ptr<notices::Planner> planner(spine::Spine& record) {
    return std::make_unique<notices::Planner>(record, house.clock, opener(), sink,
                                              notices::PlannerOptions{.poll = kPoll});
  }
  NoticeId accept(const api::NoticeRequest& request) {
    notices::Intake intake(*house.spine, house.clock, {});
    const auto accepted = intake.accept(request, kStaff, "key-" + std::to_string(++keys_));
    EXPECT_TRUE(accepted) << accepted.error().message;
    return accepted ? accepted->notice_id : NoticeId{};
  }
  /// Plans it without anything breaking.
  NoticeId planned(const api::NoticeRequest& request) {
    const auto notice = accept(request);
    const auto plain_planner = planner(*house.spine);
    plain_planner->start();
    EXPECT_TRUE(eventually([&] { return count(notice, message_planned) == request.audience.investors->size(); }));
    plain_planner->stop();
    return notice;
  }
  std::size_t count(NoticeId notice, EventKind kind) {
    std::size_t found = 0;
    for (const auto& event : house.events(kind)) found += event.notice == notice ? 1 : 0;
    return found;
  }
  /// Runs `work` on a record that breaks at the n-th access after it has called `arm`, for n from 1 until it was done
  /// before anything broke: first in what is read (up to kReads, since workers go on looking), then in what is
  /// committed. Returns how many runs broke.
  int every_break(const std::function<void(spine::Spine&, int run, const std::function<void()>& arm)>& work) {
    int broken = 0;
    int runs = 0;
    for (int n = 1; n <= kReads; ++n) {
      Breaks reads;
      RecordOn record(*house.spine, reads.over(plain, {Use::read, Use::read_projections}));
      work(record, ++runs, [&] { reads.arm(n); });
      if (!reads.broke()) break;
      ++broken;
    }
    EXPECT_GT(broken, 1) << "what is read";
    const int before = broken;
    broken += every_round_breaks(commits, [&](int n) {
      commits.disarm();
      work(*house.spine, ++runs, [&] { commits.arm(n); });
    });
    EXPECT_GT(broken, before + 5) << "what is committed";
    return broken;
  }

  Breaks commits;
  House house;
  spine::Stores plain;
  std::atomic<int> handed{0};
  notices::WorkSink sink{
      [this](const std::vector<spine::OutgoingWork>& work) { handed += static_cast<int>(work.size()); },
      [] { return std::size_t{0}; }};

 private:
  int keys_{0};
};

TEST_F(BrokenWorkers, ANoticeIsAcceptedOnceOrNotAtAll) {
  const auto who = house.add({.tier = "vip"});
  Breaks reads;
  RecordOn record(*house.spine, reads.over(plain, {Use::read, Use::read_projections}));
  int told = 0;
  notices::Intake intake(record, house.clock, [&] { ++told; });
  auto info = request("info", Category::service, {who}, kSmsThenMail);
  const auto notices = [&] { return house.number("SELECT count(*) FROM notice"); };
  EXPECT_GT(every_access_breaks(
                reads, [&] { return code_of(intake.accept(info, kStaff, "a")); },
                [&] { EXPECT_EQ(notices(), 0) << "nothing is accepted by a broken look"; }),
            3);
  info.audience = {std::nullopt, std::vector<std::string>{"vip"}};
  EXPECT_GT(every_access_breaks(reads, [&] { return code_of(intake.accept(info, kStaff, "b")); }), 3);
  EXPECT_EQ(notices(), 2);
  EXPECT_EQ(told, 2);
  const auto notice = house.events(notice_accepted).at(0).notice;
  EXPECT_GT(every_access_breaks(reads, [&] { return code_of(intake.progress(notice)); }), 2);

  std::int64_t so_far = 2;
  EXPECT_GT(every_round_breaks(commits,
                               [&](int n) {
                                 const auto key = "c" + std::to_string(n);
                                 const auto accepted = intake.accept(info, kStaff, key);
                                 EXPECT_TRUE(accepted) << accepted.error().message;
                                 EXPECT_EQ(notices(), ++so_far);
                               }),
            10);
  EXPECT_EQ(house.number("SELECT count(*) FROM notice_audience"), so_far);
  EXPECT_EQ(told, so_far);
  reads.shut({Use::read, Use::read_projections});
  notices::Intake shut(record, house.clock, {});
  EXPECT_EQ(code_of(shut.accept(info, kStaff, "d")), ErrorCode::unavailable);
  EXPECT_EQ(code_of(shut.progress(notice)), ErrorCode::unavailable);
  reads.shut({Use::read_projections});
  EXPECT_EQ(code_of(shut.progress(notice)), ErrorCode::unavailable);
  reads.shut({});
  EXPECT_TRUE(shut.progress(notice));
  EXPECT_EQ(code_of(shut.progress(NoticeId{Uuid{1}})), ErrorCode::not_found);
}

TEST_F(BrokenWorkers, NobodyIsPlannedTwiceWhateverBreaks) {
  const auto who = house.add();
  const auto ad = request("ad", Category::marketing, {who}, {together({Channel::sms, Channel::email})});
  int expected = 0;
  const int broken = every_break([&](spine::Spine& record, int, const auto& arm) {
    const auto notice = accept(ad);
    arm();
    const auto own = planner(record);
    own->start();
    ASSERT_TRUE(eventually([&] { return count(notice, message_planned) == 1; }));
    own->stop();
    EXPECT_EQ(count(notice, message_planned), 1U);
    EXPECT_EQ(count(notice, delivery_planned) + count(notice, delivery_suppressed), 2U);
    expected += static_cast<int>(count(notice, delivery_planned));
    EXPECT_EQ(handed, expected) << "each piece of work is handed on once";
  });
  EXPECT_GT(broken, 15);
  EXPECT_EQ(house.number("SELECT count(*) FROM notice WHERE planned < audience"), 0);
  EXPECT_EQ(house.number("SELECT max(sent) FROM marketing_sms"), 4) << "counted once each, up to the cap";
}

TEST_F(BrokenWorkers, APlannerThatGetsNoConnectionTriesAgain) {
  const auto who = house.add();
  for (const int refused : {1, 2, 3}) {
    SCOPED_TRACE(refused);
    const auto notice = accept(request("info", Category::service, {who}, kSmsThenMail));
    std::atomic<int> opened{0};
    RecordOn record(*house.spine, {[&](Use use) -> Result<std::unique_ptr<db::Database>> {
      if (++opened == refused) return fail(ErrorCode::unavailable, "no connection");
      return plain.open(use);
    }});
    const auto own = planner(record);
    own->start();
    EXPECT_TRUE(eventually([&] { return count(notice, message_planned) == 1; }));
    own->stop();
    EXPECT_EQ(own->trouble(), "");
    EXPECT_GE(opened, 2);
  }
}

TEST_F(BrokenWorkers, APlannerWaitsForADispatcherThatIsBehind) {
  const auto who = house.add();
  std::atomic<std::size_t> behind{2};
  std::atomic<int> asked{0};
  sink.backlog = [&] {
    ++asked;
    return behind.load();
  };
  notices::Planner own(*house.spine, house.clock, opener(), sink, {.backlog_bound = 1, .poll = kPoll});
  const auto notice = accept(request("info", Category::service, {who}, kSmsThenMail));
  own.start();
  ASSERT_TRUE(eventually([&] { return asked >= 3; }));
  EXPECT_EQ(count(notice, message_planned), 0U);
  behind = 1;
  EXPECT_TRUE(eventually([&] { return count(notice, message_planned) == 1; }));
  own.stop();
}

TEST_F(BrokenWorkers, ANoticeThatCantBeReadBackIsTrouble) {
  const auto who = house.add();
  accept(request("info", Category::service, {who}, kSmsThenMail));
  house.write("UPDATE notice SET request = '{'");
  const auto own = planner(*house.spine);
  own->start();
  EXPECT_TRUE(eventually([&] { return !own->trouble().empty(); }));
  own->stop();
  EXPECT_EQ(own->trouble(), "an accepted notice can't be read back");
  EXPECT_TRUE(house.events(message_planned).empty());
}

TEST_F(BrokenWorkers, AStepIsTakenOnceWhateverBreaks) {
  const auto who = house.add({.sms = false});
  const auto warn = request("info", Category::service, {who}, kSmsThenMail);
  const int broken = every_break([&](spine::Spine& record, int run, const auto& arm) {
    const auto notice = planned(warn);
    arm();
    notices::FollowUp followup(record, house.clock, sink, {.poll = kPoll});
    followup.start();
    ASSERT_TRUE(eventually([&] { return count(notice, delivery_planned) == 1; })) << run;
    followup.stop();
    EXPECT_EQ(count(notice, delivery_planned), 1U);
    EXPECT_EQ(count(notice, delivery_suppressed), 1U);
    EXPECT_EQ(house.number("SELECT count(*) FROM message WHERE step >= 0"), 0) << "no further step";
  });
  EXPECT_GT(broken, 15);
}

TEST_F(BrokenWorkers, WhatStillRunsIsWaitedForWhateverBreaks) {
  const auto who = house.add();
  const auto later = request("info", Category::service, {who},
                             {together({Channel::sms}), then(Channel::email, std::chrono::hours(1))});
  const int broken = every_break([&](spine::Spine& record, int run, const auto& arm) {
    const auto notice = planned(later);
    const auto now = house.clock.now();
    const auto all = house.events(message_planned);
    const auto message = std::ranges::find(all, notice, &spine::StoredEvent::notice)->message;
    spine::Submission due;
    due.also = [&](db::Database& database) { return notices::mark_due(database, message, now); };
    ASSERT_TRUE(house.spine->committer().submit_and_wait(std::move(due)));
    arm();
    notices::FollowUp followup(record, house.clock, sink, {.poll = kPoll});
    followup.start();
    ASSERT_TRUE(eventually([&] {
      return house.number("SELECT count(*) FROM message WHERE due_at <> wait_until") == 0;
    })) << run;
    followup.stop();
    EXPECT_EQ(count(notice, delivery_planned), 1U) << "the text message may still come";
  });
  EXPECT_GT(broken, 8);
}

TEST_F(BrokenWorkers, AReceiptIsWrittenOnceWhateverBreaks) {
  const auto who = house.add();
  const auto info = request("info", Category::service, {who}, {together({Channel::sms})});
  const int broken = every_break([&](spine::Spine& record, int run, const auto& arm) {
    const auto notice = planned(info);
    spine::Submission accepted;
    for (const auto& event : house.events(delivery_planned)) {
      if (event.notice != notice) continue;
      auto draft = spine::EventDraft{};
      draft.id = EventId::make(house.clock.now());
      draft.occurred_at = house.clock.now();
      draft.kind = delivery_accepted;
      draft.subject_type = SubjectType::delivery;
      draft.subject = event.delivery.value;
      draft.notice = event.notice;
      draft.message = event.message;
      draft.delivery = event.delivery;
      draft.investor = event.investor;
      draft.channel = event.channel;
      draft.carrier = "sms-main";
      accepted.events.push_back(std::move(draft));
      dispatch::Reference reference;
      reference.carrier = "sms-main";
      reference.reference = "r" + std::to_string(run);
      reference.delivery = event.delivery;
      reference.message = event.message;
      reference.notice = event.notice;
      reference.investor = event.investor;
      reference.channel = Channel::sms;
      reference.accepted_at = house.clock.now();
      accepted.also = [reference](db::Database& database) {
        return dispatch::store_references(database, {&reference, 1});
      };
    }
    ASSERT_TRUE(house.spine->committer().submit_and_wait(std::move(accepted)));
    arm();
    receipts::Receipts own(record, house.clock, {notices::mark_due, [] {}, notices::invalidate_contact});
    auto started = own.start();
    if (!started) {
      EXPECT_EQ(started.error().code, ErrorCode::io);
      started = own.start();
    }
    ASSERT_TRUE(started);
    const auto tell = [&](DeliveryState state, Reason reason) {
      for (int tries = 0; tries < 3; ++tries) {
        std::promise<bool> durable;
        auto answer = durable.get_future();
        const dispatch::Receipt receipt{"sms-main", "r" + std::to_string(run), state, reason, house.clock.now(), "x"};
        EXPECT_TRUE(own.on_receipt(receipt, [&](bool yes) { durable.set_value(yes); }));
        if (answer.get()) return;
      }
      ADD_FAILURE() << "never durable";
    };
    tell(DeliveryState::failed, Reason::no_such_number);
    own.stop();
    EXPECT_EQ(count(notice, delivery_failed), 1U);
    EXPECT_FALSE(own.on_receipt({}, {})) << "stopped";
    house.write("UPDATE contact_point SET valid = 1");
  });
  EXPECT_GT(broken, 15);
}

TEST_F(BrokenWorkers, AParkedReceiptIsNotForgottenByABrokenStart) {
  const auto who = house.add();
  const auto notice = planned(request("info", Category::service, {who}, {together({Channel::sms})}));
  const auto delivery = house.events(delivery_planned).at(0);
  receipts::Receipts first(*house.spine, house.clock, {});
  ASSERT_TRUE(first.start());
  std::promise<bool> durable;
  ASSERT_TRUE(first.on_receipt({"sms-main", "early", DeliveryState::delivered, Reason::none, house.clock.now(), "x"},
                               [&](bool yes) { durable.set_value(yes); }));
  ASSERT_TRUE(durable.get_future().get());
  first.stop();
  ASSERT_EQ(house.number("SELECT count(*) FROM receipt_parked"), 1);
  dispatch::Reference reference;
  reference.carrier = "sms-main";
  reference.reference = "early";
  reference.delivery = delivery.delivery;
  reference.message = delivery.message;
  reference.notice = notice;
  reference.investor = who;
  reference.channel = Channel::sms;
  spine::Submission known;
  known.also = [&](db::Database& database) { return dispatch::store_references(database, {&reference, 1}); };
  ASSERT_TRUE(house.spine->committer().submit_and_wait(std::move(known)));

  // It has found its delivery: a start that can't see that must fail, or the receipt would wait for the next one.
  Breaks reads;
  RecordOn record(*house.spine, reads.over(plain, {Use::read}));
  int failed = 0;
  for (int n = 1; n < 50; ++n) {
    reads.arm(n);
    receipts::Receipts own(record, house.clock, {});
    const auto started = own.start();
    if (!started) {
      EXPECT_EQ(started.error().code, ErrorCode::io) << n;
      ++failed;
      continue;
    }
    EXPECT_TRUE(eventually([&] { return count(notice, delivery_delivered) == 1; }));
    own.stop();
    break;
  }
  EXPECT_GE(failed, 4) << "what is parked, and what each of it belongs to";
  EXPECT_EQ(house.number("SELECT count(*) FROM receipt_parked"), 0);
}

TEST_F(BrokenWorkers, AReceiptThatCameEarlyIsReleasedWhateverBrokeWhileItWasParked) {
  const auto who = house.add();
  const auto info = request("info", Category::service, {who}, {together({Channel::sms})});
  int broken = 0;
  for (int n = 1; n <= 9; ++n) {
    SCOPED_TRACE(n);
    const auto notice = planned(info);
    const auto planned_events = house.events(delivery_planned);
    const auto& delivery = *std::ranges::find(planned_events, notice, &spine::StoredEvent::notice);
    Breaks reads;
    RecordOn record(*house.spine, reads.over(plain, {Use::read}));
    receipts::Receipts own(record, house.clock, {});
    ASSERT_TRUE(own.start());
    reads.arm(n);
    const auto name = "early" + std::to_string(n);
    bool durable = false;
    for (int tries = 0; tries < 3 && !durable; ++tries) {
      std::promise<bool> told;
      auto answer = told.get_future();
      ASSERT_TRUE(own.on_receipt({"sms-main", name, DeliveryState::delivered, Reason::none, house.clock.now(), "x"},
                                 [&](bool yes) { told.set_value(yes); }));
      durable = answer.get();
    }
    ASSERT_TRUE(durable);
    // What is noted of it after the commit is done by the time the next one is answered.
    std::promise<bool> told;
    ASSERT_TRUE(own.on_receipt({"sms-main", "nobody's", DeliveryState::failed, Reason::none, house.clock.now(), "x"},
                               [&](bool yes) { told.set_value(yes); }));
    told.get_future().wait();
    dispatch::Reference reference;
    reference.carrier = "sms-main";
    reference.reference = name;
    reference.delivery = delivery.delivery;
    reference.message = delivery.message;
    reference.notice = notice;
    reference.investor = who;
    reference.channel = Channel::sms;
    spine::Submission known;
    known.also = [&](db::Database& database) { return dispatch::store_references(database, {&reference, 1}); };
    ASSERT_TRUE(house.spine->committer().submit_and_wait(std::move(known)));
    own.references_known("sms-main", {name});
    EXPECT_TRUE(eventually([&] { return count(notice, delivery_delivered) == 1; })) << "not lost";
    own.stop();
    broken += reads.broke() ? 1 : 0;
  }
  EXPECT_GE(broken, 4);
}

}  // namespace
}  // namespace guardline::test
