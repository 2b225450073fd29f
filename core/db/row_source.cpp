// Finds the row source of a batch. SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/row_source.h"

#include "core/db/sql_scan.h"

namespace guardline::db {
namespace {

constexpr std::string_view kRows = "{rows}";

// What stands before `{rows}`.
struct Before {
  std::optional<std::size_t> from;    ///< directly before
  std::optional<std::size_t> select;  ///< the only SELECT outside parentheses
  std::string_view first_word;
  std::optional<std::size_t> listed;  ///< the SELECT directly behind `IN (`
  int depth{0};
  bool plain_select{true};
  bool after_in{false};

  void word(std::string_view w, std::size_t at) {
    if (first_word.empty()) first_word = w;
    from = same_word(w, "from") ? std::optional(at) : std::nullopt;
    if (same_word(w, "select")) listed = after_in ? std::optional(at) : std::nullopt;
    after_in = same_word(w, "in");
    if (depth > 0) return;
    if (same_word(w, "select")) {
      plain_select = plain_select && !select;
      select = at;
    }
    if (same_word(w, "with") || same_word(w, "distinct")) plain_select = false;
  }
  void other(char c) {
    if (c == '(') ++depth;
    if (c == ')') --depth;
    if (!is_space(c)) from.reset();
    if (!is_space(c) && c != '(') after_in = false;
  }
  [[nodiscard]] bool inserts() const { return depth == 0 && select && plain_select && same_word(first_word, "insert"); }
};

bool ends(std::string_view sql, std::size_t at) { return at >= sql.size() || sql[at] == ';'; }

// Behind `WHERE true` if nothing else is asked of the rows.
std::optional<std::size_t> unconditional(std::string_view sql, std::size_t at) {
  auto next = skip_spaces(sql, at);
  if (same_word(word_at(sql, next), "where")) {
    next = skip_spaces(sql, next + 5);
    if (!same_word(word_at(sql, next), "true")) return std::nullopt;
    at = next + 4;
    next = skip_spaces(sql, at);
  }
  const auto follower = word_at(sql, next);
  if (ends(sql, next) || same_word(follower, "on") || same_word(follower, "returning")) return at;
  return std::nullopt;
}

// `SELECT r.a` and nothing else up to `from`.
bool one_column(std::string_view sql, std::size_t select, std::string_view alias, std::size_t from) {
  const auto name = skip_spaces(sql, select + 6);
  const auto dot = name + alias.size();
  if (word_at(sql, name) != alias || dot >= sql.size() || sql[dot] != '.') return false;
  return skip_spaces(sql, dot + 1 + word_at(sql, dot + 1).size()) == from;
}

std::optional<InlineRows> judge(std::string_view sql, const Before& before, std::size_t at) {
  const auto alias = alias_after(sql, at + kRows.size());
  if (!before.from || alias.name.empty()) return std::nullopt;
  const auto next = skip_spaces(sql, alias.end);
  const auto follower = word_at(sql, next);
  const bool alone =
      ends(sql, next) || sql[next] == ')' || same_word(follower, "where") || same_word(follower, "returning");
  if (!alone) return std::nullopt;
  InlineRows found{alias.name, *before.from, alias.end, std::nullopt, std::nullopt};
  const bool whole = next < sql.size() && sql[next] == ')';
  if (before.listed && whole && one_column(sql, *before.listed, alias.name, *before.from)) found.listed = before.listed;
  if (!before.inserts()) return found;
  if (const auto end = unconditional(sql, alias.end)) {
    found.select = before.select;
    found.end = *end;
  }
  return found;
}

}  // namespace

Alias alias_after(std::string_view sql, std::size_t at) {
  const auto as = skip_spaces(sql, at);
  if (!same_word(word_at(sql, as), "as")) return {{}, at};
  const auto name = skip_spaces(sql, as + 2);
  return {word_at(sql, name), name + word_at(sql, name).size()};
}

std::optional<InlineRows> find_inline_rows(std::string_view sql) {
  Before before;
  for (std::size_t i = 0; i < sql.size();) {
    if (const auto end = skip_opaque(sql, i); end != i) {
      i = end;
    } else if (is_word(sql[i])) {
      const auto w = word_at(sql, i);
      before.word(w, i);
      i += w.size();
    } else if (sql.substr(i, kRows.size()) == kRows) {
      return judge(sql, before, i);
    } else {
      before.other(sql[i]);
      ++i;
    }
  }
  return std::nullopt;
}

}  // namespace guardline::db
