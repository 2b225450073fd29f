// Opens an encrypted file and proves that it is one. SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/key_check.h"
#include "core/db/sqlcipher_database.h"

#include <array>
#include <filesystem>
#include <string>

#include <openssl/crypto.h>

namespace guardline::db {
namespace {

constexpr int kBusyTimeoutMs = 5000;
constexpr std::size_t kKeySize = 32;

using Handle = SqlcipherDatabase::Handle;

// First column of the first row as text; empty where there is none.
Result<std::string> ask(sqlite3* handle, const std::string& sql) {
  std::string answer;
  const auto take = [](void* into, int count, char** values, char**) {
    if (count > 0 && values[0] != nullptr) *static_cast<std::string*>(into) = values[0];
    return 0;
  };
  const int code = sqlite3_exec(handle, sql.c_str(), take, &answer, nullptr);
  if (code != SQLITE_OK) return std::unexpected(sqlcipher_error(handle, code, "open"));
  return answer;
}

Status check_file(const SqlcipherOptions& options) {
  std::error_code error;
  const auto size = std::filesystem::file_size(options.path, error);
  if (error) {
    if (options.create) return {};
    return fail(ErrorCode::not_found, "open: no such database file");
  }
  if (size == 0) {
    if (options.create) return {};
    return fail(ErrorCode::corrupt, "open: the database file is empty");
  }
  return {};
}

// Reads through the connection's own descriptor. One of ours would, when closed, drop every lock that this process
// holds on the file (POSIX locks belong to the process): another program would then take itself for the last one to
// close, and remove the log under our connections.
Status check_encrypted(sqlite3* handle) {
  sqlite3_file* file = nullptr;
  sqlite3_file_control(handle, "main", SQLITE_FCNTL_FILE_POINTER, &file);
  if (file == nullptr || file->pMethods == nullptr) return {};
  // Every plain SQLite file starts so; an encrypted one starts with its random salt. A short read leaves zeros.
  constexpr std::string_view kPlain = "SQLite format 3";
  std::array<char, 16> head{};
  const int code = file->pMethods->xRead(file, head.data(), head.size(), 0);
  if (code == SQLITE_OK && std::string_view(head.data(), kPlain.size()) == kPlain) {
    return fail(ErrorCode::denied, "open: the database file is not encrypted");
  }
  return {};
}

Status set_key(sqlite3* handle, const Bytes& key) {
  auto hex = to_hex(key);
  std::string raw;
  raw.reserve(kKeySize * 2 + 3);
  raw.append("x'").append(hex).append("'");
  const int code = sqlite3_key_v2(handle, "main", raw.data(), static_cast<int>(raw.size()));
  OPENSSL_cleanse(hex.data(), hex.size());
  OPENSSL_cleanse(raw.data(), raw.size());
  if (code != SQLITE_OK) return std::unexpected(sqlcipher_error(handle, code, "open: key"));
  return {};
}

void harden(sqlite3* handle, bool owns_checkpoint) {
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  // The last connection to close would checkpoint: only the owner may, ever (the documented race of WAL resets).
  sqlite3_db_config(handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, owns_checkpoint ? 0 : 1, nullptr);
  sqlite3_busy_timeout(handle, kBusyTimeoutMs);
}

// The first read of the file: with a wrong key its first page does not decrypt.
Status prove_key(sqlite3* handle, const SqlcipherOptions& options) {
  const auto tables = ask(handle, "SELECT count(*) FROM sqlite_schema");
  if (tables) return {};
  auto error = tables.error();
  if ((sqlite3_errcode(handle) & 0xFF) != SQLITE_NOTADB) return std::unexpected(std::move(error));
  switch (compare_key_check(options.path, options.key)) {
    case KeyCheck::matches:
      return fail(ErrorCode::corrupt, "open: the key is right, the first page is damaged");
    case KeyCheck::differs:
      return fail(ErrorCode::denied, "open: the key is not this file's key");
    case KeyCheck::missing:
      break;
  }
  return fail(ErrorCode::denied, "open: wrong key, or not an encrypted database");
}

Status set_up(sqlite3* handle, const SqlcipherOptions& options) {
  const auto mode = ask(handle, "PRAGMA journal_mode=WAL");
  if (!mode) return std::unexpected(mode.error());
  if (*mode != "wal") return fail(ErrorCode::io, "open: the file system has no shared memory for a write-ahead log");
  const std::string pragmas = std::string("PRAGMA synchronous=") + (options.synchronous_full ? "FULL" : "NORMAL") +
                              ";PRAGMA cache_size=-" + std::to_string(options.cache_kib) +
                              ";PRAGMA wal_autocheckpoint=" + (options.owns_checkpoint ? "8000" : "0") +
                              ";PRAGMA temp_store=2;PRAGMA foreign_keys=ON";
  if (auto done = ask(handle, pragmas); !done) return std::unexpected(done.error());
  return {};
}

}  // namespace

Result<std::unique_ptr<Database>> open_sqlcipher(const SqlcipherOptions& options) {
  if (options.key.size() != kKeySize) return fail(ErrorCode::invalid_argument, "open: the key has 32 bytes");
  if (options.path.empty() || options.cache_kib <= 0) return fail(ErrorCode::invalid_argument, "open: path or cache");
  if (auto ok = check_file(options); !ok) return std::unexpected(ok.error());

  const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | (options.create ? SQLITE_OPEN_CREATE : 0);
  sqlite3* raw = nullptr;
  const int code =
      sqlite3_open_v2(options.path.c_str(), &raw, flags, options.vfs.empty() ? nullptr : options.vfs.c_str());
  Handle handle(raw);
  if (code != SQLITE_OK) return std::unexpected(sqlcipher_error(raw, code, "open"));
  sqlite3_extended_result_codes(raw, 1);
  if (auto ok = check_encrypted(raw); !ok) return std::unexpected(ok.error());

  // SQLCipher writes to stderr unless told otherwise. A program that got plain SQLite would accept every pragma below
  // and encrypt nothing: the version is the proof.
  if (auto done = ask(raw, "PRAGMA cipher_log_level=NONE"); !done) return std::unexpected(done.error());
  const auto version = ask(raw, "PRAGMA cipher_version");
  if (!version) return std::unexpected(version.error());
  if (version->empty()) return fail(ErrorCode::invalid_argument, "open: the program is not linked against SQLCipher");

  harden(raw, options.owns_checkpoint);
  if (auto ok = set_key(raw, options.key); !ok) return std::unexpected(ok.error());
  if (auto ok = prove_key(raw, options); !ok) return std::unexpected(ok.error());
  if (auto ok = set_up(raw, options); !ok) return std::unexpected(ok.error());
  keep_key_check(options.path, options.key);
  return std::make_unique<SqlcipherDatabase>(std::move(handle), options.owns_checkpoint);
}

}  // namespace guardline::db
