// Opens both stores for the contract tests. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/database.h"
#include "tests/support/private_postgres.h"

#include <cstdlib>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace guardline::db {

/// For ASSERT/EXPECT on Result and Status: success, or the error's words in the failure message.
template <class T>
testing::AssertionResult ok(const Result<T>& result) {
  if (result) return testing::AssertionSuccess();
  return testing::AssertionFailure() << "error " << static_cast<int>(result.error().code) << ": "
                                     << result.error().message;
}

template <class T>
std::optional<ErrorCode> code_of(const Result<T>& result) {
  return result ? std::nullopt : std::optional(result.error().code);
}

/// A folder that goes with the test.
class TempFolder {
 public:
  TempFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "guardline-db-XXXXXX").string();
    path_ = ::mkdtemp(name.data());
  }
  ~TempFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;
  [[nodiscard]] std::string file(const std::string& name) const { return (path_ / name).string(); }

 private:
  std::filesystem::path path_;
};

inline Bytes test_key(std::uint8_t first = 1) {
  Bytes key(32);
  for (std::size_t i = 0; i < key.size(); ++i) key[i] = static_cast<std::uint8_t>(first + i);
  return key;
}

/// One store a test; `open()` gives another connection to it, the first of them owning the checkpoints.
class BothStores : public testing::TestWithParam<Dialect> {
 protected:
  void SetUp() override {
    if (GetParam() == Dialect::postgres) {
      auto fresh = test_support::fresh_postgres();
      ASSERT_TRUE(ok(fresh));
      postgres_ = *fresh;
    }
    database_ = open();
    ASSERT_NE(database_, nullptr);
  }

  std::unique_ptr<Database> open() {
    auto opened = try_open();
    EXPECT_TRUE(ok(opened));
    return opened ? std::move(*opened) : nullptr;
  }
  Result<std::unique_ptr<Database>> try_open() {
    if (GetParam() == Dialect::postgres) return open_postgres(postgres_);
    const bool first = !std::exchange(opened_, true);
    return open_sqlcipher(
        {.path = folder_.file("store.db"), .key = test_key(), .create = first, .owns_checkpoint = first});
  }
  Database& db() { return *database_; }
  void close_all() { database_.reset(); }

  /// Rows of a query, each column as text joined by '|' (NULL as "null", a blob as hex).
  std::vector<std::string> rows(const std::string& sql, std::initializer_list<Param> params = {},
                                const std::vector<Type>& types = {Type::int64}) {
    return rows_of(db(), sql, params, types);
  }
  static std::vector<std::string> rows_of(Database& database, const std::string& sql,
                                          std::initializer_list<Param> params = {},
                                          const std::vector<Type>& types = {Type::int64});
  /// Runs one statement; returns the rows changed.
  Result<std::int64_t> run(const std::string& sql, std::initializer_list<Param> params = {}) {
    return run_on(db(), sql, params);
  }
  static Result<std::int64_t> run_on(Database& database, const std::string& sql,
                                     std::initializer_list<Param> params = {}) {
    auto statement = database.prepare(sql);
    if (!statement) return std::unexpected(statement.error());
    return (*statement)->run(params);
  }

 private:
  TempFolder folder_;
  PostgresOptions postgres_;
  bool opened_{false};
  std::unique_ptr<Database> database_;
};

inline std::string store_name(const testing::TestParamInfo<Dialect>& info) {
  return info.param == Dialect::sqlcipher ? "sqlcipher" : "postgres";
}
#define GUARDLINE_ON_BOTH_STORES(Suite) \
  INSTANTIATE_TEST_SUITE_P(Stores, Suite, testing::Values(Dialect::sqlcipher, Dialect::postgres), store_name)

}  // namespace guardline::db
