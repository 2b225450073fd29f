// From returned mail to what becomes of its delivery. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/receipts/bounces/verdict.h"

#include <algorithm>

namespace guardline::receipts {
namespace {

using Action = DsnRecipient::Action;
using Kind = Verdict::Kind;

/// The status field first; the remote server's own answer where the field is missing or says nothing ("5.0.0").
mail::Reply status_of(const DsnRecipient& recipient) {
  const auto& status = recipient.status;
  const auto& diagnostic = recipient.diagnostic;
  const bool vague = !status || (status->subject == 0 && status->detail == 0);
  if (vague && diagnostic) return *diagnostic;
  return {.code = diagnostic ? diagnostic->code : 0, .enhanced = status};
}

void fill_failed(Verdict& verdict, const mail::Reply& reply) {
  verdict.kind = Kind::failed;
  verdict.reason = mail::reason_of(reply, mail::Step::later);
  verdict.code = reply.enhanced ? format(*reply.enhanced) : reply.code > 0 ? std::to_string(reply.code) : "";
}

/// One delivery has one recipient; a report of several comes from a forwarding or an alias behind it. A proof that one
/// of them has it outranks a failure, and a failure outranks "still trying".
void judge_report(Verdict& verdict, const ReturnedMail& mail, bool success_reports) {
  const auto find = [&](Action action) { return std::ranges::find(mail.recipients, action, &DsnRecipient::action); };
  const auto end = mail.recipients.end();
  if (const auto it = find(Action::delivered); it != end) {
    verdict.kind = success_reports ? Kind::delivered : Kind::no_news;
    verdict.code = it->status ? format(*it->status) : "";
    verdict.stated_at = it->last_attempt ? it->last_attempt : mail.date;
  } else if (const auto lost = find(Action::failed); lost != end) {
    fill_failed(verdict, status_of(*lost));
    verdict.stated_at = lost->last_attempt ? lost->last_attempt : mail.date;
  } else if (const auto late = find(Action::delayed); late != end) {
    verdict.kind = Kind::delayed;
    verdict.code = late->status ? format(*late->status) : "";
  } else {
    const bool passed_on = find(Action::relayed) != end || find(Action::expanded) != end;
    verdict.kind = passed_on ? Kind::no_news : Kind::unknown;
  }
}

}  // namespace

Verdict judge(const ReturnedMail& mail, const mail::Verp& verp, bool success_reports) {
  Verdict verdict;
  bool forged = false;
  for (const auto& mailbox : mail.sent_to) {
    auto match = verp.match(mailbox);
    forged = forged || match.finding == mail::Verp::Finding::forged;
    if (match.finding != mail::Verp::Finding::ours) continue;
    verdict.token = std::move(match.token);
    break;
  }
  if (verdict.token.empty()) {
    verdict.kind = forged ? Kind::forged : Kind::unknown;
    return verdict;
  }
  switch (mail.kind) {
    case Returned::report:
      judge_report(verdict, mail, success_reports);
      break;
    case Returned::automatic:
      verdict.kind = Kind::automatic;
      break;
    case Returned::bounce: {
      const auto reply = mail.status.value_or(mail::Reply{});
      const int klass = reply.enhanced ? reply.enhanced->klass : reply.code / 100;
      if (klass == 4) {
        // Without an Action nobody says that the relay has given up.
        verdict.kind = Kind::delayed;
        verdict.code = format(reply);
      } else {
        fill_failed(verdict, reply);
        verdict.stated_at = mail.date;
      }
      break;
    }
    case Returned::other:
      break;
  }
  if (verdict.kind == Kind::unknown) verdict.token.clear();
  return verdict;
}

}  // namespace guardline::receipts
