// Numbers and names that stores, hashes and the wire rely on. SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/event.h"
#include "core/domain/notice.h"

#include <map>
#include <set>
#include <string>

#include <gtest/gtest.h>

namespace guardline {
namespace {

// Written down a second time on purpose: a number or name that changes breaks every record made before.
const std::map<int, std::string> kEventNames = {
    {100, "notice_accepted"},
    {101, "message_planned"},
    {110, "delivery_planned"},
    {111, "delivery_intent"},
    {112, "delivery_handed"},
    {113, "delivery_accepted"},
    {114, "delivery_delivered"},
    {115, "delivery_failed"},
    {116, "delivery_expired"},
    {117, "delivery_unknown"},
    {118, "delivery_suppressed"},
    {119, "delivery_cancelled"},
    {120, "delivery_retry"},
    {121, "resent_uncertain"},
    {122, "part_receipt"},
    {130, "notice_cancelled"},
    {200, "opened"},
    {201, "clicked"},
    {202, "replied"},
    {203, "read_confirmed"},
    {210, "links_ended"},
    {300, "account_created"},
    {301, "device_enrolment_code"},
    {302, "device_enrolment_requested"},
    {303, "device_approved"},
    {304, "device_refused"},
    {305, "device_revoked"},
    {306, "device_wiped"},
    {307, "device_viewed"},
    {308, "device_enrolment_failed"},
    {310, "signed_in"},
    {311, "sign_in_failed"},
    {312, "account_locked"},
    {313, "signed_out"},
    {314, "stepped_up"},
    {315, "factor_bound"},
    {316, "account_changed"},
    {330, "investor_changed"},
    {331, "consent_changed"},
    {332, "investor_erased"},
    {400, "alert_raised"},
    {401, "alert_cleared"},
    {402, "alert_acknowledged"},
    {403, "alert_resolved"},
    {404, "alert_shelved"},
    {405, "alert_unshelved"},
    {406, "alert_assigned"},
    {407, "alert_suppressed"},
    {408, "alert_unsuppressed"},
    {409, "alert_unacknowledged"},
    {410, "alert_contested"},
    {420, "alert_rule_changed"},
    {500, "history_looked_at"},
    {501, "field_revealed"},
    {502, "exported"},
    {600, "note_written"},
    {601, "call_logged"},
};

const std::map<int, std::string> kReasonNames = {
    {0, "none"},
    {101, "no_such_number"},
    {102, "no_such_mailbox"},
    {103, "mailbox_full"},
    {104, "handset_off"},
    {105, "handset_suspended"},
    {106, "blocked_by_recipient"},
    {201, "content_refused"},
    {202, "message_too_long"},
    {203, "template_not_filed"},
    {301, "carrier_busy"},
    {302, "carrier_down"},
    {303, "carrier_throttled"},
    {304, "carrier_rejected"},
    {305, "carrier_expired"},
    {306, "carrier_answer_unclear"},
    {401, "retries_exhausted"},
    {402, "no_carrier_configured"},
    {403, "queue_full"},
    {404, "internal_error"},
    {405, "answer_lost"},
    {501, "no_contact_point"},
    {502, "contact_point_invalid"},
    {503, "no_consent"},
    {504, "opted_out"},
    {505, "quiet_hours"},
    {506, "marketing_cap"},
    {507, "reached_by_other_channel"},
    {508, "notice_cancelled"},
    {509, "unknown_not_resent"},
    {510, "investor_erased"},
};

TEST(StoredNumbers, EventKindsKeepTheirNumbersAndNames) {
  for (int number = 0; number < 1000; ++number) {
    const auto known = kEventNames.find(number);
    EXPECT_EQ(name(static_cast<EventKind>(number)), known == kEventNames.end() ? "?" : known->second) << number;
  }
}

TEST(StoredNumbers, ReasonsKeepTheirNumbersNamesAndClasses) {
  for (int number = 0; number < 1000; ++number) {
    const auto known = kReasonNames.find(number);
    const auto reason = reason_from(static_cast<std::uint16_t>(number));
    ASSERT_EQ(reason.has_value(), known != kReasonNames.end()) << number;
    if (!reason) continue;
    EXPECT_EQ(name(*reason), known->second);
    const auto failure = failure_class(*reason);
    EXPECT_EQ(failure.has_value(), number >= 100 && number < 500) << known->second;
    if (failure)
      EXPECT_EQ(static_cast<int>(*failure),
                static_cast<int>(*failure_class(static_cast<Reason>(number / 100 * 100 + 1))));
  }
  EXPECT_EQ(name(static_cast<Reason>(999)), "?");
}

TEST(StoredNumbers, DeliveryEventsMoveToTheStateOfTheirName) {
  for (const auto& [number, words] : kEventNames) {
    const auto kind = static_cast<EventKind>(number);
    const bool moves = number >= 110 && number <= 119;
    ASSERT_EQ(target_state(kind).has_value(), moves) << words;
    if (moves) EXPECT_EQ("delivery_" + std::string(name(*target_state(kind))), words);
  }
}

TEST(StoredNumbers, EndStatesAreThoseThatNothingButProofOvertakes) {
  using enum DeliveryState;
  for (const auto state : {planned, intent, handed, accepted, unknown})
    EXPECT_FALSE(is_end_state(state)) << name(state);
  for (const auto state : {suppressed, cancelled, expired, failed, delivered}) {
    EXPECT_TRUE(is_end_state(state)) << name(state);
  }
  EXPECT_EQ(rank(static_cast<DeliveryState>(200)), 0) << "a foreign number overtakes nothing";
}

TEST(Names, EachHasItsOwn) {
  using enum Engagement;
  std::set<std::string_view> names;
  for (const auto value : {opened_person, opened_machine, clicked, replied, confirmed}) names.insert(name(value));
  EXPECT_EQ(names, (std::set<std::string_view>{"opened_person", "opened_machine", "clicked", "replied", "confirmed"}));
  names.clear();
  for (const auto value : {FailureClass::person, FailureClass::message, FailureClass::carrier, FailureClass::system}) {
    names.insert(name(value));
  }
  EXPECT_EQ(names, (std::set<std::string_view>{"person", "message", "carrier", "system"}));
}

TEST(Names, OfNoticesGoBothWays) {
  for (const auto category : {Category::core_risk, Category::service, Category::marketing, Category::one_time_code}) {
    EXPECT_EQ(category_from(name(category)), category);
  }
  for (const auto mode : {StepMode::parallel, StepMode::then}) EXPECT_EQ(step_mode_from(name(mode)), mode);
  EXPECT_EQ(name(Category::core_risk), "core_risk");
  EXPECT_EQ(name(StepMode::then), "then");
  EXPECT_EQ(category_from("Service"), std::nullopt);
  EXPECT_EQ(step_mode_from(""), std::nullopt);
  EXPECT_EQ(name(static_cast<Category>(99)), "?");
}

}  // namespace
}  // namespace guardline
