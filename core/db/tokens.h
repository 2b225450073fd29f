// The tokens of the shared SQL. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/db/database.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace guardline::db {

/// A column of the row source `{rows}`: its name and type.
struct RowColumn {
  std::string_view name;
  Type type{Type::int64};
};

/// Shared SQL to one store's SQL. Pure. Text in quotes, quoted names and comments are left alone.
///
///   token            SQLCipher                       PostgreSQL
///   {bigint}         INTEGER                         BIGINT
///   {real}           REAL                            DOUBLE PRECISION
///   {blob}           BLOB                            BYTEA
///   {textsearch}     TEXT                            TSVECTOR
///   {strict}         STRICT                          (nothing)
///   {without_rowid}  WITHOUT ROWID                   (nothing)
///   {include(a, b)}  (nothing)                       INCLUDE (a, b)
///   {lock}           (nothing)                       FOR UPDATE
///   {rows} AS r      (SELECT $1 AS a, ..) AS r       unnest(CAST($1 AS bigint[]), ..) AS r(a, ..)
///
/// `{strict} {without_rowid}` gets the comma SQLite wants (and one written there is dropped on PostgreSQL). Where
/// `{rows}` is the only row source of its FROM, SQLCipher gets the parameters in place of `r.a` and no FROM at all: a
/// plain one-row statement is what the store runs fastest.
///
/// Errors (invalid_argument): an unknown or unclosed token, `{rows}` without columns or without an alias, and `::`
/// (SQLite would take `$1::bigint` for the name of a parameter and bind NULL without a word).
Result<std::string> expand(Dialect dialect, std::string_view sql, std::span<const RowColumn> rows = {});

/// The highest n of `$n` in the text, 0 where there is none: how many parameters it takes.
[[nodiscard]] std::size_t parameter_count(std::string_view sql);

}  // namespace guardline::db
