// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/access/factors.h"

#include "core/crypto/aead.h"
#include "core/crypto/random.h"
#include "hub/access/backend.h"

#include <algorithm>

namespace guardline::access {
namespace {

constexpr std::size_t kCodes = 10;
constexpr std::size_t kCodeSize = 16;

std::string place(AccountId account) { return "totp/" + account.text(); }

}  // namespace

Result<Bytes> seal_seed(const Backend& backend, BytesView seed, AccountId account) {
  return crypto::seal(backend.seal_key(), seed, as_bytes(place(account)));
}

Result<crypto::Secret> open_seed(const Backend& backend, BytesView box, AccountId account) {
  return crypto::open(backend.seal_key(), box, as_bytes(place(account)));
}

std::vector<RecoveryCode> new_recovery_codes() {
  std::vector<RecoveryCode> codes;
  while (codes.size() < kCodes) {
    RecoveryCode code{to_base32(crypto::random_bytes(kCodeSize * 5 / 8))};
    const bool taken = std::any_of(codes.begin(), codes.end(),
                                   [&](const RecoveryCode& other) { return other.selector() == code.selector(); });
    if (!taken) codes.push_back(std::move(code));
  }
  return codes;
}

std::optional<RecoveryCode> read_recovery_code(std::string_view typed) {
  if (typed.size() > 64) return std::nullopt;
  const auto raw = from_base32(typed);
  if (!raw || raw->size() != kCodeSize * 5 / 8) return std::nullopt;
  return RecoveryCode{to_base32(*raw)};
}

Status activate_factors(db::Database& database, AccountId account, DeviceId device, Timestamp now) {
  const auto bound =
      change(database,
             "INSERT INTO access_factor (account, seed, last_step, device, bound_at) "
             "SELECT d.account, d.pending_seed, d.pending_step, d.id, CAST($2 AS {bigint}) FROM access_device d "
             "WHERE d.id = $1 AND d.pending_seed IS NOT NULL AND d.pending_step IS NOT NULL "
             "ON CONFLICT (account) DO NOTHING",
             {device.bytes(), us(now)});
  if (!bound) return std::unexpected(bound.error());
  if (*bound == 1) {
    const auto codes = change(database, "UPDATE access_recovery_code SET active = 1 WHERE account = $1 AND device = $2",
                              {account.bytes(), device.bytes()});
    if (!codes) return std::unexpected(codes.error());
  }
  return drop_pending_factors(database, device);
}

Status drop_pending_factors(db::Database& database, DeviceId device) {
  const auto codes =
      change(database, "DELETE FROM access_recovery_code WHERE device = $1 AND active = 0", {device.bytes()});
  if (!codes) return std::unexpected(codes.error());
  const auto seed = change(database, "UPDATE access_device SET pending_seed = NULL, pending_step = NULL WHERE id = $1",
                           {device.bytes()});
  if (!seed) return std::unexpected(seed.error());
  return {};
}

}  // namespace guardline::access
