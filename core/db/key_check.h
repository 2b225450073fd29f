// Tells a wrong key from a damaged file. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bytes.h"

#include <cstdint>
#include <string>

namespace guardline::db {

/// The store answers "not a database" to a wrong key and to a damaged first page alike. So `PATH.keycheck` holds
/// HMAC-SHA256(key, a fixed label): it says which of the two it was and, the key being 32 random bytes, tells nothing
/// else. It is a hint for the error message, never a gate: the file can be missing or stale and the database still
/// opens.
enum class KeyCheck : std::uint8_t { matches, differs, missing };

KeyCheck compare_key_check(const std::string& path, BytesView key);

/// Writes the check value unless it stands there already. Failing to is no error.
void keep_key_check(const std::string& path, BytesView key);

}  // namespace guardline::db
