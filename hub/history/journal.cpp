// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/history/journal.h"

#include "core/log/log.h"

#include <algorithm>
#include <string>

namespace guardline::history {

Status write_down(spine::Spine& spine, const Clock& clock, const Viewer& viewer, const Look& look,
                  std::span<const InvestorId> investors) {
  const auto now = clock.now();
  spine::Submission submission;
  const auto add = [&](SubjectType type, const Uuid& subject, InvestorId investor) {
    spine::EventDraft event;
    event.id = EventId::make(now);
    event.occurred_at = std::min(look.at.value_or(now), now);
    event.kind = look.kind;
    event.subject_type = type;
    event.subject = subject;
    event.investor = investor;
    event.actor = viewer.account;
    event.code = std::string(look.what) + ":" + std::string(api::name(look.reason));
    event.detail.assign(look.note.begin(), look.note.end());
    submission.events.push_back(std::move(event));
  };
  for (const auto& investor : investors) add(SubjectType::investor, investor.value, investor);
  if (investors.empty()) add(SubjectType::session, viewer.session.value, {});
  auto committed = spine.committer().submit_and_wait(std::move(submission));
  if (committed) return {};
  log::error("a look can't be written down, so nothing is shown: {}", committed.error().message);
  return fail(ErrorCode::unavailable, "the look can't be written down");
}

}  // namespace guardline::history
