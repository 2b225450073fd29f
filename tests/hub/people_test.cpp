// The people behind a figure on a real record: numbers, masks, pages, and that each look stands in the record first.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/history/people.h"

#include "hub/kpi/board.h"
#include "hub/notices/investors.h"
#include "hub/spine/projector.h"
#include "tests/hub/house.h"
#include "tests/hub/record_on.h"
#include "tests/support/breaks.h"

#include <algorithm>
#include <chrono>
#include <set>

#include <gmock/gmock.h>

namespace guardline::test {
namespace {

using api::KpiFigureName;
using api::KpiSide;
using test_support::Breaks;
using test_support::code_of;
using test_support::every_access_breaks;

const history::Viewer kViewer{
    .account = kStaff, .session = SessionId{Uuid{5, 5}}, .reason = api::AccessReason::regulator};

crypto::Secret filled(std::uint8_t with) { return crypto::Secret::copy_of(Bytes(32, with)); }

/// Five people get an SMS and a mail each. SMS: 0 and 1 arrive, 2 and 3 fail for the person, 4 is taken and no more is
/// heard. Mail: 2's arrives, the others' are taken.
class People : public testing::TestWithParam<Store> {
 protected:
  House house{GetParam()};
  std::unique_ptr<Interposed> between;
  std::unique_ptr<spine::Projector> projector;
  std::unique_ptr<history::PeopleDesk> desk;
  std::atomic<bool> broken{false};
  std::vector<InvestorId> people;
  api::KpiPeopleRequest point;

