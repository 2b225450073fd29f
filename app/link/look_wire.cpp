// Looking at investors: between the wire and what pages speak in. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/link/look_wire.h"

#include "core/api/problem_codes.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace guardline::app {
namespace {

using models::LookFailure;
namespace codes = api::codes;

QString text(const std::string& from) { return QString::fromStdString(from); }
QString text(const std::optional<std::string>& from) { return from ? QString::fromStdString(*from) : QString(); }
template <class Tag>
QString text(const Id<Tag>& id) {
  return QString::fromStdString(id.text());
}

std::optional<std::string> given(const QString& from) {
  return from.isEmpty() ? std::nullopt : std::optional(from.toStdString());
}

Reason reason_of(const std::optional<std::string>& word) {
  constexpr std::uint16_t kLast = 599;
  if (!word) return Reason::none;
  for (std::uint16_t number = 1; number <= kLast; ++number) {
    if (const auto reason = reason_from(number); reason && name(*reason) == *word) return *reason;
  }
  return Reason::none;
}

models::ContactState value_of(const api::ContactState& from) {
  models::ContactState to{.channel = from.channel,
                          .on_file = from.on_file,
                          .valid = from.valid,
                          .opted_out = from.opted_out,
                          .health = {},
                          .failures_in_a_row = static_cast<int>(std::min<std::int64_t>(from.failures_in_a_row, 9999)),
                          .last_reason = reason_of(from.last_reason)};
  if (from.health) to.health = static_cast<models::ContactHealth>(static_cast<int>(*from.health) - 1);
  return to;
}

/// What a page does not tell apart is a service to the investor.
models::NoticeCategory value_of(Category category) {
  if (category == Category::core_risk) return models::NoticeCategory::core_risk;
  return category == Category::marketing ? models::NoticeCategory::marketing : models::NoticeCategory::service;
}

constexpr std::pair<std::string_view, LookFailure> kFailures[] = {
    {codes::step_up_required, LookFailure::step_up},
    {codes::role_not_allowed, LookFailure::role},
    {codes::not_found, LookFailure::gone},
    {codes::investor_erased, LookFailure::erased},
    {codes::search_refused, LookFailure::terms},
    {codes::invalid_body, LookFailure::terms},
    {codes::cursor_refused, LookFailure::stale},
    {codes::period_refused, LookFailure::terms},
    {codes::journal_unavailable, LookFailure::journal},
    {codes::session_required, LookFailure::session},
    {codes::device_revoked, LookFailure::session},
};

}  // namespace

api::AccessReason wire_form(models::AccessReason reason) {
  return static_cast<api::AccessReason>(static_cast<int>(reason) + 1);
}
static_assert(static_cast<int>(models::AccessReason::other) + 1 == static_cast<int>(api::AccessReason::other));

api::RevealField wire_form(models::RevealField field) {
  return static_cast<api::RevealField>(static_cast<int>(field) + 1);
}
static_assert(static_cast<int>(models::RevealField::email) + 1 == static_cast<int>(api::RevealField::email));

api::InvestorSearch wire_form(const models::InvestorTerms& terms) {
  return {.reference = given(terms.reference),
          .phone = given(terms.phone),
          .email = given(terms.email),
          .name = given(terms.name),
          .phone_tail = given(terms.phone_tail)};
}

api::HistoryRequest wire_form(const models::HistoryFilter& filter, const QString& cursor) {
  api::HistoryRequest request{.cursor = given(cursor), .filter = {}, .limit = {}};
  if (filter != models::HistoryFilter{}) {
    request.filter = api::HistoryFilter{
        .words = {}, .kind = filter.kind, .channel = filter.channel, .unreached = {}, .from = {}, .until = {}};
    if (filter.unreached) request.filter->unreached = true;
    request.filter->words = given(filter.words);
  }
  return request;
}

