// Expands the tokens of the shared SQL. SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/tokens.h"

#include "core/db/row_source.h"
#include "core/db/sql_scan.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <optional>
#include <string>

namespace guardline::db {
namespace {

// The text of a token that has one fixed form a store; nothing for the others.
std::optional<std::string_view> fixed_token(std::string_view name, bool postgres) {
  if (name == "bigint") return postgres ? "BIGINT" : "INTEGER";
  if (name == "real") return postgres ? "DOUBLE PRECISION" : "REAL";
  if (name == "blob") return postgres ? "BYTEA" : "BLOB";
  if (name == "textsearch") return postgres ? "TSVECTOR" : "TEXT";
  if (name == "strict") return postgres ? "" : "STRICT";
  if (name == "without_rowid") return postgres ? "" : "WITHOUT ROWID";
  if (name == "lock") return postgres ? "FOR UPDATE" : "";
  return std::nullopt;
}

std::string_view array_type(Type type) {
  switch (type) {
    case Type::int64:
      return "bigint[]";
    case Type::real:
      return "double precision[]";
    case Type::text:
      return "text[]";
    case Type::blob:
      return "bytea[]";
  }
  return "bytea[]";
}

class Expander {
 public:
  Expander(Dialect dialect, std::string_view sql, std::span<const RowColumn> rows)
      : postgres_(dialect == Dialect::postgres), sql_(sql), rows_(rows) {}

  Result<std::string> run() {
    if (!postgres_ && !rows_.empty()) rows_inline_ = find_inline_rows(sql_);
    out_.reserve(sql_.size() + 64);
    while (at_ < sql_.size()) {
      if (const auto end = skip_opaque(sql_, at_); end != at_) {
        copy_to(end);
      } else if (sql_.substr(at_, 2) == "::") {
        return fail(ErrorCode::invalid_argument, "shared SQL: write CAST(.. AS ..), not '::'");
      } else if (sql_[at_] == '{') {
        if (auto ok = token(); !ok) return std::unexpected(ok.error());
      } else if (is_word(sql_[at_])) {
        word();
      } else {
        copy_to(at_ + 1);
      }
    }
    return std::move(out_);
  }

 private:
  void copy_to(std::size_t end) {
    out_.append(sql_.substr(at_, end - at_));
    at_ = end;
  }

  void word() {
    if (rows_inline_ && at_ == rows_inline_->from) {
      if (rows_inline_->select) out_ += ')';
      at_ = rows_inline_->end;
      return;
    }
    const auto w = word_at(sql_, at_);
    if (rows_inline_ && at_ == rows_inline_->select) {
      out_ += "VALUES (";
      at_ += w.size();
      return;
    }
    if (rows_inline_ && at_ == rows_inline_->listed) {
      at_ += w.size();
      return;
    }
    const auto dot = at_ + w.size();
    if (rows_inline_ && w == rows_inline_->alias && dot < sql_.size() && sql_[dot] == '.') {
      const auto column = word_at(sql_, dot + 1);
      const auto known = std::ranges::find(rows_, column, &RowColumn::name);
      if (known != rows_.end()) {
        out_ += '$' + std::to_string(known - rows_.begin() + 1);
        at_ = dot + 1 + column.size();
        return;
      }
    }
    copy_to(dot);
  }

  Status token() {
    const auto close = sql_.find('}', at_);
    if (close == std::string_view::npos) return fail(ErrorCode::invalid_argument, "shared SQL: token without '}'");
    const auto name = sql_.substr(at_ + 1, close - at_ - 1);
    at_ = close + 1;
    if (const auto text = fixed_token(name, postgres_)) {
      if (name == "strict")
        after_strict(*text);
      else
        out_ += *text;
      return {};
    }
    if (name.starts_with("include(") && name.ends_with(')')) {
      if (postgres_) out_.append("INCLUDE ").append(name.substr(7));
      return {};
    }
    if (name == "rows") return row_source();
    return fail(ErrorCode::invalid_argument, "shared SQL: unknown token {" + std::string(name) + "}");
  }

  // SQLite separates table options by a comma, PostgreSQL has neither option.
  void after_strict(std::string_view text) {
    out_ += text;
    auto next = skip_spaces(sql_, at_);
    const bool comma = next < sql_.size() && sql_[next] == ',';
    if (comma) next = skip_spaces(sql_, next + 1);
    if (sql_.substr(next, 15) != "{without_rowid}") return;
    if (!postgres_) out_ += ", ";
    at_ = next;
  }

  Status row_source() {
    if (rows_.empty()) return fail(ErrorCode::invalid_argument, "shared SQL: {rows} stands outside a batch");
    const auto alias = alias_after(sql_, at_);
    if (alias.name.empty()) return fail(ErrorCode::invalid_argument, "shared SQL: {rows} needs AS and a name");
    out_ += postgres_ ? "unnest(" : "(SELECT ";
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (i > 0) out_ += ", ";
      const auto parameter = '$' + std::to_string(i + 1);
      if (postgres_)
        out_.append("CAST(").append(parameter).append(" AS ").append(array_type(rows_[i].type)).append(")");
      else
        out_.append(parameter).append(" AS ").append(rows_[i].name);
    }
    out_.append(") AS ").append(alias.name);
    if (postgres_) {
      out_ += '(';
      for (std::size_t i = 0; i < rows_.size(); ++i) out_.append(i > 0 ? ", " : "").append(rows_[i].name);
      out_ += ')';
    }
    at_ = alias.end;
    return {};
  }

  bool postgres_;
  std::string_view sql_;
  std::span<const RowColumn> rows_;
  std::size_t at_{0};
  std::string out_;
  std::optional<InlineRows> rows_inline_;
};

}  // namespace

Result<std::string> expand(Dialect dialect, std::string_view sql, std::span<const RowColumn> rows) {
  return Expander(dialect, sql, rows).run();
}

std::size_t parameter_count(std::string_view sql) {
  std::size_t highest = 0;
  for (std::size_t i = 0; i < sql.size();) {
    if (const auto end = skip_opaque(sql, i); end != i) {
      i = end;
    } else if (is_word(sql[i])) {
      const auto word = word_at(sql, i);
      std::size_t number = 0;
      if (word[0] == '$') std::from_chars(word.data() + 1, word.data() + word.size(), number);
      highest = std::max(highest, number);
      i += word.size();
    } else {
      ++i;
    }
  }
  return highest;
}

}  // namespace guardline::db
