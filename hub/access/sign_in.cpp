// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/access/sign_in.h"

#include "core/crypto/random.h"
#include "core/crypto/totp.h"
#include "hub/access/attempt.h"
#include "hub/access/backend.h"
#include "hub/access/factors.h"
#include "hub/access/names.h"
#include "hub/access/place.h"
#include "hub/access/sessions.h"

#include <algorithm>
#include <array>

namespace guardline::access {
namespace {

constexpr std::string_view kWrong = "account, password or code is wrong";

// What the store knows of the account that somebody names. Of an unknown one: nothing, and the same work is done.
struct Candidate {
  bool known{false};
  AccountId id;
  std::string name;
  std::string display_name;
  api::Role role{api::Role::agent};
  bool active{false};
  std::string password;
  Bytes seed;  ///< sealed; empty = no authenticator in force
  std::int64_t last_step{0};
  std::string recovery_hash;  ///< of the unused code with the given selector
  DeviceId recovery_device;
};

struct DeviceRow {
  bool approved{false};
  bool shared{false};
  AccountId account;
};

Result<DeviceRow> load_device(Backend& backend, DeviceId id) {
  return backend.read([&](db::Database& database) -> Result<DeviceRow> {
    DeviceRow device;
    const auto found = first(database, "SELECT state, shared, account FROM access_device WHERE id = $1", {id.bytes()},
                             [&](const db::Row& row) {
                               device.approved = row.int64(0) == static_cast<std::int64_t>(api::DeviceState::approved);
                               device.shared = row.int64(1) != 0;
                               device.account = id_at<AccountId>(row, 2);
                               return false;
                             });
    if (!found) return std::unexpected(found.error());
    return device;
  });
}

Result<Candidate> load_candidate(Backend& backend, std::string_view name, const std::optional<RecoveryCode>& recovery) {
  return backend.read([&](db::Database& database) -> Result<Candidate> {
    Candidate c;
    const auto found = first(database,
                             "SELECT a.id, a.name, a.display_name, a.role, a.active, a.password, f.seed, f.last_step "
                             "FROM access_account a LEFT JOIN access_factor f ON f.account = a.id WHERE a.name = $1",
                             {name}, [&](const db::Row& row) {
                               c.known = true;
                               c.id = id_at<AccountId>(row, 0);
                               c.name = row.text(1);
                               c.display_name = row.text(2);
                               c.role = static_cast<api::Role>(row.int64(3));
                               c.active = row.int64(4) != 0;
                               c.password = row.text(5);
                               c.seed.assign(row.blob(6).begin(), row.blob(6).end());
                               c.last_step = row.int64(7);
                               return false;
                             });
    if (!found) return std::unexpected(found.error());
    if (!recovery) return c;
    const auto code = first(database,
                            "SELECT hash, device FROM access_recovery_code WHERE account = $1 AND selector = $2 AND "
                            "active = 1 AND used_at IS NULL",
                            {c.id.bytes(), recovery->selector()}, [&](const db::Row& row) {
                              c.recovery_hash = row.text(0);
                              c.recovery_device = id_at<DeviceId>(row, 1);
                              return false;
                            });
    if (!code) return std::unexpected(code.error());
    return c;
  });
}

// The seed to compare with: the account's, or a random one, so that the work is the same.
crypto::Secret seed_of(const Backend& backend, const Candidate& c) {
  if (!c.seed.empty()) {
    if (auto seed = open_seed(backend, c.seed, c.id)) return *std::move(seed);
  }
  return crypto::Secret::random(crypto::kTotpSeedSize);
}

struct Verdict {
  bool right{false};
  std::string_view why;              ///< for the journal, never for the answer
  std::optional<std::int64_t> step;  ///< of the authenticator code
};

// Computes everything, whatever is wrong already.
Result<Verdict> judge(Backend& backend, const Candidate& c, const SignInRequest& request, const DeviceRow& device,
                      const std::optional<RecoveryCode>& recovery) {
  const auto password = backend.hashes().verify(request.password, c.password);
  if (!password) return std::unexpected(password.error());
  const crypto::Secret seed = seed_of(backend, c);
  Verdict verdict;
  verdict.step = crypto::match_totp(seed.view(), request.code, backend.now(), c.last_step);
  bool code_right = verdict.step.has_value() && !c.seed.empty();
  if (recovery) {
    const auto same = backend.hashes().verify(recovery->secret(), c.recovery_hash);
    if (!same) return std::unexpected(same.error());
    code_right = *same;
  }
  const bool may_use_device = device.shared || device.account == c.id;
  verdict.why = !c.known          ? "unknown-account"
                : !c.active       ? "inactive"
                : c.seed.empty()  ? "no-factor"
                : !may_use_device ? "device"
                : !*password      ? "password"
                : !code_right     ? "code"
                                  : "";
  verdict.right = verdict.why.empty();
  return verdict;
}

std::vector<spine::EventDraft> failure_events(const Backend& backend, const Candidate& c, DeviceId device,
                                              std::string_view why, std::span<const ThrottleKey> keys,
                                              std::span<const ThrottleState> states) {
  static constexpr std::array kNames{"account", "device", "address"};
  std::vector<spine::EventDraft> events;
  const SubjectType type = c.known ? SubjectType::account : SubjectType::device;
  const Uuid& subject = c.known ? c.id.value : device.value;
  events.push_back(backend.event(EventKind::sign_in_failed, type, subject, {}, why));
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (!is_lock(states[i], keys[i].rule)) continue;
    auto locked = backend.event(EventKind::account_locked, type, subject, {}, kNames[i]);
    locked.cause = spine::DraftIndex{0};
    events.push_back(std::move(locked));
  }
  return events;
}

}  // namespace

