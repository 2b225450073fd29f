// The hub's keys: files of their own, outside the record and its backups. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/time.h"
#include "core/crypto/certificate_authority.h"
#include "core/crypto/key.h"
#include "core/crypto/secret.h"

#include <filesystem>
#include <string>
#include <vector>

namespace guardline::setup {

/// Everything in `DIR/keys/` (folder 0700, files 0600). Raw keys are files of 32 bytes, the others PEM. Hubs that share
/// one record share these files.
struct Keys {
  crypto::Secret database;    ///< db.key: raw key of both database files
  crypto::Secret wrap;        ///< wrap.key: wraps the data keys of investors
  crypto::Secret chain_seed;  ///< chain-sign.key: Ed25519 seed of the daily heads
  crypto::Secret pseudonym;   ///< pseudonym.key: keyed hashes for exact search
  crypto::Secret verp;        ///< verp.key: proof in the return path of mail
  crypto::Secret links;       ///< links.key: links in messages; another one ends them all
  crypto::Secret outbox;      ///< outbox.key (X25519): opens what consoles did without a hub
  crypto::Secret vault;       ///< vault.key: the hub's part of every local copy's key; another begins all anew
  crypto::CertificateAuthority device_ca;  ///< device-ca.key, device-ca.crt
  crypto::PrivateKey listener;             ///< tls.key; its certificate stands in tls.crt
};

/// Makes all keys and the listener's certificate for `hosts` (names or addresses). conflict if the folder is there.
Status make_keys(const std::filesystem::path& folder, const std::vector<std::string>& hosts, const Clock& clock);
/// Errors: not_found, corrupt (wrong length or form), denied (others may read a key file), io.
Result<Keys> load_keys(const std::filesystem::path& folder);
/// Replaces one raw key by writing beside it and renaming; durable when it returns.
Status replace_key(const std::filesystem::path& file, BytesView key);

}  // namespace guardline::setup
