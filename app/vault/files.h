// Small private files, written whole or not at all. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bytes.h"
#include "core/base/error.h"

#include <cstddef>
#include <filesystem>

namespace guardline::app {

/// Mode 0600, synced, renamed over `path`, folder synced. Errors: io.
Status write_private(const std::filesystem::path& path, BytesView content);
/// Errors: not_found, io, exhausted (longer than `most`).
Result<Bytes> read_whole(const std::filesystem::path& path, std::size_t most);
/// Writes random bytes over a file, syncs, removes it. A file that isn't there is destroyed already. On disks that
/// write elsewhere the old bytes may live on: destroy keys, and what they sealed is gone. Errors: io.
Status destroy_file(const std::filesystem::path& path);
/// Makes names durable. Errors: io.
Status sync_folder(const std::filesystem::path& folder);

}  // namespace guardline::app
