// The alert gateway with the queue behind it. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/offline/offline_alerts.h"

#include "app/offline/either.h"
#include "app/offline/wish_wire.h"

#include <QTimer>
#include <utility>

namespace guardline::app {

using models::AlertBatch;
using models::AlertDetail;
using models::AlertDone;
using models::AlertRefusal;
using Kind = AlertRefusal::Kind;

namespace {

constexpr std::size_t kMostAlerts = 5000;
constexpr std::size_t kMostDetails = 200;

template <class T>
using Asked = Either<std::expected<T, AlertRefusal>>;

AlertRefusal refused(Kind kind, const char* reference) {
  return {.kind = kind, .present = {}, .until = {}, .reference = QString::fromLatin1(reference)};
}

/// E-6201 the queue is full · E-6202 no key to seal to · E-6203 the disk
AlertRefusal refusal_of(models::QueueTrouble trouble) {
  switch (trouble) {
    case models::QueueTrouble::full:
      return refused(Kind::unreachable, "E-6201");
    case models::QueueTrouble::sealing:
      return refused(Kind::unreachable, "E-6202");
    default:
      return refused(Kind::unreachable, "E-6203");
  }
}

}  // namespace

void OfflineAlerts::forget() {
  alerts_.clear();
  details_.clear();
}

void OfflineAlerts::remember(const std::vector<models::Alert>& alerts) {
  for (const auto& alert : alerts) {
    alerts_.insert_or_assign(alert.id, alert);
    // Ids are time-ordered: the oldest goes.
    if (alerts_.size() > kMostAlerts) alerts_.erase(alerts_.begin());
  }
}

models::Handle OfflineAlerts::subscribe(models::AlertReach reach, std::function<void(const AlertBatch&)> handler) {
  return hub_.subscribe(reach, [this, handler = std::move(handler)](const AlertBatch& batch) {
    if (const auto* snapshot = std::get_if<models::AlertSnapshot>(&batch)) remember(snapshot->alerts);
    if (const auto* changes = std::get_if<models::AlertChanges>(&batch)) remember(changes->alerts);
    handler(batch);
  });
}

models::Handle OfflineAlerts::detail(AlertId alert, models::AlertAnswer<AlertDetail> answer) {
  const Asked<AlertDetail> asked(std::move(answer));
  asked.keep(hub_.detail(alert, [this, alert, asked](std::expected<AlertDetail, AlertRefusal> got) {
    if (got) {
      details_.insert_or_assign(alert, *got);
      if (details_.size() > kMostDetails) details_.erase(details_.begin());
      return asked(std::move(got));
    }
    const auto seen = details_.find(alert);
    if (got.error().kind == Kind::unreachable && seen != details_.end()) return asked(seen->second);
    asked(std::move(got));
  }));
  return asked.handle();
}

models::Handle OfflineAlerts::history(const std::string& after, models::AlertAnswer<models::AlertHistoryPage> answer) {
  return hub_.history(after, std::move(answer));
}

models::Handle OfflineAlerts::act(const models::AlertWish& wish, models::AlertAnswer<AlertDone> answer) {
  const Asked<AlertDone> asked(std::move(answer));
  const auto keep = [this, wish, asked](const AlertRefusal& otherwise) {
    const auto known = alerts_.find(wish.alert);
    if (!outbox_kind(wish.act) || known == alerts_.end()) return asked(std::unexpected(otherwise));
    queue_.add(wish, known->second.trigger.rule,
               [asked, alert = known->second](std::expected<Timestamp, models::QueueTrouble> kept) {
                 if (kept) return asked(AlertDone{.alert = alert, .queued_at = *kept});
                 asked(std::unexpected(refusal_of(kept.error())));
               });
  };
  if (queue_.away()) {
    // From the event loop, as every answer.
    QTimer::singleShot(0, &queue_, [keep] { keep(refused(Kind::unreachable, "E-1001")); });
    return asked.handle();
  }
  // Its handle ends with this one, but a wish that was told may still be done: so the hub's answer is waited for.
  asked.keep(hub_.act(wish, [keep, asked](std::expected<AlertDone, AlertRefusal> got) {
    if (!got && got.error().kind == Kind::unreachable) return keep(got.error());
    asked(std::move(got));
  }));
  return asked.handle();
}

}  // namespace guardline::app
