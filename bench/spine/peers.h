// The same number of plain rows, written by the stores themselves. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/spine/load.h"
#include "core/db/database.h"

#include <string>

namespace guardline::bench {

/// Table `plain`: the columns and the one key of the spine, nothing else done. In groups of `group`, one commit each.
class PlainRows {
 public:
  explicit PlainRows(db::Database& database) : database_(database) {}
  Status make_table();
  /// Rows with two hashes and no sealed detail, like those the plan's figures were taken with.
  Result<Rate> write(std::vector<spine::Submission> work, std::size_t group);

 private:
  db::Database& database_;
  std::int64_t seq_{1};
};

/// The same rows, details included, by COPY in binary form through libpq directly.
class CopyRows {
 public:
  CopyRows(std::string conninfo, std::string schema) : conninfo_(std::move(conninfo)), schema_(std::move(schema)) {}
  Status make_table();
  Result<Rate> write(std::vector<spine::Submission> work, std::size_t group);

 private:
  std::string conninfo_;
  std::string schema_;
  std::int64_t seq_{1};
};

}  // namespace guardline::bench