Checked<SignedIn> SignIn::sign_in(const SignInRequest& request) {
  const auto device = load_device(backend_, request.device);
  if (!device) return std::unexpected(refusal(device.error()));
  if (!device->approved) {
    return std::unexpected(Refusal{.code = ErrorCode::denied, .message = "the device is not approved"});
  }
  // A name that can't be one is counted as given: it gets the same waits and the same answer.
  std::string name = canonical_name(request.account);
  if (name.empty()) name = request.account.substr(0, 256);
  const auto recovery = read_recovery_code(request.code);
  const bool storable = !canonical_name(request.account).empty();
  const auto candidate = load_candidate(backend_, storable ? std::string_view(name) : "", recovery);
  if (!candidate) return std::unexpected(refusal(candidate.error()));

  // On somebody's own desk other names can't succeed, so failing with them must not lock their owners out: such names
  // are counted for this desk alone, under the same rule and with the same answers.
  const bool foreign = !device->shared && device->account != candidate->id;
  const std::string counted_as = foreign ? request.device.text() + "/" + name : name;
  const std::array keys{ThrottleKey{backend_.throttle_id(foreign ? "stranger" : "account", counted_as),
                                    account_rule(backend_.limits()), candidate->known && !foreign},
                        device_key(backend_, request.device), address_key(backend_, request.address)};
  const auto reserved = reserve_attempt(backend_, keys);
  if (!reserved) return std::unexpected(reserved.error());

  const auto verdict = judge(backend_, *candidate, request, *device, recovery);
  if (!verdict) return std::unexpected(refusal(verdict.error()));
  const Timestamp now = backend_.now();
  const auto refuse = [&](std::string_view why) -> Checked<SignedIn> {
    const auto told = backend_.commit(failure_events(backend_, *candidate, request.device, why, keys, *reserved), {});
    if (!told) return std::unexpected(refusal(told.error()));
    return std::unexpected(wrong_answer(reserved->front(), keys.front().rule, now, ErrorCode::unauthenticated, kWrong));
  };
  if (!verdict->right) return refuse(verdict->why);

  std::string password_hash = candidate->password;
  if (backend_.hashes().needs_rehash(password_hash)) {
    auto hash = backend_.hashes().hash(request.password);
    if (!hash) return std::unexpected(refusal(hash.error()));
    password_hash = *std::move(hash);
  }
  Token token = new_token();
  SignedIn in{.token = std::move(token.text),
              .session = SessionId::make(now),
              .account = candidate->id,
              .account_name = candidate->name,
              .display_name = candidate->display_name,
              .role = candidate->role,
              .expires_at = now + backend_.limits().session_life,
              .idle = backend_.limits().session_idle,
              .second_factor_at = now,
              .by_recovery_code = recovery.has_value(),
              .recovery_codes_left = 0};
  const std::string place = short_place(request.address);
  const Error overtaken{ErrorCode::conflict, "the account, its code or its device changed meanwhile"};
  std::vector<spine::EventDraft> events{backend_.event(EventKind::signed_in, SubjectType::session, in.session.value,
                                                       in.account, recovery ? "recovery-code" : "totp")};
  Sessions sessions(backend_);
  const auto before = sessions.list(in.account);
  if (!before) return std::unexpected(refusal(before.error()));
  for (const Session& older : *before) {
    if (older.device != request.device) continue;
    events.push_back(
        backend_.event(EventKind::signed_out, SubjectType::session, older.id.value, in.account, "replaced"));
  }
  const auto committed = backend_.commit(std::move(events), [&](db::Database& database) -> Status {
    // Each step of an authenticator and each recovery code works once, whoever else is at it and after any restart.
    const auto once =
        recovery ? change_one(database,
                              "UPDATE access_recovery_code SET used_at = $4 WHERE account = $1 AND device = $2 AND "
                              "selector = $3 AND used_at IS NULL",
                              {in.account.bytes(), candidate->recovery_device.bytes(), recovery->selector(), us(now)},
                              overtaken)
                 : change_one(database, "UPDATE access_factor SET last_step = $2 WHERE account = $1 AND last_step < $2",
                              {in.account.bytes(), *verdict->step}, overtaken);
    if (!once) return once;
    const auto same = change_one(
        database, "UPDATE access_account SET password = $3 WHERE id = $1 AND password = $2 AND active = 1",
        {in.account.bytes(), std::string_view(candidate->password), std::string_view(password_hash)}, overtaken);
    if (!same) return same;
    const auto still = number(database, "SELECT count(*) FROM access_device WHERE id = $1 AND state = $2",
                              {request.device.bytes(), static_cast<std::int64_t>(api::DeviceState::approved)});
    if (!still) return std::unexpected(still.error());
    if (*still == 0) return std::unexpected(overtaken);
    const auto older = change(database,
                              "UPDATE access_session SET ended_at = $3 WHERE account = $1 AND device = $2 AND "
                              "ended_at IS NULL",
                              {in.account.bytes(), request.device.bytes(), us(now)});
    if (!older) return std::unexpected(older.error());
    for (const ThrottleKey& key : keys) {
      if (const auto cleared = throttle_clear(database, key.id); !cleared) return cleared;
    }
    const auto left = number(database,
                             "SELECT count(*) FROM access_recovery_code WHERE account = $1 AND active = 1 AND "
                             "used_at IS NULL",
                             {in.account.bytes()});
    if (!left) return std::unexpected(left.error());
    in.recovery_codes_left = static_cast<int>(*left);
    return change_one(database,
                      "INSERT INTO access_session (id, token, account, device, created_at, seen_at, expires_at, "
                      "second_factor_at, place) VALUES ($1, $2, $3, $4, $5, $5, $6, $5, $7)",
                      {in.session.bytes(), BytesView(token.hash), in.account.bytes(), request.device.bytes(), us(now),
                       us(in.expires_at), std::string_view(place)},
                      {ErrorCode::internal, "the session was not stored"});
  });
  if (!committed) {
    if (committed.error().code == ErrorCode::conflict) return refuse("overtaken");
    return std::unexpected(refusal(committed.error()));
  }
  return in;
}

