// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/access/place.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>

#include <arpa/inet.h>

namespace guardline::access {
namespace {

constexpr std::array<std::uint8_t, 12> kMapped{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};

std::string of_four(std::span<const std::uint8_t> bytes) {
  return std::to_string(bytes[0]) + "." + std::to_string(bytes[1]) + "." + std::to_string(bytes[2]) + ".*";
}

}  // namespace

std::string short_place(std::string_view address) {
  const std::string text(address.substr(0, 64));
  std::array<std::uint8_t, 16> bytes{};
  if (::inet_pton(AF_INET, text.c_str(), bytes.data()) == 1) return of_four(bytes);
  if (::inet_pton(AF_INET6, text.c_str(), bytes.data()) != 1) return {};
  if (std::ranges::equal(std::span(bytes).first(12), kMapped)) return of_four(std::span(bytes).subspan(12));
  // A site's network (RFC 6177): the first 48 bits.
  std::fill(bytes.begin() + 6, bytes.end(), std::uint8_t{0});
  std::array<char, INET6_ADDRSTRLEN> buffer{};
  if (::inet_ntop(AF_INET6, bytes.data(), buffer.data(), buffer.size()) == nullptr) return {};
  return std::string(buffer.data()) + "*";
}

}  // namespace guardline::access
