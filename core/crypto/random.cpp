// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/random.h"

#include <cerrno>
#include <cstdlib>

#include <sys/random.h>

namespace guardline::crypto {

void fill_random(std::span<std::uint8_t> out) {
  while (!out.empty()) {
    const ssize_t got = getrandom(out.data(), out.size(), 0);
    if (got < 0) {
      if (errno == EINTR) continue;  // only requests over 256 bytes can be interrupted or cut short
      std::abort();
    }
    out = out.subspan(static_cast<std::size_t>(got));
  }
}

Bytes random_bytes(std::size_t count) {
  Bytes out(count);
  fill_random(out);
  return out;
}

}  // namespace guardline::crypto
