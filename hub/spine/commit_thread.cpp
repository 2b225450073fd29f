// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/spine/commit_thread.h"

#include "hub/spine/draft_check.h"
#include "hub/spine/heads.h"
#include "hub/spine/sql.h"

#include <algorithm>
#include <chrono>
#include <future>

namespace guardline::spine {
namespace {

constexpr Micros kIdle{200'000};
constexpr int kStoreTries = 3;        // a broken store gets this many chances before the callers hear of it
constexpr Micros kFirstPause{5'000};  // doubled at each further try
constexpr Micros kOutcomeWait{
    30'000'000};  // how long an unanswered COMMIT is looked up before callers are told "unknown"
constexpr Micros kHeadLook{60'000'000};

bool store_is_broken(ErrorCode code) {
  return code == ErrorCode::io || code == ErrorCode::unavailable || code == ErrorCode::timeout;
}

std::int64_t day_of(Timestamp at) { return std::chrono::floor<std::chrono::days>(at).time_since_epoch().count(); }

}  // namespace

Result<Committed> Committer::submit_and_wait(Submission submission) {
  auto promise = std::make_shared<std::promise<Result<Committed>>>();
  auto answer = promise->get_future();
  auto queued =
      submit(std::move(submission), [promise](Result<Committed> result) { promise->set_value(std::move(result)); });
  if (!queued) return std::unexpected(queued.error());
  return answer.get();
}

CommitThread::CommitThread(CommitSetup setup, std::unique_ptr<db::Database> database, KeyRing keys,
                           crypto::Ed25519Signer signer, Leases leases, CommitSignal& signal, const Clock& clock)
    : setup_(std::move(setup)),
      database_(std::move(database)),
      keys_(std::move(keys)),
      signer_(std::move(signer)),
      leases_(std::move(leases)),
      signal_(signal),
      clock_(clock),
      writer_(leases_, keys_, setup_.meta.partitions),
      queue_(setup_.options) {
  next_refresh_ = clock_.steady() + setup_.lease / 3;
  publish_owned();
  thread_ = std::thread([this] { loop(); });
}

CommitThread::~CommitThread() { stop(); }

void CommitThread::stop() {
  std::call_once(stopped_, [this] {
    stopping_ = true;
    queue_.close();
    thread_.join();
    database_.reset();
  });
}

Status CommitThread::submit(Submission submission, Done done) {
  if (auto ok = check_submission(submission, setup_.options); !ok) return ok;
  return queue_.push({std::move(submission), std::move(done)});
}

CommitterStats CommitThread::stats() const {
  const std::lock_guard lock(mutex_);
  CommitterStats stats = stats_;
  stats.refused = queue_.refused();
  return stats;
}

std::vector<Holding> CommitThread::holdings() const {
  const std::lock_guard lock(mutex_);
  return owned_;
}

void CommitThread::publish_owned() {
  auto owned = leases_.owned();
  const std::lock_guard lock(mutex_);
  owned_ = std::move(owned);
}

Status CommitThread::run(const std::function<Status(db::Database&, KeyRing&)>& task) {
  std::promise<Status> promise;
  auto answer = promise.get_future();
  const bool queued = queue_.push_task([&] {
    auto ok = ensure_open();
    if (ok) ok = task(*database_, keys_);
    if (database_ && database_->in_transaction()) database_->rollback();
    if (!ok && store_is_broken(ok.error().code)) disconnect();
    promise.set_value(std::move(ok));
  });
  if (!queued) return fail(ErrorCode::unavailable, "the committer is stopping");
  return answer.get();
}

void CommitThread::loop() {
  for (;;) {
    auto taken = queue_.take(kIdle);
    if (taken.closed) break;
    for (auto& task : taken.tasks) task();
    tick();
    if (!taken.group.empty()) process(std::move(taken.group));
  }
  if (setup_.shared && database_) leases_.release(*database_);
}

void CommitThread::tick() {
  const auto steady = clock_.steady();
  if (setup_.shared && steady >= next_refresh_) {
    next_refresh_ = steady + setup_.lease / 3;
    if (ensure_open()) {
      if (auto ok = refresh_leases(); !ok && store_is_broken(ok.error().code)) disconnect();
    }
  }
  if (steady >= next_head_look_) {
    next_head_look_ = steady + kHeadLook;
    if (!ensure_open()) return;
    // Once a UTC day, by whichever hub comes first; a failure is tried again at the next look.
    const auto last = last_head_at(*database_);
    if (!last || (*last && day_of(**last) >= day_of(clock_.now()))) return;
    (void)write_head(*database_, signer_, setup_.meta.mark, setup_.meta.partitions, clock_.now());
  }
}

Status CommitThread::refresh_leases() {
  auto ok = leases_.refresh(*database_, clock_.now());
  if (leases_.takeovers() != takeovers_seen_) {
    // Another hub may have made or destroyed keys of these partitions.
    takeovers_seen_ = leases_.takeovers();
    keys_.clear();
  }
  publish_owned();
  return ok;
}

Status CommitThread::ensure_open() {
  if (database_) return {};
  auto opened = setup_.stores.open(Use::commit);
  if (!opened) return std::unexpected(opened.error());
  if (auto ok = leases_.reload(**opened); !ok) return ok;
  keys_.clear();
  database_ = std::move(*opened);
  publish_owned();
  return {};
}

void CommitThread::disconnect() {
  keys_.rolled_back();
  database_.reset();
}

void CommitThread::pause(Micros time) {
  if (!stopping_) std::this_thread::sleep_for(time);
}

void CommitThread::answer_all(Group& group, const Error& error) {
  for (auto& pending : group) pending.done(std::unexpected(error));
  group.clear();
}

void CommitThread::process(Group group) {
  Micros wait = kFirstPause;
  for (int broken = 0; !group.empty();) {
    auto failure = try_once(group);
    if (!failure) return;
    {
      const std::lock_guard lock(mutex_);
      ++stats_.retries;
    }
    const bool is_broken = store_is_broken(failure->error.code);
    if (is_broken) disconnect();
    if (is_broken && ++broken < kStoreTries) {
      pause(wait);
      wait *= 2;
      continue;
    }
    if (shed(group, *failure)) continue;
    if (group.size() == 1 || is_broken || failure->error.code == ErrorCode::exhausted) {
      answer_all(group, failure->error);
      return;
    }
    // Nobody was named: one by one, so that the one to blame fails alone.
    for (auto& pending : group) {
      Group single;
      single.push_back(std::move(pending));
      process(std::move(single));
    }
    return;
  }
}

bool CommitThread::touches(const Submission& submission, std::uint16_t partition) const {
  const auto in = [&](const auto& id) { return partition_of(id.value, setup_.meta.partitions) == partition; };
  return std::ranges::any_of(submission.events,
                             [&](const auto& d) { return partition_of(d, setup_.meta.partitions) == partition; }) ||
         std::ranges::any_of(submission.add_outgoing, [&](const auto& w) { return in(w.investor); }) ||
         std::ranges::any_of(submission.bodies, [&](const auto& b) { return in(b.investor); }) ||
         std::ranges::any_of(submission.erase, in);
}

bool CommitThread::shed(Group& group, const GroupFailure& failure) {
  if (failure.submission) {
    const auto at = group.begin() + static_cast<std::ptrdiff_t>(*failure.submission);
    at->done(std::unexpected(failure.error));
    group.erase(at);
    return true;
  }
  if (!failure.partition) return false;
  leases_.lost(*failure.partition);
  publish_owned();
  std::erase_if(group, [&](Pending& pending) {
    if (!touches(pending.submission, *failure.partition)) return false;
    pending.done(std::unexpected(failure.error));
    return true;
  });
  return true;
}

std::optional<GroupFailure> CommitThread::try_once(Group& group) {
  const auto plain = [](const Error& error) { return GroupFailure{error, std::nullopt, std::nullopt}; };
  if (auto ok = ensure_open(); !ok) return plain(ok.error());
  std::vector<Submission*> submissions;
  submissions.reserve(group.size());
  for (auto& pending : group) submissions.push_back(&pending.submission);

  // Never backwards, whatever the wall clock does: readers may rely on it within a partition.
  last_now_ = std::max(last_now_ + Micros(1), clock_.now());
  if (auto ok = database_->begin(); !ok) return plain(ok.error());
  ++group_number_;
  auto written = writer_.write(*database_, submissions, last_now_);
  if (written && written->rows.empty()) {
    // Nothing in the rows would tell whether this group was committed.
    auto ok = do_sql(*database_, "UPDATE commit_mark SET last_group = $2 WHERE owner = $1",
                     {std::string_view(setup_.owner), group_number_});
    if (!ok) written = std::unexpected(plain(ok.error()));
  }
  if (!written) {
    database_->rollback();
    keys_.rolled_back();
    return std::move(written.error());
  }
  if (auto ok = database_->commit(); !ok) {
    if (auto failure = settle_commit(*written, ok.error())) return failure;
  } else {
    keys_.committed();
  }
  finish(group, std::move(*written));
  return std::nullopt;
}

std::optional<GroupFailure> CommitThread::settle_commit(const WrittenGroup& written, const Error& error) {
  {
    const std::lock_guard lock(mutex_);
    ++stats_.read_backs;
  }
  disconnect();
  switch (read_back(written)) {
    case Outcome::committed:
      return std::nullopt;
    case Outcome::absent:
      return GroupFailure{error, std::nullopt, std::nullopt};
    case Outcome::unknown:
      break;
  }
  // `timeout` would be tried again and could then be there twice: this must end here.
  return GroupFailure{{ErrorCode::exhausted, "outcome unknown: " + error.message}, std::nullopt, std::nullopt};
}

CommitThread::Outcome CommitThread::read_back(const WrittenGroup& written) {
  const auto until = clock_.steady() + kOutcomeWait;
  Micros wait = kFirstPause;
  for (int tries = 0;; ++tries) {
    if (ensure_open()) {
      if (auto there = is_there(written)) return *there ? Outcome::committed : Outcome::absent;
      disconnect();
    }
    if ((stopping_ && tries >= kStoreTries) || clock_.steady() >= until) return Outcome::unknown;
    std::this_thread::sleep_for(wait);
    wait = std::min(wait * 2, Micros(1'000'000));
  }
}

Result<bool> CommitThread::is_there(const WrittenGroup& written) {
  // Behind the lock that the lost transaction held: PostgreSQL may still be committing it. And with a write of our own:
  // an embedded log may hold the lost frames behind its end, where a crash would bring them back; this overwrites them.
  auto transaction = db::Transaction::begin(*database_);
  if (!transaction) return std::unexpected(transaction.error());
  bool there = false;
  Status ok;
  if (written.rows.empty()) {
    ok = do_sql(*database_, "UPDATE commit_mark SET last_group = last_group WHERE owner = $1",
                {std::string_view(setup_.owner)});
    if (!ok) return std::unexpected(ok.error());
    ok = do_sql(*database_, "SELECT last_group FROM commit_mark WHERE owner = $1", {std::string_view(setup_.owner)},
                [&](const db::Row& row) {
                  there = row.int64(0) == group_number_;
                  return true;
                });
  } else {
    const auto& last = written.rows.back();
    const std::int64_t partition = last.ref.partition;
    ok = do_sql(*database_, "UPDATE lease SET next_seq = next_seq WHERE partition = $1", {partition});
    if (!ok) return std::unexpected(ok.error());
    ok = do_sql(*database_, "SELECT event_id FROM spine WHERE partition = $1 AND seq = $2", {partition, last.ref.seq},
                [&](const db::Row& row) {
                  there = std::ranges::equal(row.blob(0), last.id.value);
                  return true;
                });
  }
  if (!ok) return std::unexpected(ok.error());
  if (ok = transaction->commit(); !ok) return std::unexpected(ok.error());
  return there;
}

void CommitThread::finish(Group& group, WrittenGroup written) {
  for (const auto& seal : written.seals) {
    if (leases_.owns(seal.partition)) leases_.advance(seal.partition, seal.chain);
  }
  {
    const std::lock_guard lock(mutex_);
    ++stats_.groups;
    stats_.events += written.rows.size();
  }
  if (!written.rows.empty()) signal_.raise();
  for (std::size_t i = 0; i < group.size(); ++i) group[i].done(std::move(written.answers[i]));
  group.clear();
}

}  // namespace guardline::spine
