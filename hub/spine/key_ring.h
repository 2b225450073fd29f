// The committer's data keys. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/crypto/digest.h"
#include "core/crypto/secret.h"
#include "core/db/database.h"
#include "hub/spine/event.h"

#include <cstddef>
#include <span>
#include <unordered_map>
#include <vector>

namespace guardline::spine {

/// What a wrapped data key is bound to, and what the boxes are bound to.
std::string data_key_context(InvestorId investor);
Bytes detail_context(EventId event);
Bytes body_context(MessageId message);

/// The investor id under which the key for details without an investor stands. It can't be erased.
inline constexpr InvestorId kHouse{};

/// Keys in use, on the committer's thread. Everything that a transaction makes or destroys counts for later groups only
/// once `committed` is called, so that a key which never became durable is never used again.
class KeyRing {
 public:
  static constexpr std::size_t kKept = 100'000;  ///< bound of the keys held in memory

  explicit KeyRing(crypto::Secret wrap_key);

  /// Makes the house key if there is none; records which wrapping key is in use, or checks it (denied: another one).
  Status prepare(db::Database& database);
  /// Inside a transaction: destroys these keys. Unknown investors get an erased entry.
  Status erase(db::Database& database, std::span<const InvestorId> investors, Timestamp now);
  /// Inside a transaction: makes sure that `find` knows each of these; makes missing keys. Errors: conflict (another
  /// hub made one at the same moment: run the group again), corrupt.
  Status load(db::Database& database, std::span<const InvestorId> investors);
  /// The key, or null if the investor is erased. Only for ids given to `load`; valid until the next call of another
  /// member.
  [[nodiscard]] const crypto::Secret* find(InvestorId investor) const;

  void committed();
  void rolled_back();
  /// After another hub may have written: forget what is in memory.
  void clear();

  /// Inside a transaction: wraps every key under `next`.
  Status rewrap(db::Database& database, const crypto::Secret& next);
  void use(crypto::Secret next) { wrap_key_ = std::move(next); }

 private:
  using Keys = std::unordered_map<InvestorId, crypto::Secret>;  // an empty secret = erased
  Status make_missing(db::Database& database, std::span<const InvestorId> investors);
  crypto::Secret wrap_key_;
  Keys keys_;
  Keys fresh_;  // of the running transaction
};

/// Says which wrapping key it is without giving it away: SHA-256 with a label.
Digest wrap_check_of(const crypto::Secret& wrap_key);

}  // namespace guardline::spine
