// /v1/investors/{id}/history and /v1/deliveries/{id}/why: what became of messages. SPDX-License-Identifier:
// GPL-3.0-or-later
#pragma once

#include "core/api/words.h"
#include "core/base/id.h"
#include "core/base/time.h"
#include "core/wire/describe.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace guardline::api {

// Under the same step-up and journal as core/api/investor.h.

struct HistoryFilter {
  std::optional<std::string> words{};
  std::optional<EntryKind> kind{};
  std::optional<Channel> channel{};
  std::optional<bool> unreached{};
  std::optional<Timestamp> from{};
  std::optional<Timestamp> until{};
};
GUARDLINE_WIRE(HistoryFilter, (words, kind, channel, unreached, from, until),
               text("words", 1, 64,
                    "Entries with this in their title or text, as they are shown (masked); case and width don't count. "
                    "A page may have fewer entries than asked for, or none, and still a `next`."),
               choice("kind", "Entries of this kind only."),
               choice("channel", "Messages with a delivery on this channel; with `phone` calls, too."),
               flag("unreached", "True: messages that were delivered on no channel."),
               time("from", "Planned, written or called then or later."), time("until", "Before that."))

/// POST /v1/investors/{id}/history -> 200 HistoryPage, newest first. `cursor` is `next` of the page before, for the
/// same investor and filter (else 400 cursor-refused).
struct HistoryRequest {
  std::optional<std::string> cursor{};
  std::optional<HistoryFilter> filter{};
  std::optional<std::int64_t> limit{};
};
GUARDLINE_WIRE(HistoryRequest, (cursor, filter, limit), shaped("cursor", Format::cursor, "Where to go on."),
               object("filter", "Which entries."), integer("limit", 1, 50, "Entries a page; 30 if left out."))

/// What became of one delivery: the receipt track (planned, handed, accepted, delivered, opened, confirmed) as far as
/// it went, and when.
struct DeliveryTrack {
  DeliveryId delivery_id;
  Channel channel{Channel::sms};
  std::optional<std::string> carrier{};
  DeliveryState state{DeliveryState::planned};
  std::optional<std::string> reason{};
  std::optional<FailureClass> failure{};
  std::optional<std::string> code{};
  std::int64_t attempts{};
  bool resent_uncertain{false};
  std::int64_t late_receipts{};
  Timestamp planned_at;
  std::optional<Timestamp> handed_at{};
  std::optional<Timestamp> accepted_at{};
  std::optional<Timestamp> ended_at{};
  std::optional<Timestamp> opened_at{};
  std::optional<Timestamp> machine_opened_at{};
  std::optional<Timestamp> clicked_at{};
  std::optional<Timestamp> replied_at{};
  std::optional<Timestamp> confirmed_at{};
};
GUARDLINE_WIRE(
    DeliveryTrack,
    (delivery_id, channel, carrier, state, reason, failure, code, attempts, resent_uncertain, late_receipts, planned_at,
     handed_at, accepted_at, ended_at, opened_at, machine_opened_at, clicked_at, replied_at, confirmed_at),
    id("delivery_id", "Names the delivery."), choice("channel", "The channel."),
    shaped("carrier", Format::name_id, "The carrier, once one was chosen."), choice("state", "Where it stands."),
    shaped("reason", Format::name_id, "Why it failed, came late or was not sent."),
    choice("failure", "Whose failure it is; absent for what is none."),
    text("code", 1, 64, "The carrier's own words for it."), count("attempts", "How often it was made ready to leave."),
    flag("resent_uncertain", "Sent again although the first may have arrived."),
    count("late_receipts", "Receipts that came late and changed nothing."), time("planned_at", "When it was decided."),
    time("handed_at", "When bytes had left."), time("accepted_at", "When the carrier took it over."),
    time("ended_at", "When it was delivered or ended otherwise."), time("opened_at", "First opened by a person."),
    time("machine_opened_at", "First opened by a scanner or prefetcher."), time("clicked_at", "First click."),
    time("replied_at", "First answer."), time("confirmed_at", "When reading was confirmed."))

