// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/spine/verify_details.h"

#include "core/crypto/key_wrap.h"
#include "hub/spine/box.h"
#include "hub/spine/key_ring.h"
#include "hub/spine/sql.h"

namespace guardline::spine {

Status DetailCheck::load() {
  if (loaded_) return {};
  loaded_ = true;
  return do_sql(database_, "SELECT investor, wrapped FROM data_key", {}, [&](const db::Row& row) {
    const auto investor = id_from<InvestorTag>(row, 0);
    erased_[investor] = row.is_null(1);
    if (row.is_null(1)) return true;
    if (auto key = crypto::unwrap_key(wrap_key_.view(), row.blob(1), data_key_context(investor))) {
      keys_.insert_or_assign(investor, std::move(*key));
    }
    return true;
  });
}

Result<bool> DetailCheck::good(const StoredEvent& row) {
  if (!row.detail_hash) return row.sealed_detail.empty();
  if (auto ok = load(); !ok) return std::unexpected(ok.error());
  if (const auto erased = erased_.find(row.investor); erased != erased_.end() && erased->second) return true;
  const auto key = keys_.find(row.investor);
  return key != keys_.end() && !row.sealed_detail.empty() && open_detail(key->second, row).has_value();
}

}  // namespace guardline::spine
