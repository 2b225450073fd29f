// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/bytes.h"

namespace guardline {
namespace {

constexpr std::string_view kHex = "0123456789abcdef";
constexpr std::string_view kBase64Url = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr std::string_view kBase32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

// Base 2^n text forms differ only in alphabet and digit width: one bit pump serves all of RFC 4648.
std::string encode(BytesView bytes, std::string_view alphabet, unsigned width) {
  std::string out;
  out.reserve(bytes.size() * 8 / width + 1);
  std::uint32_t buffer = 0;
  unsigned bits = 0;
  const std::uint32_t mask = (1U << width) - 1;
  for (const std::uint8_t byte : bytes) {
    buffer = (buffer << 8) | byte;
    bits += 8;
    while (bits >= width) {
      bits -= width;
      out.push_back(alphabet[(buffer >> bits) & mask]);
    }
  }
  if (bits > 0) out.push_back(alphabet[(buffer << (width - bits)) & mask]);
  return out;
}

template <class Digit>
std::optional<Bytes> decode(std::string_view text, unsigned width, Digit digit) {
  Bytes out;
  out.reserve(text.size() * width / 8);
  std::uint32_t buffer = 0;
  unsigned bits = 0;
  for (const char c : text) {
    const int value = digit(c);
    if (value < 0) return std::nullopt;
    buffer = (buffer << width) | static_cast<std::uint32_t>(value);
    bits += width;
    if (bits >= 8) {
      bits -= 8;
      out.push_back(static_cast<std::uint8_t>(buffer >> bits));
      buffer &= (1U << bits) - 1;
    }
  }
  // Left-over bits must be zero and fewer than a digit, or two texts would mean the same bytes.
  if (bits >= width || buffer != 0) return std::nullopt;
  return out;
}

int find(std::string_view alphabet, char c) {
  const auto at = alphabet.find(c);
  return at == std::string_view::npos ? -1 : static_cast<int>(at);
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

}  // namespace

std::string to_hex(BytesView bytes) { return encode(bytes, kHex, 4); }

std::optional<Bytes> from_hex(std::string_view text) {
  if (text.size() % 2 != 0) return std::nullopt;
  return decode(text, 4, [](char c) { return find(kHex, lower(c)); });
}

std::string to_base64url(BytesView bytes) { return encode(bytes, kBase64Url, 6); }

std::optional<Bytes> from_base64url(std::string_view text) {
  return decode(text, 6, [](char c) { return find(kBase64Url, c); });
}

std::string to_base32(BytesView bytes) { return encode(bytes, kBase32, 5); }

std::optional<Bytes> from_base32(std::string_view text) {
  std::string digits;
  for (const char c : text)
    if (c != ' ' && c != '-') digits.push_back(upper(c));
  return decode(digits, 5, [](char c) { return find(kBase32, c); });
}

}  // namespace guardline
