// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/history/said.h"

#include "core/api/contact.h"
#include "core/crypto/digest.h"
#include "core/log/log.h"
#include "hub/history/wire_forms.h"
#include "hub/spine/reader.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <utility>

namespace guardline::history {
namespace {

/// What a repeat is answered with: an id and a time only.
struct Written {
  EventId event;
  Timestamp at{};
};
constexpr std::size_t kIdText = 36;

Bytes packed(const Written& written) {
  const auto text = written.event.text() + std::to_string(to_micros(written.at));
  return Bytes(text.begin(), text.end());
}

std::optional<Written> unpacked(BytesView answer) {
  const auto text = as_text(answer);
  const auto event = EventId::parse(text.substr(0, kIdText));
  if (!event) return std::nullopt;
  const auto digits = text.substr(kIdText);
  std::int64_t micros = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), micros);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return Written{.event = *event, .at = from_micros(micros)};
}

/// The time is not part of it: a try whose answer was lost, and the same words sent once more after an outage, are one.
spine::IdempotencyRecord idempotency_of(const Viewer& viewer, InvestorId investor, const NewEntry& entry,
                                        const std::string& code, const Written& written) {
  spine::IdempotencyRecord record;
  const std::string word = entry.kind == EntryKind::call ? "calls" : "notes";
  record.scope = viewer.account.text() + " POST /v1/investors/" + investor.text() + "/" + word;
  record.key = entry.key;
  const auto content = code + "\n" + entry.text;
  record.request = crypto::sha256(as_bytes(content));
  record.answer = packed(written);
  return record;
}

std::optional<std::string> shown(std::string_view words, std::span<const text::Known> known) {
  auto masked = beginning(text::masked_within(std::string(words), known), api::kNoteLongest);
  return masked.empty() ? std::nullopt : std::optional(std::move(masked));
}

/// What a note or a call says; nothing once erased.
Result<std::optional<std::string>> said_words(db::Database& store, spine::Opener& opener, const EventRef& at) {
  const auto event = spine::read_event(store, at);
  if (!event) return std::unexpected(event.error());
  const auto detail = opener.detail(*event);
  if (detail) return std::string(detail->text());
  const auto code = detail.error().code;
  if (code == ErrorCode::not_found || code == ErrorCode::denied) return std::nullopt;
  return std::unexpected(detail.error());
}

}  // namespace

std::vector<text::Known> known_of(const notices::SealedRecord& record) {
  return {{text::PersonalColumn::name, record.name},
          {text::PersonalColumn::phone, record.phone},
          {text::PersonalColumn::email, record.email}};
}

void add_facts(const StaffNames& names, AccountId author, const std::optional<CallFacts>& call,
               api::HistoryEntry& entry) {
  auto name = names ? names(author) : std::string();
  if (!name.empty()) entry.author = std::move(name);
  entry.call = call;
}

Result<std::vector<Words>> words_of(db::Database& store, spine::Opener& opener, InvestorId investor,
                                    std::span<const spine::TimelineEntry> lines) {
  std::vector<Words> words(lines.size());
  std::vector<MessageId> messages;
  for (const auto& line : lines)
    if (!line.said) messages.push_back(line.message);
  auto texts = notices::open_messages(opener, investor, messages);
  if (!texts && texts.error().code == ErrorCode::denied) return words;
  if (!texts) return std::unexpected(texts.error());
  auto next = texts->begin();
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!lines[i].said) {
      words[i] = std::move(*next++);
      continue;
    }
    auto text = said_words(store, opener, lines[i].said->event);
    if (!text) return std::unexpected(text.error());
    if (*text) words[i].push_back({Channel::phone, {}, std::move(**text)});
  }
  return words;
}

Result<api::HistoryEntry> put_down(spine::Spine& spine, const Clock& clock, const Viewer& viewer, InvestorId investor,
                                   const NewEntry& entry, const StaffNames& names, std::span<const text::Known> known) {
  const auto now = clock.now();
  const bool call = entry.kind == EntryKind::call;
  Written written{.event = EventId::make(now), .at = std::clamp(entry.at.value_or(now), from_micros(1), now)};
  spine::EventDraft event;
  event.id = written.event;
  event.occurred_at = written.at;
  event.kind = call ? EventKind::call_logged : EventKind::note_written;
  event.subject_type = SubjectType::investor;
  event.subject = investor.value;
  event.investor = investor;
  event.actor = viewer.account;
  if (call) {
    event.channel = Channel::phone;
    event.code = code_of(entry.call.value_or(CallFacts{}));
  }
  event.detail.assign(entry.text.begin(), entry.text.end());
  spine::Submission submission;
  submission.idempotency = idempotency_of(viewer, investor, entry, event.code, written);
  submission.events.push_back(std::move(event));
  const auto committed = spine.committer().submit_and_wait(std::move(submission));
  if (!committed) {
    if (committed.error().code == ErrorCode::conflict) return std::unexpected(committed.error());
    log::error("a note can't be written down: {}", committed.error().message);
    return fail(ErrorCode::unavailable, "it can't be written down");
  }
  if (committed->replayed) {
    const auto first = unpacked(committed->answer);
    if (!first) return fail(ErrorCode::corrupt, "what the first answer was can't be read");
    written = *first;
  }
  api::HistoryEntry out;
  out.message_id = spine::entry_of(written.event, written.at);
  out.kind = entry.kind;
  out.planned_at = written.at;
  out.text = shown(entry.text, known);
  add_facts(names, viewer.account, entry.call, out);
  return out;
}

}  // namespace guardline::history
