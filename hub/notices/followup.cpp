// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/notices/followup.h"

#include "core/wire/codec.h"
#include "hub/notices/intake.h"
#include "hub/notices/investors.h"
#include "hub/notices/messages.h"
#include "hub/notices/worker.h"
#include "hub/spine/outgoing.h"

#include <optional>
#include <utility>
#include <vector>

namespace guardline::notices {
namespace {

struct Due {
  MessageId message;
  NoticeId notice;
  InvestorId investor;
  std::int64_t step{};
  std::optional<std::int64_t> wait_until;
  std::int64_t due_at{};
};

/// How the deliveries of a message stand.
struct Standing {
  bool reached{false};
  bool open{false};
};

Result<std::vector<Due>> read_due(db::Database& database, Timestamp now, std::size_t max) {
  auto statement = database.prepare(
      "SELECT id, notice, investor, step, wait_until, due_at FROM message WHERE due_at IS NOT NULL AND due_at <= $1 "
      "ORDER BY due_at LIMIT $2");
  if (!statement) return std::unexpected(statement.error());
  std::vector<Due> due;
  auto ok = (*statement)->run({to_micros(now), static_cast<std::int64_t>(max)}, [&](const db::Row& row) {
    const auto id = MessageId::from_bytes(row.blob(0));
    const auto notice = NoticeId::from_bytes(row.blob(1));
    const auto investor = InvestorId::from_bytes(row.blob(2));
    if (id && notice && investor)
      due.push_back({*id, *notice, *investor, row.int64(3), row.is_null(4) ? std::nullopt : std::optional(row.int64(4)),
                     row.int64(5)});
    return true;
  });
  if (!ok) return std::unexpected(ok.error());
  return due;
}

Result<Standing> standing(db::Database& database, MessageId message) {
  auto statement = database.prepare("SELECT delivery FROM message_delivery WHERE message = $1");
  if (!statement) return std::unexpected(statement.error());
  std::vector<DeliveryId> deliveries;
  auto ok = (*statement)->run({message.bytes()}, [&](const db::Row& row) {
    if (auto id = DeliveryId::from_bytes(row.blob(0))) deliveries.push_back(*id);
    return true;
  });
  if (!ok) return std::unexpected(ok.error());
  Standing out;
  for (const auto& delivery : deliveries) {
    auto state = spine::read_delivery_state(database, delivery);
    if (!state) return std::unexpected(state.error());
    if (!*state) continue;
    if (**state == DeliveryState::delivered) out.reached = true;
    // What can't be told any more is waited for no longer; everything before an end still runs.
    if (!is_end_state(**state) && **state != DeliveryState::unknown) out.open = true;
  }
  return out;
}

Result<std::optional<api::NoticeRequest>> read_request(db::Database& database, NoticeId notice) {
  auto statement = database.prepare("SELECT request FROM notice WHERE id = $1");
  if (!statement) return std::unexpected(statement.error());
  std::optional<api::NoticeRequest> request;
  auto ok = (*statement)->run({notice.bytes()}, [&](const db::Row& row) {
    if (auto read = wire::from_json<api::NoticeRequest>(row.text(0), {.max_bytes = 16U << 20U}))
      request = std::move(*read);
    return true;
  });
  if (!ok) return std::unexpected(ok.error());
  return request;
}

/// Moves a message from where it was read; a conflict means that somebody else took the step, or that another delivery
/// has ended since (mark_due): what was decided is out of date then, and the message is looked at again.
Status move(db::Database& database, const Due& due, std::int64_t step, std::optional<std::int64_t> wait_until,
            std::optional<std::int64_t> due_at) {
  auto statement = database.prepare(
      "UPDATE message SET step = $3, wait_until = $4, due_at = $5 WHERE id = $1 AND step = $2 AND due_at = $6");
  if (!statement) return std::unexpected(statement.error());
  const auto param = [](const std::optional<std::int64_t>& value) {
    return value ? db::Param(*value) : db::Param(db::Null{db::Type::int64});
  };
  auto moved = (*statement)->run({due.message.bytes(), due.step, step, param(wait_until), param(due_at), due.due_at});
  if (!moved) return std::unexpected(moved.error());
  if (*moved != 1) return fail(ErrorCode::conflict, "the step was taken already, or a delivery has ended since");
  return {};
}

}  // namespace

struct FollowUp::Impl {
  Impl(spine::Spine& s, const Clock& c, WorkSink k, FollowUpOptions o)
      : spine(s), clock(c), sink(std::move(k)), options(o), worker([this] { return round(); }, o.poll) {}

  Result<bool> round() {
    if (!database) {
      auto opened = spine.stores().open(spine::Use::read);
      if (!opened) return std::unexpected(opened.error());
      database = std::move(*opened);
    }
    auto due = read_due(*database, clock.now(), options.batch);
    if (!due) return std::unexpected(due.error());
    for (const auto& message : *due)
      if (auto ok = follow(message); !ok && ok.error().code != ErrorCode::conflict) return std::unexpected(ok.error());
    return due->size() == options.batch;
  }

