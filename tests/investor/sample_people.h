// The people and messages of the design's picture. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/investor/fake_investor_gateway.h"

#include <chrono>

namespace guardline::test {

inline models::InvestorHead person(const char16_t* name, const char* number, const char* mail, models::ReachState reach,
                                   const char* tier, int which) {
  using models::ContactHealth;
  models::InvestorHead head{.id = QStringLiteral("019ac2f4-7d10-7c3e-9b1a-2f60c03a48e%1").arg(which),
                            .name = QString::fromUtf16(name),
                            .phone = QString::fromLatin1(number),
                            .email = QString::fromLatin1(mail),
                            .tier = QString::fromLatin1(tier),
                            .language = QStringLiteral("zh-CN"),
                            .time_zone = QStringLiteral("Asia/Shanghai"),
                            .marketing_consent = true,
                            .erased = false,
                            .since = {},
                            .reach = reach,
                            .contacts = {}};
  head.contacts = {
      {.channel = Channel::sms, .on_file = true, .valid = true, .opted_out = false, .health = ContactHealth::healthy},
      {.channel = Channel::push,
       .on_file = true,
       .valid = true,
       .opted_out = false,
       .health = ContactHealth::doubtful,
       .failures_in_a_row = 2,
       .last_reason = Reason::handset_off},
      {.channel = Channel::email, .on_file = true, .valid = true, .opted_out = false, .health = ContactHealth::healthy},
      {.channel = Channel::phone, .on_file = true, .valid = true, .opted_out = false, .health = {}}};
  return head;
}

inline models::DeliveryTrack track(Channel channel, DeliveryState state, Timestamp at, int id) {
  using namespace std::chrono_literals;
  models::DeliveryTrack out{.id = QStringLiteral("019ac2f4-0000-7000-8000-%1").arg(id, 12, 10, QLatin1Char('0')),
                            .channel = channel,
                            .carrier = channel == Channel::email ? QStringLiteral("mail-b") : QStringLiteral("cmcc-03"),
                            .state = state,
                            .attempts = 1,
                            .planned_at = at};
  const bool left = state != DeliveryState::planned && state != DeliveryState::intent &&
                    state != DeliveryState::suppressed && state != DeliveryState::cancelled;
  if (left) {
    out.handed_at = at + 1s;
    out.accepted_at = at + 2s;
    if (is_end_state(state)) out.ended_at = at + 18s;
  }
  return out;
}

inline models::HistoryEntry message(const char16_t* title, Timestamp at, int number,
                                    std::vector<models::DeliveryTrack> deliveries) {
  return {.message_id = QStringLiteral("019ac2f4-1111-7000-8000-%1").arg(number, 12, 10, QLatin1Char('0')),
          .notice_id = QStringLiteral("019ac2f4-2222-7000-8000-%1").arg(417 + number, 12, 10, QLatin1Char('0')),
          .planned_at = at,
          .drill = false,
          .template_id = QStringLiteral("rz-07"),
          .version = 5,
          .category = models::NoticeCategory::core_risk,
          .title = QString::fromUtf16(title),
          .text = QStringLiteral(
              "【示例证券】尊敬的客户，您的信用账户维持担保比例已低于 130%，请于 11 月 23 日前追加担保物。"),
          .deliveries = std::move(deliveries)};
}

/// The history of one person: every state of a delivery, two days, more than a page.
inline void tell_people(FakeInvestorGateway& hub, Timestamp now) {
  using namespace std::chrono_literals;
  using models::ReachState;
  hub.found = {.investors = {person(u"陈*明", "138****6204", "c***@example.com", ReachState::weak, "important", 1),
                             person(u"陈*芳", "138****6204", "f***@example.com", ReachState::reachable, "standard", 2),
                             person(u"欧阳*婷", "138****6204", "", ReachState::lost, "vip", 3)},
               .more = false};
  hub.hide_at = now + 30s;
  auto failed = track(Channel::sms, DeliveryState::failed, now - 71min, 1);
  failed.reason = Reason::carrier_rejected;
  failed.failure = FailureClass::carrier;
  failed.code = QStringLiteral("REJECT");
  failed.attempts = 3;
  auto mail = track(Channel::email, DeliveryState::delivered, now - 56min, 2);
  mail.opened_at = now - 3min;
  auto push = track(Channel::push, DeliveryState::delivered, now - 71min, 3);
  auto skipped = track(Channel::sms, DeliveryState::suppressed, now - 97min, 4);
  skipped.reason = Reason::marketing_cap;
  auto machine = track(Channel::email, DeliveryState::delivered, now - 20h, 5);
  machine.machine_opened_at = now - 20h + 1min;
  machine.late_receipts = 1;
  auto web = track(Channel::web, DeliveryState::delivered, now - 18h, 6);
  web.opened_at = now - 17h;
  web.confirmed_at = now - 17h + 1min;
  hub.entries = {
      message(u"追保通知：维持担保比例 128.4%，低于 130%", now - 71min, 1, {failed, mail, push}),
      message(u"新股申购提示", now - 97min, 2, {skipped}),
      message(u"关于调整融资保证金比例的公告", now - 18h, 3, {web}),
      message(u"10 月对账单", now - 20h, 4, {machine}),
      message(u"服务时间调整", now - 23h, 5, {track(Channel::sms, DeliveryState::accepted, now - 23h, 7)}),
      message(u"预警演练通知", now - 26h, 6, {track(Channel::phone, DeliveryState::unknown, now - 26h, 8)}),
  };
  hub.entries[1].category = models::NoticeCategory::marketing;
  hub.entries[5].drill = true;
  for (int i = 0; i < 40; ++i)
    hub.entries.push_back(message(
        u"融资融券日终通知", now - 48h - i * 24h, 10 + i,
        {track(i % 3 == 0 ? Channel::email : Channel::sms, DeliveryState::delivered, now - 48h - i * 24h, 20 + i)}));
  hub.counts.messages = 46;
  hub.counts.unreached = 3;
  hub.counts.channels = {{{29, 26}, {16, 16}, {1, 1}, {1, 1}, {0, 0}, {1, 0}}};
  models::DeliveryWhy why{
      .investor_id = hub.found.investors[0].id, .delivery_id = failed.id, .message = hub.entries[0], .steps = {}};
  const auto step = [&](const char* kind, Timestamp at, Reason reason, const char* code) {
    why.steps.push_back({.kind = QString::fromLatin1(kind),
                         .occurred_at = at,
                         .recorded_at = at,
                         .mark = models::EventMark::applied,
                         .reason = reason,
                         .carrier = QStringLiteral("cmcc-03"),
                         .code = QString::fromLatin1(code)});
  };
  step("delivery_failed", now - 70min, Reason::carrier_rejected, "REJECT");
  step("delivery_retry", now - 71min + 20s, Reason::carrier_rejected, "REJECT");
  step("delivery_handed", now - 71min + 1s, Reason::none, "");
  step("delivery_intent", now - 71min, Reason::none, "");
  step("delivery_planned", now - 71min, Reason::none, "");
  step("message_planned", now - 71min, Reason::none, "");
  step("notice_accepted", now - 72min, Reason::none, "");
  hub.reasons[failed.id] = why;
}

inline models::HistoryEntry written(EntryKind kind, const char16_t* words, Timestamp at, int number,
                                    std::optional<CallFacts> call = {}) {
  models::HistoryEntry entry;
  entry.message_id = QStringLiteral("019ac2f4-3333-7000-8000-%1").arg(number, 12, 10, QLatin1Char('0'));
  entry.planned_at = at;
  entry.kind = kind;
  entry.text = QString::fromUtf16(words);
  entry.author = QStringLiteral("林晓");
  entry.call = call;
  return entry;
}

/// Notes and calls between the messages of `tell_people`.
inline void tell_entries(FakeInvestorGateway& hub, Timestamp now) {
  using namespace std::chrono_literals;
  hub.write_at = now;
  auto& all = hub.entries;
  all.insert(all.begin(), written(EntryKind::call, u"客户询问追保期限与补仓方式；身份核验：一次性口令已通过。",
                                  now - 4min, 1, CallFacts{CallDirection::incoming, CallOutcome::answered, 2}));
  all.insert(all.begin() + 2,
             written(EntryKind::note, u"客户出差至周四，期间请优先使用邮件；电话请在 18:00 以后。", now - 80min, 2));
  all.insert(all.begin() + 5, written(EntryKind::call, u"回访任务，已改约次日上午。", now - 19h, 3,
                                      CallFacts{CallDirection::outgoing, CallOutcome::no_answer, 0}));
  hub.counts.notes = 1;
  hub.counts.calls = 2;
}

}  // namespace guardline::test
