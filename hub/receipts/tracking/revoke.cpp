// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/receipts/tracking/revoke.h"

#include "hub/notices/lookup.h"

#include <utility>

namespace guardline::receipts {

Status revoke_links(spine::Spine& spine, MessageId message, AccountId actor, Timestamp now) {
  auto reads = spine.stores().open(spine::Use::read);
  if (!reads) return std::unexpected(reads.error());
  const auto investor = notices::investor_of(**reads, message);
  if (!investor) return std::unexpected(investor.error());
  spine::EventDraft event;
  event.id = EventId::make(now);
  event.occurred_at = now;
  event.kind = EventKind::links_ended;
  event.subject_type = SubjectType::message;
  event.subject = message.value;
  event.message = message;
  event.investor = *investor;
  event.actor = actor;
  spine::Submission submission;
  submission.events.push_back(std::move(event));
  submission.also = [message, now](db::Database& database) -> Status {
    auto statement = database.prepare("INSERT INTO link_ended(message, at) VALUES ($1, $2) ON CONFLICT DO NOTHING");
    if (!statement) return std::unexpected(statement.error());
    auto added = (*statement)->run({message.bytes(), to_micros(now)});
    if (!added) return std::unexpected(added.error());
    if (*added == 0) return fail(ErrorCode::conflict, "they are ended");
    return {};
  };
  auto committed = spine.committer().submit_and_wait(std::move(submission));
  if (!committed && committed.error().code != ErrorCode::conflict) return std::unexpected(committed.error());
  return {};
}

}  // namespace guardline::receipts
