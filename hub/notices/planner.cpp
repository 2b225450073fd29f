// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/notices/planner.h"

#include "core/wire/codec.h"
#include "hub/notices/content.h"
#include "hub/notices/intake.h"
#include "hub/notices/investors.h"
#include "hub/notices/messages.h"
#include "hub/notices/plan.h"
#include "hub/notices/worker.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace guardline::notices {
namespace {

/// What is planned of a notice, and how far.
struct Open {
  NoticeId id;
  api::NoticeRequest request;
  Timestamp accepted_at;
  std::int64_t planned{};
};

struct MessageRow {
  MessageId id;
  InvestorId investor;
  std::int64_t step;                       // -1 = no further step
  std::optional<std::int64_t> wait_until;  // when the next step starts although nothing has ended
  bool due_now;                            // nothing was sent: the next step's turn
};

Result<std::optional<Open>> oldest_open(db::Database& database) {
  auto statement = database.prepare(
      "SELECT id, request, accepted_at, planned FROM notice WHERE planned < audience ORDER BY accepted_at LIMIT 1");
  if (!statement) return std::unexpected(statement.error());
  std::optional<Open> open;
  Status broken;
  auto ok = (*statement)->run({}, [&](const db::Row& row) {
    auto request = wire::from_json<api::NoticeRequest>(row.text(1), {.max_bytes = 16U << 20U});
    const auto id = NoticeId::from_bytes(row.blob(0));
    if (!request || !id) {
      broken = fail(ErrorCode::corrupt, "an accepted notice can't be read back");
      return false;
    }
    open = Open{*id, std::move(*request), from_micros(row.int64(2)), row.int64(3)};
    return true;
  });
  if (!ok) return std::unexpected(ok.error());
  if (!broken) return std::unexpected(broken.error());
  return open;
}

Result<std::vector<InvestorId>> audience_slice(db::Database& database, const Open& open, std::size_t max) {
  auto statement = database.prepare(
      "SELECT investor FROM notice_audience WHERE notice = $1 AND position >= $2 ORDER BY position LIMIT $3");
  if (!statement) return std::unexpected(statement.error());
  std::vector<InvestorId> people;
  auto ok = (*statement)->run({open.id.bytes(), open.planned, static_cast<std::int64_t>(max)}, [&](const db::Row& row) {
    if (auto id = InvestorId::from_bytes(row.blob(0))) people.push_back(*id);
    return true;
  });
  if (!ok) return std::unexpected(ok.error());
  return people;
}

Status store_messages(db::Database& database, const Open& open, std::span<const MessageRow> rows, std::size_t people,
                      Timestamp now) {
  // Somebody else (a hub that took over) may have planned these already: then nothing of this happens.
  auto progress = database.prepare("UPDATE notice SET planned = planned + $3 WHERE id = $1 AND planned = $2");
  if (!progress) return std::unexpected(progress.error());
  auto moved = (*progress)->run({open.id.bytes(), open.planned, static_cast<std::int64_t>(people)});
  if (!moved) return std::unexpected(moved.error());
  if (*moved != 1) return fail(ErrorCode::conflict, "these investors were planned by another hub");
  auto insert = database.prepare(
      "INSERT INTO message(id, notice, investor, step, wait_until, due_at) VALUES ($1, $2, $3, $4, $5, $6)");
  if (!insert) return std::unexpected(insert.error());
  for (const auto& row : rows) {
    const db::Param wait = row.wait_until ? db::Param(*row.wait_until) : db::Param(db::Null{db::Type::int64});
    const db::Param due = row.due_now ? db::Param(to_micros(now)) : wait;
    if (auto ok = (*insert)->run({row.id.bytes(), open.id.bytes(), row.investor.bytes(), row.step, wait, due}); !ok)
      return std::unexpected(ok.error());
  }
  return {};
}

}  // namespace

struct Planner::Impl {
  Impl(spine::Spine& s, const Clock& c, OpenerFactory f, WorkSink k, PlannerOptions o)
      : spine(s),
        clock(c),
        make_opener(std::move(f)),
        sink(std::move(k)),
        options(o),
        worker([this] { return round(); }, o.poll) {}

  Result<bool> round() {
    if (!database) {
      auto opened = spine.stores().open(spine::Use::read);
      if (!opened) return std::unexpected(opened.error());
      auto again = spine.stores().open(spine::Use::read);
      if (!again) return std::unexpected(again.error());
      database = std::move(*opened);  // both or none
      sealed = std::move(*again);
    }
    if (sink.backlog && sink.backlog() > options.backlog_bound) return false;
    auto open = oldest_open(*database);
    if (!open) return std::unexpected(open.error());
    if (!*open) return false;
    if (auto ok = plan_slice(**open); !ok) return std::unexpected(ok.error());
    return true;
  }

