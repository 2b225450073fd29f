// Authenticator seeds and recovery codes as they are stored. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/id.h"
#include "core/base/time.h"
#include "core/crypto/secret.h"
#include "core/db/database.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guardline::access {

class Backend;

/// A seed's box is bound to its account: moved to another account's row it does not open.
Result<Bytes> seal_seed(const Backend& backend, BytesView seed, AccountId account);
Result<crypto::Secret> open_seed(const Backend& backend, BytesView box, AccountId account);

/// 16 base32 characters: 80 random bits. The first two are the selector, stored in the clear so that one hash is
/// checked instead of ten; the 70 bits of the rest stand behind Argon2id.
struct RecoveryCode {
  std::string text;
  [[nodiscard]] std::string_view selector() const { return std::string_view(text).substr(0, 2); }
  [[nodiscard]] std::string_view secret() const { return std::string_view(text).substr(2); }
};
/// Ten, with ten different selectors.
std::vector<RecoveryCode> new_recovery_codes();
/// What a person typed: blanks and '-' dropped, upper case; nothing if it can't be one.
std::optional<RecoveryCode> read_recovery_code(std::string_view typed);

// Inside a transaction.

/// Puts what was bound on `device` into force for its account: the verified pending seed and the recovery codes. If the
/// account has an authenticator already, that one stays and the pending one is dropped.
Status activate_factors(db::Database& database, AccountId account, DeviceId device, Timestamp now);
/// Forgets what was bound on `device` and is not in force.
Status drop_pending_factors(db::Database& database, DeviceId device);

}  // namespace guardline::access
