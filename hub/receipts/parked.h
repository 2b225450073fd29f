// Receipts that came before anybody knew their delivery. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/db/database.h"
#include "hub/dispatch/carrier.h"

#include <string_view>
#include <vector>

namespace guardline::receipts {

/// For `also`. The same state of the same reference once; doubles are dropped.
Status park(db::Database& database, const dispatch::Receipt& receipt, Timestamp now);
/// For `also`, once released.
Status unpark(db::Database& database, std::string_view carrier, std::string_view reference);
/// For `also`: forgets what came before `before` and was never claimed. Returns how many.
Result<std::int64_t> drop_old(db::Database& database, Timestamp before);
/// Everything parked for a reference.
Result<std::vector<dispatch::Receipt>> parked_for(db::Database& database, std::string_view carrier,
                                                  std::string_view reference);
/// (carrier, reference) of everything parked.
Result<std::vector<std::pair<std::string, std::string>>> parked_keys(db::Database& database);

}  // namespace guardline::receipts
