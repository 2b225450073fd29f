// Tables of the web inbox. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

namespace guardline::db {
class Database;
}

namespace guardline::inbox {

/// Component "inbox" of the spine's store; give it to SpineOptions::migrations.
Status migrate_inbox(db::Database& database);

}  // namespace guardline::inbox