/// One message with all its deliveries, or what a member of staff wrote: a note, or a call they had.
struct HistoryEntry {
  MessageId message_id;
  EntryKind kind{EntryKind::message};
  std::optional<NoticeId> notice_id{};
  Timestamp planned_at;
  bool drill{false};
  std::optional<std::string> template_{};
  std::optional<std::int64_t> version{};
  std::optional<Category> category{};
  std::optional<std::string> title{};
  std::optional<std::string> text{};
  std::optional<std::string> author{};
  std::optional<CallFacts> call{};
  std::vector<DeliveryTrack> deliveries{};
};
GUARDLINE_WIRE(HistoryEntry,
               (message_id, kind, notice_id, planned_at, drill, template_, version, category, title, text, author, call,
                deliveries),
               id("message_id", "Names the message, the note or the call."), choice("kind", "Which of these."),
               id("notice_id", "The notice that a message belongs to."),
               time("planned_at", "When it was decided, written or called."), flag("drill", "A rehearsal."),
               shaped("template", Format::name_id, "The template, where the notice is on file."),
               integer("version", 1, 1000000, "Its version."), choice("category", "What it was for."),
               text("title", 1, 100, "The title's beginning; name, telephone and mailbox are masked.", Format::prose),
               text("text", 1, 1000,
                    "Of a message the beginning (at most 300) of what was said on the first channel that has words; of "
                    "a note or call its words; masked too.",
                    Format::prose),
               text("author", 1, 200, "Who wrote a note or had a call; absent where the account is gone."),
               object("call", "Of a call: who called, and what became of it."),
               list("deliveries", 0, 64, "By channel; the first 64."))

struct ChannelCount {
  Channel channel{Channel::sms};
  std::int64_t deliveries{};
  std::int64_t delivered{};
};
GUARDLINE_WIRE(ChannelCount, (channel, deliveries, delivered), choice("channel", "The channel."),
               count("deliveries", "Deliveries on it, suppressed ones included."),
               count("delivered", "Of these with proof of delivery."))

/// Over the whole time range of the filter, whatever its other members.
struct HistoryCounts {
  std::int64_t messages{};
  std::int64_t unreached{};
  std::int64_t notes{};
  std::int64_t calls{};
  std::vector<ChannelCount> channels{};
};
GUARDLINE_WIRE(HistoryCounts, (messages, unreached, notes, calls, channels), count("messages", "Messages."),
               count("unreached", "Of these delivered on no channel."), count("notes", "Notes."),
               count("calls", "Calls; they are in no channel's count."), list("channels", 0, 6, "Those that occur."))

struct HistoryPage {
  std::vector<HistoryEntry> entries{};
  std::optional<std::string> next{};
  std::optional<HistoryCounts> counts{};
};
GUARDLINE_WIRE(HistoryPage, (entries, next, counts), list("entries", 0, 50, "Newest first."),
               shaped("next", Format::cursor, "Where the next page begins; absent on the last."),
               object("counts", "On the first page only."))

/// What the status guard said to an event: none (it moves nothing), applied, late or duplicate (changed nothing).
enum class EventMark : std::uint8_t { none = 0, applied = 1, late = 2, duplicate = 3 };
GUARDLINE_WIRE_ENUM(EventMark, none, applied, late, duplicate)

/// One event on the way from a delivery's last one back to the decision.
struct WhyStep {
  std::string kind;
  Timestamp occurred_at;
  Timestamp recorded_at;
  EventMark mark{EventMark::none};
  std::optional<std::string> reason{};
  std::optional<FailureClass> failure{};
  std::optional<std::string> carrier{};
  std::optional<std::string> code{};
};
GUARDLINE_WIRE(WhyStep, (kind, occurred_at, recorded_at, mark, reason, failure, carrier, code),
               shaped("kind", Format::name_id, "What happened."), time("occurred_at", "When it happened."),
               time("recorded_at", "When the hub learned of it."), choice("mark", "What it changed."),
               shaped("reason", Format::name_id, "Why."), choice("failure", "Whose failure it is."),
               shaped("carrier", Format::name_id, "Who said so."), text("code", 1, 64, "In the carrier's own words."))

/// GET /v1/deliveries/{id}/why -> 200: the delivery, what else was tried for the same message, and the causes.
struct DeliveryWhy {
  InvestorId investor_id;
  HistoryEntry message;
  DeliveryId delivery_id;
  std::vector<WhyStep> steps{};
};
GUARDLINE_WIRE(DeliveryWhy, (investor_id, message, delivery_id, steps), id("investor_id", "Whose it is."),
               object("message", "The message with all its deliveries."), id("delivery_id", "The one asked for."),
               list("steps", 0, 64, "Newest first, each led to by the next."))

}  // namespace guardline::api
