// Where a spine lives: its connections. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bytes.h"
#include "core/base/error.h"
#include "core/db/database.h"

#include <functional>
#include <memory>
#include <string>

namespace guardline::spine {

/// What a connection is for. Only the committer's writes to the spine's store, and only it checkpoints.
enum class Use {
  commit,            ///< one per process: the committer
  read,              ///< any number; never write on it
  project,           ///< the projector's: writes the projections' own store
  read_projections,  ///< any number; never write on it
};

/// Opens a new connection at each call; each belongs to the thread that uses it. Thread safe.
struct Stores {
  std::function<Result<std::unique_ptr<db::Database>>(Use)> open;
};

/// Two encrypted files, `<directory>/spine.db` (WAL, synchronous FULL) and `<directory>/projections.db` (NORMAL: it
/// replays). `create` lets the files be made. `vfs` names a test file system for the spine's file; empty = default.
Stores embedded_stores(std::string directory, BytesView key, bool create = false, std::string vfs = {});
/// One database in two schemas: `<schema>`, and the projections' own. Every hub keeps its own projections (its consoles
/// see each step of them), so hubs that share a spine name different ones; empty = `<schema>_projection`.
Stores postgres_stores(std::string conninfo, std::string schema, std::string projection_schema = {});

}  // namespace guardline::spine
