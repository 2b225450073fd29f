// Sealed details: salt and content in one box. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/crypto/digest.h"
#include "core/crypto/secret.h"
#include "hub/spine/event.h"

namespace guardline::spine {

inline constexpr std::size_t kSaltSize = 16;

/// Fills `event.sealed_detail` with the box of (salt ‖ detail) and `event.detail_hash` with SHA-256 of the same.
Status seal_detail(crypto::Sha256& hash, const crypto::Secret& key, BytesView detail, StoredEvent& event);
/// The detail without its salt, checked against the hash in the row (corrupt).
Result<crypto::Secret> open_detail(const crypto::Secret& key, const StoredEvent& event);

}  // namespace guardline::spine
