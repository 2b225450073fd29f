// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/demo/history.h"

#include <cmath>
#include <string>
#include <utility>
#include <vector>

namespace guardline::demo {
namespace {

struct End {
  EventKind kind;
  Reason reason;
  const char* code;
};

End draw_end(Channel channel, double unit) {
  // Shares as a calm day has them: some 98 % of short messages and 99 % of mail arrive.
  if (channel == Channel::sms) {
    if (unit < 0.979) return {EventKind::delivery_delivered, Reason::none, "DELIVRD 000"};
    if (unit < 0.986) return {EventKind::delivery_failed, Reason::handset_off, "UNDELIV 027"};
    if (unit < 0.991) return {EventKind::delivery_failed, Reason::no_such_number, "UNDELIV 001"};
    if (unit < 0.996) return {EventKind::delivery_expired, Reason::carrier_expired, "EXPIRED 069"};
    return {EventKind::delivery_failed, Reason::carrier_rejected, "REJECTD 008"};
  }
  if (unit < 0.987) return {EventKind::delivery_delivered, Reason::none, "2.0.0"};
  if (unit < 0.994) return {EventKind::delivery_failed, Reason::no_such_mailbox, "5.1.1"};
  if (unit < 0.998) return {EventKind::delivery_failed, Reason::mailbox_full, "5.2.2"};
  return {EventKind::delivery_failed, Reason::content_refused, "5.7.1"};
}

}  // namespace

Micros History::delay(double median_seconds) {
  // Log-normal: most are quick, a few take very long, as delivery times are (Box-Muller on our own uniform draws).
  const double radius = std::sqrt(-2.0 * std::log(1.0 - unit()));
  const double normal = radius * std::cos(6.283185307179586 * unit());
  return Micros(static_cast<std::int64_t>(median_seconds * std::exp(0.8 * normal) * 1e6));
}

std::vector<History::Reading> History::read(Channel channel, Timestamp delivered) {
  // Invented shares: about two in five letters are opened, one in four is first fetched by a
  // scanner. A short message tells of nothing until somebody follows its link, and then mostly of both.
  std::vector<Reading> readings;
  const bool mail = channel == Channel::email;
  if (mail && unit() < 0.25) readings.push_back({EventKind::opened, delivered + delay(1.0), "machine"});
  if (unit() >= (mail ? 0.42 : 0.18)) return readings;
  const auto opened = delivered + delay(mail ? 2400.0 : 600.0);
  readings.push_back({EventKind::opened, opened, "person"});
  if (unit() < (mail ? 0.35 : 0.9)) readings.push_back({EventKind::read_confirmed, opened + delay(45.0), "link"});
  return readings;
}

std::size_t History::add(spine::Submission& submission, NoticeId notice, InvestorId investor, const Person& person,
                         Timestamp at) {
  const auto before = submission.events.size();
  const auto message = MessageId::make(at);
  spine::EventDraft base;
  base.notice = notice;
  base.message = message;
  base.investor = investor;

  const auto append = [&](EventKind kind, SubjectType type, const Uuid& subject, Timestamp when, spine::Cause cause) {
    auto event = base;
    event.id = EventId::make(when);
    event.occurred_at = when;
    event.kind = kind;
    event.subject_type = type;
    event.subject = subject;
    event.cause = cause;
    submission.events.push_back(std::move(event));
    return submission.events.size() - 1;
  };
  const auto planned = append(EventKind::message_planned, SubjectType::message, message.value, at, {});

  std::vector<Channel> channels;
  if (person.has_sms) channels.push_back(Channel::sms);
  if (person.has_email) channels.push_back(Channel::email);
  for (const auto channel : channels) {
    base.channel = channel;
    base.carrier.clear();
    base.reason = Reason::none;
    base.code.clear();
    base.delivery = DeliveryId::make(at);
    const auto subject = base.delivery.value;
    auto cause = append(EventKind::delivery_planned, SubjectType::delivery, subject, at, spine::DraftIndex{planned});
    base.carrier = channel == Channel::sms ? "sms-main" : "email-main";
    auto when = at + delay(0.4);
    for (const auto kind : {EventKind::delivery_intent, EventKind::delivery_handed, EventKind::delivery_accepted}) {
      cause = append(kind, SubjectType::delivery, subject, when, spine::DraftIndex{cause});
      when += delay(channel == Channel::sms ? 0.05 : 0.2);
    }
    const auto end = draw_end(channel, unit());
    base.reason = end.reason;
    base.code = end.code;
    when += delay(channel == Channel::sms ? 4.0 : 20.0);
    cause = append(end.kind, SubjectType::delivery, subject, when, spine::DraftIndex{cause});
    base.reason = Reason::none;
    if (end.kind == EventKind::delivery_delivered) {
      for (const auto& [kind, read_at, code] : read(channel, when)) {
        if (read_at > until_) break;  // not yet
        base.code = code;
        append(kind, SubjectType::delivery, subject, read_at, spine::DraftIndex{cause});
      }
    }
    base.delivery = {};
  }
  return submission.events.size() - before;
}

}  // namespace guardline::demo
