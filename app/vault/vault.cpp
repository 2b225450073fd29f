// The local copy as files: making, opening, destroying. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/vault/vault.h"

#include "app/vault/files.h"

#include <array>
#include <cstring>
#include <fstream>
#include <optional>
#include <system_error>

#include <sys/stat.h>

namespace guardline::app {
namespace {

using models::VaultTrouble;

constexpr std::size_t kMostHeader = 4096;
constexpr std::uintmax_t kPage = 4096;  // SQLCipher 4
constexpr std::int64_t kCacheKib = 8192;

std::unexpected<VaultFailure> trouble(VaultTrouble what, std::string detail) {
  return std::unexpected(VaultFailure{what, std::move(detail)});
}

/// The key is proved right when the database is opened: whatever does not read then is damage, or the disk.
std::unexpected<VaultFailure> broken(const Error& error) {
  switch (error.code) {
    case ErrorCode::conflict:
      return trouble(VaultTrouble::newer_format, error.message);
    case ErrorCode::unavailable:
    case ErrorCode::io:
    case ErrorCode::exhausted:
      return trouble(VaultTrouble::unavailable, error.message);
    default:
      return trouble(VaultTrouble::corrupt, error.message);
  }
}

db::SqlcipherOptions database_options(const VaultPlace& place, const crypto::Secret& key, bool create) {
  db::SqlcipherOptions options;
  options.path = place.database().string();
  options.key.assign(key.view().begin(), key.view().end());
  options.create = create;
  options.owns_checkpoint = true;
  options.synchronous_full = false;  // a copy: what a power cut takes of the last moments is fetched again
  options.cache_kib = kCacheKib;
  return options;
}

Result<std::unique_ptr<db::Database>> open_database(const VaultPlace& place, const crypto::Secret& key, bool create) {
  auto options = database_options(place, key, create);
  auto opened = db::open_sqlcipher(options);
  crypto::wipe(options.key);
  return opened;
}

/// What can be said of the file without a key, before any connection has it open.
std::optional<VaultFailure> look_at(const std::filesystem::path& file) {
  std::error_code error;
  const auto size = std::filesystem::file_size(file, error);
  if (error) return VaultFailure{VaultTrouble::corrupt, "the database is missing"};
  std::array<char, 16> head{};
  std::ifstream(file, std::ios::binary).read(head.data(), head.size());
  if (std::memcmp(head.data(), "SQLite format 3", 16) == 0) {
    return VaultFailure{VaultTrouble::not_encrypted, "the database is not encrypted"};
  }
  if (size == 0 || size % kPage != 0) return VaultFailure{VaultTrouble::corrupt, "the database is cut"};
  return std::nullopt;
}

/// Every page against its authentication code; the first bad one ends it.
Status check_pages(db::Database& database) {
  auto statement = database.prepare("PRAGMA cipher_integrity_check");
  if (!statement) return std::unexpected(statement.error());
  bool whole = true;
  const auto ran = (*statement)->run({}, [&](const db::Row&) { return whole = false; });
  if (!ran) return std::unexpected(ran.error());
  if (!whole) return fail(ErrorCode::corrupt, "a page fails its check");
  return {};
}

}  // namespace

std::expected<std::unique_ptr<Vault>, VaultFailure> Vault::make(const VaultPlace& place, const VaultSecrets& secrets,
                                                                const Clock& clock, const VaultOptions& options) {
  ::mkdir(place.folder.c_str(), 0700);
  if (auto gone = destroy(place); !gone) return trouble(VaultTrouble::unavailable, gone.error().message);
  VaultHeader header{.vault = {}, .made_at = clock.now(), .kdf = options.kdf, .salt = {}, .wrapped_key = {}};
  auto key = wrap_new_key(header, secrets);
  if (!key) return trouble(VaultTrouble::unavailable, key.error().message);
  // The database first: a crash in between leaves one that nothing opens, which the next making removes.
  auto database = open_database(place, *key, true);
  if (!database) return broken(database.error());
  auto vault = std::unique_ptr<Vault>(new Vault(std::move(*database), clock, options));
  if (auto ok = vault->store_.prepare(); !ok) return broken(ok.error());
  if (auto ok = vault->renew_lease(); !ok) return broken(ok.error());
  if (auto ok = write_private(place.head(), write_header(header)); !ok) {
    return trouble(VaultTrouble::unavailable, ok.error().message);
  }
  return vault;
}

std::expected<std::unique_ptr<Vault>, VaultFailure> Vault::open(const VaultPlace& place, const VaultSecrets& secrets,
                                                                const Clock& clock, const VaultOptions& options) {
  const auto bytes = read_whole(place.head(), kMostHeader);
  if (!bytes) {
    const bool missing = bytes.error().code == ErrorCode::not_found;
    if (missing && !std::filesystem::exists(place.database())) return trouble(VaultTrouble::absent, "no vault");
    return trouble(bytes.error().code == ErrorCode::io ? VaultTrouble::unavailable : VaultTrouble::corrupt,
                   "the header can't be read");
  }
  const auto header = read_header(*bytes);
  if (!header) return trouble(header.error(), "the header is of another form, or damaged");
  if (auto seen = look_at(place.database())) return std::unexpected(std::move(*seen));
  const auto key = unwrap_vault_key(*header, secrets);
  if (!key && key.error().code == ErrorCode::corrupt) return trouble(VaultTrouble::wrong_key, key.error().message);
  if (!key) return trouble(VaultTrouble::unavailable, key.error().message);

  auto database = open_database(place, *key, false);
  if (!database) return broken(database.error());
  if (auto ok = check_pages(**database); !ok) return broken(ok.error());
  auto vault = std::unique_ptr<Vault>(new Vault(std::move(*database), clock, options));
  if (auto ok = vault->store_.prepare(); !ok) return broken(ok.error());
  const auto lease = vault->read_lease();
  if (!lease) return broken(lease.error());
  vault->lease_ = std::make_unique<Lease>(*lease, clock);
  if (vault->lease_->over()) {
    vault.reset();
    auto gone = destroy(place);
    return trouble(VaultTrouble::lease_over, gone ? "the lease is over" : gone.error().message);
  }
  if (auto ok = vault->keep_lease(); !ok) return broken(ok.error());
  return vault;
}

Status Vault::destroy(const VaultPlace& place) {
  Status first = destroy_file(place.head());
  for (const auto* suffix : {"", "-wal", "-shm", "-journal", ".keycheck", ".keycheck.new"}) {
    auto file = place.database();
    file += suffix;
    if (auto ok = destroy_file(file); !ok && first) first = ok;
  }
  if (first && std::filesystem::exists(place.folder)) first = sync_folder(place.folder);
  return first;
}

Status Vault::write_lease(const LeaseRecord& record) {
  auto statement = store_.database().prepare(
      "INSERT INTO lease (one, granted_at, length, spent, last_seen) VALUES (1, $1, $2, $3, $4) ON CONFLICT (one) DO "
      "UPDATE SET granted_at = excluded.granted_at, length = excluded.length, spent = excluded.spent, last_seen = "
      "excluded.last_seen");
  if (!statement) return std::unexpected(statement.error());
  const auto ran = (*statement)
                       ->run({to_micros(record.granted_at), record.length.count(), record.spent.count(),
                              to_micros(record.last_seen)});
  if (!ran) return std::unexpected(ran.error());
  return {};
}

Result<LeaseRecord> Vault::read_lease() {
  auto statement = store_.database().prepare("SELECT granted_at, length, spent, last_seen FROM lease");
  if (!statement) return std::unexpected(statement.error());
  std::optional<LeaseRecord> record;
  const auto ran = (*statement)->run({}, [&](const db::Row& row) {
    record = LeaseRecord{.granted_at = from_micros(row.int64(0)),
                         .length = Micros(row.int64(1)),
                         .spent = Micros(row.int64(2)),
                         .last_seen = from_micros(row.int64(3))};
    return true;
  });
  if (!ran) return std::unexpected(ran.error());
  if (!record) return fail(ErrorCode::corrupt, "the vault has no lease");
  return *record;
}

Status Vault::renew_lease() {
  const auto record = Lease::granted(clock_, options_.lease);
  if (auto ok = write_lease(record); !ok) return ok;
  lease_ = std::make_unique<Lease>(record, clock_);
  return {};
}

Status Vault::keep_lease() { return write_lease(lease_->record()); }

}  // namespace guardline::app
