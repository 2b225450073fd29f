// A PostgreSQL server of the test program's own. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/db/database.h"

#include <string>

namespace guardline::test_support {

/// Starts the server at the first call: a fresh cluster in a temporary folder, UNIX socket only, UTF-8, C.UTF-8. It is
/// stopped and removed when the program ends, however it ends. Under root the server runs as user postgres.
/// With GUARDLINE_TEST_PG set to a connection string, that server is used and nothing is started.
/// Call it before starting threads. An error here is a failed test, never a skipped one.
Result<std::string> postgres_conninfo();

/// `postgres_conninfo` with the name of a schema nobody has used: each test opens as many connections to it as it
/// likes.
Result<db::PostgresOptions> fresh_postgres();

}  // namespace guardline::test_support
