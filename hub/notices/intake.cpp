// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/notices/intake.h"

#include "core/crypto/digest.h"
#include "core/wire/codec.h"
#include "hub/notices/render.h"
#include "hub/notices/templates.h"
#include "hub/spine/progress.h"

#include <algorithm>
#include <mutex>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace guardline::notices {
namespace {

std::unexpected<Error> refuse(std::string what) { return fail(ErrorCode::invalid_argument, std::move(what)); }

/// Every channel of the route has words, and every placeholder a value. `links`: this hub can make addresses.
Status check_words(db::Database& database, const api::NoticeRequest& request, const Route& route, bool links) {
  const auto variants = read_template(database, request.template_, request.version);
  if (!variants) {
    if (variants.error().code == ErrorCode::not_found) return refuse("template: no such version");
    return std::unexpected(variants.error());
  }
  auto values = own_values();
  values.emplace("name", "");
  for (const auto& variable : request.variables)
    if (!values.emplace(variable.name, variable.value).second)
      return refuse("variables: '" + variable.name + "' is given twice or reserved");
  for (const auto& variant : *variants) {
    if (variant.category != request.category) return refuse("category: the template is of another category");
    for (const auto* text : {&variant.title, &variant.body})
      if (auto filled = render(*text, values); !filled) return refuse("variables: " + filled.error().message);
    if (request.category != Category::one_time_code && variant.body.find(kCodeName) != std::string::npos)
      return refuse("template: only the hub's own messages carry one-time codes");
    if (!links && variant.body.find(kLetterName) != std::string::npos)
      return refuse("template: it holds a link, and this hub has no public address (public_url in hub.json)");
  }
  for (const auto& step : route)
    for (const auto channel : step.channels)
      if (pick(*variants, channel, "zh-CN") == nullptr)
        return refuse("route: the template has no words for channel '" + std::string(name(channel)) + "'");
  return {};
}

Result<std::vector<InvestorId>> resolve(db::Database& database, const api::Audience& audience) {
  std::vector<InvestorId> people;
  if (audience.investors.has_value() == audience.tiers.has_value())
    return refuse("audience: give either investors or tiers");
  if (audience.investors) {
    std::set<InvestorId> seen;
    auto known = database.prepare("SELECT 1 FROM investor WHERE id = $1 AND erased_at IS NULL");
    if (!known) return std::unexpected(known.error());
    for (std::size_t i = 0; i < audience.investors->size(); ++i) {
      const auto& id = (*audience.investors)[i];
      if (!seen.insert(id).second) return refuse("audience/investors/" + std::to_string(i) + ": given twice");
      bool found = false;
      auto ok = (*known)->run({id.bytes()}, [&](const db::Row&) { return found = true; });
      if (!ok) return std::unexpected(ok.error());
      if (!found) return refuse("audience/investors/" + std::to_string(i) + ": no such investor");
      people.push_back(id);
    }
  } else {
    auto by_tier = database.prepare("SELECT id FROM investor WHERE tier = $1 AND erased_at IS NULL ORDER BY id");
    if (!by_tier) return std::unexpected(by_tier.error());
    std::set<std::string> tiers(audience.tiers->begin(), audience.tiers->end());
    for (const auto& tier : tiers) {
      auto ok = (*by_tier)->run({std::string_view(tier)}, [&](const db::Row& row) {
        if (auto id = InvestorId::from_bytes(row.blob(0))) people.push_back(*id);
        return true;
      });
      if (!ok) return std::unexpected(ok.error());
    }
  }
  if (people.empty()) return refuse("audience: nobody is meant");
  return people;
}

Status store(db::Database& database, NoticeId id, const std::string& request, Category category, AccountId actor,
             Timestamp now, const std::vector<InvestorId>& people) {
  auto notice = database.prepare(
      "INSERT INTO notice(id, request, category, actor, accepted_at, audience, planned) "
      "VALUES ($1, $2, $3, $4, $5, $6, 0)");
  if (!notice) return std::unexpected(notice.error());
  if (auto ok = (*notice)->run({id.bytes(), std::string_view(request), static_cast<std::int64_t>(category),
                                actor.bytes(), to_micros(now), static_cast<std::int64_t>(people.size())});
      !ok)
    return std::unexpected(ok.error());
  db::Batch batch;
  batch.rows = people.size();
  batch.columns = {{"notice", db::Type::blob, {}, {}, {}, {}},
                   {"position", db::Type::int64, {}, {}, {}, {}},
                   {"investor", db::Type::blob, {}, {}, {}, {}}};
  for (std::size_t i = 0; i < people.size(); ++i) {
    batch.columns[0].bytes.push_back(as_text(id.bytes()));
    batch.columns[1].ints.push_back(static_cast<std::int64_t>(i));
    batch.columns[2].bytes.push_back(as_text(people[i].bytes()));
  }
  auto ok = database.run_batch(
      "INSERT INTO notice_audience(notice, position, investor) "
      "SELECT r.notice, r.position, r.investor FROM {rows} AS r WHERE true ON CONFLICT DO NOTHING",
      batch);
  if (!ok) return std::unexpected(ok.error());
  return {};
}

}  // namespace

Route route_of(const api::NoticeRequest& request) {
  Route route;
  for (const auto& step : request.route)
    route.push_back({step.mode, step.channels, std::chrono::seconds(step.wait_seconds)});
  return route;
}

