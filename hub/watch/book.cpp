// The book of alerts. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/watch/book.h"

#include "core/crypto/digest.h"
#include "hub/spine/connections.h"
#include "hub/watch/contest.h"
#include "hub/watch/rule.h"

#include <string_view>
#include <utility>

namespace guardline::watch {
namespace {

constexpr std::size_t kLogLines = 500;

std::string_view path_word(AlertAct act) {
  switch (act) {
    case AlertAct::acknowledged:
      return "acknowledge";
    case AlertAct::resolved:
      return "resolve";
    case AlertAct::assigned:
      return "assign";
    case AlertAct::shelved:
      return "shelve";
    default:
      return "unshelve";
  }
}

spine::IdempotencyRecord idempotency_of(const PersonAct& wish) {
  spine::IdempotencyRecord record;
  record.scope = wish.actor.text() + " POST /v1/alerts/" + wish.alert.text() + "/" + std::string(path_word(wish.act));
  record.key = wish.key;
  const auto content = std::to_string(wish.occurrence) + "\n" + wish.owner.text() + "\n" +
                       std::to_string(wish.until ? to_micros(*wish.until) : 0) + "\n" + wish.words;
  record.request = crypto::sha256(as_bytes(content));
  return record;
}

constexpr int kContestTries = 8;  // an alert that changes more often while one row is written is nobody's

/// The alert as the transaction sees it; an empty record if it was never raised.
Result<AlertRecord> present(db::Database& database, AlertId id) {
  auto record = read_alert(database, id);
  if (!record && record.error().code == ErrorCode::not_found) return AlertRecord{};
  return record;
}

}  // namespace

struct AlertBook::Impl {
  spine::Committer& committer;
  const Clock& clock;
  std::function<void()> changed;
  spine::Connections reads;
};

AlertBook::AlertBook(spine::Committer& committer, spine::Stores stores, const Clock& clock,
                     std::function<void()> changed)
    : impl_(new Impl{committer, clock, std::move(changed),
                     spine::Connections([stores = std::move(stores)] { return stores.open(spine::Use::read); })}) {}
AlertBook::~AlertBook() = default;

std::expected<AlertRecord, ActFailure> AlertBook::act(const PersonAct& wish) {
  const auto failed = [](Error error) { return std::unexpected(ActFailure{std::move(error), std::nullopt, 0}); };
  const auto look = [&] {
    return impl_->reads.with([&](db::Database& database) { return read_alert(database, wish.alert); });
  };
  const auto before = look();
  if (!before) return failed(before.error());
  AlertFact fact;
  fact.alert = wish.alert;
  fact.act = wish.act;
  fact.occurrence = wish.occurrence;
  fact.at = impl_->clock.now();
  fact.actor = wish.actor;
  fact.rule = before->trigger.rule;  // an alert never changes what it watches
  fact.channel = before->channel;
  fact.words = wish.words;
  fact.until = wish.until;
  fact.owner = wish.owner;
  // What does not go on needs no promise. Should it clear meanwhile, `apply` lets the promise go.
  if (wish.act == AlertAct::acknowledged && before->state.active) {
    const auto holds = impl_->reads.with(
        [&](db::Database& database) { return acknowledgement_holds(database, before->trigger.rule); });
    if (!holds) return failed(holds.error());
    if (*holds) fact.until = fact.at + **holds;
  }

  std::optional<AlarmRefusal> refusal;
  std::int64_t occurrence = 0;
  spine::Submission submission;
  submission.events.push_back(draft_of(fact));
  submission.idempotency = idempotency_of(wish);
  submission.also = [&](db::Database& database) -> Status {
    refusal.reset();
    const auto now = read_alert(database, wish.alert);
    if (!now) return std::unexpected(now.error());
    const auto after = apply(*now, fact);
    if (!after) {
      refusal = after.error();
      occurrence = now->state.occurrence;
      return fail(ErrorCode::conflict, "the alert does not allow this now");
    }
    return write_fact(database, *after, fact);
  };
  auto committed = impl_->committer.submit_and_wait(std::move(submission));
  if (!committed) return std::unexpected(ActFailure{committed.error(), refusal, occurrence});
  if (!committed->replayed && impl_->changed) impl_->changed();
  auto after = look();
  if (!after) return failed(after.error());
  return std::move(*after);
}

Status AlertBook::contest(const PersonAct& wish, AlarmRefusal why, Timestamp written_at) {
  if (!obstacle_of(why)) return fail(ErrorCode::invalid_argument, "nothing that was in the way of a person's act");
  for (int tries = 0; tries < kContestTries; ++tries) {
    const auto seen = read(wish.alert);
    if (!seen) return std::unexpected(seen.error());
    const auto fact = contested(*seen, wish, why, written_at, impl_->clock.now());
    bool moved = false;
    spine::Submission submission;
    submission.events.push_back(draft_of(fact));
    submission.idempotency = idempotency_of(wish);
    submission.idempotency->scope += " contested";
    submission.also = [&](db::Database& database) -> Status {
      moved = false;
      const auto now = read_alert(database, wish.alert);
      if (!now) return std::unexpected(now.error());
      moved = now->revision != seen->alert.revision;
      if (moved) return fail(ErrorCode::conflict, "the alert has changed meanwhile");
      const auto after = apply(*now, fact);
      if (!after) return fail(ErrorCode::internal, "a contested act changes nothing, so nothing refuses it");
      return write_fact(database, *after, fact);
    };
    const auto committed = impl_->committer.submit_and_wait(std::move(submission));
    if (!committed && moved) continue;
    if (!committed) return std::unexpected(committed.error());
    if (!committed->replayed && impl_->changed) impl_->changed();
    return {};
  }
  return fail(ErrorCode::unavailable, "the alert changes too fast");
}

Status AlertBook::record(const std::vector<AlertFact>& facts, std::int64_t revision) {
  if (facts.empty()) return {};
  spine::Submission submission;
  for (const auto& fact : facts) submission.events.push_back(draft_of(fact));
  submission.also = [&](db::Database& database) -> Status {
    auto now = present(database, facts.front().alert);
    if (!now) return std::unexpected(now.error());
    if (now->revision != revision) return fail(ErrorCode::conflict, "the alert has changed meanwhile");
    for (const auto& fact : facts) {
      auto after = apply(*now, fact);
      if (!after) return fail(ErrorCode::conflict, "the alert does not allow this now");
      if (auto ok = write_fact(database, *after, fact); !ok) return ok;
      now = std::move(*after);
    }
    return {};
  };
  auto committed = impl_->committer.submit_and_wait(std::move(submission));
  if (!committed) return std::unexpected(committed.error());
  if (impl_->changed) impl_->changed();
  return {};
}

Result<AlertReading> AlertBook::read(AlertId alert) {
  return impl_->reads.with([&](db::Database& database) -> Result<AlertReading> {
    auto record = read_alert(database, alert);
    if (!record) return std::unexpected(record.error());
    auto log = read_log(database, alert, kLogLines);
    if (!log) return std::unexpected(log.error());
    return AlertReading{std::move(*record), std::move(*log)};
  });
}

Result<AlertListing> AlertBook::list(const AlertFilter& filter, const std::optional<AlertPlace>& after,
                                     std::size_t max) {
  return impl_->reads.with([&](db::Database& database) -> Result<AlertListing> {
    AlertListing listing;
    auto alerts = list_alerts(database, filter, after, max + 1);
    if (!alerts) return std::unexpected(alerts.error());
    auto counts = count_alerts(database, filter);
    if (!counts) return std::unexpected(counts.error());
    listing.more = alerts->size() > max;
    if (listing.more) alerts->resize(max);
    listing.alerts = std::move(*alerts);
    listing.counts = *counts;
    return listing;
  });
}

Result<std::vector<AlertRecord>> AlertBook::all() {
  return impl_->reads.with([](db::Database& database) { return read_alerts(database); });
}

}  // namespace guardline::watch
