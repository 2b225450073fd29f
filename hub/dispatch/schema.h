// Ordinary tables of the dispatcher: which carrier reference belongs to which delivery. SPDX-License-Identifier:
// GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

namespace guardline::db {
class Database;
}

namespace guardline::dispatch {

/// Component "dispatch" of the spine's store; give it to SpineOptions::migrations.
Status migrate_dispatch(db::Database& database);

}  // namespace guardline::dispatch