struct Intake::Impl {
  spine::Spine& spine;
  const Clock& clock;
  std::function<void()> accepted;
  bool links;
  std::mutex mutex;
  std::unique_ptr<db::Database> reads;
  std::unique_ptr<db::Database> projections;

  Result<db::Database*> connection(spine::Use use) {
    auto& held = use == spine::Use::read ? reads : projections;
    if (!held) {
      auto opened = spine.stores().open(use);
      if (!opened) return std::unexpected(opened.error());
      held = std::move(*opened);
    }
    return held.get();
  }
};

Intake::Intake(spine::Spine& spine, const Clock& clock, std::function<void()> accepted, bool links)
    : impl_(new Impl{spine, clock, std::move(accepted), links, {}, nullptr, nullptr}) {}
Intake::~Intake() = default;

Result<api::NoticeAccepted> Intake::accept(const api::NoticeRequest& request, AccountId actor, std::string_view key) {
  const auto route = route_of(request);
  if (request.category == Category::one_time_code && !actor.empty())
    return refuse("category: codes are sent by the hub itself");
  // A rehearsal must never reach a person: until drill carriers exist there is nothing it could run on.
  if (request.drill) return refuse("drill: rehearsals are not available on this hub");
  if (auto ok = check_route(route, request.category); !ok) return std::unexpected(ok.error());

  std::vector<InvestorId> people;
  {
    const std::lock_guard lock(impl_->mutex);
    auto database = impl_->connection(spine::Use::read);
    if (!database) return std::unexpected(database.error());
    if (auto ok = check_words(**database, request, route, impl_->links); !ok) return std::unexpected(ok.error());
    auto resolved = resolve(**database, request.audience);
    if (!resolved) return std::unexpected(resolved.error());
    people = std::move(*resolved);
  }

  const auto now = impl_->clock.now();
  const auto json = wire::to_json(request);
  const api::NoticeAccepted answer{NoticeId::make(now), static_cast<std::int64_t>(people.size()), now};
  const auto answer_json = wire::to_json(answer);

  spine::EventDraft event;
  event.id = EventId::make(now);
  event.occurred_at = now;
  event.kind = EventKind::notice_accepted;
  event.drill = request.drill;
  event.subject_type = SubjectType::notice;
  event.subject = answer.notice_id.value;
  event.notice = answer.notice_id;
  event.actor = actor;
  event.code = (request.template_ + ":" + std::to_string(request.version)).substr(0, 64);

  spine::Submission submission;
  submission.events.push_back(std::move(event));
  submission.idempotency =
      spine::IdempotencyRecord{actor.text() + " POST /v1/notices", std::string(key), crypto::sha256(as_bytes(json)),
                               Bytes(answer_json.begin(), answer_json.end())};
  // Read again for every message and every page of history, so without thousands of ids: `notice_audience` has them.
  auto kept = request;
  kept.audience.investors.reset();
  submission.also = [id = answer.notice_id, kept = wire::to_json(kept), category = request.category, actor, now,
                     &people](db::Database& database) {
    return store(database, id, kept, category, actor, now, people);
  };
  auto committed = impl_->spine.committer().submit_and_wait(std::move(submission));
  if (!committed) return std::unexpected(committed.error());
  auto given = wire::from_json<api::NoticeAccepted>(as_text(committed->answer));
  if (!given) return fail(ErrorCode::corrupt, "a kept idempotency answer can't be read");
  if (!committed->replayed && impl_->accepted) impl_->accepted();
  return *given;
}

Result<api::NoticeProgress> Intake::progress(NoticeId notice) {
  const std::lock_guard lock(impl_->mutex);
  auto database = impl_->connection(spine::Use::read);
  if (!database) return std::unexpected(database.error());
  auto statement = (*database)->prepare("SELECT category, accepted_at, audience FROM notice WHERE id = $1");
  if (!statement) return std::unexpected(statement.error());
  api::NoticeProgress out;
  bool found = false;
  auto ok = (*statement)->run({notice.bytes()}, [&](const db::Row& row) {
    out.category = static_cast<Category>(row.int64(0));
    out.accepted_at = from_micros(row.int64(1));
    out.audience_count = row.int64(2);
    return found = true;
  });
  if (!ok) return std::unexpected(ok.error());
  if (!found) return fail(ErrorCode::not_found, "no such notice");
  out.notice_id = notice;

  auto projections = impl_->connection(spine::Use::read_projections);
  if (!projections) return std::unexpected(projections.error());
  auto states = spine::read_notice(**projections, notice);
  if (!states) {
    if (states.error().code == ErrorCode::not_found) return out;  // accepted a moment ago, not projected yet
    return std::unexpected(states.error());
  }
  for (const auto& [channel, state, deliveries] : states->states) {
    switch (state) {
      case DeliveryState::planned:
      case DeliveryState::intent:
        out.planned += deliveries;
        break;
      case DeliveryState::handed:
        out.handed += deliveries;
        break;
      case DeliveryState::accepted:
        out.accepted += deliveries;
        break;
      case DeliveryState::unknown:
        out.unknown += deliveries;
        break;
      case DeliveryState::delivered:
        out.delivered += deliveries;
        break;
      case DeliveryState::failed:
        out.failed += deliveries;
        break;
      case DeliveryState::expired:
        out.expired += deliveries;
        break;
      case DeliveryState::suppressed:
        out.suppressed += deliveries;
        break;
      case DeliveryState::cancelled:
        out.cancelled += deliveries;
        break;
    }
  }
  return out;
}

}  // namespace guardline::notices
