// Checking sealed details against the hashes in their rows. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crypto/secret.h"
#include "core/db/database.h"
#include "hub/spine/event.h"

#include <unordered_map>

namespace guardline::spine {

/// Inside the verifier's snapshot. Loads all data keys once: an investor's rows stand far apart.
class DetailCheck {
 public:
  DetailCheck(db::Database& database, const crypto::Secret& wrap_key) : database_(database), wrap_key_(wrap_key) {}
  /// False if the row says it has a detail and the box is missing or does not open to it. Erased investors are good.
  Result<bool> good(const StoredEvent& row);

 private:
  Status load();
  db::Database& database_;
  const crypto::Secret& wrap_key_;
  bool loaded_{false};
  std::unordered_map<InvestorId, crypto::Secret> keys_;  // empty = erased, or not to be unwrapped
  std::unordered_map<InvestorId, bool> erased_;
};

}  // namespace guardline::spine