models::DeliveryTrack value_of(const api::DeliveryTrack& from) {
  return {.id = text(from.delivery_id),
          .channel = from.channel,
          .carrier = text(from.carrier),
          .state = from.state,
          .reason = reason_of(from.reason),
          .failure = from.failure,
          .code = text(from.code),
          .attempts = static_cast<int>(std::min<std::int64_t>(from.attempts, 9999)),
          .resent_uncertain = from.resent_uncertain,
          .late_receipts = static_cast<int>(std::min<std::int64_t>(from.late_receipts, 9999)),
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

api::NewNote note_form(const models::EntryWish& wish, std::optional<Timestamp> at) {
  return {.text = wish.text.trimmed().toStdString(), .at = at};
}

api::NewCall call_form(const models::EntryWish& wish, std::optional<Timestamp> at) {
  return {.call = wish.call, .text = given(wish.text.trimmed()), .at = at};
}

models::InvestorHead value_of(const api::InvestorHead& from) {
  models::InvestorHead to{.id = text(from.investor_id),
                          .name = text(from.name),
                          .phone = text(from.phone),
                          .email = text(from.email),
                          .tier = text(from.tier),
                          .language = text(from.language),
                          .time_zone = text(from.time_zone),
                          .marketing_consent = from.marketing_consent,
                          .erased = from.erased,
                          .since = from.since,
                          .reach = static_cast<models::ReachState>(static_cast<int>(from.reach) - 1),
                          .contacts = {}};
  for (const auto& contact : from.contacts) to.contacts.push_back(value_of(contact));
  return to;
}
static_assert(static_cast<int>(models::ReachState::lost) + 1 == static_cast<int>(api::ReachState::lost));
static_assert(static_cast<int>(models::ContactHealth::dead) + 1 == static_cast<int>(api::ContactHealth::dead));

models::InvestorMatches value_of(const api::InvestorMatches& from) {
  models::InvestorMatches to{.investors = {}, .more = from.more};
  for (const auto& head : from.investors) to.investors.push_back(value_of(head));
  return to;
}

models::HistoryEntry value_of(const api::HistoryEntry& from) {
  models::HistoryEntry to{.message_id = text(from.message_id),
                          .notice_id = from.notice_id ? text(*from.notice_id) : QString(),
                          .planned_at = from.planned_at,
                          .drill = from.drill,
                          .template_id = text(from.template_),
                          .version = static_cast<int>(from.version.value_or(0)),
                          .category = {},
                          .title = text(from.title),
                          .text = text(from.text),
                          .deliveries = {},
                          .kind = from.kind,
                          .author = text(from.author),
                          .call = from.call};
  if (from.category) to.category = value_of(*from.category);
  to.deliveries.reserve(from.deliveries.size());
  for (const auto& track : from.deliveries) to.deliveries.push_back(value_of(track));
  return to;
}

models::HistoryPage value_of(const api::HistoryPage& from) {
  models::HistoryPage to{.entries = {}, .next = text(from.next), .counts = {}};
  to.entries.reserve(from.entries.size());
  for (const auto& entry : from.entries) to.entries.push_back(value_of(entry));
  if (from.counts) {
    to.counts = models::HistoryCounts{.messages = from.counts->messages,
                                      .unreached = from.counts->unreached,
                                      .notes = from.counts->notes,
                                      .calls = from.counts->calls,
                                      .channels = {}};
    for (const auto& each : from.counts->channels) {
      to.counts->channels.at(static_cast<std::size_t>(each.channel) - 1) = {each.deliveries, each.delivered};
    }
  }
  return to;
}

models::DeliveryWhy value_of(const api::DeliveryWhy& from) {
  models::DeliveryWhy to{.investor_id = text(from.investor_id),
                         .delivery_id = text(from.delivery_id),
                         .message = value_of(from.message),
                         .steps = {}};
  for (const auto& step : from.steps) {
    to.steps.push_back({.kind = text(step.kind),
                        .occurred_at = step.occurred_at,
                        .recorded_at = step.recorded_at,
                        .mark = static_cast<models::EventMark>(step.mark),
                        .reason = reason_of(step.reason),
                        .carrier = text(step.carrier),
                        .code = text(step.code)});
  }
  return to;
}
static_assert(static_cast<int>(models::EventMark::duplicate) == static_cast<int>(api::EventMark::duplicate));

models::Revealed value_of(const api::Revealed& from) {
  return {.field = static_cast<models::RevealField>(static_cast<int>(from.field) - 1),
          .value = text(from.value),
          .hide_at = from.hide_at};
}

models::LookError look_error(const models::SessionError& error) {
  using models::Failure;
  models::LookError look{.failure = LookFailure::internal, .until = error.until, .reference = error.reference};
  for (const auto& [code, failure] : kFailures) {
    if (error.reference == QLatin1String(code.data(), static_cast<qsizetype>(code.size()))) {
      look.failure = failure;
      return look;
    }
  }
  switch (error.failure) {
    case Failure::unreachable:
    case Failure::certificate_refused:
      look.failure = LookFailure::unreachable;
      break;
    case Failure::busy:
    case Failure::waits:
      look.failure = LookFailure::busy;
      break;
    case Failure::version:
      look.failure = LookFailure::version;
      break;
    case Failure::device_revoked:
    case Failure::device_unknown:
      look.failure = LookFailure::session;
      break;
    default:
      break;
  }
  return look;
}

}  // namespace guardline::app
