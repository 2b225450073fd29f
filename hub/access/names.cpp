// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/access/names.h"

#include "core/db/text_check.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace guardline::access {
namespace {

constexpr std::size_t kMinPassword = 12;
constexpr std::size_t kMaxPassword = 256;

// Words that common passwords are built of (letters only, lower case).
constexpr std::array kCommonWords = {
    "password", "passwort", "passw",     "passphrase", "qwerty",    "qwertyuiop",    "asdfgh",   "asdfghjkl",
    "zxcvbn",   "zxcvbnm",  "letmein",   "welcome",    "admin",     "administrator", "root",     "login",
    "secret",   "default",  "changeme",  "iloveyou",   "monkey",    "dragon",        "sunshine", "princess",
    "football", "abc",      "abcdef",    "abcdefgh",   "woaini",    "mima",          "test",     "testtest",
    "guest",    "master",   "guardline", "shouhutai",  "investor",  "securities",    "trading",  "spring",
    "summer",   "autumn",   "winter",    "hello",      "helloworld"};

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return out;
}

// "aaaa...", "123123123...": one unit of up to four characters over and over.
bool repeats_a_unit(std::string_view text) {
  for (std::size_t unit = 1; unit <= 4; ++unit) {
    bool all = true;
    for (std::size_t i = unit; i < text.size() && all; ++i) all = text[i] == text[i - unit];
    if (all) return true;
  }
  return false;
}

// "abcdefghijkl", "987654321098": every step is the same, one up or one down (digits wrap round).
bool is_a_run(std::string_view text) {
  const auto runs = [&](int step) {
    for (std::size_t i = 1; i < text.size(); ++i) {
      const int delta = text[i] - text[i - 1];
      if (delta != step && delta != -9 * step) return false;
    }
    return true;
  };
  return runs(1) || runs(-1);
}

}  // namespace

bool is_label(std::string_view text, std::size_t most) {
  if (!db::is_bindable_text(text)) return false;
  std::size_t count = 0;
  bool visible = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<std::uint8_t>(text[i]);
    if ((byte & 0xC0U) == 0x80) continue;  // the rest of a code point
    const bool c1 = byte == 0xC2 && static_cast<std::uint8_t>(text[i + 1]) < 0xA0;
    if (byte < 0x20 || byte == 0x7F || c1 || ++count > most) return false;
    visible = visible || (byte != ' ' && text.substr(i, 3) != "\u3000");
  }
  return visible;
}

std::string canonical_name(std::string_view name) {
  while (!name.empty() && name.front() == ' ') name.remove_prefix(1);
  while (!name.empty() && name.back() == ' ') name.remove_suffix(1);
  std::string out = lower(name);
  const auto alnum = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
  const bool ok = !out.empty() && out.size() <= 64 && alnum(out[0]) && std::all_of(out.begin(), out.end(), [&](char c) {
    return alnum(c) || c == '.' || c == '_' || c == '-';
  });
  return ok ? out : std::string();
}

std::string_view password_fault(std::string_view password, std::string_view account_name) {
  if (password.size() < kMinPassword) return "a password has at least 12 characters";
  if (password.size() > kMaxPassword) return "a password has at most 256 bytes";
  if (!is_label(password, kMaxPassword)) return "a password is UTF-8 without control characters";
  const std::string low = lower(password);
  if (repeats_a_unit(low) || is_a_run(low)) return "the password is a simple pattern";
  std::string letters;
  for (const char c : low) {
    if ((c >= 'a' && c <= 'z') || static_cast<std::uint8_t>(c) >= 0x80) letters.push_back(c);
  }
  if (letters.empty()) return "the password is digits and signs only";
  if (repeats_a_unit(letters)) return "the password is a simple pattern";
  if (std::find(kCommonWords.begin(), kCommonWords.end(), letters) != kCommonWords.end()) {
    return "the password is a common one";
  }
  const std::string own = lower(account_name);
  if (own.size() >= 4 && low.find(own) != std::string::npos) return "the password contains the account's name";
  if (low.find("guardline") != std::string::npos || low.find("守护台") != std::string::npos) {
    return "the password contains the program's name";
  }
  return {};
}

}  // namespace guardline::access
