// Random bytes from the operating system. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bytes.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace guardline::crypto {

/// Fills `out` from the kernel's generator (getrandom). There is no error path on purpose: the call can't fail once the
/// machine has booted, and a program that went on without randomness would be worse than one that stops (it aborts).
/// Thread safe.
void fill_random(std::span<std::uint8_t> out);

Bytes random_bytes(std::size_t count);

template <std::size_t N>
std::array<std::uint8_t, N> random_array() {
  std::array<std::uint8_t, N> out;
  fill_random(out);
  return out;
}

}  // namespace guardline::crypto
