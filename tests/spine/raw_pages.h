// An encrypted database's pages in the clear, free ones and the log included. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bytes.h"

#include <string>

namespace guardline::spine::test {

/// What someone with the file key could read out of `<path>` and `<path>-wal`: every page decrypted one after another
/// (SQLCipher 4: AES-256-CBC, the last 80 bytes of a page hold its IV and HMAC, page 1 starts with the salt).
std::string pages_in_the_clear(const std::string& path, BytesView key);

}  // namespace guardline::spine::test
