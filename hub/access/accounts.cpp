// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/access/accounts.h"

#include "hub/access/backend.h"
#include "hub/access/names.h"
#include "hub/access/throttle.h"

namespace guardline::access {
namespace {

constexpr std::string_view kSelect =
    "SELECT a.id, a.name, a.display_name, a.role, a.active, a.created_at, "
    "CASE WHEN EXISTS (SELECT 1 FROM access_factor f WHERE f.account = a.id) THEN 1 ELSE 0 END, "
    "(SELECT count(*) FROM access_recovery_code r WHERE r.account = a.id AND r.active = 1 AND r.used_at IS NULL) "
    "FROM access_account a";

Account account_at(const db::Row& row) {
  Account account;
  account.id = id_at<AccountId>(row, 0);
  account.name = row.text(1);
  account.display_name = row.text(2);
  account.role = static_cast<api::Role>(row.int64(3));
  account.active = row.int64(4) != 0;
  account.created_at = from_micros(row.int64(5));
  account.factor_bound = row.int64(6) != 0;
  account.recovery_codes_left = static_cast<int>(row.int64(7));
  return account;
}

Status add_locks(Backend& backend, db::Database& database, Account& account) {
  const auto state = throttle_state(database, backend.throttle_id("account", account.name));
  if (!state) return std::unexpected(state.error());
  account.failures = state->failures;
  account.locked_until = state->until;
  account.locked_hard = state->hard;
  return {};
}

Result<Account> load(Backend& backend, std::string_view condition, const db::Param& key) {
  return backend.read([&](db::Database& database) -> Result<Account> {
    Account account;
    const auto found = first(database, std::string(kSelect) + std::string(condition), {key}, [&](const db::Row& row) {
      account = account_at(row);
      return false;
    });
    if (!found) return std::unexpected(found.error());
    if (!*found) return fail(ErrorCode::not_found, "no such account");
    if (const auto ok = add_locks(backend, database, account); !ok) return std::unexpected(ok.error());
    return account;
  });
}

constexpr std::string_view kEndSessions =
    "UPDATE access_session SET ended_at = $2 WHERE account = $1 AND ended_at IS NULL";

}  // namespace

Result<Account> Accounts::create(const NewAccount& account, const Actor& actor) {
  if (const auto ok = require_admin(actor); !ok) return std::unexpected(ok.error());
  const std::string name = canonical_name(account.name);
  if (name.empty()) return fail(ErrorCode::invalid_argument, "an account name has 1 to 64 of a-z 0-9 . _ -");
  if (!is_label(account.display_name, 64)) {
    return fail(ErrorCode::invalid_argument, "a display name has 1 to 64 characters");
  }
  if (const auto fault = password_fault(account.password, name); !fault.empty()) {
    return fail(ErrorCode::invalid_argument, std::string(fault));
  }
  const auto hash = backend_.hashes().hash(account.password);
  if (!hash) return std::unexpected(hash.error());

  Account made;
  made.created_at = backend_.now();
  made.id = AccountId::make(made.created_at);
  made.name = name;
  made.display_name = account.display_name;
  made.role = account.role;
  const auto committed = backend_.commit(
      {backend_.event(EventKind::account_created, SubjectType::account, made.id.value, actor.account)},
      [&](db::Database& database) {
        return change_one(
            database,
            "INSERT INTO access_account (id, name, display_name, role, active, password, password_at, created_at, "
            "created_by) VALUES ($1, $2, $3, $4, 1, $5, $6, $6, $7) ON CONFLICT (name) DO NOTHING",
            {made.id.bytes(), std::string_view(made.name), std::string_view(made.display_name),
             static_cast<std::int64_t>(made.role), std::string_view(*hash), us(made.created_at),
             id_or_null(actor.account)},
            {ErrorCode::conflict, "the account exists"});
      });
  if (!committed) return std::unexpected(committed.error());
  return made;
}

Status Accounts::set_password(AccountId id, std::string_view password, const Actor& actor) {
  if (const auto ok = require_admin(actor); !ok) return ok;
  const auto account = get(id);
  if (!account) return std::unexpected(account.error());
  if (const auto fault = password_fault(password, account->name); !fault.empty()) {
    return fail(ErrorCode::invalid_argument, std::string(fault));
  }
  const auto hash = backend_.hashes().hash(password);
  if (!hash) return std::unexpected(hash.error());
  const std::int64_t now = us(backend_.now());
  return backend_.commit(
      {backend_.event(EventKind::account_changed, SubjectType::account, id.value, actor.account, "password")},
      [&](db::Database& database) -> Status {
        const auto ended = change(database, kEndSessions, {id.bytes(), now});
        if (!ended) return std::unexpected(ended.error());
        return change_one(database, "UPDATE access_account SET password = $2, password_at = $3 WHERE id = $1",
                          {id.bytes(), std::string_view(*hash), now}, {ErrorCode::not_found, "no such account"});
      });
}

Status Accounts::unlock(AccountId id, const Actor& actor) {
  if (const auto ok = require_admin(actor); !ok) return ok;
  const auto account = get(id);
  if (!account) return std::unexpected(account.error());
  return backend_.commit(
      {backend_.event(EventKind::account_changed, SubjectType::account, id.value, actor.account, "unlocked")},
      [&](db::Database& database) { return throttle_clear(database, backend_.throttle_id("account", account->name)); });
}

Status Accounts::set_active(AccountId id, bool active, const Actor& actor) {
  if (const auto ok = require_admin(actor); !ok) return ok;
  const std::int64_t now = us(backend_.now());
  return backend_.commit({backend_.event(EventKind::account_changed, SubjectType::account, id.value, actor.account,
                                         active ? "activated" : "deactivated")},
                         [&](db::Database& database) -> Status {
                           if (!active) {
                             const auto ended = change(database, kEndSessions, {id.bytes(), now});
                             if (!ended) return std::unexpected(ended.error());
                           }
                           return change_one(database, "UPDATE access_account SET active = $2 WHERE id = $1",
                                             {id.bytes(), std::int64_t{active ? 1 : 0}},
                                             {ErrorCode::not_found, "no such account"});
                         });
}

Status Accounts::reset_factor(AccountId id, const Actor& actor) {
  if (const auto ok = require_admin(actor); !ok) return ok;
  const std::int64_t now = us(backend_.now());
  return backend_.commit(
      {backend_.event(EventKind::account_changed, SubjectType::account, id.value, actor.account, "factor-reset")},
      [&](db::Database& database) -> Status {
        for (const std::string_view sql :
             {"DELETE FROM access_factor WHERE account = $1", "DELETE FROM access_recovery_code WHERE account = $1"}) {
          if (const auto ok = change(database, sql, {id.bytes()}); !ok) return std::unexpected(ok.error());
        }
        if (const auto ok = change(database, kEndSessions, {id.bytes(), now}); !ok) return std::unexpected(ok.error());
        const auto exists = number(database, "SELECT count(*) FROM access_account WHERE id = $1", {id.bytes()});
        if (!exists) return std::unexpected(exists.error());
        if (*exists == 0) return fail(ErrorCode::not_found, "no such account");
        return {};
      });
}

Result<Account> Accounts::get(AccountId account) { return load(backend_, " WHERE a.id = $1", account.bytes()); }

Result<Account> Accounts::find(std::string_view name) {
  const std::string canonical = canonical_name(name);
  if (canonical.empty()) return fail(ErrorCode::not_found, "no such account");
  return load(backend_, " WHERE a.name = $1", std::string_view(canonical));
}

Result<std::vector<Account>> Accounts::list() {
  return backend_.read([&](db::Database& database) -> Result<std::vector<Account>> {
    std::vector<Account> accounts;
    const auto ok = each(database, std::string(kSelect) + " ORDER BY a.name", {}, [&](const db::Row& row) {
      accounts.push_back(account_at(row));
      return true;
    });
    if (!ok) return std::unexpected(ok.error());
    for (Account& account : accounts) {
      if (const auto added = add_locks(backend_, database, account); !added) return std::unexpected(added.error());
    }
    return accounts;
  });
}

}  // namespace guardline::access
