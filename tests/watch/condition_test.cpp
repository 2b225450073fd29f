// Delays, deadband, sample and silence of a rule, by a clock on paper. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/watch/condition.h"

#include "hub/watch/measure.h"
#include "hub/watch/rule_check.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace guardline::watch {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;

Timestamp at(int second) { return Timestamp(seconds(1'790'000'000 + second)); }

Rule rate_rule() {
  Rule rule;
  rule.id = "sms-delivery-rate";
  rule.metric = AlertMetric::delivery_rate;
  rule.channels = {Channel::sms};
  rule.limit = 9700;
  rule.deadband = 100;
  rule.for_seconds = 60;
  rule.keep_firing_for_seconds = 300;
  rule.min_sample = 50;
  return rule;
}

Measurement rate(std::int64_t value) { return {value, 100}; }
constexpr Measurement kNothing{std::nullopt, 3};

TEST(Condition, RaisesOnlyAfterTheWholeDelayWithoutABreak) {
  const auto rule = rate_rule();
  Condition condition;
  EXPECT_EQ(condition.judge(rule, rate(9000), false, at(0)), Verdict::nothing);
  EXPECT_EQ(condition.judge(rule, rate(9000), false, at(59)), Verdict::nothing);
  EXPECT_EQ(condition.judge(rule, rate(9700), false, at(60)), Verdict::nothing) << "on the limit is normal";
  EXPECT_EQ(condition.judge(rule, rate(9699), false, at(61)), Verdict::nothing) << "the delay began anew";
  EXPECT_EQ(condition.judge(rule, rate(9699), false, at(121)), Verdict::raise);
}

TEST(Condition, ClearsPastTheDeadbandAfterKeepFiringFor) {
  const auto rule = rate_rule();
  Condition condition;
  EXPECT_EQ(condition.judge(rule, rate(9799), true, at(0)), Verdict::nothing);
  EXPECT_EQ(condition.judge(rule, rate(9799), true, at(1000)), Verdict::nothing) << "inside the deadband";
  EXPECT_EQ(condition.judge(rule, rate(9800), true, at(1001)), Verdict::nothing);
  EXPECT_EQ(condition.judge(rule, rate(9650), true, at(1200)), Verdict::nothing) << "fell back";
  EXPECT_EQ(condition.judge(rule, rate(9800), true, at(1300)), Verdict::nothing);
  EXPECT_EQ(condition.judge(rule, rate(9800), true, at(1599)), Verdict::nothing);
  EXPECT_EQ(condition.judge(rule, rate(9800), true, at(1600)), Verdict::clear);
}

TEST(Condition, MissingDataNeverClearsAndHoldsNothingPending) {
  auto rule = rate_rule();
  Condition condition;
  EXPECT_EQ(condition.judge(rule, rate(9900), true, at(0)), Verdict::nothing);
  EXPECT_EQ(condition.judge(rule, kNothing, true, at(400)), Verdict::nothing);
  EXPECT_EQ(condition.judge(rule, rate(9900), true, at(401)), Verdict::nothing) << "normal must be seen without a gap";
  EXPECT_EQ(condition.judge(rule, rate(9000), false, at(500)), Verdict::nothing);
  EXPECT_EQ(condition.judge(rule, kNothing, false, at(530)), Verdict::nothing);
  EXPECT_EQ(condition.judge(rule, rate(9000), false, at(560)), Verdict::nothing);
  rule.no_data = NoData::raise;
  Condition silence;
  EXPECT_EQ(silence.judge(rule, kNothing, false, at(0)), Verdict::nothing);
  EXPECT_EQ(silence.judge(rule, kNothing, false, at(60)), Verdict::raise);
  EXPECT_EQ(silence.judge(rule, kNothing, true, at(10'000)), Verdict::nothing);
}

TEST(Condition, AboveIsTheMirrorOfBelow) {
  auto rule = rate_rule();
  rule.metric = AlertMetric::backlog;
  rule.comparison = Comparison::above;
  rule.limit = 500;
  rule.for_seconds = 0;
  rule.keep_firing_for_seconds = 0;
  Condition condition;
  EXPECT_EQ(condition.judge(rule, {500, 500}, false, at(0)), Verdict::nothing);
  EXPECT_EQ(condition.judge(rule, {501, 501}, false, at(1)), Verdict::raise);
  EXPECT_EQ(condition.judge(rule, {401, 401}, true, at(2)), Verdict::nothing);
  EXPECT_EQ(condition.judge(rule, {400, 400}, true, at(3)), Verdict::clear);
}

TEST(Condition, WhateverIsMeasuredNoGapClears) {
  const bool ok = rc::check([] {
    auto rule = rate_rule();
    rule.no_data = *rc::gen::elementOf(std::vector<NoData>{NoData::keep, NoData::raise});
    Condition condition;
    bool active = false;
    int time = 0;
    const auto steps = *rc::gen::container<std::vector<std::pair<int, int>>>(
        rc::gen::pair(rc::gen::inRange(-2000, 10'001), rc::gen::inRange(0, 400)));
    for (const auto& [value, wait] : steps) {
      time += wait;
      const Measurement seen = value < 0 ? kNothing : rate(value);
      const auto verdict = condition.judge(rule, seen, active, at(time));
      RC_ASSERT(verdict != Verdict::clear || (active && seen.value && *seen.value >= rule.limit + rule.deadband));
      RC_ASSERT(verdict != Verdict::raise || !active);
      if (verdict != Verdict::nothing) active = verdict == Verdict::raise;
    }
  });
  EXPECT_TRUE(ok);
}

spine::KpiBucket bucket(int minute, std::int64_t accepted, std::int64_t delivered, Channel channel = Channel::sms) {
  spine::KpiBucket bucket;
  bucket.minute = Timestamp(minutes(30'000'000 + minute));
  bucket.channel = channel;
  bucket.accepted = accepted;
  bucket.delivered = delivered;
  return bucket;
}

TEST(Measure, LooksAtWholeMinutesOfItsWindowAndChannelOnly) {
  auto rule = rate_rule();
  rule.window_seconds = 300;
  rule.settle_seconds = 60;
  const std::vector<spine::KpiBucket> buckets{bucket(0, 1000, 0), bucket(1, 30, 30), bucket(5, 30, 24),
                                              bucket(6, 1000, 0), bucket(5, 1000, 0, Channel::email)};
  const auto now = Timestamp(minutes(30'000'006)) + seconds(59);
  const auto seen = measure(rule, Channel::sms, buckets, now);  // minutes 1 .. 5
  EXPECT_EQ(seen.sample, 60);
  EXPECT_EQ(seen.value, 9000);
  rule.min_sample = 61;
  EXPECT_EQ(measure(rule, Channel::sms, buckets, now).value, std::nullopt);
  EXPECT_EQ(measure(rule, Channel::push, buckets, now).value, std::nullopt) << "no delivery is no data, never 0 %";
}

TEST(Measure, EachMetricCountsWhatItsNameSays) {
  auto rule = rate_rule();
  rule.min_sample = 1;
  auto one = bucket(0, 100, 40);
  one.failed_person = 10;
  one.failed_carrier = 4;
  one.failed_message = 3;
  one.failed_system = 3;
  one.expired = 5;
  one.backlog = 7;
  auto old = bucket(-1000, 0, 0);
  old.backlog = 5;
  const auto now = Timestamp(minutes(30'000'000));
  const auto value = [&](AlertMetric metric) {
    rule.metric = metric;
    return measure(rule, Channel::sms, {one, old}, now).value;
  };
  EXPECT_EQ(value(AlertMetric::delivery_rate), 4000);
  EXPECT_EQ(value(AlertMetric::receipt_rate), 6500);
  EXPECT_EQ(value(AlertMetric::failure_rate), 10 * 10000 / 110);
  EXPECT_EQ(value(AlertMetric::backlog), 12) << "a delivery waits in the minute it was decided in";
}

TEST(Rules, BoundsAreChecked) {
  EXPECT_TRUE(check_rule(rate_rule()));
  const auto broken = [](auto change) {
    auto rule = rate_rule();
    change(rule);
    const auto ok = check_rule(rule);
    return !ok && ok.error().code == ErrorCode::invalid_argument;
  };
  EXPECT_TRUE(broken([](Rule& r) { r.id = "Upper"; }));
  EXPECT_TRUE(broken([](Rule& r) { r.channels = {Channel::sms, Channel::sms}; }));
  EXPECT_TRUE(broken([](Rule& r) { r.channels = {}; }));
  EXPECT_TRUE(broken([](Rule& r) { r.metric = AlertMetric::watch_silence; }));
  EXPECT_TRUE(broken([](Rule& r) { r.window_seconds = 90; }));
  EXPECT_TRUE(broken([](Rule& r) { r.window_seconds = 86460; }));
  EXPECT_TRUE(broken([](Rule& r) { r.settle_seconds = 30; }));
  EXPECT_TRUE(broken([](Rule& r) { r.limit = 10'001; }));
  EXPECT_TRUE(broken([](Rule& r) { r.deadband = 301; })) << "it could never clear";
  EXPECT_TRUE(broken([](Rule& r) { r.for_seconds = -1; }));
  EXPECT_TRUE(broken([](Rule& r) { r.keep_firing_for_seconds = 86401; }));
  EXPECT_TRUE(broken([](Rule& r) { r.min_sample = -1; }));
  EXPECT_TRUE(broken([](Rule& r) { r.inhibited_by = {r.id}; }));
}

}  // namespace
}  // namespace guardline::watch
