// Ordinary tables of the watch: rules, alerts, their log. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

namespace guardline::db {
class Database;
}

namespace guardline::watch {

/// Component "watch" of the spine's store; give it to SpineOptions::migrations.
Status migrate_watch(db::Database& database);

}  // namespace guardline::watch