  Status follow(const Due& due) {
    const auto now = clock.now();
    auto stands = standing(*database, due.message);
    if (!stands) return std::unexpected(stands.error());
    if (stands->reached) return settle(due, -1, std::nullopt, std::nullopt);
    const bool waited = due.wait_until && *due.wait_until <= to_micros(now);
    if (stands->open && !waited) return settle(due, due.step, due.wait_until, due.wait_until);
    return next_step(due, now);
  }

  /// Only ordinary rows change: no event, nothing happened to the investor.
  Status settle(const Due& due, std::int64_t step, std::optional<std::int64_t> wait_until,
                std::optional<std::int64_t> due_at) {
    spine::Submission submission;
    submission.also = [&](db::Database& db) { return move(db, due, step, wait_until, due_at); };
    auto committed = spine.committer().submit_and_wait(std::move(submission));
    if (!committed) return std::unexpected(committed.error());
    return {};
  }

  /// The double-channel lock may have pulled the step's channel into the first one. Asked of what was done, not
  /// reckoned again: since then the investor's contacts may have changed.
  Result<bool> has_had_its_chance(MessageId message, std::size_t step) {
    auto statement = database->prepare("SELECT 1 FROM message_delivery WHERE message = $1 AND step = $2");
    if (!statement) return std::unexpected(statement.error());
    bool found = false;
    auto ok = (*statement)->run({message.bytes(), static_cast<std::int64_t>(step)}, [&](const db::Row&) {
      found = true;
      return true;
    });
    if (!ok) return std::unexpected(ok.error());
    return found;
  }

  Status next_step(const Due& due, Timestamp now) {
    auto request = read_request(*database, due.notice);
    if (!request) return std::unexpected(request.error());
    if (!*request) return fail(ErrorCode::corrupt, "an accepted notice can't be read back");
    auto profile = read_profile(*database, due.investor, month_start(now));
    if (!profile) return std::unexpected(profile.error());
    const auto route = route_of(**request);
    const auto step = static_cast<std::size_t>(due.step) + 1;
    if (step >= route.size()) return settle(due, -1, std::nullopt, std::nullopt);

    const auto used = has_had_its_chance(due.message, step);
    if (!used) return std::unexpected(used.error());
    std::optional<PlannedDelivery> planned;
    if (!*used) planned = plan_step(*profile, route, (*request)->category, step);
    const std::vector<PlannedDelivery> plan(planned ? 1 : 0, planned.value_or(PlannedDelivery{}));
    spine::Submission submission;
    std::vector<DeliveryRow> rows;
    const auto sent = add_deliveries(submission, rows, {due.notice, due.message, due.investor, (*request)->drill}, plan,
                                     std::monostate{}, now);
    // A step that sends nothing gives way to the one after it at once; the last one waits for nobody.
    std::optional<std::int64_t> wait_until;
    std::optional<std::int64_t> due_at;
    if (step + 1 < route.size()) {
      if (route[step + 1].wait.count() > 0) wait_until = to_micros(now + route[step + 1].wait);
      due_at = sent == 0 ? std::optional(to_micros(now)) : wait_until;
    }
    const auto last = step + 1 >= route.size();
    std::vector<InvestorId> marketed;
    if ((*request)->category == Category::marketing && sent > 0 && planned->channel == Channel::sms)
      marketed.push_back(due.investor);
    auto work = submission.add_outgoing;
    submission.also = [&](db::Database& db) -> Status {
      if (auto ok = count_marketing_sms(db, marketed, month_start(now)); !ok) return ok;
      if (auto ok = move(db, due, last ? -1 : static_cast<std::int64_t>(step), wait_until, due_at); !ok) return ok;
      return store_deliveries(db, rows);
    };
    auto committed = spine.committer().submit_and_wait(std::move(submission));
    if (!committed) return std::unexpected(committed.error());
    if (!work.empty()) sink.add(std::move(work));
    return {};
  }

  spine::Spine& spine;
  const Clock& clock;
  WorkSink sink;
  FollowUpOptions options;
  std::unique_ptr<db::Database> database;
  Worker worker;
};

FollowUp::FollowUp(spine::Spine& spine, const Clock& clock, WorkSink sink, FollowUpOptions options)
    : impl_(std::make_unique<Impl>(spine, clock, std::move(sink), options)) {}
FollowUp::~FollowUp() { stop(); }
void FollowUp::start() { impl_->worker.start(); }
void FollowUp::stop() { impl_->worker.stop(); }
void FollowUp::wake() { impl_->worker.wake(); }
std::string FollowUp::trouble() const { return impl_->worker.trouble(); }

}  // namespace guardline::notices
