// The vault's own index asked by SQLCipher alone. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bytes.h"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>

#include <sqlcipher/sqlite3.h>

namespace guardline::bench {

/// A connection to the vault's file with the settings of the vault's own, and one statement prepared once.
class PlainSearch {
 public:
  PlainSearch(const std::filesystem::path& file, BytesView key);
  /// `folded` and `query` are ready to bind. Reads every column of every hit; how many bytes and hits there were.
  struct Read {
    std::size_t hits{};
    std::size_t bytes{};
    friend bool operator==(const Read&, const Read&) = default;
  };
  Read find(const std::string& folded, const std::string& query, int most);

 private:
  struct Close {
    void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };
  std::unique_ptr<sqlite3, Close> handle_;
  std::unique_ptr<sqlite3_stmt, Close> statement_;
};

}  // namespace guardline::bench
