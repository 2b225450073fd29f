// The local copy as files: making, opening, destroying. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/vault/lease.h"
#include "app/vault/vault_key.h"
#include "app/vault/vault_store.h"
#include "models/gateway/offline_values.h"

#include <expected>
#include <filesystem>
#include <memory>
#include <string>

namespace guardline::app {

/// `folder`/`name`.head (how the key is wrapped) and `folder`/`name`.db (SQLCipher, with its -wal, -shm, .keycheck).
struct VaultPlace {
  std::filesystem::path folder;
  std::string name;

  [[nodiscard]] std::filesystem::path head() const { return folder / (name + ".head"); }
  [[nodiscard]] std::filesystem::path database() const { return folder / (name + ".db"); }
};

struct VaultOptions {
  VaultLimits limits{};
  Micros lease{kLeaseLength};
  crypto::Argon2Params kdf{};
};

struct VaultFailure {
  models::VaultTrouble trouble{models::VaultTrouble::unavailable};
  std::string detail;  ///< English, for the log; no personal data
};

/// An open vault. One thread from `make` or `open` on (the one that may touch the database); these two block for a
/// password hash and read the whole file.
class Vault {
 public:
  /// A new, empty one with a full lease. What stood there before is destroyed first.
  static std::expected<std::unique_ptr<Vault>, VaultFailure> make(const VaultPlace& place, const VaultSecrets& secrets,
                                                                  const Clock& clock, const VaultOptions& options = {});
  /// Every page is checked. lease_over: found over, and destroyed.
  static std::expected<std::unique_ptr<Vault>, VaultFailure> open(const VaultPlace& place, const VaultSecrets& secrets,
                                                                  const Clock& clock, const VaultOptions& options = {});
  /// The wrapped key first, then the rest; needs no key, works on what is damaged. Nothing may have it open.
  static Status destroy(const VaultPlace& place);

  [[nodiscard]] VaultStore& store() { return store_; }
  [[nodiscard]] const Lease& lease() const { return *lease_; }
  /// The hub has spoken: the lease begins anew.
  Status renew_lease();
  /// Writes down how much of it is spent.
  Status keep_lease();

 private:
  Vault(std::unique_ptr<db::Database> database, const Clock& clock, const VaultOptions& options)
      : clock_(clock), options_(options), store_(std::move(database), options.limits) {}
  Status write_lease(const LeaseRecord& record);
  Result<LeaseRecord> read_lease();

  const Clock& clock_;
  VaultOptions options_;
  VaultStore store_;
  std::unique_ptr<Lease> lease_;
};

}  // namespace guardline::app
