// What the committer promises its callers, on both stores. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/spine/committer.h"

#include "hub/spine/outgoing.h"
#include "hub/spine/sealing.h"
#include "hub/spine/sql.h"
#include "tests/spine/fixture.h"

#include <atomic>
#include <set>
#include <thread>

namespace guardline::spine::test {
namespace {

class OnBothStores : public testing::TestWithParam<Store> {
 protected:
  World world{GetParam()};

  std::int64_t count(std::string_view sql) {
    std::int64_t n = -1;
    auto database = world.connect(Use::read);
    auto ok = do_sql(*database, sql, {}, [&](const db::Row& row) {
      n = row.int64(0);
      return true;
    });
    EXPECT_TRUE(ok) << ok.error().message;
    return n;
  }
};
INSTANTIATE_TEST_SUITE_P(Committer, OnBothStores, testing::Values(Store::embedded, Store::postgres), store_name);

TEST_P(OnBothStores, EveryFieldComesBackAsItWentIn) {
  EventDraft draft = delivery_event(world.clock, EventKind::delivery_failed, 7, "联系电话 +8613800000000");
  draft.v = 3;
  draft.drill = true;
  draft.reason = Reason::no_such_number;
  draft.code = "UNDELIV 001";
  draft.actor = AccountId::make(world.clock.now());
  draft.cause = EventRef{3, 12345};
  const auto committed = world.commit(one(draft));
  ASSERT_EQ(committed.refs.size(), 1u);
  Reader reader(world.connect(Use::read));
  const auto row = reader.at(committed.refs[0]);
  ASSERT_TRUE(row) << row.error().message;
  EXPECT_EQ(row->ref, committed.refs[0]);
  EXPECT_EQ(row->id, draft.id);
  EXPECT_EQ(row->occurred_at, draft.occurred_at);
  EXPECT_EQ(row->recorded_at, committed.recorded_at);
  EXPECT_TRUE(row->drill);
  EXPECT_EQ(row->kind, draft.kind);
  EXPECT_EQ(row->v, 3);
  EXPECT_EQ(row->cause, (EventRef{3, 12345}));
  EXPECT_EQ(row->subject_type, SubjectType::delivery);
  EXPECT_EQ(row->subject, draft.delivery.value);
  EXPECT_EQ(row->notice, draft.notice);
  EXPECT_EQ(row->message, draft.message);
  EXPECT_EQ(row->delivery, draft.delivery);
  EXPECT_EQ(row->investor, draft.investor);
  EXPECT_EQ(row->channel, draft.channel);
  EXPECT_EQ(row->carrier, draft.carrier);
  EXPECT_EQ(row->actor, draft.actor);
  EXPECT_EQ(row->mark, Mark::applied);
  EXPECT_EQ(row->reason, Reason::no_such_number);
  EXPECT_EQ(row->code, "UNDELIV 001");
  Opener opener(reader.database(), test_keys().wrap);
  const auto detail = opener.detail(*row);
  ASSERT_TRUE(detail) << detail.error().message;
  EXPECT_EQ(detail->text(), "联系电话 +8613800000000");
}

TEST_P(OnBothStores, EventsWithoutInvestorAreSealedUnderTheHouseKey) {
  EventDraft draft;
  draft.id = EventId::make(world.clock.now());
  draft.occurred_at = world.clock.now();
  draft.kind = EventKind::account_created;
  draft.subject_type = SubjectType::account;
  draft.subject = AccountId::make(world.clock.now()).value;
  draft.detail = {'w', 'a', 'n', 'g'};
  const auto committed = world.commit(one(draft));
  EXPECT_EQ(committed.marks, std::vector{Mark::none});
  Reader reader(world.connect(Use::read));
  const auto row = reader.at(committed.refs[0]);
  ASSERT_TRUE(row);
  EXPECT_EQ(row->subject, draft.subject);
  EXPECT_EQ(as_text(row->sealed_detail).find("wang"), std::string_view::npos);
  Opener opener(reader.database(), test_keys().wrap);
  EXPECT_EQ(opener.detail(*row)->text(), "wang");
}

TEST_P(OnBothStores, TheGuardMovesForwardOnlyAndMarksTheRest) {
  const auto say = [&](EventKind kind) { return world.commit(one(delivery_event(world.clock, kind, 1))).marks.at(0); };
  EXPECT_EQ(say(EventKind::delivery_planned), Mark::applied);
  EXPECT_EQ(say(EventKind::delivery_accepted), Mark::applied);
  EXPECT_EQ(say(EventKind::delivery_accepted), Mark::duplicate);
  EXPECT_EQ(say(EventKind::delivery_handed), Mark::late);
  EXPECT_EQ(say(EventKind::delivery_failed), Mark::applied);
  EXPECT_EQ(say(EventKind::delivery_delivered), Mark::applied);
  EXPECT_EQ(say(EventKind::delivery_failed), Mark::late);
  EXPECT_EQ(say(EventKind::delivery_retry), Mark::none);
  auto database = world.connect(Use::read);
  EXPECT_EQ(*read_delivery_state(*database, delivery(1)), DeliveryState::delivered);
}

TEST_P(OnBothStores, OneGroupWithTheSameDeliveryManyTimesMarksEachRowTruly) {
  world.commit(one(delivery_event(world.clock, EventKind::delivery_intent, 1)));
  Submission submission;
  for (const auto kind : {EventKind::delivery_planned, EventKind::delivery_intent, EventKind::delivery_accepted,
                          EventKind::delivery_handed, EventKind::delivery_delivered, EventKind::delivery_delivered,
                          EventKind::delivery_failed}) {
    submission.events.push_back(delivery_event(world.clock, kind, 1));
  }
  EXPECT_EQ(world.commit(std::move(submission)).marks,
            (std::vector{Mark::late, Mark::duplicate, Mark::applied, Mark::late, Mark::applied, Mark::duplicate,
                         Mark::late}));
}

TEST_P(OnBothStores, CausesOfTheSameSubmissionAreResolvedAndCanBeWalkedBack) {
  Submission submission;
  submission.events = life(world.clock, 3);
  const auto committed = world.commit(std::move(submission));
  Reader reader(world.connect(Use::read));
  const auto why = reader.why(committed.refs.back(), 10);
  ASSERT_TRUE(why) << why.error().message;
  ASSERT_EQ(why->size(), 5u);
  EXPECT_EQ(why->front().kind, EventKind::delivery_delivered);
  EXPECT_EQ(why->back().kind, EventKind::delivery_planned);
}

TEST_P(OnBothStores, ASubmissionThatFailsTakesNothingAndNobodyWithIt) {
  // All in one group: the queue is filled while the committer is busy with a task.
  std::atomic<int> done{0};
  std::vector<Result<Committed>> answers(5, fail(ErrorCode::internal, "no answer"));
  {
    Submission slow;
    slow.also = [](db::Database&) {
      std::this_thread::sleep_for(std::chrono::milliseconds(100));
      return Status{};
    };
    ASSERT_TRUE(world.committer().submit(std::move(slow), [](auto) {}));
    std::this_thread::sleep_for(std::chrono::milliseconds(30));
  }
  for (std::size_t i = 0; i < 5; ++i) {
    auto submission = one(delivery_event(world.clock, EventKind::delivery_planned, 100 + i));
    if (i == 2) submission.also = [](db::Database&) -> Status { return fail(ErrorCode::denied, "not this one"); };
    if (i == 3)
      submission.also = [](db::Database& d) -> Status { return d.execute("INSERT INTO no_such_table VALUES (1)"); };
    ASSERT_TRUE(world.committer().submit(std::move(submission), [&, i](Result<Committed> answer) {
      answers[i] = std::move(answer);
      ++done;
    }));
  }
  while (done < 5) std::this_thread::yield();
  for (const std::size_t i : {0, 1, 4}) EXPECT_TRUE(answers[i]) << i << answers[i].error().message;
  EXPECT_EQ(answers[2].error().code, ErrorCode::denied);
  EXPECT_FALSE(answers[3]);
  EXPECT_EQ(count("SELECT count(*) FROM spine"), 3);
  EXPECT_EQ(count("SELECT count(*) FROM delivery"), 3);
}

TEST_P(OnBothStores, AlsoWritesInTheSameTransaction) {
  Submission make;
  make.also = [](db::Database& d) { return d.execute("CREATE TABLE noted (n {bigint} NOT NULL) {strict}"); };
  world.commit(std::move(make));
  auto submission = one(delivery_event(world.clock, EventKind::delivery_planned, 1));
  submission.also = [](db::Database& d) { return do_sql(d, "INSERT INTO noted (n) VALUES ($1)", {std::int64_t{5}}); };
  world.commit(std::move(submission));
  EXPECT_EQ(count("SELECT n FROM noted"), 5);
}

TEST_P(OnBothStores, IdempotencyKeysHappenOnce) {
  const auto with_key = [&](std::uint64_t number, std::uint8_t request) {
    auto submission = one(delivery_event(world.clock, EventKind::delivery_planned, number));
    Digest digest{};
    digest[0] = request;
    submission.idempotency = IdempotencyRecord{"desk POST /v1/notices", "key-1", digest, {'a', request}};
    return world.committer().submit_and_wait(std::move(submission));
  };
  const auto first = with_key(1, 1);
  ASSERT_TRUE(first);
  EXPECT_FALSE(first->replayed);
  EXPECT_EQ(first->answer, (Bytes{'a', 1}));
  const auto again = with_key(2, 1);
  ASSERT_TRUE(again);
  EXPECT_TRUE(again->replayed);
  EXPECT_EQ(again->answer, (Bytes{'a', 1}));
  EXPECT_TRUE(again->refs.empty());
  const auto other = with_key(3, 9);
  ASSERT_FALSE(other);
  EXPECT_EQ(other.error().code, ErrorCode::conflict);
  EXPECT_EQ(count("SELECT count(*) FROM spine"), 1);
}

TEST_P(OnBothStores, ManyCallersWithOneKeyGetOneEvent) {
  std::vector<std::thread> threads;
  std::atomic<int> fresh{0};
  std::atomic<int> replayed{0};
  for (int t = 0; t < 8; ++t) {
    threads.emplace_back([&] {
      auto submission = one(delivery_event(world.clock, EventKind::delivery_planned, 5));
      submission.idempotency = IdempotencyRecord{"s", "same", Digest{}, {'x'}};
      const auto answer = world.committer().submit_and_wait(std::move(submission));
      if (answer) (answer->replayed ? replayed : fresh)++;
    });
  }
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(fresh, 1);
  EXPECT_EQ(replayed, 7);
  EXPECT_EQ(count("SELECT count(*) FROM spine"), 1);
}

TEST_P(OnBothStores, OutgoingWorkIsAddedReplacedAndRemoved) {
  const auto work = [&](std::uint64_t n, std::uint16_t attempt) {
    OutgoingWork w;
    w.delivery = delivery(n);
    w.due = world.clock.now();
    w.channel = Channel::sms;
    w.attempt = attempt;
    w.notice = notice(1);
    w.message = message(n);
    w.investor = investor(n);
    w.lane = "sms-main";
    return w;
  };
  Submission add;
  for (std::uint64_t n = 1; n <= 30; ++n) add.add_outgoing.push_back(work(n, 1));
  world.commit(std::move(add));
  Submission change;
  change.add_outgoing.push_back(work(3, 2));
  change.remove_outgoing = {delivery(1), delivery(2), delivery(999)};
  world.commit(std::move(change));
  auto database = world.connect(Use::read);
  const auto owned = world.spine->owned();
  EXPECT_EQ(owned.size(), 8u);
  auto all = read_outgoing(*database, owned, {}, 100);
  ASSERT_TRUE(all) << all.error().message;
  ASSERT_EQ(all->size(), 28u);
  EXPECT_EQ((*all)[0].delivery, delivery(3));
  EXPECT_EQ((*all)[0].attempt, 2);
  EXPECT_EQ((*all)[0].investor, investor(3));
  const auto page = read_outgoing(*database, owned, delivery(10), 5);
  ASSERT_EQ(page->size(), 5u);
  EXPECT_EQ((*page)[0].delivery, delivery(11));
  EXPECT_LT(read_outgoing(*database, std::span(owned).first(4), {}, 100)->size(), 28u);
}

TEST_P(OnBothStores, BodiesOpenAgain) {
  Submission submission;
  submission.bodies.push_back({message(1), investor(1), {'h', 'i'}});
  world.commit(std::move(submission));
  auto database = world.connect(Use::read);
  Opener opener(*database, test_keys().wrap);
  EXPECT_EQ(opener.body(message(1))->text(), "hi");
  EXPECT_EQ(opener.body(message(2)).error().code, ErrorCode::not_found);
  Opener wrong(*database, bytes32(0x18));
  EXPECT_EQ(wrong.body(message(1)).error().code, ErrorCode::corrupt);
}

TEST_P(OnBothStores, BrokenDraftsAreRefusedBeforeTheQueue) {
  const auto refused = [&](auto spoil) {
    auto submission = one(delivery_event(world.clock, EventKind::delivery_planned, 1));
    spoil(submission);
    const auto answer = world.committer().submit_and_wait(std::move(submission));
    return !answer && answer.error().code == ErrorCode::invalid_argument;
  };
  EXPECT_TRUE(refused([](Submission& s) { s.events[0].id = {}; }));
  EXPECT_TRUE(refused([](Submission& s) { s.events[0].kind = {}; }));
  EXPECT_TRUE(refused([](Submission& s) { s.events[0].investor = {}; }));
  EXPECT_TRUE(refused([](Submission& s) { s.events[0].delivery = {}; }));
  EXPECT_TRUE(refused([](Submission& s) { s.events[0].channel.reset(); }));
  EXPECT_TRUE(refused([](Submission& s) { s.events[0].occurred_at = {}; }));
  EXPECT_TRUE(refused([](Submission& s) { s.events[0].carrier = "Carrier One"; }));
  EXPECT_TRUE(refused([](Submission& s) { s.events[0].code = std::string(65, 'x'); }));
  EXPECT_TRUE(refused([](Submission& s) { s.events[0].code = "\n"; }));
  EXPECT_TRUE(refused([](Submission& s) { s.events[0].detail.resize(4097); }));
  EXPECT_TRUE(refused([](Submission& s) { s.events[0].cause = DraftIndex{0}; }));
  EXPECT_TRUE(refused([](Submission& s) { s.add_outgoing.emplace_back(); }));
  EXPECT_TRUE(refused([](Submission& s) { s.bodies.emplace_back(); }));
  EXPECT_TRUE(refused([](Submission& s) { s.erase.emplace_back(); }));
  EXPECT_TRUE(refused([](Submission& s) { s.idempotency.emplace(); }));
  EXPECT_TRUE(refused([](Submission& s) { s.events.resize(5001, s.events[0]); }));
  EXPECT_EQ(count("SELECT count(*) FROM spine"), 0);
}

TEST_P(OnBothStores, AFullQueueSaysSo) {
  SpineOptions options;
  options.committer.queue_events = 10;
  world.open(std::move(options));
  std::atomic<bool> go{false};
  std::atomic<int> answered{0};
  Submission slow;
  slow.also = [&](db::Database&) {
    while (!go) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    return Status{};
  };
  ASSERT_TRUE(world.committer().submit(std::move(slow), [&](auto) { ++answered; }));
  std::this_thread::sleep_for(std::chrono::milliseconds(50));
  int taken = 0;
  Status refused;
  for (std::uint64_t n = 0; n < 50 && refused; ++n) {
    refused = world.committer().submit(one(delivery_event(world.clock, EventKind::delivery_planned, n)),
                                       [&](auto) { ++answered; });
    if (refused) ++taken;
  }
  EXPECT_EQ(taken, 10);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::exhausted);
  go = true;
  world.close();  // commits and answers what was taken
  EXPECT_EQ(answered, 11);
  EXPECT_EQ(count("SELECT count(*) FROM spine"), 10);
}

TEST_P(OnBothStores, ReopeningGoesOnWhereItStopped) {
  world.commit(one(delivery_event(world.clock, EventKind::delivery_planned, 1, "first")));
  world.open();
  world.commit(one(delivery_event(world.clock, EventKind::delivery_accepted, 1, "second")));
  const auto rows = world.all();
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[0].ref.partition, rows[1].ref.partition);
  EXPECT_EQ(rows[1].ref.seq, 2);
}

