// Well-formed UTF-8 without zero bytes. SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/text_check.h"

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace guardline::db {
namespace {

constexpr std::uint64_t kHighBits = 0x8080808080808080ULL;

// A zero byte somewhere in the word (the classic borrow trick; exact when no high bit is set, which is tested first).
bool has_zero(std::uint64_t word) { return ((word - 0x0101010101010101ULL) & ~word & kHighBits) != 0; }

// Length of the well-formed sequence at `p`, or 0.
std::size_t sequence(const unsigned char* p, std::size_t left) {
  const auto continues = [&](std::size_t i, unsigned low = 0x80, unsigned high = 0xBF) {
    return i < left && p[i] >= low && p[i] <= high;
  };
  const unsigned lead = p[0];
  if (lead == 0) return 0;
  if (lead < 0x80) return 1;
  if (lead < 0xC2) return 0;
  if (lead < 0xE0) return continues(1) ? 2 : 0;
  if (lead < 0xF0) {
    const unsigned low = lead == 0xE0 ? 0xA0 : 0x80;
    const unsigned high = lead == 0xED ? 0x9F : 0xBF;
    return continues(1, low, high) && continues(2) ? 3 : 0;
  }
  if (lead > 0xF4) return 0;
  const unsigned low = lead == 0xF0 ? 0x90 : 0x80;
  const unsigned high = lead == 0xF4 ? 0x8F : 0xBF;
  return continues(1, low, high) && continues(2) && continues(3) ? 4 : 0;
}

}  // namespace

bool is_bindable_text(std::string_view text) noexcept {
  const auto* p = reinterpret_cast<const unsigned char*>(text.data());
  std::size_t left = text.size();
  while (left > 0) {
    // Most bound texts are ASCII: eight bytes a step.
    if (left >= 8) {
      std::uint64_t word = 0;
      std::memcpy(&word, p, sizeof word);
      if ((word & kHighBits) == 0) {
        if (has_zero(word)) return false;
        p += 8;
        left -= 8;
        continue;
      }
    }
    const auto length = sequence(p, left);
    if (length == 0) return false;
    p += length;
    left -= length;
  }
  return true;
}

}  // namespace guardline::db
