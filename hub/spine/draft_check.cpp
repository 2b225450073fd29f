// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/spine/draft_check.h"

#include <algorithm>

namespace guardline::spine {
namespace {

constexpr std::size_t kDetail = 4096;
constexpr std::size_t kBody = 65536;
constexpr std::size_t kCode = 64;
constexpr std::size_t kCarrier = 32;
constexpr std::size_t kLane = 64;
constexpr std::size_t kKey = 128;
// An event's time is a wall clock's: 1970 .. 9999 keeps every sum with it inside 64 bits.
constexpr std::int64_t kLatest = 253'402'300'799'999'999;

std::unexpected<Error> bad(const char* what) { return fail(ErrorCode::invalid_argument, what); }

bool printable(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c >= 0x20 && c < 0x7F; });
}

bool carrier_like(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

void complete_subject(EventDraft& draft) {
  if (draft.subject != Uuid{}) return;
  switch (draft.subject_type) {
    case SubjectType::notice:
      draft.subject = draft.notice.value;
      break;
    case SubjectType::message:
      draft.subject = draft.message.value;
      break;
    case SubjectType::delivery:
      draft.subject = draft.delivery.value;
      break;
    case SubjectType::investor:
      draft.subject = draft.investor.value;
      break;
    default:
      break;
  }
}

Status check_draft(EventDraft& draft, std::size_t index) {
  if (draft.id.empty()) return bad("event without an id");
  if (draft.kind == EventKind{}) return bad("event without a kind");
  const auto occurred = to_micros(draft.occurred_at);
  if (occurred <= 0 || occurred > kLatest) return bad("event with an impossible time");
  if (draft.carrier.size() > kCarrier || !carrier_like(draft.carrier)) return bad("carrier is not 0..32 of [a-z0-9-]");
  if (draft.code.size() > kCode || !printable(draft.code)) return bad("code is not 0..64 printable ASCII characters");
  if (draft.detail.size() > kDetail) return bad("detail is longer than 4096 bytes");
  if (target_state(draft.kind) && (draft.delivery.empty() || draft.investor.empty() || !draft.channel)) {
    return bad("an event that moves a delivery names delivery, investor and channel");
  }
  if (const auto* earlier = std::get_if<DraftIndex>(&draft.cause); earlier != nullptr && earlier->value >= index) {
    return bad("a cause must be an earlier draft");
  }
  complete_subject(draft);
  return {};
}

Status check_work(const Submission& submission) {
  for (const auto& work : submission.add_outgoing) {
    if (work.delivery.empty() || work.investor.empty()) return bad("outgoing work without delivery or investor");
    if (work.lane.size() > kLane || !printable(work.lane)) return bad("lane is not 0..64 printable ASCII characters");
  }
  for (const auto& body : submission.bodies) {
    if (body.message.empty() || body.investor.empty()) return bad("body without message or investor");
    if (body.content.size() > kBody) return bad("body is longer than 65536 bytes");
  }
  for (const auto& investor : submission.erase) {
    if (investor.empty()) return bad("erasing needs an investor");
  }
  if (const auto& record = submission.idempotency) {
    const bool fits = !record->scope.empty() && record->scope.size() <= kKey && printable(record->scope) &&
                      !record->key.empty() && record->key.size() <= kKey && printable(record->key);
    if (!fits) return bad("idempotency scope and key have 1..128 printable ASCII characters");
    if (record->answer.size() > kBody) return bad("idempotency answer is longer than 65536 bytes");
  }
  return {};
}

}  // namespace

Status check_submission(Submission& submission, const CommitterOptions& options) {
  if (submission.events.size() > options.max_submission) return bad("too many events in one submission");
  for (std::size_t i = 0; i < submission.events.size(); ++i) {
    if (auto ok = check_draft(submission.events[i], i); !ok) return ok;
  }
  return check_work(submission);
}

std::uint16_t partition_of(const Uuid& id, std::uint16_t partitions) {
  std::uint64_t hash = 14695981039346656037ULL;
  for (const auto byte : id) hash = (hash ^ byte) * 1099511628211ULL;
  return static_cast<std::uint16_t>(hash % partitions);
}

std::uint16_t partition_of(const EventDraft& draft, std::uint16_t partitions) {
  return partition_of(draft.investor.empty() ? draft.subject : draft.investor.value, partitions);
}

}  // namespace guardline::spine
