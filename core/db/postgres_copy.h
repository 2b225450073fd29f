// Rows by COPY. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/db/database.h"

#include <string>
#include <vector>

#include <libpq-fe.h>

namespace guardline::db {

/// The rows in COPY's binary form ("File Formats: Binary Format" in the server's manual, COPY): `out` is emptied, its
/// memory kept for the next batch. Error: invalid_argument where a text is not bindable.
Status put_copy(std::vector<char>& out, const Batch& batch);

/// Runs `copy`, a COPY .. FROM STDIN (FORMAT binary), over `rows`. Ended when it returns, with the server's error if
/// there was one; the connection is then ready for the next statement.
Status run_copy(PGconn* handle, const std::string& copy, const std::vector<char>& rows);

}  // namespace guardline::db
