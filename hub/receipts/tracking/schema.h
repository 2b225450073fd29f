// Tables of tracking. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

namespace guardline::db {
class Database;
}

namespace guardline::receipts {

/// Component "tracking" of the spine's store; give it to SpineOptions::migrations.
Status migrate_tracking(db::Database& database);

}  // namespace guardline::receipts