TEST_P(OnBothStores, OpeningWithAnotherWrappingKeyIsRefused) {
  world.close();
  auto keys = test_keys();
  keys.wrap = bytes32(0x55);
  const auto opened = Spine::open(world.stores, std::move(keys), world.clock);
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, ErrorCode::denied);
}

TEST_P(OnBothStores, ASecondInitIsRefused) {
  const auto again = Spine::init(world.stores, 8, world.clock);
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().code, ErrorCode::conflict);
}

TEST(Spine, OpeningAnEmptyStoreIsNotFound) {
  Folder folder;
  SystemClock clock;
  const auto opened = Spine::open(embedded_stores(folder.path, Bytes(32, 1), true), test_keys(), clock);
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, ErrorCode::not_found);
}

TEST(Cursor, TextComesBackAndRubbishDoesNot) {
  Cursor cursor(0xDEADBEEF, 3);
  cursor.advance({1, 300});
  cursor.advance({2, (std::int64_t{1} << 47) + 5});
  const auto parsed = Cursor::parse(cursor.text());
  ASSERT_TRUE(parsed);
  EXPECT_EQ(*parsed, cursor);
  for (const auto* bad : {"", "A", "AQ", "####", "AgAAAAAA", "AQAAAAAB", "AQAAAAABAQE"}) {
    EXPECT_FALSE(Cursor::parse(bad)) << bad;
  }
}

}  // namespace
}  // namespace guardline::spine::test
