// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/inbox/codes.h"

#include "core/crypto/digest.h"
#include "core/log/log.h"
#include "hub/access/throttle.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace guardline::inbox {
namespace {

/// After each sending a wait: 1, 2, 4, 8 minutes, then a quarter of an hour, doubling up to a day.
access::Limits sending_limits() {
  access::Limits limits;
  limits.wait_first = std::chrono::minutes(1);
  return limits;
}

access::ThrottleRule rule(const access::Limits& limits) {
  return {.per_lock = limits.failures_per_lock, .hard_at = 0, .waits = true};
}

struct Open {
  NoticeId carrying;
  Timestamp until{};
  int failures{0};
};

Result<std::optional<Open>> open_code(db::Database& database, MessageId message) {
  auto statement = database.prepare("SELECT notice, until, failures FROM inbox_code WHERE message = $1 {lock}");
  if (!statement) return std::unexpected(statement.error());
  std::optional<Open> open;
  auto ok = (*statement)->run({message.bytes()}, [&](const db::Row& row) {
    if (const auto notice = NoticeId::from_bytes(row.blob(0)))
      open = Open{*notice, from_micros(row.int64(1)), static_cast<int>(row.int64(2))};
    return true;
  });
  if (!ok) return std::unexpected(ok.error());
  return open;
}

Status change(db::Database& database, std::string_view sql, std::initializer_list<db::Param> params) {
  auto statement = database.prepare(sql);
  if (!statement) return std::unexpected(statement.error());
  if (auto ok = (*statement)->run(params); !ok) return std::unexpected(ok.error());
  return {};
}

}  // namespace

Digest Codes::counter(std::string_view what, InvestorId investor) const {
  std::string name = "inbox " + std::string(what) + " ";
  name += as_text(investor.bytes());
  return crypto::hmac_sha256(pseudonym_, as_bytes(name));
}

Answer<void> Codes::commit(std::function<Status(db::Database&)> work, const Refused& refused) {
  spine::Submission submission;
  submission.also = std::move(work);
  auto done = committer_.submit_and_wait(std::move(submission));
  if (done) return {};
  // The work's own no: what it is stands in `refused`.
  if (done.error().code == ErrorCode::denied) return std::unexpected(refused);
  log::warn("a one-time code can't be handled now: {}", done.error().message);
  return std::unexpected(Refused{No::later, {}, {}});
}

Answer<void> Codes::may_send(InvestorId investor) {
  const auto now = clock_.now();
  const auto limits = sending_limits();
  const access::ThrottleKey key{.id = counter("send", investor), .rule = rule(limits)};
  Refused refused{No::wait, {}, {}};
  const auto work = [&](db::Database& database) -> Status {
    const auto waits = access::throttle_check(database, {&key, 1}, now);
    if (!waits) return std::unexpected(waits.error());
    if (*waits) {
      refused.wait = (*waits)->retry_after.value_or(std::chrono::hours(24));
      return fail(ErrorCode::denied, "too soon");
    }
    const auto counted = access::throttle_count(database, {&key, 1}, limits, now);
    if (!counted) return std::unexpected(counted.error());
    return {};
  };
  return commit(work, refused);
}

Answer<void> Codes::sent(MessageId message, NoticeId carrying, Timestamp until) {
  const auto work = [&](db::Database& database) {
    return change(
        database,
        "INSERT INTO inbox_code(message, notice, until, failures) VALUES ($1, $2, $3, 0) ON CONFLICT (message) "
        "DO UPDATE SET notice = excluded.notice, until = excluded.until, failures = 0",
        {message.bytes(), carrying.bytes(), to_micros(until)});
  };
  return commit(work, {});
}

Answer<NoticeId> Codes::check(InvestorId investor, MessageId message, std::string_view code) {
  const auto now = clock_.now();
  const access::Limits limits;
  const access::ThrottleKey key{.id = counter("try", investor), .rule = rule(limits)};
  Refused refused;
  NoticeId carrying;
  int failures = 0;
  Timestamp next{};
  const auto work = [&](db::Database& database) -> Status {
    const auto waits = access::throttle_check(database, {&key, 1}, now);
    if (!waits) return std::unexpected(waits.error());
    if (*waits) {
      refused = {No::wait, (*waits)->retry_after.value_or(std::chrono::hours(24)), {}};
      return fail(ErrorCode::denied, "too many tries");
    }
    const auto open = open_code(database, message);
    if (!open) return std::unexpected(open.error());
    if (!*open || (*open)->until <= now || (*open)->failures >= kTriesPerCode) {
      refused = {No::spent, {}, {}};
      return fail(ErrorCode::denied, "no code is open");
    }
    carrying = (*open)->carrying;
    failures = (*open)->failures + 1;
    const auto counted = access::throttle_count(database, {&key, 1}, limits, now);
    if (!counted) return std::unexpected(counted.error());
    next = counted->front().until;
    return change(database, "UPDATE inbox_code SET failures = failures + 1 WHERE message = $1", {message.bytes()});
  };
  if (auto ok = commit(work, refused); !ok) return std::unexpected(ok.error());
  if (crypto::equal(as_bytes(tokens_.code(carrying)), as_bytes(code))) return carrying;
  return std::unexpected(Refused{No::wrong, std::max(next - now, Micros(0)), kTriesPerCode - failures});
}

Status Codes::use(db::Database& database, InvestorId investor, MessageId message, NoticeId carrying) const {
  auto statement = database.prepare("DELETE FROM inbox_code WHERE message = $1 AND notice = $2");
  if (!statement) return std::unexpected(statement.error());
  auto gone = (*statement)->run({message.bytes(), carrying.bytes()});
  if (!gone) return std::unexpected(gone.error());
  if (*gone != 1) return fail(ErrorCode::unauthenticated, "the code was used in between");
  return access::throttle_clear(database, counter("try", investor));
}

}  // namespace guardline::inbox
