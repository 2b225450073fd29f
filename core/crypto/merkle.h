// Merkle tree hashes and audit paths. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bytes.h"
#include "core/crypto/digest.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace guardline::crypto {

/// RFC 6962 section 2.1 with SHA-256: leaf = H(0x00 ‖ data), node = H(0x01 ‖ left ‖ right), the left subtree of n > 1
/// leaves has the largest power of two below n; the empty tree is H("").
Digest merkle_leaf(Sha256& hash, BytesView data);
Digest merkle_root(Sha256& hash, std::span<const Digest> leaves);

/// Section 2.1.1: the audit path of leaf `index`, from the leaf's sibling upwards. `index` < leaves.size() (asserted).
std::vector<Digest> merkle_path(Sha256& hash, std::span<const Digest> leaves, std::size_t index);
/// The root that `leaf` at `index` of `size` leaves has by this path; nothing if the path has a wrong length.
std::optional<Digest> merkle_root_from_path(Sha256& hash, const Digest& leaf, std::size_t index, std::size_t size,
                                            std::span<const Digest> path);

/// Section 2.1.2: the consistency proof between the first `old_size` leaves and all of them (0 < old_size <= size).
std::vector<Digest> merkle_consistency(Sha256& hash, std::span<const Digest> leaves, std::size_t old_size);
bool merkle_consistent(Sha256& hash, std::size_t old_size, const Digest& old_root, std::size_t size, const Digest& root,
                       std::span<const Digest> proof);

}  // namespace guardline::crypto
