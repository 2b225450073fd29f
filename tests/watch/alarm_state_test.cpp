// Every state with every event, against the standard's table; then random walks. SPDX-License-Identifier:
// GPL-3.0-or-later
#include "hub/watch/alarm_state.h"

#include <map>
#include <optional>
#include <ostream>
#include <string>
#include <tuple>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace guardline::watch {

void PrintTo(const AlarmState& state, std::ostream* out) {
  *out << "#" << state.occurrence << (state.active ? " active" : " inactive")
       << (state.acknowledged ? " acknowledged" : " unacknowledged") << (state.resolved ? " resolved" : "")
       << " suppression " << static_cast<int>(state.suppression);
}

namespace {

using enum AlarmEvent;
using enum AlarmRefusal;

constexpr AlarmEvent kEvents[] = {activate, clear,      acknowledge,   resolve,           shelve,       unshelve,
                                  suppress, unsuppress, leave_service, return_to_service, unacknowledge};

// ISA-18.2-2016 / IEC 62682:2014, state model, with its letters. Left: state, above: event. "." = nothing happens.
//   A normal · B unacknowledged · C acknowledged · D returned to normal, unacknowledged
const std::map<char, std::map<AlarmEvent, char>> kCondition = {
    {'A', {{activate, 'B'}, {clear, '.'}, {acknowledge, '.'}}},
    {'B', {{activate, '.'}, {clear, 'D'}, {acknowledge, 'C'}}},
    {'C', {{activate, '.'}, {clear, 'A'}, {acknowledge, '.'}}},
    {'D', {{activate, 'B'}, {clear, '.'}, {acknowledge, 'A'}}},
};
//   N none · G shelved (operator) · H suppressed by design (logic) · I out of service (maintenance)
const std::map<char, std::map<AlarmEvent, char>> kSuppression = {
    {'N',
     {{shelve, 'G'},
      {unshelve, '.'},
      {suppress, 'H'},
      {unsuppress, '.'},
      {leave_service, 'I'},
      {return_to_service, '.'}}},
    {'G',
     {{shelve, 'G'},
      {unshelve, 'N'},
      {suppress, '.'},
      {unsuppress, '.'},
      {leave_service, 'I'},
      {return_to_service, '.'}}},
    {'H',
     {{shelve, '.'},
      {unshelve, '.'},
      {suppress, '.'},
      {unsuppress, 'N'},
      {leave_service, 'I'},
      {return_to_service, '.'}}},
    {'I',
     {{shelve, '.'},
      {unshelve, '.'},
      {suppress, '.'},
      {unsuppress, '.'},
      {leave_service, '.'},
      {return_to_service, 'N'}}},
};
// Why nothing happens.
const std::map<std::pair<char, AlarmEvent>, AlarmRefusal> kWhy = {
    {{'B', activate}, already_active},
    {{'C', activate}, already_active},
    {{'A', clear}, already_clear},
    {{'D', clear}, already_clear},
    {{'A', acknowledge}, already_acknowledged},
    {{'C', acknowledge}, already_acknowledged},
    {{'N', unshelve}, not_shelved},
    {{'H', unshelve}, not_shelved},
    {{'I', unshelve}, not_shelved},
    {{'H', shelve}, not_shelvable},
    {{'I', shelve}, not_shelvable},
    {{'G', suppress}, not_shelvable},
    {{'I', suppress}, not_shelvable},
    {{'H', suppress}, already_as_told},
    {{'N', unsuppress}, not_suppressed},
    {{'G', unsuppress}, not_suppressed},
    {{'I', unsuppress}, not_suppressed},
    {{'N', return_to_service}, not_suppressed},
    {{'G', return_to_service}, not_suppressed},
    {{'H', return_to_service}, not_suppressed},
    {{'I', leave_service}, already_as_told},
};

AlarmState make(char condition, char suppression, bool resolved, std::int64_t occurrence = 3) {
  return {.occurrence = occurrence,
          .active = condition == 'B' || condition == 'C',
          .acknowledged = condition == 'A' || condition == 'C',
          .resolved = resolved,
          .suppression = std::map<char, Suppression>{{'N', Suppression::none},
                                                     {'G', Suppression::shelved},
                                                     {'H', Suppression::by_design},
                                                     {'I', Suppression::out_of_service}}
                             .at(suppression)};
}

struct Expected {
  std::optional<AlarmState> state;
  std::optional<AlarmRefusal> refusal;
};

Expected oracle(char condition, char suppression, bool resolved, AlarmEvent event) {
  if (event == resolve) {  // a second act of a person, beside the standard's states (OPC UA Part 9: confirm)
    const bool seen = condition == 'A' || condition == 'C';
    if (!seen) return {{}, not_acknowledged};
    if (resolved) return {{}, already_resolved};
    return {make(condition, suppression, true), {}};
  }
  if (event == unacknowledge) {  // by time, beside the standard's states: from C back to B unless something was done
    if (condition != 'C' || resolved) return {{}, already_as_told};
    return {make('B', suppression, false), {}};
  }
  if (const auto& row = kCondition.at(condition); row.contains(event)) {
    const char to = row.at(event);
    if (to == '.') return {{}, kWhy.at({condition, event})};
    const bool anew = event == activate;
    return {make(to, suppression, anew ? false : resolved, anew ? 4 : 3), {}};
  }
  const char to = kSuppression.at(suppression).at(event);
  if (to == '.') return {{}, kWhy.at({suppression, event})};
  return {make(condition, to, resolved), {}};
}

TEST(AlarmState, EveryStateWithEveryEventIsTheStandardsTable) {
  int checked = 0;
  for (const char condition : {'A', 'B', 'C', 'D'}) {
    for (const char suppression : {'N', 'G', 'H', 'I'}) {
      for (const bool resolved : {false, true}) {
        for (const auto event : kEvents) {
          const auto before = make(condition, suppression, resolved);
          const auto expected = oracle(condition, suppression, resolved, event);
          const auto got = step(before, event);
          const auto where = std::string{condition, suppression} + " event " + std::to_string(static_cast<int>(event));
          ASSERT_EQ(got.has_value(), expected.state.has_value()) << where;
          if (got) EXPECT_EQ(got->state, *expected.state) << where;
          if (!got) EXPECT_EQ(got.error(), *expected.refusal) << where;
          ++checked;
        }
      }
    }
  }
  EXPECT_EQ(checked, 4 * 4 * 2 * 11);
}

TEST(AlarmState, AttentionIsAskedForWhenItBeginsUnseenAndWhenItComesBackUnseen) {
  EXPECT_TRUE(step(make('A', 'N', false), activate)->announce);
  EXPECT_TRUE(step(make('D', 'N', false), activate)->announce) << "raised again before anybody saw it";
  for (const char suppression : {'G', 'H', 'I'}) {
    EXPECT_FALSE(step(make('A', suppression, false), activate)->announce) << suppression;
  }
  const std::map<char, AlarmEvent> ends{{'G', unshelve}, {'H', unsuppress}, {'I', return_to_service}};
  for (const auto& [suppression, end] : ends) {
    EXPECT_TRUE(step(make('B', suppression, false), end)->announce) << suppression;
    for (const char condition : {'A', 'C', 'D'}) {
      EXPECT_FALSE(step(make(condition, suppression, false), end)->announce) << condition << suppression;
    }
  }
}

TEST(AlarmState, WhatWasAcknowledgedAndLeftAloneAsksAgainUnlessItIsKeptQuiet) {
  EXPECT_TRUE(step(make('C', 'N', false), unacknowledge)->announce);
  for (const char suppression : {'G', 'H', 'I'}) {
    EXPECT_FALSE(step(make('C', suppression, false), unacknowledge)->announce) << suppression;
  }
}

TEST(AlarmState, AnActOnAnotherOccurrenceIsStale) {
  for (const auto event : kEvents) {
    for (const std::int64_t seen : {0, 2, 4}) {
      const auto got = step(make('B', 'N', false), event, seen);
      ASSERT_FALSE(got.has_value());
      EXPECT_EQ(got.error(), stale);
    }
    const auto right = step(make('B', 'N', false), event, 3);
    EXPECT_TRUE(right.has_value() || right.error() != stale);
  }
}

TEST(AlarmState, BeforeTheFirstOccurrenceThereIsNothingToSeeOrToHaveDone) {
  EXPECT_EQ(step({}, acknowledge).error(), already_acknowledged);
  EXPECT_EQ(step({}, resolve).error(), not_acknowledged);
  const auto raised = step({}, activate);
  ASSERT_TRUE(raised);
  EXPECT_EQ(raised->state, make('B', 'N', false, 1));
}

TEST(AlarmState, RandomWalksKeepTheRules) {
  const bool ok = rc::check("walks", [] {
    AlarmState state;
    const auto events = *rc::gen::container<std::vector<AlarmEvent>>(
        rc::gen::elementOf(std::vector<AlarmEvent>(std::begin(kEvents), std::end(kEvents))));
    for (const auto event : events) {
      const auto next = step(state, event, state.occurrence);
      if (!next) continue;
      const auto& after = next->state;
      RC_ASSERT(after.occurrence == state.occurrence + (event == activate ? 1 : 0));
      if (after.acknowledged && !state.acknowledged) RC_ASSERT(event == acknowledge && state.occurrence > 0);
      if (!after.acknowledged) RC_ASSERT(after.occurrence > 0);
      if (after.resolved) RC_ASSERT(after.acknowledged && after.occurrence > 0);
      if (state.active && !after.active) RC_ASSERT(event == clear);
      if (next->announce) RC_ASSERT(after.active && !after.acknowledged && after.suppression == Suppression::none);
      state = after;
    }
    // Whatever happened, the end of each way of being quiet brings it back.
    const std::map<Suppression, AlarmEvent> ends{{Suppression::shelved, unshelve},
                                                 {Suppression::by_design, unsuppress},
                                                 {Suppression::out_of_service, return_to_service}};
    if (state.suppression != Suppression::none) {
      const auto back = step(state, ends.at(state.suppression));
      RC_ASSERT(back.has_value());
      RC_ASSERT(back->state.suppression == Suppression::none);
      RC_ASSERT(back->state.active == state.active && back->state.acknowledged == state.acknowledged);
    }
  });
  EXPECT_TRUE(ok);
}

}  // namespace
}  // namespace guardline::watch
