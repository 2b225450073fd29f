// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/history/wire_forms.h"

#include "core/text/graphemes.h"
#include "core/text/ucs2_parts.h"

#include <algorithm>
#include <map>

namespace guardline::history {
namespace {

constexpr std::size_t kMostDeliveries = 64;

std::optional<Timestamp> when(Timestamp at) { return at == Timestamp{} ? std::nullopt : std::optional(at); }

std::optional<std::string> word(std::string_view text) {
  return text.empty() ? std::nullopt : std::optional(std::string(text));
}

std::optional<std::string> word(Reason reason) { return reason == Reason::none ? std::nullopt : word(name(reason)); }

}  // namespace

api::DeliveryTrack wire_form(const spine::Track& track) {
  return {.delivery_id = track.delivery,
          .channel = track.channel,
          .carrier = word(track.carrier),
          .state = track.state,
          .reason = word(track.reason),
          .failure = failure_class(track.reason),
          .code = word(track.code),
          .attempts = track.attempts,
          .resent_uncertain = track.resent,
          .late_receipts = track.late,
          .planned_at = track.planned_at,
          .handed_at = when(track.handed_at),
          .accepted_at = when(track.accepted_at),
          .ended_at = when(track.ended_at),
          .opened_at = when(track.opened_at),
          .machine_opened_at = when(track.machine_at),
          .clicked_at = when(track.clicked_at),
          .replied_at = when(track.replied_at),
          .confirmed_at = when(track.confirmed_at)};
}

api::HistoryEntry wire_form(const spine::TimelineEntry& entry) {
  api::HistoryEntry out;
  out.message_id = entry.message;
  out.kind = entry.kind;
  if (!entry.notice.empty()) out.notice_id = entry.notice;
  out.planned_at = entry.planned_at;
  out.drill = entry.drill;
  for (const auto& track : entry.tracks) {
    if (out.deliveries.size() < kMostDeliveries) out.deliveries.push_back(wire_form(track));
  }
  return out;
}

api::HistoryCounts wire_form(const spine::TimelineCounts& counts) {
  api::HistoryCounts out{.messages = counts.messages,
                         .unreached = counts.unreached,
                         .notes = counts.notes,
                         .calls = counts.calls,
                         .channels = {}};
  for (const auto& each : counts.channels) out.channels.push_back({each.channel, each.deliveries, each.delivered});
  return out;
}

api::WhyStep wire_form(const spine::StoredEvent& event) {
  return {.kind = std::string(name(event.kind)),
          .occurred_at = event.occurred_at,
          .recorded_at = event.recorded_at,
          .mark = static_cast<api::EventMark>(event.mark),
          .reason = word(event.reason),
          .failure = failure_class(event.reason),
          .carrier = word(event.carrier),
          .code = word(event.code)};
}

std::vector<api::ContactState> contacts_of(const notices::InvestorRow& row, const spine::InvestorReach& reach) {
  std::map<Channel, api::ContactState> by_channel;
  for (const auto& contact : row.contacts) {
    auto& state = by_channel[contact.channel];
    state.on_file = true;
    state.valid = contact.valid;
    state.opted_out = contact.opted_out;
  }
  for (const auto& tried : reach.channels) {
    auto& state = by_channel[tried.channel];
    state.health = static_cast<api::ContactHealth>(tried.health);
    state.failures_in_a_row = tried.failures_in_a_row;
    state.last_reason = word(tried.last_reason);
  }
  std::vector<api::ContactState> all;
  for (auto& [channel, state] : by_channel) {
    state.channel = channel;
    all.push_back(std::move(state));
  }
  return all;
}

std::string beginning(std::string_view text, std::size_t most) {
  // The wire counts code points, and one character may be several.
  const auto points_of = [](std::string_view part) {
    return static_cast<std::size_t>(
        std::ranges::count_if(part, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
  };
  if (points_of(text) <= most) return text::to_utf16(text) ? std::string(text) : std::string();
  const auto all = text::graphemes(text);
  if (!all) return {};
  std::string out;
  std::size_t points = 0;
  for (const auto& character : *all) {
    points += points_of(character);
    if (points > most) break;
    out += character;
  }
  return out;
}

}  // namespace guardline::history
