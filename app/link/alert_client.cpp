// The alert gateway over the link. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/link/alert_client.h"

#include "app/link/alert_poll.h"
#include "app/link/alert_wire.h"
#include "core/api/problem_codes.h"

#include <QPointer>
#include <string_view>
#include <utility>

namespace guardline::app {

using models::AlertRefusal;

namespace {

namespace codes = api::codes;
using Kind = AlertRefusal::Kind;

constexpr std::pair<std::string_view, Kind> kCodes[] = {
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
    {codes::session_required, Kind::session},
};

AlertRefusal refusal_of(const models::SessionError& error) {
  AlertRefusal refusal{.kind = Kind::internal, .present = {}, .until = error.until, .reference = error.reference};
  if (error.failure == models::Failure::unreachable || error.failure == models::Failure::certificate_refused) {
    refusal.kind = Kind::unreachable;
  }
  if (error.failure == models::Failure::busy) refusal.kind = Kind::busy;
  const auto code = error.reference.toStdString();
  for (const auto& [known, kind] : kCodes) {
    if (known == code) refusal.kind = kind;
  }
  return refusal;
}

bool has_moved_on(Kind kind) {
  switch (kind) {
    case Kind::stale:
    case Kind::already_acknowledged:
    case Kind::not_acknowledged:
    case Kind::already_resolved:
    case Kind::not_shelvable:
    case Kind::not_shelved:
      return true;
    default:
      return false;
  }
}

/// Shared between the caller's handle and the request: calls back at most once, and not after the handle's end.
template <class T>
class Asked {
 public:
  explicit Asked(models::AlertAnswer<T> answer) : call_(std::make_shared<models::AlertAnswer<T>>(std::move(answer))) {}
  [[nodiscard]] models::Handle handle() const {
    return models::Handle([call = call_] { *call = nullptr; });
  }
  void operator()(std::expected<T, AlertRefusal> result) const {
    if (auto call = std::exchange(*call_, nullptr)) call(std::move(result));
  }

 private:
  std::shared_ptr<models::AlertAnswer<T>> call_;
};

/// The last part of the path and the body of a wish.
std::pair<const char*, std::string> request_of(const models::AlertWish& wish) {
  const auto text = wish.text.trimmed().toStdString();
  switch (wish.act) {
    case AlertAct::resolved:
      return {"resolve", wire::to_json(api::AlertResolve{wish.occurrence, text})};
    case AlertAct::assigned:
      return {"assign", wire::to_json(api::AlertAssign{wish.occurrence, wish.account.trimmed().toStdString()})};
    case AlertAct::shelved:
      return {"shelve", wire::to_json(api::AlertShelve{wish.occurrence, text, wish.until.value_or(Timestamp{})})};
    case AlertAct::unshelved:
      return {"unshelve", wire::to_json(api::AlertUnshelve{wish.occurrence})};
    default:
      return {"acknowledge", wire::to_json(api::AlertAcknowledge{wish.occurrence, text})};
  }
}

}  // namespace

AlertClient::AlertClient(Link& link, LiveClient& stream, const Clock& clock, std::chrono::milliseconds own_every,
                         QObject* parent)
    : QObject(parent), link_(link), stream_(stream), clock_(clock), own_every_(own_every) {}

models::Handle AlertClient::subscribe(models::AlertReach reach,
                                      std::function<void(const models::AlertBatch&)> handler) {
  if (reach == models::AlertReach::all) return stream_.subscribe_alerts(std::move(handler));
  auto* poll = new AlertPoll(link_, stream_, clock_, own_every_, std::move(handler));
  poll->setParent(this);
  return models::Handle([poll = QPointer(poll)] {
    if (!poll) return;
    poll->end();
    poll->deleteLater();
  });
}

models::Handle AlertClient::detail(AlertId alert, models::AlertAnswer<models::AlertDetail> answer) {
  const Asked<models::AlertDetail> asked(std::move(answer));
  link_.ask<api::AlertDetail>(
      {.path = "/v1/alerts/" + alert.text(), .as_person = true},
      [asked](std::expected<api::AlertDetail, models::SessionError> got, const Link::Envelope&) {
        if (!got) return asked(std::unexpected(refusal_of(got.error())));
        asked(detail_of(std::move(*got)));
      });
  return asked.handle();
}

models::Handle AlertClient::history(const std::string& after, models::AlertAnswer<models::AlertHistoryPage> answer) {
  const Asked<models::AlertHistoryPage> asked(std::move(answer));
  std::string path = "/v1/alerts?active=false&acknowledged=true&suppression=none&limit=100";
  if (!after.empty()) path += "&cursor=" + after;
  link_.ask<api::AlertPage>({.path = std::move(path), .as_person = true},
                            [asked](std::expected<api::AlertPage, models::SessionError> got, const Link::Envelope&) {
                              if (!got) return asked(std::unexpected(refusal_of(got.error())));
                              asked(models::AlertHistoryPage{.alerts = alerts_of(std::move(got->alerts)),
                                                             .next = std::move(got->next).value_or("")});
                            });
  return asked.handle();
}

models::Handle AlertClient::act(const models::AlertWish& wish, models::AlertAnswer<models::AlertDone> answer) {
  const Asked<models::AlertDone> asked(std::move(answer));
  auto [word, body] = request_of(wish);
  link_.ask<api::Alert>(
      {.verb = Verb::post,
       .path = "/v1/alerts/" + wish.alert.text() + "/" + word,
       .body = std::move(body),
       .as_person = true,
       .idempotency_key = wish.key},
      [this, asked, id = wish.alert](std::expected<api::Alert, models::SessionError> got, const Link::Envelope&) {
        if (got) return asked(models::AlertDone{.alert = alert_of(std::move(*got)), .queued_at = {}});
        auto refusal = refusal_of(got.error());
        if (!has_moved_on(refusal.kind)) return asked(std::unexpected(std::move(refusal)));
        // What the person should see next to the refusal is how the alert stands, and who was first.
        link_.ask<api::AlertDetail>(
            {.path = "/v1/alerts/" + id.text(), .as_person = true},
            [asked, refusal](std::expected<api::AlertDetail, models::SessionError> now, const Link::Envelope&) mutable {
              if (now) refusal.present = detail_of(std::move(*now));
              asked(std::unexpected(std::move(refusal)));
            });
      });
  return asked.handle();
}

void AlertClient::retry_now() { stream_.retry_now(); }

}  // namespace guardline::app
