// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/dispatch/answers.h"

#include "core/base/id_time.h"

#include <algorithm>
#include <utility>

namespace guardline::dispatch {
namespace {

std::size_t add_event(Recorded& out, const Flight& flight, EventKind kind, Reason reason, std::string_view code,
                      Timestamp occurred_at, Timestamp now, spine::Cause cause = {}) {
  spine::EventDraft event;
  event.id = EventId::make(now);
  event.occurred_at = occurred_at;
  event.drill = flight.drill;
  event.kind = kind;
  event.cause = cause;
  event.subject_type = SubjectType::delivery;
  event.subject = flight.work.delivery.value;
  event.notice = flight.work.notice;
  event.message = flight.work.message;
  event.delivery = flight.work.delivery;
  event.investor = flight.work.investor;
  event.channel = flight.work.channel;
  event.carrier = flight.carrier;
  event.reason = reason;
  event.code = clean_code(code);
  out.submission.events.push_back(std::move(event));
  return out.submission.events.size() - 1;
}

void add_references(Recorded& out, const Flight& flight, const Answer& answer, Timestamp now) {
  for (std::size_t part = 0; part < answer.references.size(); ++part) {
    Reference reference;
    reference.carrier = flight.carrier;
    reference.reference = kept_reference(answer.references[part]);
    reference.delivery = flight.work.delivery;
    reference.message = flight.work.message;
    reference.notice = flight.work.notice;
    reference.investor = flight.work.investor;
    reference.channel = flight.work.channel;
    reference.part = static_cast<std::int64_t>(part);
    reference.parts = static_cast<std::int64_t>(answer.references.size());
    reference.drill = flight.drill;
    reference.accepted_at = now;
    out.references.push_back(std::move(reference));
  }
}

void again(Recorded& out, const Flight& flight, Micros pause, Timestamp now) {
  auto work = flight.work;
  ++work.attempt;
  work.due = now + pause;
  work.sent_before = false;
  out.submission.add_outgoing.push_back(work);
  out.again.push_back(std::move(work));
}

std::size_t end(Recorded& out, const Flight& flight, EventKind kind, Reason reason, std::string_view code,
                Timestamp now) {
  const auto at = add_event(out, flight, kind, reason, code, now, now);
  out.submission.remove_outgoing.push_back(flight.work.delivery);
  out.ended.push_back(flight.work.message);
  return at;
}

}  // namespace

void record(Recorded& out, const Flight& flight, const Answer& answer, const RetryPolicy& policy, Timestamp now,
            double unit) {
  const int next = flight.work.attempt + 1;
  const bool too_late = now > time_of(flight.work.delivery) + validity(flight.category);
  switch (answer.outcome) {
    case Answer::Outcome::accepted: {
      const auto handed = add_event(out, flight, EventKind::delivery_handed, Reason::none, {}, flight.handed_at, now);
      add_event(out, flight, EventKind::delivery_accepted, Reason::none, answer.diagnostic, now, now,
                spine::DraftIndex{handed});
      add_references(out, flight, answer, now);
      out.submission.remove_outgoing.push_back(flight.work.delivery);
      return;
    }
    case Answer::Outcome::retry: {
      if (too_late) {
        end(out, flight, EventKind::delivery_expired, answer.reason, answer.diagnostic, now);
        return;
      }
      if (next > policy.max_attempts) {
        const auto reason = answer.reason == Reason::none ? Reason::retries_exhausted : answer.reason;
        end(out, flight, EventKind::delivery_failed, reason, answer.diagnostic, now);
        return;
      }
      add_event(out, flight, EventKind::delivery_retry, answer.reason, answer.diagnostic, now, now);
      again(out, flight, answer.retry_after.count() > 0 ? answer.retry_after : back_off(policy, next, unit), now);
      ++out.retried;
      return;
    }
    case Answer::Outcome::refused: {
      const auto reason = answer.reason == Reason::none ? Reason::carrier_answer_unclear : answer.reason;
      const auto failed = end(out, flight, EventKind::delivery_failed, reason, answer.diagnostic, now);
      return note_gone_address(out.submission, failed, out.gone, now);
    }
    case Answer::Outcome::unknown: {
      const auto reason = answer.reason == Reason::none ? Reason::answer_lost : answer.reason;
      const bool resend = may_resend_unknown(flight.category) && next <= policy.max_attempts && !too_late;
      if (!resend) {
        const auto why = may_resend_unknown(flight.category) ? reason : Reason::unknown_not_resent;
        end(out, flight, EventKind::delivery_unknown, why, answer.diagnostic, now);
        return;
      }
      const auto lost = add_event(out, flight, EventKind::delivery_unknown, reason, answer.diagnostic, now, now);
      add_event(out, flight, EventKind::resent_uncertain, reason, {}, now, now, spine::DraftIndex{lost});
      again(out, flight, back_off(policy, next, unit), now);
      ++out.resent_uncertain;
      return;
    }
  }
}

void record_end(Recorded& out, const Flight& flight, EventKind kind, Reason reason, Timestamp now) {
  end(out, flight, kind, reason, {}, now);
  out.unanswered.push_back(flight.work);
}

void note_gone_address(spine::Submission& submission, std::size_t failed, std::vector<GoneAddress>& gone,
                       Timestamp now) {
  const auto& failure = submission.events[failed];
  if (!address_is_gone(failure.reason) || failure.drill || !failure.channel) return;
  spine::EventDraft event;
  event.id = EventId::make(now);
  event.occurred_at = failure.occurred_at;
  event.kind = EventKind::investor_changed;
  event.cause = spine::DraftIndex{failed};
  event.subject_type = SubjectType::investor;
  event.subject = failure.investor.value;
  event.investor = failure.investor;
  event.channel = failure.channel;
  event.carrier = failure.carrier;
  event.reason = failure.reason;
  event.code = "contact-invalid";
  gone.push_back({failure.investor, *failure.channel});
  submission.events.push_back(std::move(event));
}

std::string clean_code(std::string_view text) {
  std::string out(text.substr(0, 64));
  std::ranges::replace_if(
      out, [](char c) { return c < 0x20 || c > 0x7E; }, '?');
  return out;
}

}  // namespace guardline::dispatch
