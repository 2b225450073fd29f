// Personal content under data keys, one per investor. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/crypto/secret.h"
#include "core/db/database.h"
#include "hub/spine/event.h"

#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace guardline::spine {

/// Opens what the spine has sealed. Data keys (32 bytes) stand in table `data_key`, wrapped by the wrapping key, which
/// is kept outside the record and its backups. Looks the key up at each call on purpose: a key held in memory would
/// outlive its erasure. One thread at a time.
class Opener {
 public:
  /// `database` is a reading connection that outlives this; `wrap_key` 32 bytes.
  Opener(db::Database& database, crypto::Secret wrap_key);
  /// The detail of a row. Errors: not_found (it has none), denied (the investor was erased), corrupt.
  Result<crypto::Secret> detail(const StoredEvent& event);
  /// Content stored by BodyDraft. Errors as above.
  Result<crypto::Secret> body(MessageId message);
  /// The same for several messages of one investor, in their order and with one look at the key; nothing where no
  /// content is kept. Errors: denied, corrupt.
  Result<std::vector<std::optional<crypto::Secret>>> bodies(InvestorId investor, std::span<const MessageId> messages);
  /// 32 bytes made from the investor's data key for one use, which `label` names; it goes with the data key. Errors:
  /// denied (erased), corrupt.
  Result<crypto::Secret> derived(InvestorId investor, std::string_view label);
  /// True once the investor's key has been destroyed.
  Result<bool> erased(InvestorId investor);

 private:
  Result<crypto::Secret> data_key(InvestorId investor);
  db::Database& database_;
  crypto::Secret wrap_key_;
};

}  // namespace guardline::spine
