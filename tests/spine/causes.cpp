// Rows of a delivery name the one before them, on both stores. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/spine/outgoing.h"
#include "tests/spine/fixture.h"

namespace guardline::spine::test {
namespace {

class CausesOnBothStores : public testing::TestWithParam<Store> {
 protected:
  World world{GetParam()};

  EventRef say(EventKind kind, std::uint64_t number) {
    return world.commit(one(delivery_event(world.clock, kind, number))).refs.at(0);
  }
  std::optional<EventRef> cause_of(EventRef ref) {
    Reader reader(world.connect(Use::read));
    const auto row = reader.at(ref);
    EXPECT_TRUE(row) << row.error().message;
    return row ? row->cause : std::nullopt;
  }
};
INSTANTIATE_TEST_SUITE_P(Causes, CausesOnBothStores, testing::Values(Store::embedded, Store::postgres), store_name);

TEST_P(CausesOnBothStores, AcrossSubmissionsEachRowNamesTheOneBeforeIt) {
  std::vector<EventRef> said;
  for (const auto kind :
       {EventKind::delivery_planned, EventKind::delivery_intent, EventKind::delivery_retry, EventKind::delivery_intent,
        EventKind::delivery_accepted, EventKind::part_receipt, EventKind::delivery_delivered,
        EventKind::delivery_accepted /* late */, EventKind::delivery_delivered /* doubled */, EventKind::opened}) {
    said.push_back(say(kind, 1));
    say(kind, 51);  // another delivery of the same investor in between
  }
  EXPECT_EQ(cause_of(said[0]), std::nullopt);
  for (std::size_t i = 1; i < said.size(); ++i) EXPECT_EQ(cause_of(said[i]), said[i - 1]) << i;
  Reader reader(world.connect(Use::read));
  const auto why = reader.why(said.back(), 100);
  ASSERT_TRUE(why);
  EXPECT_EQ(why->size(), said.size());
}

TEST_P(CausesOnBothStores, InsideOneSubmissionTheEarlierRowIsTheCause) {
  const auto planned = say(EventKind::delivery_planned, 1);
  Submission submission;
  for (const auto number : {1, 2, 1, 2}) {
    submission.events.push_back(delivery_event(
        world.clock, submission.events.size() < 2 ? EventKind::delivery_intent : EventKind::delivery_handed, number));
  }
  const auto refs = world.commit(std::move(submission)).refs;
  EXPECT_EQ(cause_of(refs[0]), planned);
  EXPECT_EQ(cause_of(refs[1]), std::nullopt);
  EXPECT_EQ(cause_of(refs[2]), refs[0]);
  EXPECT_EQ(cause_of(refs[3]), refs[1]);
}

TEST_P(CausesOnBothStores, InsideOneGroupOfSeveralSubmissionsToo) {
  std::vector<Submission> submissions;
  for (const auto kind : {EventKind::delivery_planned, EventKind::delivery_intent, EventKind::delivery_handed}) {
    submissions.push_back(one(delivery_event(world.clock, kind, 1)));
  }
  const auto answers = commit_together(world.committer(), std::move(submissions));
  for (const auto& answer : answers) {
    ASSERT_TRUE(answer) << answer.error().message;
    ASSERT_EQ(answer->recorded_at, answers[0]->recorded_at) << "not one group";
  }
  EXPECT_EQ(cause_of(answers[0]->refs[0]), std::nullopt);
  EXPECT_EQ(cause_of(answers[1]->refs[0]), answers[0]->refs[0]);
  EXPECT_EQ(cause_of(answers[2]->refs[0]), answers[1]->refs[0]);
}

TEST_P(CausesOnBothStores, ANamedCauseStaysAndAnEventThatMovesNothingGivesNoState) {
  auto draft = delivery_event(world.clock, EventKind::opened, 1);
  draft.cause = EventRef{3, 12345};
  const auto opened = world.commit(one(draft)).refs.at(0);
  EXPECT_EQ(cause_of(opened), (EventRef{3, 12345}));
  auto database = world.connect(Use::read);
  EXPECT_EQ(*read_delivery_state(*database, delivery(1)), std::nullopt);
  const auto planned = world.commit(one(delivery_event(world.clock, EventKind::delivery_planned, 1)));
  EXPECT_EQ(planned.marks.at(0), Mark::applied);
  EXPECT_EQ(cause_of(planned.refs[0]), opened);
  EXPECT_EQ(*read_delivery_state(*world.connect(Use::read), delivery(1)), DeliveryState::planned);
}

TEST_P(CausesOnBothStores, OutgoingWorkKeepsItsDrillMark) {
  Submission submission;
  for (std::uint64_t number = 1; number <= 2; ++number) {
    OutgoingWork work;
    work.delivery = delivery(number);
    work.investor = investor(number);
    work.due = world.clock.now();
    work.channel = Channel::sms;
    work.drill = number == 2;
    submission.add_outgoing.push_back(work);
  }
  world.commit(std::move(submission));
  auto database = world.connect(Use::read);
  const auto works = read_outgoing(*database, world.spine->owned(), {}, 10);
  ASSERT_TRUE(works) << works.error().message;
  ASSERT_EQ(works->size(), 2u);
  EXPECT_FALSE(works->at(0).drill);
  EXPECT_TRUE(works->at(1).drill);
}

}  // namespace
}  // namespace guardline::spine::test
