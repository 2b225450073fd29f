// Acts between what pages speak in and what the outbox holds. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/offline/wish_wire.h"

#include "app/link/look_wire.h"
#include "core/api/contact.h"
#include "core/api/investor.h"
#include "core/api/problem_codes.h"
#include "core/crypto/random.h"
#include "core/wire/codec.h"

#include <QList>
#include <utility>

namespace guardline::app {
namespace {

using api::OutboxKind;
using models::AlertWish;
using Kind = models::AlertRefusal::Kind;
namespace codes = api::codes;

constexpr wire::ReadOptions kReading{.ignore_unknown = true};

template <class Body, class Put>
bool read_into(AlertWish& wish, const std::string& text, Put put) {
  const auto body = wire::from_json<Body>(text, kReading);
  if (!body) return false;
  wish.occurrence = body->occurrence;
  put(*body);
  return true;
}

QString text(const std::string& from) { return QString::fromStdString(from); }

}  // namespace

std::optional<OutboxKind> outbox_kind(AlertAct act) {
  switch (act) {
    case AlertAct::acknowledged:
      return OutboxKind::alert_acknowledge;
    case AlertAct::resolved:
      return OutboxKind::alert_resolve;
    case AlertAct::assigned:
      return OutboxKind::alert_assign;
    case AlertAct::shelved:
      return OutboxKind::alert_shelve;
    default:
      return std::nullopt;
  }
}

std::optional<AlertAct> act_of(OutboxKind kind) {
  switch (kind) {
    case OutboxKind::alert_resolve:
      return AlertAct::resolved;
    case OutboxKind::alert_assign:
      return AlertAct::assigned;
    case OutboxKind::alert_shelve:
      return AlertAct::shelved;
    case OutboxKind::alert_unshelve:
      return AlertAct::unshelved;
    case OutboxKind::alert_acknowledge:
      return AlertAct::acknowledged;
    case OutboxKind::investor_seen:
    case OutboxKind::investor_note:
    case OutboxKind::investor_call:
      break;
  }
  return std::nullopt;  // also what a later version wrote
}

api::OutboxAct seen_act(InvestorId investor, const std::string& account, Timestamp at) {
  return {.kind = OutboxKind::investor_seen,
          .account = account,
          .subject = investor.text(),
          .key = to_hex(crypto::random_bytes(16)),
          .body = wire::to_json(api::SeenOffline{at})};
}

std::optional<api::OutboxAct> outbox_act(const AlertWish& wish, const std::string& account, const QString& note) {
  const auto kind = outbox_kind(wish.act);
  if (!kind) return std::nullopt;
  auto words = wish.text.trimmed();
  if (!words.isEmpty() && words.toUcs4().size() + note.toUcs4().size() <= models::kAlertTextLongest) words += note;
  api::OutboxAct act{
      .kind = *kind, .account = account, .subject = wish.alert.text(), .key = wish.key, .body = std::string()};
  const auto said = words.toStdString();
  switch (*kind) {
    case OutboxKind::alert_resolve:
      act.body = wire::to_json(api::AlertResolve{wish.occurrence, said});
      break;
    case OutboxKind::alert_assign:
      act.body = wire::to_json(api::AlertAssign{wish.occurrence, wish.account.trimmed().toStdString()});
      break;
    case OutboxKind::alert_shelve:
      act.body = wire::to_json(api::AlertShelve{wish.occurrence, said, wish.until.value_or(Timestamp{})});
      break;
    default:
      act.body = wire::to_json(api::AlertAcknowledge{wish.occurrence, said});
      break;
  }
  return act;
}

std::optional<AlertWish> wish_of(const api::OutboxAct& act) {
  const auto alert = AlertId::parse(act.subject);
  const auto what = act_of(act.kind);
  if (!alert || !what) return std::nullopt;
  AlertWish wish{
      .alert = *alert, .occurrence = 0, .act = *what, .text = {}, .until = {}, .account = {}, .key = act.key};
  bool read = false;
  switch (act.kind) {
    case OutboxKind::alert_acknowledge:
      read =
          read_into<api::AlertAcknowledge>(wish, act.body, [&](const auto& body) { wish.text = text(body.comment); });
      break;
    case OutboxKind::alert_resolve:
      read = read_into<api::AlertResolve>(wish, act.body, [&](const auto& body) { wish.text = text(body.done); });
      break;
    case OutboxKind::alert_assign:
      read = read_into<api::AlertAssign>(wish, act.body, [&](const auto& body) { wish.account = text(body.account); });
      break;
    case OutboxKind::alert_shelve:
      read = read_into<api::AlertShelve>(wish, act.body, [&](const auto& body) {
        wish.text = text(body.reason);
        wish.until = body.until;
      });
      break;
    case OutboxKind::alert_unshelve:
      read = read_into<api::AlertUnshelve>(wish, act.body, [](const auto&) {});
      break;
    case OutboxKind::investor_seen:
    case OutboxKind::investor_note:
    case OutboxKind::investor_call:
      break;
  }
  return read ? std::optional(std::move(wish)) : std::nullopt;
}

api::OutboxAct entry_act(InvestorId investor, const models::EntryWish& wish, const std::string& account, Timestamp at) {
  const bool call = wish.kind == EntryKind::call;
  return {.kind = call ? OutboxKind::investor_call : OutboxKind::investor_note,
          .account = account,
          .subject = investor.text(),
          .key = wish.key,
          .body = call ? wire::to_json(call_form(wish, at)) : wire::to_json(note_form(wish, at))};
}

std::optional<models::EntryWish> entry_of(const api::OutboxAct& act) {
  models::EntryWish wish{.kind = EntryKind::note, .text = {}, .call = {}, .key = act.key};
  if (act.kind == OutboxKind::investor_note) {
    const auto body = wire::from_json<api::NewNote>(act.body, kReading);
    if (!body) return std::nullopt;
    wish.text = text(body->text);
    return wish;
  }
  if (act.kind != OutboxKind::investor_call) return std::nullopt;
  const auto body = wire::from_json<api::NewCall>(act.body, kReading);
  if (!body) return std::nullopt;
  wish.kind = EntryKind::call;
  wish.call = body->call;
  wish.text = text(body->text.value_or(""));
  return wish;
}

std::optional<models::QueuedKind> queued_kind(OutboxKind kind) {
  if (kind == OutboxKind::investor_note) return models::QueuedKind::note;
  if (kind == OutboxKind::investor_call) return models::QueuedKind::call;
  return act_of(kind) ? std::optional(models::QueuedKind::alert) : std::nullopt;
}

models::LookFailure entry_refusal(std::string_view code) {
  if (code == codes::not_found) return models::LookFailure::gone;
  if (code == codes::role_not_allowed) return models::LookFailure::role;
  return code == codes::investor_erased ? models::LookFailure::erased : models::LookFailure::internal;
}

Kind refusal_kind(std::string_view code) {
  constexpr std::pair<std::string_view, Kind> kKnown[] = {
      {codes::alert_stale, Kind::stale},
      {codes::alert_already_acknowledged, Kind::already_acknowledged},
      {codes::alert_not_acknowledged, Kind::not_acknowledged},
      {codes::alert_already_resolved, Kind::already_resolved},
      {codes::alert_not_shelvable, Kind::not_shelvable},
      {codes::alert_not_shelved, Kind::not_shelved},
      {codes::alert_shelf_refused, Kind::shelf_refused},
      {codes::alert_owner_refused, Kind::owner_refused},
      {codes::not_found, Kind::gone},
      {codes::role_not_allowed, Kind::role},
  };
  for (const auto& [known, kind] : kKnown) {
    if (known == code) return kind;
  }
  return Kind::internal;
}

}  // namespace guardline::app
