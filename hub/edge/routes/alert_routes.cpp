// /v1/alerts: what asks for attention, and what people do about it. SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/problem_codes.h"
#include "hub/access/access.h"
#include "hub/edge/alert_wire.h"
#include "hub/edge/idempotency.h"
#include "hub/edge/routes/routes.h"
#include "hub/watch/book.h"

#include <charconv>
#include <chrono>
#include <utility>

namespace guardline::edge {
namespace {

namespace codes = api::codes;

constexpr std::int64_t kPage = 50;
constexpr std::int64_t kLargestPage = 200;
constexpr Policy kRead{.need = Need::session, .permission = Permission::alert_read};
constexpr Policy kAct{.need = Need::session, .permission = Permission::alert_act};

const std::vector<QueryParam>& list_params() {
  static const std::vector<QueryParam> params{
      {"active", "Only those whose condition holds, or does not.", {"true", "false"}},
      {"acknowledged", "Only those somebody has seen, or nobody has.", {"true", "false"}},
      {"resolved", "Only those that were dealt with, or not.", {"true", "false"}},
      {"suppression", "Only those kept quiet in this way.", {"none", "shelved", "by_design", "out_of_service"}},
      {"limit", "Alerts a page; 50 if left out.", {}, kLargestPage},
      {"cursor", "`next` of the page before, with the same filter."}};
  return params;
}

/// Agents see what was handed to them, administrators what is wrong with the hub itself, the others everything.
watch::AlertFilter seen_by(const Caller& caller) {
  watch::AlertFilter filter;
  if (caller.session->role == api::Role::agent) filter.owner = caller.session->account;
  if (caller.session->role == api::Role::admin) filter.metric = AlertMetric::watch_silence;
  return filter;
}

bool sees(const Caller& caller, const watch::AlertRecord& alert) {
  const auto filter = seen_by(caller);
  return (!filter.owner || *filter.owner == alert.owner) && (!filter.metric || *filter.metric == alert.trigger.metric);
}

std::string text_of(const watch::AlertPlace& place) {
  return std::to_string(to_micros(place.raised_at)) + "." + place.id.text();
}

std::optional<watch::AlertPlace> place_of(std::string_view text) {
  std::int64_t micros = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), micros);
  if (error != std::errc() || end == text.data() + text.size() || *end != '.') return std::nullopt;
  const auto id = AlertId::parse(std::string_view(end + 1, text.data() + text.size()));
  if (!id) return std::nullopt;
  return watch::AlertPlace{from_micros(micros), *id};
}

Suppression suppression_of(std::string_view word) {
  if (word == "shelved") return Suppression::shelved;
  if (word == "by_design") return Suppression::by_design;
  return word == "out_of_service" ? Suppression::out_of_service : Suppression::none;
}

Refusal translate(const watch::ActFailure& failure) {
  using enum watch::AlarmRefusal;
  if (!failure.refusal) {
    const bool key = failure.error.code == ErrorCode::conflict;
    return key ? refuse(422, codes::idempotency_key_reused) : refuse(failure.error);
  }
  switch (*failure.refusal) {
    case stale:
      return refuse(409, codes::alert_stale,
                    "The alert was raised again: occurrence " + std::to_string(failure.occurrence) + ".");
    case already_acknowledged:
      return refuse(409, codes::alert_already_acknowledged);
    case not_acknowledged:
      return refuse(409, codes::alert_not_acknowledged, "It is acknowledged first, then resolved.");
    case already_resolved:
      return refuse(409, codes::alert_already_resolved);
    case not_shelvable:
      return refuse(409, codes::alert_not_shelvable, "It is suppressed in another way.");
    case not_shelved:
      return refuse(409, codes::alert_not_shelved);
    case already_active:
    case already_clear:
    case not_suppressed:
    case already_as_told:
      break;
  }
  return refuse(500, codes::internal);
}

class Desk {
 public:
  explicit Desk(const RouteParts& parts)
      : book_(parts.alerts), accounts_(parts.access.accounts()), clock_(parts.clock) {}

