// The time line of an investor: pages, filters, counts, and what each delivery's track says.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/spine/timeline.h"

#include "hub/spine/projector.h"
#include "hub/spine/sql.h"
#include "tests/spine/fixture.h"

#include <algorithm>

namespace guardline::spine::test {
namespace {

using std::chrono::seconds;

class Timeline : public testing::TestWithParam<Store> {
 protected:
  World world{GetParam()};
  std::unique_ptr<Projector> projector;
  std::unique_ptr<db::Database> reads;
  Timestamp begun = std::chrono::floor<std::chrono::minutes>(SystemClock().now() - std::chrono::hours(1));

  void SetUp() override {
    start();
    reads = world.connect(Use::read_projections);
  }
  void start() {
    projector = std::make_unique<Projector>(world.stores, world.spine->signal(), world.clock);
    const auto ok = projector->start();
    ASSERT_TRUE(ok) << ok.error().message;
  }
  void catch_up() {
    Reader reader(world.connect(Use::read));
    const auto ok = projector->wait_for(*reader.end(), seconds(20));
    ASSERT_TRUE(ok) << ok.error().message;
  }
  /// Delivery `number` belongs to message `of` of investor 7.
  void say(EventKind kind, std::uint64_t number, std::uint64_t of, int second, Reason reason = Reason::none,
           std::string code = {}) {
    auto draft = delivery_event(world.clock, kind, number);
    draft.investor = investor(7);
    draft.message = message(of);
    draft.occurred_at = begun + seconds(second);
    draft.reason = reason;
    draft.code = std::move(code);
    if (kind == EventKind::message_planned) {
      draft.delivery = {};
      draft.channel.reset();
      draft.carrier.clear();
    }
    world.commit(one(std::move(draft)));
  }
  TimelinePage page(const TimelineFilter& filter = {}, MessageId before = {}, std::size_t max = 50) {
    catch_up();
    auto read = read_timeline(*reads, investor(7), filter, before, max);
    EXPECT_TRUE(read) << read.error().message;
    return read ? *read : TimelinePage{};
  }
  static std::vector<MessageId> ids(const TimelinePage& page) {
    std::vector<MessageId> all;
    for (const auto& entry : page.entries) all.push_back(entry.message);
    return all;
  }
};
INSTANTIATE_TEST_SUITE_P(Spine, Timeline, testing::Values(Store::embedded, Store::postgres), store_name);

TEST_P(Timeline, ATrackSaysHowFarADeliveryCameAndWhen) {
  using enum EventKind;
  say(message_planned, 1, 1, 0);
  say(delivery_planned, 1, 1, 1);
  say(delivery_intent, 1, 1, 2);
  say(delivery_handed, 1, 1, 3);
  say(delivery_accepted, 1, 1, 4);
  say(delivery_delivered, 1, 1, 5, Reason::none, "DELIVRD 000");
  say(delivery_failed, 1, 1, 6, Reason::handset_off, "UNDELIV 027");
  say(opened, 1, 1, 7, Reason::none, "machine");
  say(opened, 1, 1, 8);
  say(opened, 1, 1, 9);
  say(read_confirmed, 1, 1, 10);
  const auto found = page();
  ASSERT_EQ(found.entries.size(), 1U);
  EXPECT_FALSE(found.more);
  EXPECT_EQ(found.entries[0].planned_at, begun);
  EXPECT_EQ(found.entries[0].notice, notice(0));
  ASSERT_EQ(found.entries[0].tracks.size(), 1U);
  const auto& track = found.entries[0].tracks[0];
  EXPECT_EQ(track.delivery, delivery(1));
  EXPECT_EQ(track.channel, Channel::sms);
  EXPECT_EQ(track.carrier, "sms-main");
  EXPECT_EQ(track.state, DeliveryState::delivered);
  EXPECT_EQ(track.reason, Reason::none);
  EXPECT_EQ(track.code, "DELIVRD 000");
  EXPECT_EQ(track.attempts, 1);
  EXPECT_EQ(track.late, 1);
  EXPECT_FALSE(track.resent);
  EXPECT_EQ(track.planned_at, begun + seconds(1));
  EXPECT_EQ(track.handed_at, begun + seconds(3));
  EXPECT_EQ(track.accepted_at, begun + seconds(4));
  EXPECT_EQ(track.ended_at, begun + seconds(5));
  EXPECT_EQ(track.machine_at, begun + seconds(7));
  EXPECT_EQ(track.opened_at, begun + seconds(8));
  EXPECT_EQ(track.confirmed_at, begun + seconds(10));
  EXPECT_EQ(track.clicked_at, Timestamp{});
  // "Why?" begins at the delivery's last event that changed something.
  Reader reader(world.connect(Use::read));
  const auto last = reader.at(track.last);
  ASSERT_TRUE(last) << last.error().message;
  EXPECT_EQ(last->kind, delivery_delivered);
  EXPECT_EQ(last->delivery, delivery(1));
}

TEST_P(Timeline, PagesMeetWithoutGapOrDouble) {
  for (std::uint64_t of = 100; of < 123; ++of) {
    say(EventKind::message_planned, of, of, 0);
    say(EventKind::delivery_planned, of, of, 1);
    say(EventKind::delivery_planned, of + 300, of, 1);
  }
  std::vector<MessageId> walked;
  MessageId before;
  for (int pages = 0; pages < 9; ++pages) {
    const auto next = page({}, before, 5);
    for (const auto& entry : next.entries) {
      EXPECT_EQ(entry.tracks.size(), 2U);
      walked.push_back(entry.message);
    }
    if (!next.more) break;
    ASSERT_EQ(next.entries.size(), 5U);
    before = walked.back();
  }
  ASSERT_EQ(walked.size(), 23U);
  EXPECT_TRUE(std::ranges::is_sorted(walked, std::greater<>{}));
  EXPECT_EQ(walked.front(), message(122));
  EXPECT_EQ(std::ranges::adjacent_find(walked), walked.end());
  // Another investor's rows never show.
  EXPECT_TRUE(read_timeline(*reads, investor(8), {}, {}, 50)->entries.empty());
  EXPECT_EQ(read_timeline_entry(*reads, investor(7), message(110))->tracks.size(), 2U);
  EXPECT_EQ(read_timeline_entry(*reads, investor(8), message(110)).error().code, ErrorCode::not_found);
}

TEST_P(Timeline, FiltersAndCountsAgree) {
  using enum EventKind;
  say(message_planned, 1, 10, 0);  // SMS delivered
  say(delivery_planned, 1, 10, 0);
  say(delivery_delivered, 1, 10, 1);
  say(message_planned, 2, 11, 60);  // SMS failed, mail delivered
  say(delivery_failed, 2, 11, 61, Reason::no_such_number);
  say(delivery_delivered, 3, 11, 61);
  say(message_planned, 4, 12, 120);  // SMS suppressed
  say(delivery_suppressed, 4, 12, 120, Reason::opted_out);
  say(message_planned, 5, 13, 180);  // planned, no way yet
  EXPECT_EQ(ids(page()), (std::vector{message(13), message(12), message(11), message(10)}));
  EXPECT_EQ(ids(page({.channel = Channel::email})), (std::vector{message(11)}));
  EXPECT_EQ(ids(page({.channel = Channel::sms})), (std::vector{message(12), message(11), message(10)}));
  EXPECT_EQ(ids(page({.unreached = true})), (std::vector{message(13), message(12)}));
  EXPECT_EQ(ids(page({.channel = Channel::sms, .unreached = true})), (std::vector{message(12)}));
  EXPECT_EQ(ids(page({.from = begun + seconds(60), .until = begun + seconds(120)})), (std::vector{message(11)}));
  // Between two entries that fit stands one that does not: its deliveries are nobody's.
  EXPECT_EQ(page({.channel = Channel::email}).entries[0].tracks.size(), 2U);
  const auto all = count_timeline(*reads, investor(7), {});
  ASSERT_TRUE(all) << all.error().message;
  EXPECT_EQ(all->messages, 4);
  EXPECT_EQ(all->unreached, 2);
  ASSERT_EQ(all->channels.size(), 2U);
  EXPECT_EQ(all->channels[0].channel, Channel::sms);
  EXPECT_EQ(all->channels[0].deliveries, 3);
  EXPECT_EQ(all->channels[0].delivered, 1);
  EXPECT_EQ(all->channels[1].deliveries, 1);
  EXPECT_EQ(all->channels[1].delivered, 1);
  EXPECT_EQ(count_timeline(*reads, investor(7), {.from = begun + seconds(100)})->messages, 2);
}

TEST_P(Timeline, NotesAndCallsStandWhereTheyHappenedAndCountApart) {
  using enum EventKind;
  say(message_planned, 1, 10, 0);
  say(delivery_planned, 1, 10, 0);
  const auto write = [&](EventKind kind, int second, std::string code) {
    EventDraft draft;
    draft.id = EventId::make(world.clock.now());
    draft.occurred_at = begun + seconds(second);
    draft.kind = kind;
    draft.subject_type = SubjectType::investor;
    draft.investor = investor(7);
    draft.actor = AccountId{Uuid{9}};
    draft.code = std::move(code);
    draft.detail = Bytes{'w'};
    world.commit(one(draft));
    return entry_of(draft.id, draft.occurred_at);
  };
  const auto note = write(note_written, 300, "");
  // Written without a hub, an hour before it came.
  const auto call = write(call_logged, -3600, code_of({CallDirection::outgoing, CallOutcome::answered, 2}));
  const auto all = page();
  ASSERT_EQ(all.entries.size(), 3U);
  // The message's id is a made-up one: only these two have times in theirs.
  EXPECT_LT(call, note);
  const auto find = [&](MessageId id) { return *std::ranges::find(all.entries, id, &TimelineEntry::message); };
  EXPECT_EQ(find(note).kind, EntryKind::note);
  EXPECT_EQ(find(note).planned_at, begun + seconds(300));
  EXPECT_TRUE(find(note).notice.empty());
  ASSERT_TRUE(find(call).said);
  EXPECT_EQ(find(call).kind, EntryKind::call);
  EXPECT_EQ(find(call).said->author, (AccountId{Uuid{9}}));
  EXPECT_EQ(call_from(find(call).said->code), (CallFacts{CallDirection::outgoing, CallOutcome::answered, 2}));
  Reader reader(world.connect(Use::read));
  const auto event = reader.at(find(note).said->event);
  ASSERT_TRUE(event) << event.error().message;
  EXPECT_EQ(event->kind, note_written);
  EXPECT_FALSE(find(message(10)).said);

  EXPECT_EQ(ids(page({.kind = EntryKind::note})), std::vector{note});
  EXPECT_EQ(ids(page({.kind = EntryKind::call})), std::vector{call});
  EXPECT_EQ(ids(page({.kind = EntryKind::message})), std::vector{message(10)});
  EXPECT_EQ(ids(page({.channel = Channel::phone})), std::vector{call});
  EXPECT_EQ(ids(page({.channel = Channel::sms})), std::vector{message(10)});
  EXPECT_EQ(ids(page({.unreached = true})), std::vector{message(10)}) << "a note is no message that failed";
  EXPECT_EQ(ids(page({.from = begun + seconds(100)})), std::vector{note});
  const auto counts = count_timeline(*reads, investor(7), {});
  ASSERT_TRUE(counts) << counts.error().message;
  EXPECT_EQ(counts->messages, 1);
  EXPECT_EQ(counts->unreached, 1);
  EXPECT_EQ(counts->notes, 1);
  EXPECT_EQ(counts->calls, 1);
  EXPECT_EQ(read_timeline_entry(*reads, investor(7), note)->said->event, find(note).said->event);
}

TEST_P(Timeline, PairsAreKeptUntilAnErasureAndNeverAfterIt) {
  say(EventKind::message_planned, 1, 10, 0);
  say(EventKind::message_planned, 2, 11, 0);
  const auto entries = page().entries;
  ASSERT_EQ(entries.size(), 2U);
  auto writes = world.connect(Use::project);
  const std::vector<EntryPairs> made{{message(11), {1, 300, 65535}}, {message(10), {}}};
  ASSERT_TRUE(keep_pairs(*writes, investor(7), made));
  ASSERT_TRUE(keep_pairs(*writes, investor(7), made)) << "again is fine";
  const auto kept = read_pairs(*reads, investor(7), entries);
  ASSERT_TRUE(kept) << kept.error().message;
  ASSERT_EQ(kept->size(), 2U);
  EXPECT_EQ((*kept)[0].entry, message(11));
  EXPECT_EQ((*kept)[0].pairs, (std::vector<std::uint16_t>{1, 300, 65535}));
  EXPECT_TRUE((*kept)[1].pairs.empty());
  EXPECT_TRUE(read_pairs(*reads, investor(8), entries)->empty());
  auto erased = delivery_event(world.clock, EventKind::investor_erased, 7);
  erased.delivery = {};
  erased.channel.reset();
  erased.carrier.clear();
  erased.investor = investor(7);
  world.commit(one(std::move(erased)));
  catch_up();
  EXPECT_TRUE(read_pairs(*reads, investor(7), entries)->empty());
  ASSERT_TRUE(keep_pairs(*writes, investor(7), made)) << "a reader that was late";
  EXPECT_TRUE(read_pairs(*reads, investor(7), entries)->empty());
  ASSERT_TRUE(keep_pairs(*writes, investor(8), made));
  EXPECT_EQ(read_pairs(*reads, investor(8), entries)->size(), 2U);
}

TEST_P(Timeline, ProjectionsFromBeforeItAreMadeAgain) {
  say(EventKind::message_planned, 1, 10, 0);
  say(EventKind::delivery_planned, 1, 10, 0);
  ASSERT_EQ(page().entries.size(), 1U);
  projector.reset();
  reads.reset();
  {
    // As the version before left it: everything followed, no time line, none of what came after it.
    auto database = world.connect(Use::project);
    const auto ok = database->execute(
        "DROP INDEX p_delivery_taken; DROP TABLE p_entry; DROP TABLE p_track; DROP TABLE p_said; DROP TABLE p_words; "
        "DROP TABLE p_erased; DROP TABLE p_kpi_hour; DROP TABLE p_kpi_person; "
        "DROP TABLE p_kpi_message; DROP TABLE p_kpi_first; ALTER TABLE p_delivery DROP COLUMN reached_at; "
        "DELETE FROM schema_migration WHERE component = 'projection' AND number >= 2");
    ASSERT_TRUE(ok) << ok.error().message;
  }
  start();
  reads = world.connect(Use::read_projections);
  const auto again = page();
  ASSERT_EQ(again.entries.size(), 1U);
  EXPECT_EQ(again.entries[0].tracks.size(), 1U);
}

}  // namespace
}  // namespace guardline::spine::test
