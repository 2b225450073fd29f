// Investors between what pages speak in and what the local copy keeps. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/offline/summary.h"

#include "app/link/look_wire.h"
#include "core/text/bigrams.h"
#include "core/text/masking.h"
#include "core/wire/codec.h"

#include <algorithm>
#include <utility>

namespace guardline::app {
namespace {

std::optional<std::string> given(const QString& from) {
  return from.isEmpty() ? std::nullopt : std::optional(from.toStdString());
}
template <class IdType>
IdType id_of(const QString& text) {
  return IdType::parse(text.toStdString()).value_or(IdType{});
}
std::optional<std::string> word_of(Reason reason) {
  return reason == Reason::none ? std::nullopt : std::optional(std::string(name(reason)));
}

api::InvestorHead wire_of(const models::InvestorHead& from, InvestorId id) {
  api::InvestorHead to{.investor_id = id,
                       .name = from.name.toStdString(),
                       .phone = given(from.phone),
                       .email = given(from.email),
                       .tier = from.tier.toStdString(),
                       .language = from.language.toStdString(),
                       .time_zone = from.time_zone.toStdString(),
                       .marketing_consent = from.marketing_consent,
                       .erased = from.erased,
                       .since = from.since,
                       .reach = static_cast<api::ReachState>(static_cast<int>(from.reach) + 1),
                       .contacts = {}};
  for (const auto& contact : from.contacts) {
    api::ContactState state{.channel = contact.channel,
                            .on_file = contact.on_file,
                            .valid = contact.valid,
                            .opted_out = contact.opted_out,
                            .health = {},
                            .failures_in_a_row = contact.failures_in_a_row,
                            .last_reason = word_of(contact.last_reason)};
    if (contact.health) state.health = static_cast<api::ContactHealth>(static_cast<int>(*contact.health) + 1);
    to.contacts.push_back(std::move(state));
  }
  return to;
}

api::DeliveryTrack wire_of(const models::DeliveryTrack& from) {
  return {.delivery_id = id_of<DeliveryId>(from.id),
          .channel = from.channel,
          .carrier = given(from.carrier),
          .state = from.state,
          .reason = word_of(from.reason),
          .failure = from.failure,
          .code = given(from.code),
          .attempts = from.attempts,
          .resent_uncertain = from.resent_uncertain,
          .late_receipts = from.late_receipts,
          .planned_at = from.planned_at,
          .handed_at = from.handed_at,
          .accepted_at = from.accepted_at,
          .ended_at = from.ended_at,
          .opened_at = from.opened_at,
          .machine_opened_at = from.machine_opened_at,
          .clicked_at = from.clicked_at,
          .replied_at = from.replied_at,
          .confirmed_at = from.confirmed_at};
}

std::optional<Category> wire_of(std::optional<models::NoticeCategory> category) {
  if (!category) return std::nullopt;
  switch (*category) {
    case models::NoticeCategory::core_risk:
      return Category::core_risk;
    case models::NoticeCategory::service:
      return Category::service;
    case models::NoticeCategory::marketing:
      break;
  }
  return Category::marketing;
}

api::HistoryEntry wire_of(const models::HistoryEntry& from) {
  api::HistoryEntry to{.message_id = id_of<MessageId>(from.message_id),
                       .kind = from.kind,
                       .notice_id = {},
                       .planned_at = from.planned_at,
                       .drill = from.drill,
                       .template_ = given(from.template_id),
                       .version = {},
                       .category = wire_of(from.category),
                       .title = given(from.title),
                       .text = given(from.text),
                       .author = given(from.author),
                       .call = from.call,
                       .deliveries = {}};
  if (!from.notice_id.isEmpty()) to.notice_id = id_of<NoticeId>(from.notice_id);
  if (from.version > 0) to.version = from.version;
  for (const auto& track : from.deliveries) to.deliveries.push_back(wire_of(track));
  return to;
}

bool delivered_on_none(const api::HistoryEntry& entry) {
  return std::ranges::none_of(entry.deliveries,
                              [](const auto& track) { return track.state == DeliveryState::delivered; });
}

void count(api::HistoryCounts& counts, const api::HistoryEntry& entry) {
  if (entry.kind == EntryKind::note) ++counts.notes;
  if (entry.kind == EntryKind::call) ++counts.calls;
  if (entry.kind != EntryKind::message) return;
  ++counts.messages;
  if (delivered_on_none(entry)) ++counts.unreached;
  for (const auto& track : entry.deliveries) {
    auto at = std::ranges::find(counts.channels, track.channel, &api::ChannelCount::channel);
    if (at == counts.channels.end()) at = counts.channels.insert(at, {.channel = track.channel});
    ++at->deliveries;
    if (track.state == DeliveryState::delivered) ++at->delivered;
  }
}

/// As the hub finds it, in what the copy has of the words: their beginnings.
bool says(const api::HistoryEntry& entry, const QString& words) {
  const auto wanted = text::fold(words.trimmed().toStdString());
  const auto in = [&](const std::optional<std::string>& where) {
    const auto folded = where ? text::fold(*where) : Result<std::string>(std::string());
    return wanted && folded && folded->find(*wanted) != std::string::npos;
  };
  return in(entry.title) || in(entry.text);
}

bool let_through(const models::HistoryFilter& filter, const api::HistoryEntry& entry) {
  if (filter.kind && *filter.kind != entry.kind) return false;
  if (!filter.words.isEmpty() && !says(entry, filter.words)) return false;
  if (filter.unreached && (entry.kind != EntryKind::message || !delivered_on_none(entry))) return false;
  return !filter.channel || (entry.kind == EntryKind::call && *filter.channel == Channel::phone) ||
         std::ranges::any_of(entry.deliveries, [&](const auto& track) { return track.channel == *filter.channel; });
}

constexpr wire::ReadOptions kReading{.ignore_unknown = true};

/// As the hub shows it: the copy has nothing else of it. What is masked already is looked for as it stands.
std::string as_shown(text::PersonalColumn column, const QString& typed) {
  const auto value = typed.trimmed().toStdString();
  return value.find('*') == std::string::npos ? text::masked(column, value) : value;
}

/// The digits of a telephone number, with the plus that tells a country's code from a number's own beginning.
QString plain_phone(const QString& typed) {
  if (typed.contains(QLatin1Char('*'))) return typed;
  QString digits;
  for (const auto c : typed) {
    if (c >= QLatin1Char('0') && c <= QLatin1Char('9')) digits += c;
  }
  return digits.startsWith(QLatin1String("86")) && digits.size() == 13 ? QLatin1Char('+') + digits : digits;
}

}  // namespace

std::optional<PersonCopy> copy_of(const models::InvestorHead& head, Timestamp as_of) {
  const auto id = InvestorId::parse(head.id.toStdString());
  if (!id) return std::nullopt;
  PersonCopy copy{.investor = *id,
                  .body = wire::to_json(wire_of(head, *id)),
                  .words = {},
                  .as_of = as_of,
                  .opened_at = as_of,
                  .followed = false};
  for (const auto& word : {head.name, head.phone, head.email, head.id}) {
    if (!word.isEmpty()) copy.words.append(copy.words.empty() ? "" : " ").append(word.toStdString());
  }
  return copy;
}

std::vector<EntryCopy> copies_of(const models::HistoryPage& page, Timestamp as_of) {
  std::vector<EntryCopy> copies;
  for (const auto& entry : page.entries) {
    const auto id = MessageId::parse(entry.message_id.toStdString());
    if (!id) continue;
    copies.push_back(
        {.message = *id, .planned_at = entry.planned_at, .body = wire::to_json(wire_of(entry)), .as_of = as_of});
  }
  return copies;
}

std::optional<models::InvestorHead> head_of(const PersonCopy& copy) {
  const auto read = wire::from_json<api::InvestorHead>(copy.body, kReading);
  if (!read) return std::nullopt;
  auto head = value_of(*read);
  head.as_of = copy.as_of;
  head.followed = copy.followed;
  return head;
}

models::HistoryPage page_of(const std::vector<EntryCopy>& copies, const models::HistoryFilter& filter) {
  api::HistoryPage page;
  page.counts.emplace();
  std::optional<Timestamp> oldest;
  for (const auto& copy : copies) {
    auto entry = wire::from_json<api::HistoryEntry>(copy.body, kReading);
    if (!entry) continue;
    count(*page.counts, *entry);
    // The page is as old as its oldest row.
    oldest = oldest ? std::min(*oldest, copy.as_of) : copy.as_of;
    if (let_through(filter, *entry)) page.entries.push_back(std::move(*entry));
  }
  auto value = value_of(page);
  value.as_of = oldest;
  return value;
}

std::vector<std::string> needles_of(const models::InvestorTerms& terms) {
  using enum text::PersonalColumn;
  std::vector<std::string> needles;
  if (!terms.reference.isEmpty()) needles.push_back(terms.reference.trimmed().toStdString());
  if (!terms.phone.isEmpty()) needles.push_back(as_shown(phone, plain_phone(terms.phone)));
  if (!terms.email.isEmpty()) needles.push_back(as_shown(email, terms.email.toLower()));
  if (!terms.name.isEmpty()) needles.push_back(as_shown(name, terms.name));
  if (!terms.phone_tail.isEmpty()) needles.push_back(terms.phone_tail.toStdString());
  // The store's words are folded.
  for (auto& each : needles) {
    if (auto folded = text::fold(each)) each = std::move(*folded);
  }
  return needles;
}

}  // namespace guardline::app
