// The files of the hub's keys for consoles that work without it. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/crypto/secret.h"

#include <filesystem>

namespace guardline::setup {

/// outbox.key (X25519) and vault.key: 32 raw bytes each, mode 0600, in the folder of keys.
struct OfflineKeyFiles {
  crypto::Secret outbox;
  crypto::Secret vault;
};

/// Made at the first start, so that a hub from before them has them too. Hubs that share one record share these files:
/// another outbox.key can't open what was sealed to this one, another vault.key makes every console begin its copy
/// anew. Errors: corrupt (wrong length), denied (others may read one), io.
Result<OfflineKeyFiles> offline_keys(const std::filesystem::path& folder);

}  // namespace guardline::setup