  [[nodiscard]] Answer<api::AlertPage> list(const Call& call) const {
    const auto query = read_query(call.request, list_params());
    if (!query) return std::unexpected(query.error());
    auto filter = seen_by(call.caller);
    const auto flag = [&](const char* name) -> std::optional<bool> {
      const auto found = query->find(name);
      return found == query->end() ? std::nullopt : std::optional(found->second == "true");
    };
    filter.active = flag("active");
    filter.acknowledged = flag("acknowledged");
    filter.resolved = flag("resolved");
    if (const auto found = query->find("suppression"); found != query->end()) {
      filter.suppression = suppression_of(found->second);
    }
    std::optional<watch::AlertPlace> after;
    if (const auto found = query->find("cursor"); found != query->end()) {
      after = place_of(found->second);
      if (!after) return std::unexpected(refuse(400, codes::bad_request, "The cursor is not one of this list."));
    }
    std::int64_t most = kPage;
    if (const auto found = query->find("limit"); found != query->end()) {
      std::from_chars(found->second.data(), found->second.data() + found->second.size(), most);
    }
    const auto listing = book_.list(filter, after, static_cast<std::size_t>(most));
    if (!listing) return std::unexpected(refuse(listing.error()));
    const auto name_of = names_of(accounts_);
    api::AlertPage page{.alerts = {}, .counts = listing->counts, .next = {}};
    for (const auto& alert : listing->alerts) page.alerts.push_back(to_wire(alert, name_of));
    if (listing->more) page.next = text_of({listing->alerts.back().raised_at, listing->alerts.back().id});
    return page;
  }

  [[nodiscard]] Answer<api::AlertDetail> detail(const Call& call) const {
    const auto id = call.id<AlertId>("id");
    if (!id) return std::unexpected(refuse(404, codes::not_found));
    const auto reading = book_.read(*id);
    if (!reading) return std::unexpected(refuse(reading.error()));
    if (!sees(call.caller, reading->alert)) return std::unexpected(refuse(404, codes::not_found));
    const auto name_of = names_of(accounts_);
    api::AlertDetail detail{.alert = to_wire(reading->alert, name_of), .log = {}};
    for (const auto& line : reading->log) detail.log.push_back(to_wire(line, name_of));
    return detail;
  }

  [[nodiscard]] Answer<api::Alert> act(const Call& call, watch::PersonAct wish) const {
    const auto id = call.id<AlertId>("id");
    if (!id) return std::unexpected(refuse(404, codes::not_found));
    auto key = idempotency_key(call.request);
    if (!key) return std::unexpected(key.error());
    wish.alert = *id;
    wish.actor = call.caller.session->account;
    wish.key = std::move(*key);
    const auto done = book_.act(wish);
    if (!done) {
      if (auto kept = keep(call, wish, done.error()); !kept) return std::unexpected(kept.error());
      return std::unexpected(translate(done.error()));
    }
    return to_wire(*done, names_of(accounts_));
  }

  /// An active account whose role works on alerts, or may be asked to help.
  [[nodiscard]] Answer<AccountId> owner(const std::string& name) const {
    const auto account = accounts_.find(name);
    const bool found = account || account.error().code == ErrorCode::not_found;
    if (!found) return std::unexpected(refuse(account.error()));
    const bool fits =
        account && account->active && account->role != api::Role::admin && account->role != api::Role::compliance;
    if (!fits) return std::unexpected(refuse(422, codes::alert_owner_refused));
    return account->id;
  }

  [[nodiscard]] Answer<Timestamp> shelf_end(const Caller& caller, Timestamp until) const {
    const auto now = clock_.now();
    const auto most = caller.session->role == api::Role::supervisor ? std::chrono::hours(24) : std::chrono::hours(8);
    if (until > now && until <= now + most) return until;
    return std::unexpected(refuse(422, codes::alert_shelf_refused,
                                  "A shelf ends in the future, within " + std::to_string(most.count()) + " hours."));
  }

