// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/id.h"

#include <cstdlib>
#include <mutex>

#include <sys/random.h>

namespace guardline {

Uuid make_uuid_v7(Timestamp now) {
  // Counter and last millisecond are one state: two threads in the same millisecond must not take the same counter.
  static std::mutex mutex;
  static std::uint64_t last_ms = 0;
  static std::uint32_t counter = 0;

  Uuid uuid;
  if (getrandom(uuid.data(), uuid.size(), 0) != static_cast<ssize_t>(uuid.size())) std::abort();
  auto ms = static_cast<std::uint64_t>(to_micros(now)) / 1000;
  std::uint32_t count = 0;
  {
    const std::lock_guard lock(mutex);
    if (ms > last_ms) {
      last_ms = ms;
      counter = static_cast<std::uint32_t>(uuid[6] & 0x07U) << 8 | uuid[7];  // starts below half: room to count up
    } else if (++counter > 0xFFF) {
      ++last_ms;  // RFC 9562 section 6.2: a full counter borrows from the clock
      counter = 0;
    }
    ms = last_ms;
    count = counter;
  }
  for (int i = 0; i < 6; ++i) uuid[static_cast<std::size_t>(i)] = static_cast<std::uint8_t>(ms >> (40 - 8 * i));
  uuid[6] = static_cast<std::uint8_t>(0x70U | (count >> 8));
  uuid[7] = static_cast<std::uint8_t>(count);
  uuid[8] = static_cast<std::uint8_t>(0x80U | (uuid[8] & 0x3FU));
  return uuid;
}

std::string format_uuid(const Uuid& uuid) {
  std::string text = to_hex(uuid);
  for (const std::size_t at : {8U, 13U, 18U, 23U}) text.insert(at, 1, '-');
  return text;
}

std::optional<Uuid> parse_uuid(std::string_view text) {
  if (text.size() != 36) return std::nullopt;
  std::string digits;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
    if (dash != (text[i] == '-')) return std::nullopt;
    if (!dash) digits.push_back(text[i]);
  }
  const auto bytes = from_hex(digits);
  if (!bytes) return std::nullopt;
  Uuid uuid;
  std::memcpy(uuid.data(), bytes->data(), uuid.size());
  return uuid;
}

}  // namespace guardline
