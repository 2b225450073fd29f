// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/access/sessions.h"

#include "hub/access/backend.h"

namespace guardline::access {
namespace {

constexpr std::string_view kSelect =
    "SELECT s.id, s.account, a.name, a.display_name, a.role, s.device, s.created_at, s.seen_at, s.expires_at, "
    "s.second_factor_at, s.ended_at, a.active, d.state, s.reason, d.name, d.shared, s.place FROM access_session s JOIN "
    "access_account a ON a.id = "
    "s.account "
    "JOIN access_device d ON d.id = s.device";

struct Found {
  Session session;
  bool ended{false};
  bool account_active{false};
  bool device_approved{false};

  [[nodiscard]] bool live(Timestamp now) const {
    return !ended && account_active && now < session.expires_at && now - session.seen_at < session.idle;
  }
};

Found found_at(const db::Row& row, const Limits& limits) {
  Found found;
  Session& s = found.session;
  s.id = id_at<SessionId>(row, 0);
  s.account = id_at<AccountId>(row, 1);
  s.account_name = row.text(2);
  s.display_name = row.text(3);
  s.role = static_cast<api::Role>(row.int64(4));
  s.device = id_at<DeviceId>(row, 5);
  s.created_at = from_micros(row.int64(6));
  s.seen_at = from_micros(row.int64(7));
  s.expires_at = from_micros(row.int64(8));
  s.second_factor_at = from_micros(row.int64(9));
  s.idle = limits.session_idle;
  if (row.int64(13) != 0) s.reason = static_cast<api::AccessReason>(row.int64(13));
  s.device_name = row.text(14);
  s.shared_device = row.int64(15) != 0;
  s.place = row.text(16);
  found.ended = !row.is_null(10);
  found.account_active = row.int64(11) != 0;
  found.device_approved = row.int64(12) == static_cast<std::int64_t>(api::DeviceState::approved);
  return found;
}

Error over() { return {ErrorCode::unauthenticated, "no live session"}; }

Result<Found> load(Backend& backend, std::string_view condition, BytesView key) {
  return backend.read([&](db::Database& database) -> Result<Found> {
    Found found;
    const auto any = first(database, std::string(kSelect) + std::string(condition), {key}, [&](const db::Row& row) {
      found = found_at(row, backend.limits());
      return false;
    });
    if (!any) return std::unexpected(any.error());
    if (!*any) return std::unexpected(over());
    return found;
  });
}

Status judge(const Found& found, DeviceId device, Timestamp now) {
  if (found.session.device != device) return std::unexpected(over());
  if (!found.device_approved) return fail(ErrorCode::denied, "the device is not approved");
  if (!found.live(now)) return std::unexpected(over());
  return {};
}

Status end(Backend& backend, SessionId session, AccountId actor, std::string_view code) {
  return backend.commit({backend.event(EventKind::signed_out, SubjectType::session, session.value, actor, code)},
                        [&](db::Database& database) {
                          return change_one(
                              database, "UPDATE access_session SET ended_at = $2 WHERE id = $1 AND ended_at IS NULL",
                              {session.bytes(), us(backend.now())}, {ErrorCode::not_found, "no such live session"});
                        });
}

}  // namespace

Result<Session> Sessions::check(std::string_view token, DeviceId device, bool activity) {
  const Digest hash = token_hash(token);
  auto found = load(backend_, " WHERE s.token = $1", BytesView(hash));
  if (!found) return std::unexpected(found.error());
  const Timestamp now = backend_.now();
  if (const auto ok = judge(*found, device, now); !ok) return std::unexpected(ok.error());
  Session& session = found->session;
  if (activity && now - session.seen_at >= backend_.limits().seen_step) {
    // Only what stands in the store counts as seen: if this can't be written, the idle time simply runs on.
    const auto seen = backend_.commit({}, [&](db::Database& database) -> Status {
      const auto changed = change(database, "UPDATE access_session SET seen_at = $2 WHERE id = $1 AND seen_at < $2",
                                  {session.id.bytes(), us(now)});
      if (!changed) return std::unexpected(changed.error());
      return {};
    });
    if (seen) session.seen_at = now;
  }
  return std::move(session);
}

Status Sessions::still_valid(SessionId session, DeviceId device) {
  const auto found = load(backend_, " WHERE s.id = $1", session.bytes());
  if (!found) return std::unexpected(found.error());
  return judge(*found, device, backend_.now());
}

Status Sessions::sign_out(SessionId session) {
  const auto found = load(backend_, " WHERE s.id = $1", session.bytes());
  if (!found) {
    return found.error().code == ErrorCode::unauthenticated ? fail(ErrorCode::not_found, "no such live session")
                                                            : std::unexpected(found.error());
  }
  return end(backend_, session, found->session.account, "own");
}

Status Sessions::revoke(SessionId session, const Actor& actor) {
  const auto found = load(backend_, " WHERE s.id = $1", session.bytes());
  const bool unknown = !found && found.error().code == ErrorCode::unauthenticated;
  if (!found && !unknown) return std::unexpected(found.error());
  // Asked before "not found", so that nobody learns which sessions of others exist.
  const bool own = found && !actor.is_local() && found->session.account == actor.account;
  if (!own) {
    if (const auto ok = require_admin(actor); !ok) return ok;
  }
  if (unknown) return fail(ErrorCode::not_found, "no such live session");
  return end(backend_, session, actor.account, "revoked");
}

Result<int> Sessions::revoke_all(AccountId account, const Actor& actor) {
  if (actor.is_local() || actor.account != account) {
    if (const auto ok = require_admin(actor); !ok) return std::unexpected(ok.error());
  }
  const auto live = list(account);
  if (!live) return std::unexpected(live.error());
  if (live->empty()) return 0;
  std::vector<spine::EventDraft> events;
  for (const Session& session : *live) {
    events.push_back(
        backend_.event(EventKind::signed_out, SubjectType::session, session.id.value, actor.account, "revoked"));
  }
  const std::int64_t now = us(backend_.now());
  const auto done = backend_.commit(std::move(events), [&](db::Database& database) -> Status {
    const auto ended =
        change(database, "UPDATE access_session SET ended_at = $2 WHERE account = $1 AND ended_at IS NULL",
               {account.bytes(), now});
    if (!ended) return std::unexpected(ended.error());
    return {};
  });
  if (!done) return std::unexpected(done.error());
  return static_cast<int>(live->size());
}

Result<std::vector<Session>> Sessions::list(AccountId account) {
  return backend_.read([&](db::Database& database) -> Result<std::vector<Session>> {
    std::vector<Session> sessions;
    const Timestamp now = backend_.now();
    const auto ok = each(
        database,
        std::string(kSelect) + " WHERE s.account = $1 AND s.ended_at IS NULL ORDER BY s.created_at DESC, s.id DESC",
        {account.bytes()}, [&](const db::Row& row) {
          Found found = found_at(row, backend_.limits());
          if (found.live(now) && found.device_approved) sessions.push_back(std::move(found.session));
          return true;
        });
    if (!ok) return std::unexpected(ok.error());
    return sessions;
  });
}

}  // namespace guardline::access
