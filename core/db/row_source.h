// Finds `{rows}` where one row can stand in its place. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace guardline::db {

/// A row source that is the only one of its FROM, so that a store which runs the statement once a row needs no FROM:
///   UPDATE t SET b = r.b FROM {rows} AS r WHERE t.a = r.a      ->  UPDATE t SET b = $2 WHERE t.a = $1
///   INSERT INTO t (a) SELECT r.a FROM {rows} AS r WHERE true.. ->  INSERT INTO t (a) VALUES ($1) ..
///   DELETE FROM t WHERE a IN (SELECT r.a FROM {rows} AS r)     ->  DELETE FROM t WHERE a IN ($1)
/// (measured: the second form runs a third faster than INSERT .. SELECT; the third builds no table of one row.)
/// Offsets count from the start of the text.
struct InlineRows {
  std::string_view alias;
  std::size_t from{0};  ///< where FROM starts
  std::size_t end{0};   ///< behind the alias, or behind `WHERE true` if the SELECT becomes VALUES
  /// Where the SELECT starts that becomes VALUES (..); nothing if it stays a SELECT.
  std::optional<std::size_t> select;
  /// Where the SELECT starts that is the whole of an IN (..) and is left out.
  std::optional<std::size_t> listed{};
};

[[nodiscard]] std::optional<InlineRows> find_inline_rows(std::string_view sql);

/// The name after AS, and where it ends; an empty name where there is none.
struct Alias {
  std::string_view name;
  std::size_t end{0};
};
[[nodiscard]] Alias alias_after(std::string_view sql, std::size_t at);

}  // namespace guardline::db