Checked<Timestamp> SignIn::step_up(const StepUpRequest& request) {
  const SessionId session = request.session;
  if (request.reason == api::AccessReason::other && request.note.empty()) {
    return std::unexpected(Refusal{.code = ErrorCode::invalid_argument, .message = "the reason needs a note"});
  }
  std::string name;
  DeviceId device;
  const Timestamp now = backend_.now();
  const auto found = backend_.read([&](db::Database& database) {
    return first(database,
                 "SELECT a.name, s.device FROM access_session s JOIN access_account a ON a.id = s.account "
                 "WHERE s.id = $1 AND s.ended_at IS NULL AND s.expires_at > $2",
                 {session.bytes(), us(now)}, [&](const db::Row& row) {
                   name = row.text(0);
                   device = id_at<DeviceId>(row, 1);
                   return false;
                 });
  });
  if (!found) return std::unexpected(refusal(found.error()));
  if (!*found) return std::unexpected(Refusal{.code = ErrorCode::not_found, .message = "no such live session"});
  const auto candidate = load_candidate(backend_, name, std::nullopt);
  if (!candidate) return std::unexpected(refusal(candidate.error()));
  const std::array keys{ThrottleKey{backend_.throttle_id("account", name), account_rule(backend_.limits()), true},
                        device_key(backend_, device), address_key(backend_, request.address)};
  const auto reserved = reserve_attempt(backend_, keys);
  if (!reserved) return std::unexpected(reserved.error());

  const crypto::Secret seed = seed_of(backend_, *candidate);
  const auto step = crypto::match_totp(seed.view(), request.code, now, candidate->last_step);
  const auto refuse = [&](std::string_view why) -> Checked<Timestamp> {
    const auto told = backend_.commit(failure_events(backend_, *candidate, device, why, keys, *reserved), {});
    if (!told) return std::unexpected(refusal(told.error()));
    return std::unexpected(wrong_answer(reserved->front(), keys.front().rule, now, ErrorCode::unauthenticated,
                                        "the code is wrong or was used"));
  };
  if (!step || candidate->seed.empty()) return refuse("step-up-code");
  const Error overtaken{ErrorCode::conflict, "the code was used meanwhile, or the session ended"};
  auto event = backend_.event(EventKind::stepped_up, SubjectType::session, session.value, candidate->id,
                              api::name(request.reason));
  event.detail.assign(request.note.begin(), request.note.end());
  const auto committed = backend_.commit({std::move(event)}, [&](db::Database& database) -> Status {
    const auto once =
        change_one(database, "UPDATE access_factor SET last_step = $2 WHERE account = $1 AND last_step < $2",
                   {candidate->id.bytes(), *step}, overtaken);
    if (!once) return once;
    for (const ThrottleKey& key : keys) {
      if (const auto cleared = throttle_clear(database, key.id); !cleared) return cleared;
    }
    return change_one(database,
                      "UPDATE access_session SET second_factor_at = $2, reason = $3 WHERE id = $1 AND ended_at IS NULL",
                      {session.bytes(), us(now), static_cast<std::int64_t>(request.reason)}, overtaken);
  });
  if (!committed) {
    if (committed.error().code == ErrorCode::conflict) return refuse("overtaken");
    return std::unexpected(refusal(committed.error()));
  }
  return now;
}

}  // namespace guardline::access