  Status plan_slice(const Open& open) {
    auto people = audience_slice(*database, open, options.batch);
    if (!people) return std::unexpected(people.error());
    auto variants = read_template(*database, open.request.template_, open.request.version);
    if (!variants) return std::unexpected(variants.error());
    const auto now = clock.now();
    const auto month = month_start(now);
    const auto route = route_of(open.request);
    std::vector<Channel> channels;
    for (const auto& step : route) channels.insert(channels.end(), step.channels.begin(), step.channels.end());
    // What a template says in the web inbox is kept with every message, whichever ways lead there.
    if (std::ranges::find(channels, Channel::web) == channels.end()) channels.push_back(Channel::web);

    spine::Submission submission;
    std::vector<DeliveryRow> deliveries;
    std::vector<MessageRow> messages;
    std::vector<InvestorId> marketed;
    for (const auto& investor : *people) {
      auto profile = read_profile(*database, investor, month);
      if (!profile) return std::unexpected(profile.error());
      const MessageDraft draft{open.id, MessageId::make(now), investor, open.request.drill};
      spine::EventDraft event;
      event.id = EventId::make(now);
      event.occurred_at = now;
      event.drill = draft.drill;
      event.kind = EventKind::message_planned;
      event.subject_type = SubjectType::message;
      event.subject = draft.message.value;
      event.notice = draft.notice;
      event.message = draft.message;
      event.investor = investor;
      submission.events.push_back(std::move(event));
      const spine::Cause cause = spine::DraftIndex{submission.events.size() - 1};

      if (!profile->erased) {
        if (auto ok = add_body(submission, draft, *variants, channels, open.request); !ok) return ok;
      }
      const auto plan = plan_first_step(*profile, route, open.request.category);
      const auto sent = add_deliveries(submission, deliveries, draft, plan, cause, now);
      const bool further = route.size() > 1 && !profile->erased;
      MessageRow row{draft.message, investor, further ? 0 : -1, std::nullopt, further && sent == 0};
      if (further && route[1].wait.count() > 0) row.wait_until = to_micros(now + route[1].wait);
      messages.push_back(row);
      if (open.request.category == Category::marketing) {
        for (const auto& way : plan)
          if (way.channel == Channel::sms && way.reason == Reason::none) marketed.push_back(investor);
      }
    }
    auto work = submission.add_outgoing;
    submission.also = [&](db::Database& db) -> Status {
      if (auto ok = store_messages(db, open, messages, people->size(), now); !ok) return ok;
      if (auto ok = store_deliveries(db, deliveries); !ok) return ok;
      return count_marketing_sms(db, marketed, month);
    };
    auto committed = spine.committer().submit_and_wait(std::move(submission));
    if (!committed) {
      if (committed.error().code == ErrorCode::conflict) return {};
      return std::unexpected(committed.error());
    }
    sink.add(std::move(work));
    return {};
  }

  Status add_body(spine::Submission& submission, const MessageDraft& draft, const std::vector<TemplateText>& variants,
                  std::span<const Channel> channels, const api::NoticeRequest& request) {
    auto opener = make_opener(*sealed);
    auto record = read_record(opener, draft.investor);
    if (!record) return std::unexpected(record.error());
    auto language = read_language(*database, draft.investor);
    if (!language) return std::unexpected(language.error());
    auto values = own_values();
    values.emplace("name", record->name);
    for (const auto& variable : request.variables) values.emplace(variable.name, variable.value);
    auto packed = pack_message(variants, channels, *language, std::move(values));
    if (!packed) return std::unexpected(packed.error());
    submission.bodies.push_back({draft.message, draft.investor, Bytes(packed->begin(), packed->end())});
    return {};
  }

  spine::Spine& spine;
  const Clock& clock;
  OpenerFactory make_opener;
  WorkSink sink;
  PlannerOptions options;
  std::unique_ptr<db::Database> database;
  std::unique_ptr<db::Database> sealed;
  Worker worker;
};

Planner::Planner(spine::Spine& spine, const Clock& clock, OpenerFactory opener, WorkSink sink, PlannerOptions options)
    : impl_(std::make_unique<Impl>(spine, clock, std::move(opener), std::move(sink), options)) {}
Planner::~Planner() { stop(); }
void Planner::start() { impl_->worker.start(); }
void Planner::stop() { impl_->worker.stop(); }
void Planner::wake() { impl_->worker.wake(); }
std::string Planner::trouble() const { return impl_->worker.trouble(); }

}  // namespace guardline::notices
