// The investor gateway over the link. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/link/investor_client.h"

#include "app/link/look_wire.h"

#include <QTimer>
#include <QUuid>
#include <memory>
#include <utility>

namespace guardline::app {
namespace {

/// Ids stand in paths: only what is one may get there.
std::string in_path(const QString& id) { return QUuid::fromString(id).toString(QUuid::WithoutBraces).toStdString(); }

}  // namespace

template <class Wire, class Value>
models::Handle InvestorClient::ask(std::string path, std::optional<std::string> body, models::LookAnswer<Value> answer,
                                   std::string key) {
  HttpRequest request{.path = std::move(path), .as_person = true, .idempotency_key = std::move(key)};
  if (body) {
    request.verb = Verb::post;
    request.body = std::move(*body);
  }
  auto call = std::make_shared<models::LookAnswer<Value>>(std::move(answer));
  link_.ask<Wire>(std::move(request),
                  [call](const std::expected<Wire, models::SessionError>& result, const Link::Envelope&) {
                    const auto wanted = std::exchange(*call, nullptr);
                    if (!wanted) return;
                    if (!result) return wanted(std::unexpected(look_error(result.error())));
                    wanted(value_of(*result));
                  });
  return models::Handle([call] { *call = nullptr; });
}

models::Handle InvestorClient::search(const models::InvestorTerms& terms,
                                      models::LookAnswer<models::InvestorMatches> answer) {
  return ask<api::InvestorMatches>("/v1/investors/search", wire::to_json(wire_form(terms)), std::move(answer));
}

/// The link keeps nobody.
models::Handle InvestorClient::kept(models::LookAnswer<models::InvestorMatches> answer) {
  auto call = std::make_shared<models::LookAnswer<models::InvestorMatches>>(std::move(answer));
  QTimer::singleShot(0, &link_, [call] {
    if (const auto wanted = std::exchange(*call, nullptr)) {
      wanted(std::unexpected(
          models::LookError{.failure = models::LookFailure::unreachable, .until = {}, .reference = {}}));
    }
  });
  return models::Handle([call] { *call = nullptr; });
}

models::Handle InvestorClient::head(const QString& investor, models::LookAnswer<models::InvestorHead> answer) {
  return ask<api::InvestorHead>("/v1/investors/" + in_path(investor), std::nullopt, std::move(answer));
}

models::Handle InvestorClient::history(const QString& investor, const models::HistoryFilter& filter,
                                       const QString& cursor, models::LookAnswer<models::HistoryPage> answer) {
  return ask<api::HistoryPage>("/v1/investors/" + in_path(investor) + "/history",
                               wire::to_json(wire_form(filter, cursor)), std::move(answer));
}

models::Handle InvestorClient::why(const QString& delivery, models::LookAnswer<models::DeliveryWhy> answer) {
  return ask<api::DeliveryWhy>("/v1/deliveries/" + in_path(delivery) + "/why", std::nullopt, std::move(answer));
}

models::Handle InvestorClient::reveal(const QString& investor, models::RevealField field, models::AccessReason reason,
                                      const QString& note, models::LookAnswer<models::Revealed> answer) {
  api::RevealRequest body{.field = wire_form(field), .reason = wire_form(reason), .note = {}};
  if (!note.isEmpty()) body.note = note.toStdString();
  return ask<api::Revealed>("/v1/investors/" + in_path(investor) + "/reveal", wire::to_json(body), std::move(answer));
}

models::Handle InvestorClient::write(const QString& investor, const QString&, const models::EntryWish& wish,
                                     models::LookAnswer<models::HistoryEntry> answer) {
  const bool call = wish.kind == EntryKind::call;
  auto body = call ? wire::to_json(call_form(wish)) : wire::to_json(note_form(wish));
  return ask<api::HistoryEntry>("/v1/investors/" + in_path(investor) + (call ? "/calls" : "/notes"), std::move(body),
                                std::move(answer), wish.key);
}

models::Handle InvestorClient::followed(const QString&, models::FollowAnswer answer) {
  auto call = std::make_shared<models::FollowAnswer>(std::move(answer));
  QTimer::singleShot(0, &link_, [call] {
    if (const auto wanted = std::exchange(*call, nullptr)) wanted(std::unexpected(models::FollowFault::no_copy));
  });
  return models::Handle([call] { *call = nullptr; });
}

models::Handle InvestorClient::follow(const QString& investor, bool, models::FollowAnswer answer) {
  return followed(investor, std::move(answer));
}

models::Handle InvestorClient::watch_waiting(std::function<void(const models::WaitingChange&)>) { return {}; }

}  // namespace guardline::app