 private:
  /// Both sides of a conflict stand in the record before anybody hears of it: who worked without a hub can't take back
  /// what they wrote then.
  [[nodiscard]] std::expected<void, Refusal> keep(const Call& call, const watch::PersonAct& wish,
                                                  const watch::ActFailure& failure) const {
    if (!failure.refusal || !call.request.done_at) return {};
    const auto kept = book_.contest(wish, *failure.refusal, *call.request.done_at);
    if (kept) return {};
    if (kept.error().code == ErrorCode::conflict) return std::unexpected(refuse(422, codes::idempotency_key_reused));
    return std::unexpected(refuse(kept.error()));
  }

  watch::AlertBook& book_;
  access::Accounts& accounts_;
  const Clock& clock_;
};

RouteSpec act_spec(const char* word, const char* summary) {
  return {.method = Method::post,
          .pattern = std::string("/v1/alerts/{id}/") + word,
          .summary = summary,
          .policy = kAct,
          .idempotency_key = true};
}

watch::PersonAct wish_of(AlertAct act, std::int64_t occurrence, std::string words = {}) {
  watch::PersonAct wish;
  wish.act = act;
  wish.occurrence = occurrence;
  wish.words = std::move(words);
  return wish;
}

}  // namespace

void add_alert_routes(Router& router, const RouteParts& parts) {
  const Desk desk(parts);
  router.add(make_route<Nothing, api::AlertPage>({.method = Method::get,
                                                  .pattern = "/v1/alerts",
                                                  .summary = "Alerts by their axes, newest occurrence first.",
                                                  .policy = kRead,
                                                  .query = list_params()},
                                                 [desk](const Call& call) { return desk.list(call); }));
  router.add(make_route<Nothing, api::AlertDetail>(
      {.method = Method::get, .pattern = "/v1/alerts/{id}", .summary = "One alert and its log.", .policy = kRead},
      [desk](const Call& call) { return desk.detail(call); }));
  router.add(make_route<api::AlertAcknowledge, api::Alert>(
      act_spec("acknowledge", "Somebody has seen this occurrence."),
      [desk](const Call& call, api::AlertAcknowledge body) {
        return desk.act(call, wish_of(AlertAct::acknowledged, body.occurrence, std::move(body.comment)));
      }));
  router.add(make_route<api::AlertResolve, api::Alert>(
      act_spec("resolve", "What was done about this occurrence."), [desk](const Call& call, api::AlertResolve body) {
        return desk.act(call, wish_of(AlertAct::resolved, body.occurrence, std::move(body.done)));
      }));
  router.add(make_route<api::AlertAssign, api::Alert>(
      act_spec("assign", "Hands the alert to somebody."),
      [desk](const Call& call, const api::AlertAssign& body) -> Answer<api::Alert> {
        const auto owner = desk.owner(body.account);
        if (!owner) return std::unexpected(owner.error());
        auto wish = wish_of(AlertAct::assigned, body.occurrence);
        wish.owner = *owner;
        return desk.act(call, std::move(wish));
      }));
  router.add(make_route<api::AlertShelve, api::Alert>(
      act_spec("shelve", "Keeps the alert quiet until a time."),
      [desk](const Call& call, api::AlertShelve body) -> Answer<api::Alert> {
        const auto until = desk.shelf_end(call.caller, body.until);
        if (!until) return std::unexpected(until.error());
        auto wish = wish_of(AlertAct::shelved, body.occurrence, std::move(body.reason));
        wish.until = *until;
        return desk.act(call, std::move(wish));
      }));
  router.add(make_route<api::AlertUnshelve, api::Alert>(act_spec("unshelve", "Ends the shelf before its time."),
                                                        [desk](const Call& call, const api::AlertUnshelve& body) {
                                                          return desk.act(
                                                              call, wish_of(AlertAct::unshelved, body.occurrence));
                                                        }));
}

}  // namespace guardline::edge
