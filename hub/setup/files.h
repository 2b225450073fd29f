// Small files that must not be read by others or half written. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bytes.h"
#include "core/base/error.h"
#include "core/crypto/secret.h"

#include <filesystem>

namespace guardline::setup {

/// Writes a new file of mode 0600 beside `path`, syncs it, renames it over `path`, syncs the folder. Errors: io,
/// exhausted.
Status write_private(const std::filesystem::path& path, BytesView content);
/// At most 1 MiB. Errors: not_found, io, denied (the file is open to group or others).
Result<crypto::Secret> read_private(const std::filesystem::path& path);

}  // namespace guardline::setup
