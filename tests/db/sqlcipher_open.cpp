// Opening the encrypted file, and every way it is refused. SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/db/stores.h"

#include <array>
#include <cstdio>
#include <fstream>
#include <sstream>

#include <sqlcipher/sqlite3.h>
#include <sys/wait.h>

namespace guardline::db {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string contents(const std::string& path) {
  std::stringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

void overwrite(const std::string& path, std::streamoff at, std::size_t count) {
  std::fstream file(path, std::ios::binary | std::ios::in | std::ios::out);
  file.seekp(at);
  file << std::string(count, '\x5A');
}

struct Output {
  std::string text;
  int status{-1};
};
Output shell(const std::string& command) {
  Output output;
  FILE* const pipe = ::popen(command.c_str(), "r");
  if (pipe == nullptr) return output;
  std::array<char, 4096> part{};
  while (const auto got = std::fread(part.data(), 1, part.size(), pipe)) output.text.append(part.data(), got);
  const int status = ::pclose(pipe);
  output.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return output;
}

class EncryptedFile : public testing::Test {
 protected:
  SqlcipherOptions options(bool create = false, std::uint8_t key = 1) const {
    SqlcipherOptions made;
    made.path = path_;
    made.key = test_key(key);
    made.create = create;
    made.owns_checkpoint = true;
    return made;
  }
  void make() {
    const auto database = open_sqlcipher(options(true));
    ASSERT_TRUE(ok(database));
    ASSERT_TRUE(
        ok((*database)->execute("CREATE TABLE t (id {bigint} PRIMARY KEY, s TEXT, b {blob}) {strict};"
                                "INSERT INTO t VALUES (1, '𠮷 canary-7f3a', NULL), (2, 'zwei', x'00ff10')")));
  }
  static std::string ask(Database& database, const std::string& sql, Type type) {
    std::string answer;
    auto statement = database.prepare(sql);
    EXPECT_TRUE(ok(statement));
    if (!statement) return answer;
    EXPECT_TRUE(ok((*statement)->run({}, [&](const Row& row) {
      answer = type == Type::text ? std::string(row.text(0)) : std::to_string(row.int64(0));
      return true;
    })));
    return answer;
  }
  TempFolder folder_;
  std::string path_{folder_.file("store.db")};
};

TEST_F(EncryptedFile, IsOpenedAsPlanned) {
  auto database = open_sqlcipher(options(true));
  ASSERT_TRUE(ok(database));
  EXPECT_EQ(ask(**database, "PRAGMA journal_mode", Type::text), "wal");
  EXPECT_EQ(ask(**database, "PRAGMA synchronous", Type::int64), "2");
  EXPECT_EQ(ask(**database, "PRAGMA wal_autocheckpoint", Type::int64), "8000");
  EXPECT_EQ(ask(**database, "PRAGMA cache_size", Type::int64), "-65536");
  EXPECT_EQ(ask(**database, "PRAGMA temp_store", Type::int64), "2");
  EXPECT_EQ(ask(**database, "PRAGMA secure_delete", Type::int64), "1");
  EXPECT_EQ(ask(**database, "PRAGMA foreign_keys", Type::int64), "1");
  EXPECT_THAT(ask(**database, "PRAGMA cipher_version", Type::text), testing::StartsWith("4."));
  auto reader = options();
  reader.owns_checkpoint = false;
  reader.synchronous_full = false;
  reader.cache_kib = 2048;
  database = open_sqlcipher(reader);
  ASSERT_TRUE(ok(database));
  EXPECT_EQ(ask(**database, "PRAGMA synchronous", Type::int64), "1");
  EXPECT_EQ(ask(**database, "PRAGMA wal_autocheckpoint", Type::int64), "0");
  EXPECT_EQ(ask(**database, "PRAGMA cache_size", Type::int64), "-2048");
}

TEST_F(EncryptedFile, HoldsNothingInTheClear) {
  make();
  for (const auto* suffix : {"", "-wal", "-shm", ".keycheck"}) {
    EXPECT_THAT(contents(path_ + suffix), Not(HasSubstr("canary-7f3a"))) << suffix;
    EXPECT_THAT(contents(path_ + suffix), Not(HasSubstr("CREATE TABLE"))) << suffix;
  }
  EXPECT_THAT(contents(path_), Not(HasSubstr("SQLite format 3")));
}

TEST_F(EncryptedFile, AnotherKeyIsDenied) {
  make();
  const auto wrong = open_sqlcipher(options(false, 2));
  EXPECT_EQ(code_of(wrong), ErrorCode::denied);
  EXPECT_THAT(wrong.error().message, HasSubstr("not this file's key"));
  // Without the check value it can't be told from damage, and says so; the right key still opens and writes it again.
  std::filesystem::remove(path_ + ".keycheck");
  EXPECT_EQ(code_of(open_sqlcipher(options(false, 2))), ErrorCode::denied);
  EXPECT_FALSE(std::filesystem::exists(path_ + ".keycheck"));
  EXPECT_TRUE(ok(open_sqlcipher(options())));
  EXPECT_TRUE(std::filesystem::exists(path_ + ".keycheck"));
}

TEST_F(EncryptedFile, AStaleCheckValueDoesNotLockOut) {
  make();
  overwrite(path_ + ".keycheck", 0, 32);
  EXPECT_TRUE(ok(open_sqlcipher(options())));
  EXPECT_THAT(open_sqlcipher(options(false, 2)).error().message, HasSubstr("not this file's key"));
}

TEST_F(EncryptedFile, APlainFileIsDenied) {
  sqlite3* plain = nullptr;
  ASSERT_EQ(sqlite3_open(path_.c_str(), &plain), SQLITE_OK);
  ASSERT_EQ(sqlite3_exec(plain, "CREATE TABLE t (a)", nullptr, nullptr, nullptr), SQLITE_OK);
  sqlite3_close(plain);
  const auto refused = open_sqlcipher(options());
  EXPECT_EQ(code_of(refused), ErrorCode::denied);
  EXPECT_THAT(refused.error().message, HasSubstr("not encrypted"));
}

TEST_F(EncryptedFile, ADamagedFirstPageIsCorrupt) {
  make();
  overwrite(path_, 200, 16);
  EXPECT_EQ(code_of(open_sqlcipher(options())), ErrorCode::corrupt);
}

TEST_F(EncryptedFile, ADamagedLaterPageIsCorruptWhenRead) {
  make();
  overwrite(path_, 4096 + 100, 16);
  auto database = open_sqlcipher(options());
  ASSERT_TRUE(ok(database));
  auto statement = (*database)->prepare("SELECT s FROM t");
  ASSERT_TRUE(ok(statement));
  EXPECT_EQ(code_of((*statement)->run()), ErrorCode::corrupt);
}

TEST_F(EncryptedFile, AMissingFileIsNotMadeUnasked) {
  EXPECT_EQ(code_of(open_sqlcipher(options())), ErrorCode::not_found);
  EXPECT_FALSE(std::filesystem::exists(path_));
}

TEST_F(EncryptedFile, AnEmptyFileIsCorruptUnlessItIsToBeMade) {
  std::ofstream(path_).close();
  EXPECT_EQ(code_of(open_sqlcipher(options())), ErrorCode::corrupt);
  EXPECT_TRUE(ok(open_sqlcipher(options(true))));
}

TEST_F(EncryptedFile, AKeyHas32Bytes) {
  auto shorter = options(true);
  shorter.key.resize(31);
  EXPECT_EQ(code_of(open_sqlcipher(shorter)), ErrorCode::invalid_argument);
  auto nowhere = options(true);
  nowhere.path = folder_.file("no/such/folder/store.db");
  EXPECT_EQ(code_of(open_sqlcipher(nowhere)), ErrorCode::io);
}

TEST_F(EncryptedFile, RefusalsPrintNothing) {
  make();
  testing::internal::CaptureStderr();
  EXPECT_EQ(code_of(open_sqlcipher(options(false, 2))), ErrorCode::denied);
  overwrite(path_, 200, 16);
  EXPECT_EQ(code_of(open_sqlcipher(options())), ErrorCode::corrupt);
  EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
}

TEST_F(EncryptedFile, OnlyTheOwnerCheckpoints) {
  make();
  auto other = options();
  other.owns_checkpoint = false;
  const auto reader = open_sqlcipher(other);
  ASSERT_TRUE(ok(reader));
  EXPECT_EQ(code_of((*reader)->checkpoint()), ErrorCode::invalid_argument);
  EXPECT_EQ(code_of((*reader)->scrub("t")), ErrorCode::invalid_argument);
}

TEST_F(EncryptedFile, AFullStoreIsExhaustedAndRecovers) {
  make();
  const auto database = open_sqlcipher(options());
  ASSERT_TRUE(ok(database));
  EXPECT_EQ(ask(**database, "PRAGMA max_page_count=4", Type::int64), "4");
  auto insert = (*database)->prepare("INSERT INTO t VALUES ($1, NULL, $2)");
  ASSERT_TRUE(ok(insert));
  const Bytes large(100'000, 7);
  ASSERT_TRUE(ok((*database)->begin()));
  EXPECT_EQ(code_of((*insert)->run({std::int64_t{3}, BytesView(large)})), ErrorCode::exhausted);
  EXPECT_FALSE((*database)->in_transaction());
  EXPECT_EQ(ask(**database, "PRAGMA max_page_count=1000", Type::int64), "1000");
  EXPECT_TRUE(ok((*insert)->run({std::int64_t{3}, BytesView(large)})));
}

TEST_F(EncryptedFile, ALockedStoreIsUnavailable) {
  make();
  const auto first = open_sqlcipher(options());
  auto second_options = options();
  second_options.owns_checkpoint = false;
  const auto second = open_sqlcipher(second_options);
  ASSERT_TRUE(ok(first));
  ASSERT_TRUE(ok(second));
  EXPECT_EQ(ask(**second, "PRAGMA busy_timeout=20", Type::int64), "20");
  ASSERT_TRUE(ok((*first)->begin()));
  EXPECT_EQ(code_of((*second)->begin()), ErrorCode::unavailable);
  (*first)->rollback();
  EXPECT_TRUE(ok((*second)->begin()));
}

TEST_F(EncryptedFile, ScrubLeavesNoTraceOfWhatWasDeleted) {
  // Compared through the cipher: the program that holds the key can read each page, so a deleted value must be in none.
  const auto database = open_sqlcipher(options(true));
  ASSERT_TRUE(ok(database));
  ASSERT_TRUE(
      ok((*database)->execute("CREATE TABLE t (id {bigint} PRIMARY KEY, s TEXT) {strict}; "
                              "INSERT INTO t VALUES (1, 'keep-this-one'), (2, 'canary-erase-me')")));
  ASSERT_TRUE(ok((*database)->checkpoint()));
  ASSERT_TRUE(ok((*database)->execute("DELETE FROM t WHERE id = 2")));
  EXPECT_GT(std::filesystem::file_size(path_ + "-wal"), 0U);
  ASSERT_TRUE(ok((*database)->scrub("t")));
  EXPECT_EQ(std::filesystem::file_size(path_ + "-wal"), 0U);
  const auto copied = shell("printf \"%s\\n\" \"PRAGMA key = \\\"x'" + to_hex(test_key()) +
                            "'\\\";\" \"SELECT hex(data) FROM "
                            "sqlite_dbpage;\" | sqlcipher -batch '" +
                            path_ + "' 2>&1");
  ASSERT_EQ(copied.status, 0) << copied.text;
  const auto hex = [](std::string_view text) {
    auto digits = to_hex(as_bytes(text));
    for (auto& c : digits) c = static_cast<char>(std::toupper(c));
    return digits;
  };
  EXPECT_THAT(copied.text, HasSubstr(hex("keep-this-one")));
  EXPECT_THAT(copied.text, Not(HasSubstr(hex("canary-erase-me"))));
}

TEST_F(EncryptedFile, TheSqlcipherProgramReadsTheSame) {
  make();
  const auto seen = shell("printf '%s\\n' \"PRAGMA key = \\\"x'" + to_hex(test_key()) +
                          "'\\\";\" 'SELECT id, s, hex(b) FROM t ORDER BY id; PRAGMA integrity_check; "
                          "PRAGMA cipher_integrity_check;' | sqlcipher -batch '" +
                          path_ + "' 2>&1");
  EXPECT_EQ(seen.status, 0);
  EXPECT_EQ(seen.text, "ok\n1|𠮷 canary-7f3a|\n2|zwei|00FF10\nok\n");
  const auto refused = shell("echo 'SELECT * FROM t;' | sqlcipher -batch '" + path_ + "' 2>&1");
  EXPECT_THAT(refused.text, Not(HasSubstr("zwei")));
  EXPECT_THAT(refused.text, HasSubstr("file is not a database"));
}

TEST_F(EncryptedFile, AnotherProgramThatReadsLeavesTheLogToUs) {
  make();
  const auto first = open_sqlcipher(options());
  ASSERT_TRUE(ok(first));
  // Opening more of them must not drop the lock that tells other programs of the first one.
  auto more = options();
  more.owns_checkpoint = false;
  const auto second = open_sqlcipher(more);
  ASSERT_TRUE(ok(second));
  ASSERT_TRUE(ok((*first)->execute("INSERT INTO t VALUES (3, 'drei', NULL)")));
  const auto read = "printf '%s\\n' \"PRAGMA key = \\\"x'" + to_hex(test_key()) +
                    "'\\\";\" 'SELECT s FROM t WHERE id > 2;' | sqlcipher -batch '" + path_ + "' 2>&1";
  EXPECT_EQ(shell(read).text, "ok\ndrei\n");
  EXPECT_TRUE(std::filesystem::exists(path_ + "-wal"));
  ASSERT_TRUE(ok((*first)->execute("INSERT INTO t VALUES (4, 'vier', NULL)")));
  EXPECT_EQ(shell(read).text, "ok\ndrei\nvier\n");
  EXPECT_EQ(ask(**second, "SELECT count(*) FROM t", Type::int64), "4");
}

TEST_F(EncryptedFile, WhatTheSqlcipherProgramWroteIsRead) {
  const auto made = shell(
      "printf '%s\\n' \"PRAGMA key = \\\"x'" + to_hex(test_key()) +
      "'\\\";\" \"CREATE TABLE t (s TEXT); INSERT INTO t VALUES ('守护台');\" | sqlcipher -batch '" + path_ + "' 2>&1");
  ASSERT_EQ(made.status, 0) << made.text;
  auto database = open_sqlcipher(options());
  ASSERT_TRUE(ok(database));
  EXPECT_EQ(ask(**database, "SELECT s FROM t", Type::text), "守护台");
}

TEST(StaticLink, NoNameOfSqliteLeavesTheProgram) {
  const auto own = shell("nm -D '" + std::filesystem::read_symlink("/proc/self/exe").string() + "'");
  ASSERT_EQ(own.status, 0);
  ASSERT_THAT(own.text, HasSubstr("PQconnectdb"));  // the listing is of this program and not empty
  EXPECT_THAT(own.text, Not(HasSubstr("sqlite3")));
  EXPECT_STREQ(sqlite3_libversion(), SQLITE_VERSION);
  EXPECT_EQ(sqlite3_compileoption_used("HAS_CODEC"), 1);
}

}  // namespace
}  // namespace guardline::db
