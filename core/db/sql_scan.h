// Walks over SQL text. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <string_view>

namespace guardline::db {

inline bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }
inline bool is_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '$'; }

/// Key words know no case.
inline bool same_word(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, [](unsigned char x, unsigned char y) { return std::tolower(x) == std::tolower(y); });
}

inline std::size_t skip_spaces(std::string_view sql, std::size_t at) {
  while (at < sql.size() && is_space(sql[at])) ++at;
  return at;
}

/// The word that starts at `at`; empty where none does.
inline std::string_view word_at(std::string_view sql, std::size_t at) {
  std::size_t end = at;
  while (end < sql.size() && is_word(sql[end])) ++end;
  return at < sql.size() ? sql.substr(at, end - at) : std::string_view();
}

/// End of the quoted text, quoted name or comment that starts at `at`, or `at` where none starts.
inline std::size_t skip_opaque(std::string_view sql, std::size_t at) {
  const auto past = [&](std::size_t found, std::size_t length) {
    return found == std::string_view::npos ? sql.size() : found + length;
  };
  const char c = sql[at];
  // A doubled quote inside is two texts side by side: the same end.
  if (c == '\'' || c == '"') return past(sql.find(c, at + 1), 1);
  if (sql.substr(at, 2) == "--") return past(sql.find('\n', at), 0);
  if (sql.substr(at, 2) == "/*") return past(sql.find("*/", at + 2), 2);
  return at;
}

}  // namespace guardline::db
