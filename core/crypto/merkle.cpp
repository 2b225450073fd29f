// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/merkle.h"

#include <bit>
#include <cassert>

namespace guardline::crypto {
namespace {

Digest node(Sha256& hash, const Digest& left, const Digest& right) {
  return hash.update(std::uint8_t{0x01}).update(left).update(right).finish();
}

/// The largest power of two strictly below n (n > 1).
std::size_t split(std::size_t n) { return std::bit_floor(n - 1); }

void path_into(Sha256& hash, std::span<const Digest> leaves, std::size_t index, std::vector<Digest>& path) {
  if (leaves.size() == 1) return;
  const std::size_t k = split(leaves.size());
  if (index < k) {
    path_into(hash, leaves.first(k), index, path);
    path.push_back(merkle_root(hash, leaves.subspan(k)));
  } else {
    path_into(hash, leaves.subspan(k), index - k, path);
    path.push_back(merkle_root(hash, leaves.first(k)));
  }
}

/// SUBPROOF of section 2.1.2; `whole` says that the old tree's root is known to the verifier as it stands.
void consistency_into(Sha256& hash, std::span<const Digest> leaves, std::size_t old_size, bool whole,
                      std::vector<Digest>& proof) {
  if (old_size == leaves.size()) {
    if (!whole) proof.push_back(merkle_root(hash, leaves));
    return;
  }
  const std::size_t k = split(leaves.size());
  if (old_size <= k) {
    consistency_into(hash, leaves.first(k), old_size, whole, proof);
    proof.push_back(merkle_root(hash, leaves.subspan(k)));
  } else {
    consistency_into(hash, leaves.subspan(k), old_size - k, false, proof);
    proof.push_back(merkle_root(hash, leaves.first(k)));
  }
}

}  // namespace

Digest merkle_leaf(Sha256& hash, BytesView data) { return hash.update(std::uint8_t{0x00}).update(data).finish(); }

Digest merkle_root(Sha256& hash, std::span<const Digest> leaves) {
  if (leaves.empty()) return hash.finish();
  // Pairing level by level and carrying a last odd node up unchanged gives the same tree as the recursive definition.
  std::vector<Digest> level(leaves.begin(), leaves.end());
  while (level.size() > 1) {
    const std::size_t pairs = level.size() / 2;
    for (std::size_t i = 0; i < pairs; ++i) level[i] = node(hash, level[2 * i], level[2 * i + 1]);
    const bool odd = level.size() % 2 == 1;
    if (odd) level[pairs] = level.back();
    level.resize(pairs + (odd ? 1 : 0));
  }
  return level.front();
}

std::vector<Digest> merkle_path(Sha256& hash, std::span<const Digest> leaves, std::size_t index) {
  assert(index < leaves.size());
  std::vector<Digest> path;
  path_into(hash, leaves, index, path);
  return path;
}

std::optional<Digest> merkle_root_from_path(Sha256& hash, const Digest& leaf, std::size_t index, std::size_t size,
                                            std::span<const Digest> path) {
  if (index >= size) return std::nullopt;
  Digest sum = leaf;
  std::size_t last = size - 1;  // the index of the last node of the level
  std::size_t used = 0;
  for (; last > 0; last /= 2, index /= 2) {
    if (index == last && index % 2 == 0) continue;  // an odd last node goes up unchanged
    if (used == path.size()) return std::nullopt;
    sum = index % 2 == 1 ? node(hash, path[used], sum) : node(hash, sum, path[used]);
    ++used;
  }
  return used == path.size() ? std::optional(sum) : std::nullopt;
}

std::vector<Digest> merkle_consistency(Sha256& hash, std::span<const Digest> leaves, std::size_t old_size) {
  assert(old_size > 0 && old_size <= leaves.size());
  std::vector<Digest> proof;
  consistency_into(hash, leaves, old_size, true, proof);
  return proof;
}

bool merkle_consistent(Sha256& hash, std::size_t old_size, const Digest& old_root, std::size_t size, const Digest& root,
                       std::span<const Digest> proof) {
  if (old_size == 0 || old_size > size) return false;
  if (old_size == size) return proof.empty() && old_root == root;
  // RFC 9162 section 2.1.4.2 walks both trees upwards together from the right border of the old one.
  std::size_t used = 0;
  Digest old_sum = old_root;
  std::size_t at = old_size - 1;
  std::size_t last = size - 1;
  for (; at % 2 == 1; at /= 2) last /= 2;
  if (!std::has_single_bit(old_size)) {
    if (proof.empty()) return false;
    old_sum = proof[used++];
  }
  Digest sum = old_sum;
  for (; used < proof.size(); ++used, at /= 2, last /= 2) {
    if (last == 0) return false;
    if (at % 2 == 1 || at == last) {
      old_sum = node(hash, proof[used], old_sum);
      sum = node(hash, proof[used], sum);
      for (; at % 2 == 0 && at != 0; at /= 2) last /= 2;
    } else {
      sum = node(hash, sum, proof[used]);
    }
  }
  return last == 0 && old_sum == old_root && sum == root;
}

}  // namespace guardline::crypto
