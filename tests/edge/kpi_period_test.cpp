// The figures of periods through the door: days, refusals, what stands beside each figure; checked against our OpenAPI
// document. SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/codec.h"
#include "hub/kpi/days.h"
#include "hub/kpi/figures.h"
#include "hub/spine/projector.h"
#include "tests/edge/edge_house.h"

#include <algorithm>

#include <gtest/gtest.h>

namespace guardline::edge::test {
namespace {

using api::KpiFigureName;
using api::KpiPeriodName;
using api::KpiUnknown;
using kpi::days_of;
using std::chrono::days;
using std::chrono::hours;

/// 2026-11-22 10:40 in Beijing.
constexpr Timestamp kNow{std::chrono::seconds(1'795'305'600) + hours(2) + std::chrono::minutes(40)};
constexpr Timestamp kToday{std::chrono::seconds(1'795'305'600) - hours(8)};

TEST(KpiDays, AreBeijings) {
  EXPECT_EQ(kpi::day_of(kNow), kToday);
  EXPECT_EQ(kpi::day_of(kToday), kToday);
  EXPECT_EQ(kpi::day_of(kToday - Micros(1)), kToday - days(1));
}

TEST(KpiDays, OfEachPeriodAndOfTheOneBefore) {
  const auto check = [](KpiPeriodName period, Timestamp from, Timestamp until, api::KpiStep step) {
    const auto found = days_of({.period = period}, kNow);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->from, from);
    EXPECT_EQ(found->until, until);
    EXPECT_EQ(found->before_from, from - (until - from));
    EXPECT_EQ(found->step, step);
  };
  check(KpiPeriodName::today, kToday, kToday + days(1), api::KpiStep::hour);
  check(KpiPeriodName::yesterday, kToday - days(1), kToday, api::KpiStep::hour);
  check(KpiPeriodName::days_7, kToday - days(6), kToday + days(1), api::KpiStep::day);
  check(KpiPeriodName::days_30, kToday - days(29), kToday + days(1), api::KpiStep::day);
}

TEST(KpiDays, OfOnesOwnAreCheckedAndBounded) {
  const auto custom = [](std::optional<Timestamp> from, std::optional<Timestamp> until) {
    return days_of({.period = KpiPeriodName::custom, .from = from, .until = until}, kNow);
  };
  EXPECT_EQ(custom(kToday - days(2), kToday)->step, api::KpiStep::hour);
  EXPECT_EQ(custom(kToday - days(3), kToday)->step, api::KpiStep::day);
  EXPECT_TRUE(custom(kToday - days(91), kToday + days(1)));
  for (const auto& bad :
       {custom(kToday - days(92), kToday + days(1)), custom(kToday, kToday), custom(kToday, kToday - days(1)),
        custom(kToday + hours(1), kToday + days(1)), custom(kToday - days(1), kToday - hours(1)),
        custom(kToday, kToday + days(2)), custom(kToday + days(1), kToday + days(2)), custom({}, kToday),
        custom(kToday, {}), days_of({.period = KpiPeriodName::today, .from = kToday}, kNow)}) {
    ASSERT_FALSE(bad);
    EXPECT_EQ(bad.error().code, ErrorCode::invalid_argument);
  }
}

const api::KpiFigure& figure(const api::KpiScope& scope, KpiFigureName name) {
  return *std::ranges::find(scope.figures, name, &api::KpiFigure::name);
}

TEST(KpiFigures, SayWhyWhereTheyCannotBeKnown) {
  spine::PeriodScope sms;
  sms.channel = Channel::sms;
  sms.people = {.due = 3, .reached = 2, .cannot_report = 2};
  const auto scope = kpi::figures_of(sms, {});
  EXPECT_EQ(figure(scope, KpiFigureName::people_reached).value.unknown, std::nullopt);
  EXPECT_EQ(figure(scope, KpiFigureName::people_reached).before.unknown, KpiUnknown::nothing_counted);
  EXPECT_EQ(figure(scope, KpiFigureName::delivery_rate).value.unknown, KpiUnknown::nothing_counted);
  EXPECT_EQ(figure(scope, KpiFigureName::trusted_open).value.unknown, KpiUnknown::channel_cannot_report);
  EXPECT_EQ(figure(scope, KpiFigureName::first_reach).value.unknown, KpiUnknown::nothing_counted);
  EXPECT_EQ(figure(scope, KpiFigureName::first_response).value.unknown, KpiUnknown::not_recorded);
  EXPECT_EQ(figure(scope, KpiFigureName::confirm_rate).value.numerator, 0);
  EXPECT_EQ(figure(scope, KpiFigureName::confirm_rate).value.denominator, 2);
}

class KpiPeriods : public testing::Test {
 protected:
  EdgeHouse house;
  Person supervisor{house.add_person("lead", api::Role::supervisor)};

  Answer ask(const std::string& body) {
    return house.ops({.method = "POST",
                      .path = "/v1/kpi/period",
                      .body = body,
                      .person = &supervisor,
                      .authorization = EdgeHouse::bearer(supervisor)});
  }
  void deliver(int deliveries, Timestamp at, bool arrives) {
    spine::Submission submission;
    for (int i = 0; i < deliveries; ++i) {
      spine::EventDraft draft;
      draft.occurred_at = at;
      draft.notice = NoticeId::make(at);
      draft.message = MessageId::make(at);
      draft.delivery = DeliveryId::make(at);
      draft.investor = InvestorId::make(at);
      draft.channel = Channel::sms;
      draft.subject_type = SubjectType::delivery;
      for (const auto kind :
           {EventKind::delivery_planned, EventKind::delivery_accepted, EventKind::delivery_delivered}) {
        if (kind == EventKind::delivery_delivered && !arrives) continue;
        draft.id = EventId::make(at);
        draft.kind = kind;
        submission.events.push_back(draft);
      }
    }
    ASSERT_TRUE(house.house.spine->committer().submit_and_wait(std::move(submission)));
  }
  void count() {
    const auto rows = spine::rebuild_projections(house.house.spine->stores(), house.house.clock);
    ASSERT_TRUE(rows) << rows.error().message;
  }
};

TEST_F(KpiPeriods, StandBesideTheirFormulasAndThePeriodBefore) {
  const auto today = kpi::day_of(house.house.clock.now());
  deliver(3, today - hours(10), true);
  deliver(1, today - hours(10), false);
  deliver(1, today - days(1) - hours(2), true);
  count();
  const auto answer = ask(R"({"period":"yesterday"})");
  ASSERT_EQ(answer.status, 200) << answer.body;
  const auto period = wire::from_json<api::KpiPeriod>(answer.body);
  ASSERT_TRUE(period);
  EXPECT_EQ(period->from, today - days(1));
  EXPECT_EQ(period->until, today);
  EXPECT_EQ(period->before_from, today - days(2));
  EXPECT_EQ(period->step, api::KpiStep::hour);
  EXPECT_EQ(period->earliest, std::chrono::floor<hours>(today - days(1) - hours(2)));
  ASSERT_EQ(period->scopes.size(), 2U);
  EXPECT_EQ(period->scopes[0].channel, std::nullopt);
  EXPECT_EQ(period->scopes[1].channel, Channel::sms);
  const auto& rate = figure(period->scopes[0], KpiFigureName::delivery_rate);
  EXPECT_EQ(rate.formula, "delivery-rate.v1");
  EXPECT_EQ(rate.value.numerator, 3);
  EXPECT_EQ(rate.value.denominator, 4);
  EXPECT_EQ(rate.before.numerator, 1);
  EXPECT_EQ(rate.before.denominator, 1);
  EXPECT_EQ(period->points.size(), 2U) << "one hour, all channels and SMS";
  EXPECT_EQ(period->points_before.size(), 2U);
  EXPECT_EQ(house.check_answers().code, 0);
}

TEST_F(KpiPeriods, AreRefusedInWordsWhereTheBoundsAreNone) {
  count();
  const auto empty = ask(R"({"period":"days_30"})");
  EXPECT_EQ(empty.status, 200) << empty.body;
  EXPECT_NE(empty.body.find(R"("scopes":[])"), std::string::npos);
  EXPECT_EQ(ask(R"({"period":"custom"})").code, "period-refused");
  EXPECT_EQ(ask(R"({"period":"custom","from":1,"until":2})").code, "period-refused");
  EXPECT_EQ(ask(R"({"period":"fortnight"})").code, "invalid-body");
  EXPECT_EQ(ask("{}").code, "invalid-body");
  EXPECT_EQ(house.check_answers().code, 0);
}

}  // namespace
}  // namespace guardline::edge::test