  void SetUp() override {
    auto& sms = house.add_carrier("sms-main", Channel::sms);
    auto& mail = house.add_carrier("mail-main", Channel::email);
    house.start();
    projector = std::make_unique<spine::Projector>(house.stores, house.spine->signal(), house.clock);
    ASSERT_TRUE(projector->start());
    between = std::make_unique<Interposed>(*house.spine, [this](const spine::Submission&) -> Status {
      if (broken) return fail(ErrorCode::io, "no room on the disk");
      return {};
    });
    desk = history::make_people_desk(*between, {.wrap = filled(0x17), .pseudonym = filled(0x55)}, house.clock);
    point.from = std::chrono::floor<std::chrono::hours>(house.clock.now()) - std::chrono::hours(1);
    point.until = point.from + std::chrono::hours(3);  // the test may run over an hour's end
    for (std::size_t i = 0; i < 5; ++i) {
      people.push_back(house.add());
      house.send(request("info", Category::service, {people[i]}, {together({Channel::sms, Channel::email})}));
      ASSERT_TRUE(house.wait(EventKind::delivery_accepted, 2 * (i + 1)));  // so that references count people
    }
    for (const auto* reference : {"sms-main-0", "sms-main-1"})
      ASSERT_TRUE(sms.report(reference, DeliveryState::delivered).get());
    for (const auto* reference : {"sms-main-2", "sms-main-3"})
      ASSERT_TRUE(sms.report(reference, DeliveryState::failed, Reason::no_such_number).get());
    ASSERT_TRUE(mail.report("mail-main-2", DeliveryState::delivered).get());
    ASSERT_TRUE(house.wait(EventKind::delivery_delivered, 3));
    ASSERT_TRUE(house.wait(EventKind::delivery_failed, 2));
    catch_up();
  }
  void TearDown() override {
    desk.reset();
    projector.reset();
    house.stop();
  }
  void catch_up() {
    spine::Reader reader(std::move(*house.stores.open(spine::Use::read)));
    const auto ok = projector->wait_for(*reader.end(), std::chrono::seconds(20));
    ASSERT_TRUE(ok) << ok.error().message;
  }
  /// Rows about looks so far: "code person's number"; "-" for one about the session.
  std::vector<std::string> looks() {
    std::vector<std::string> all;
    for (const auto& event : house.events(EventKind::history_looked_at)) {
      EXPECT_EQ(event.actor, kStaff);
      const auto found = std::ranges::find(people, event.investor);
      all.push_back(event.code + " " +
                    (event.investor.empty() ? "-" : std::to_string(std::distance(people.begin(), found))));
    }
    return all;
  }
  std::set<InvestorId> on(const api::KpiPeople& page, KpiSide side) {
    std::set<InvestorId> all;
    for (const auto& person : page.people)
      if (person.side == side) all.insert(person.investor_id);
    return all;
  }
};
INSTANTIATE_TEST_SUITE_P(Hub, People, testing::Values(Store::embedded, Store::postgres), store_name);

TEST_P(People, ThoseNeverReachedComeFirstAndEachLookIsOnRecord) {
  point.channel = Channel::sms;
  const auto page = desk->people(kViewer, point);
  ASSERT_TRUE(page) << page.error().message;
  EXPECT_EQ(page->numerator, 2);
  EXPECT_EQ(page->denominator, 5);
  EXPECT_EQ(page->never, 2);
  EXPECT_EQ(page->elsewhere, 1);
  EXPECT_EQ(page->counted, 2);
  ASSERT_EQ(page->people.size(), 5U);
  EXPECT_TRUE(std::ranges::is_sorted(page->people, {}, &api::KpiPerson::side));
  EXPECT_EQ(on(*page, KpiSide::never), (std::set{people[3], people[4]}));
  EXPECT_EQ(on(*page, KpiSide::elsewhere), std::set{people[2]});
  EXPECT_FALSE(page->next);
  for (const auto& person : page->people) {
    EXPECT_FALSE(person.erased);
    EXPECT_NE(person.name.find('*'), std::string::npos) << person.name;
    ASSERT_EQ(person.deliveries.size(), 2U);
    if (person.investor_id != people[3]) continue;
    EXPECT_EQ(person.reach, api::ReachState::lost) << "no such number, and nothing is known of the mail";
    const auto& sms = person.deliveries[person.deliveries[0].channel == Channel::sms ? 0 : 1];
    EXPECT_EQ(sms.reason, "no_such_number");
  }
  EXPECT_THAT(looks(), testing::UnorderedElementsAre("people:regulator 0", "people:regulator 1", "people:regulator 2",
                                                     "people:regulator 3", "people:regulator 4"));
}

TEST_P(People, AreAsManyAsTheBoardSays) {
  // The board's points are those of today; an hour of the test may lie before midnight, so both ask for two days.
  const auto board = kpi::make_board(house.stores, house.clock);
  const auto period = board->period({.period = api::KpiPeriodName::days_7});
  ASSERT_TRUE(period) << period.error().message;
  int compared = 0;
  for (const auto& p : period->points) {
    for (const auto& [figure, numerator, denominator] :
         {std::tuple(KpiFigureName::people_reached, p.reached, p.due),
          std::tuple(KpiFigureName::first_reach, p.reached, p.due),
          std::tuple(KpiFigureName::delivery_rate, p.delivered, p.accepted),
          std::tuple(KpiFigureName::trusted_open, p.opened, p.openable),
          std::tuple(KpiFigureName::confirm_rate, p.confirmed, p.reached)}) {
      const auto page = desk->people(
          kViewer, {.figure = figure, .channel = p.channel, .from = p.at, .until = p.at + std::chrono::days(1)});
      ASSERT_TRUE(page) << page.error().message;
      EXPECT_EQ(page->numerator, numerator) << static_cast<int>(figure);
      EXPECT_EQ(page->denominator, denominator) << static_cast<int>(figure);
      ++compared;
    }
  }
  EXPECT_GE(compared, 15) << "all, SMS and mail";
}

TEST_P(People, PagesGoOnByTheirCursorAndByNoOther) {
  point.channel = Channel::sms;
  point.limit = 2;
  std::vector<InvestorId> seen;
  std::vector<std::string> cursors;
  do {
    const auto page = desk->people(kViewer, point);
    ASSERT_TRUE(page) << page.error().message;
    EXPECT_EQ(page->denominator, 5) << "of the point, not of the page";
    for (const auto& person : page->people) seen.push_back(person.investor_id);
    point.cursor = page->next;
    if (page->next) cursors.push_back(*page->next);
  } while (point.cursor);
  EXPECT_EQ(seen.size(), 5U);
  EXPECT_EQ(std::set(seen.begin(), seen.end()).size(), 5U);
  ASSERT_EQ(cursors.size(), 2U);
  EXPECT_EQ(looks().size(), 5U);

  const auto refused = [&](const api::KpiPeopleRequest& request) {
    const auto page = desk->people(kViewer, request);
    EXPECT_EQ(code_of(page), ErrorCode::invalid_argument);
  };
  point.cursor = cursors[0];
  auto other = point;
  other.channel = Channel::email;
  refused(other);
  other = point;
  other.side = KpiSide::never;
  refused(other);
  other = point;
  other.until += std::chrono::hours(1);
  refused(other);
  other = point;
  (*other.cursor)[3] = (*other.cursor)[3] == 'A' ? 'B' : 'A';
  refused(other);
  other.cursor = "";
  refused(other);
  EXPECT_EQ(looks().size(), 5U) << "nobody was shown";
  EXPECT_TRUE(desk->people(kViewer, point));
}

TEST_P(People, OfOneSideOnlyAndOfNobody) {
  point.channel = Channel::sms;
  point.side = KpiSide::elsewhere;
  const auto page = desk->people(kViewer, point);
  ASSERT_TRUE(page) << page.error().message;
  ASSERT_EQ(page->people.size(), 1U);
  EXPECT_EQ(page->people[0].investor_id, people[2]);
  EXPECT_EQ(page->never, 2);
  EXPECT_EQ(looks(), std::vector<std::string>{"people:regulator 2"});
  point.channel = Channel::push;
  const auto nobody = desk->people(kViewer, point);
  ASSERT_TRUE(nobody) << nobody.error().message;
  EXPECT_TRUE(nobody->people.empty());
  EXPECT_EQ(looks().back(), "people:regulator -") << "that there is nobody was learned, too";
}

TEST_P(People, WhatCantBeWrittenDownIsNotShown) {
  broken = true;
  EXPECT_EQ(code_of(desk->people(kViewer, point)), ErrorCode::unavailable);
  point.channel = Channel::push;
  EXPECT_EQ(code_of(desk->people(kViewer, point)), ErrorCode::unavailable) << "nor that there is nobody";
  EXPECT_TRUE(looks().empty());
  broken = false;
  EXPECT_TRUE(desk->people(kViewer, point));
}

TEST_P(People, AnErasedPersonStaysInTheCountAndHasNoName) {
  house.erase(people[3]);
  catch_up();
  const auto page = desk->people(kViewer, point);
  ASSERT_TRUE(page) << page.error().message;
  EXPECT_EQ(page->denominator, 5);
  const auto found = std::ranges::find(page->people, people[3], &api::KpiPerson::investor_id);
  ASSERT_NE(found, page->people.end());
  EXPECT_TRUE(found->erased);
  EXPECT_EQ(found->name, "");
  EXPECT_EQ(found->deliveries.size(), 2U);
}

TEST_P(People, EachAccessThatBreaksIsSaidAndNothingIsShown) {
  Breaks breaks;
  RecordOn record(*house.spine, breaks.over(house.stores, {spine::Use::read, spine::Use::read_projections}));
  const auto other = history::make_people_desk(record, {.wrap = filled(0x17), .pseudonym = filled(0x55)}, house.clock);
  for (const auto figure : {KpiFigureName::people_reached, KpiFigureName::delivery_rate}) {
    point.figure = figure;
    const auto before = looks().size();
    EXPECT_GE(every_access_breaks(breaks, [&] { return code_of(other->people(kViewer, point)); }), 12);
    EXPECT_EQ(looks().size(), before + 5);
  }
  // One without idle connections.
  const auto fresh = history::make_people_desk(record, {.wrap = filled(0x17), .pseudonym = filled(0x55)}, house.clock);
  for (const auto use : {spine::Use::read, spine::Use::read_projections}) {
    breaks.shut({use});
    EXPECT_EQ(code_of(fresh->people(kViewer, point)), ErrorCode::unavailable);
  }
}

}  // namespace
}  // namespace guardline::test
