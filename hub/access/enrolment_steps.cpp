// The steps of an enrolment that go by the poll token. SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/random.h"
#include "core/crypto/totp.h"
#include "hub/access/attempt.h"
#include "hub/access/backend.h"
#include "hub/access/enrolment.h"
#include "hub/access/factors.h"

#include <algorithm>

namespace guardline::access {
namespace {

using api::DeviceState;

struct Progress {
  EnrolmentState state;
  AccountId account;
  std::string account_name;
  Bytes pending_seed;
  bool bound_before{false};  ///< the account has an authenticator in force that was not bound here
  bool bound_here{false};    ///< verified here, waiting for approval or in force

  [[nodiscard]] bool open(Timestamp now) const {
    const bool alive = state.state == DeviceState::submitted || state.state == DeviceState::viewed ||
                       state.state == DeviceState::approved;
    return alive && now < state.expires_at;
  }
};

Result<Progress> load(Backend& backend, DeviceId device, std::string_view poll_token) {
  return backend.read([&](db::Database& database) -> Result<Progress> {
    Progress p;
    bool authentic = false;
    const Digest hash = token_hash(poll_token);
    const auto found = first(
        database,
        "SELECT d.poll, d.state, d.submitted_at, d.viewed_at, d.approved_at, d.expires_at, d.certificate, d.account, "
        "a.name, d.pending_seed, d.pending_step, d.recovery_issued, f.device FROM access_device d "
        "JOIN access_account a ON a.id = d.account LEFT JOIN access_factor f ON f.account = d.account WHERE d.id = $1",
        {device.bytes()}, [&](const db::Row& row) {
          authentic = crypto::equal(row.blob(0), hash);
          p.state.state = static_cast<DeviceState>(row.int64(1));
          p.state.submitted_at = from_micros(row.int64(2));
          p.state.viewed_at = time_at(row, 3);
          p.state.approved_at = time_at(row, 4);
          p.state.expires_at = from_micros(row.int64(5));
          p.state.certificate_pem = row.text(6);
          p.account = id_at<AccountId>(row, 7);
          p.account_name = row.text(8);
          p.pending_seed.assign(row.blob(9).begin(), row.blob(9).end());
          const DeviceId bound_on = id_at<DeviceId>(row, 12);
          p.bound_here = !row.is_null(10) || bound_on == device;
          p.bound_before = !bound_on.empty() && bound_on != device;
          p.state.recovery_codes_issued = row.int64(11) != 0;
          return false;
        });
    if (!found) return std::unexpected(found.error());
    if (!*found || !authentic) return fail(ErrorCode::unauthenticated, "no such enrolment, or not its token");
    p.state.totp_verified = p.bound_here || p.bound_before;
    const bool waiting = p.state.state == DeviceState::submitted || p.state.state == DeviceState::viewed;
    if (waiting && p.state.expires_at <= backend.now()) p.state.state = DeviceState::expired;
    if (p.state.state == DeviceState::approved) {
      p.state.ca_pem = backend.options().device_ca.certificate().pem();
    } else {
      p.state.certificate_pem.clear();
    }
    return p;
  });
}

Result<Progress> load_open(Backend& backend, DeviceId device, std::string_view poll_token) {
  auto progress = load(backend, device, poll_token);
  if (!progress) return progress;
  if (progress->state.state == DeviceState::expired ||
      (progress->state.state == DeviceState::approved && !progress->open(backend.now()))) {
    return fail(ErrorCode::unauthenticated, "the enrolment's time is over");
  }
  if (!progress->open(backend.now())) return fail(ErrorCode::conflict, "the enrolment was ended");
  return progress;
}

// Whether the device is approved by now; conflict if it may not bind anything any more.
Result<bool> approved_now(db::Database& database, DeviceId device) {
  const auto state = number(database, "SELECT state FROM access_device WHERE id = $1", {device.bytes()});
  if (!state) return std::unexpected(state.error());
  switch (static_cast<DeviceState>(*state)) {
    case DeviceState::submitted:
    case DeviceState::viewed:
      return false;
    case DeviceState::approved:
      return true;
    case DeviceState::refused:
    case DeviceState::expired:
    case DeviceState::revoked:
    case DeviceState::wiped:
      break;
  }
  return fail(ErrorCode::conflict, "the enrolment was ended");
}

}  // namespace

Result<EnrolmentState> Enrolment::state(DeviceId device, std::string_view poll_token) {
  auto progress = load(backend_, device, poll_token);
  if (!progress) return std::unexpected(progress.error());
  return std::move(progress->state);
}

Result<TotpSecret> Enrolment::new_totp(DeviceId device, std::string_view poll_token) {
  const auto progress = load_open(backend_, device, poll_token);
  if (!progress) return std::unexpected(progress.error());
  const Error bound{ErrorCode::conflict, "an authenticator is bound already"};
  if (progress->state.totp_verified) return std::unexpected(bound);
  const auto seed = crypto::Secret::random(crypto::kTotpSeedSize);
  const auto box = seal_seed(backend_, seed.view(), progress->account);
  if (!box) return std::unexpected(box.error());
  const auto stored = backend_.commit({}, [&](db::Database& database) {
    return change_one(database,
                      "UPDATE access_device SET pending_seed = $2 WHERE id = $1 AND pending_step IS NULL AND "
                      "NOT EXISTS (SELECT 1 FROM access_factor f WHERE f.account = access_device.account)",
                      {device.bytes(), BytesView(*box)}, bound);
  });
  if (!stored) return std::unexpected(stored.error());
  return TotpSecret{to_base32(seed.view()),
                    crypto::otpauth_uri(backend_.options().issuer, progress->account_name, seed.view())};
}

Checked<void> Enrolment::verify_totp(DeviceId device, std::string_view poll_token, std::string_view code) {
  const auto progress = load_open(backend_, device, poll_token);
  if (!progress) return std::unexpected(refusal(progress.error()));
  if (progress->state.totp_verified) {
    return std::unexpected(Refusal{.code = ErrorCode::conflict, .message = "an authenticator is bound already"});
  }
  if (progress->pending_seed.empty()) {
    return std::unexpected(Refusal{.code = ErrorCode::conflict, .message = "no secret was made yet"});
  }
  const ThrottleKey key{backend_.throttle_id("enrolment", device.text()), enrolment_rule(backend_.limits())};
  const auto reserved = reserve_attempt(backend_, {&key, 1});
  if (!reserved) return std::unexpected(reserved.error());
  const auto seed = open_seed(backend_, progress->pending_seed, progress->account);
  if (!seed) return std::unexpected(refusal(seed.error()));
  const Timestamp now = backend_.now();
  const auto step = crypto::match_totp(seed->view(), code, now, 0);
  if (!step) {
    return std::unexpected(
        wrong_answer(reserved->front(), key.rule, now, ErrorCode::denied, "the authenticator's code is wrong"));
  }
  const auto stored = backend_.commit({backend_.event(EventKind::factor_bound, SubjectType::account,
                                                      progress->account.value, progress->account, "totp")},
                                      [&](db::Database& database) -> Status {
                                        const auto approved = approved_now(database, device);
                                        if (!approved) return std::unexpected(approved.error());
                                        // The seed is compared too: a new one made meanwhile has not been proved by
                                        // this code.
                                        const auto verified =
                                            change_one(database,
                                                       "UPDATE access_device SET pending_step = $2 WHERE id = $1 AND "
                                                       "pending_seed = $3 AND pending_step IS NULL",
                                                       {device.bytes(), *step, BytesView(progress->pending_seed)},
                                                       {ErrorCode::conflict, "another secret was made meanwhile"});
                                        if (!verified) return verified;
                                        if (const auto cleared = throttle_clear(database, key.id); !cleared)
                                          return cleared;
                                        if (!*approved) return {};
                                        return activate_factors(database, progress->account, device, now);
                                      });
  if (!stored) return std::unexpected(refusal(stored.error()));
  return {};
}

Result<std::vector<std::string>> Enrolment::recovery_codes(DeviceId device, std::string_view poll_token) {
  const auto progress = load_open(backend_, device, poll_token);
  if (!progress) return std::unexpected(progress.error());
  const Error issued{ErrorCode::conflict, "recovery codes were issued already, or no authenticator is verified here"};
  if (!progress->bound_here || progress->state.recovery_codes_issued) return std::unexpected(issued);
  const std::vector<RecoveryCode> codes = new_recovery_codes();
  std::vector<std::string> hashes;
  for (const RecoveryCode& code : codes) {
    auto hash = backend_.hashes().hash(code.secret());
    if (!hash) return std::unexpected(hash.error());
    hashes.push_back(*std::move(hash));
  }
  const auto stored = backend_.commit(
      {backend_.event(EventKind::factor_bound, SubjectType::account, progress->account.value, progress->account,
                      "recovery-codes")},
      [&](db::Database& database) -> Status {
        const auto approved = approved_now(database, device);
        if (!approved) return std::unexpected(approved.error());
        const auto once =
            change_one(database, "UPDATE access_device SET recovery_issued = 1 WHERE id = $1 AND recovery_issued = 0",
                       {device.bytes()}, issued);
        if (!once) return once;
        for (std::size_t i = 0; i < codes.size(); ++i) {
          const auto added = change_one(
              database,
              "INSERT INTO access_recovery_code (account, device, selector, hash, active) VALUES ($1, $2, $3, $4, $5)",
              {progress->account.bytes(), device.bytes(), codes[i].selector(), std::string_view(hashes[i]),
               std::int64_t{*approved ? 1 : 0}},
              {ErrorCode::internal, "a recovery code was not stored"});
          if (!added) return added;
        }
        return {};
      });
  if (!stored) return std::unexpected(stored.error());
  std::vector<std::string> texts;
  for (const RecoveryCode& code : codes) texts.push_back(code.text);
  return texts;
}

}  // namespace guardline::access
