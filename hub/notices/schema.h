// Ordinary tables of notices, investors and templates. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

namespace guardline::db {
class Database;
}

namespace guardline::notices {

/// Component "notices" of the spine's store; give it to SpineOptions::migrations.
Status migrate_notices(db::Database& database);

}  // namespace guardline::notices
