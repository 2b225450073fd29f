// Merkle hashes against the published vectors of Certificate Transparency (the eight entries that RFC 6962's reference
// implementation tests with) and against the recursive definition. SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/merkle.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace guardline::crypto {
namespace {

const char* const kEntries[] = {
    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"};
const char* const kRoots[] = {"6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                              "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                              "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                              "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                              "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                              "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                              "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                              "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"};

std::vector<Digest> published_leaves(Sha256& hash) {
  std::vector<Digest> leaves;
  for (const auto* entry : kEntries) leaves.push_back(merkle_leaf(hash, *from_hex(entry)));
  return leaves;
}

Digest recursive_root(Sha256& hash, std::span<const Digest> leaves) {
  if (leaves.size() == 1) return leaves[0];
  std::size_t k = 1;
  while (k * 2 < leaves.size()) k *= 2;
  const Digest left = recursive_root(hash, leaves.first(k));
  const Digest right = recursive_root(hash, leaves.subspan(k));
  return hash.update(std::uint8_t{1}).update(left).update(right).finish();
}

std::vector<Digest> some_leaves(Sha256& hash, std::size_t n) {
  std::vector<Digest> leaves;
  for (std::size_t i = 0; i < n; ++i) leaves.push_back(merkle_leaf(hash, as_bytes("leaf " + std::to_string(i))));
  return leaves;
}

TEST(Merkle, EmptyTreeIsTheHashOfNothing) {
  Sha256 hash;
  EXPECT_EQ(to_hex(merkle_root(hash, {})), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST(Merkle, PublishedRoots) {
  Sha256 hash;
  const auto leaves = published_leaves(hash);
  for (std::size_t n = 1; n <= leaves.size(); ++n) {
    EXPECT_EQ(to_hex(merkle_root(hash, std::span(leaves).first(n))), kRoots[n - 1]) << n;
  }
}

TEST(Merkle, PublishedPath) {
  // Inclusion of leaf 5 (counted from 0) in the tree of eight.
  Sha256 hash;
  const auto path = merkle_path(hash, published_leaves(hash), 5);
  ASSERT_EQ(path.size(), 3u);
  EXPECT_EQ(to_hex(path[0]), "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b");
  EXPECT_EQ(to_hex(path[1]), "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0");
  EXPECT_EQ(to_hex(path[2]), "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
}

TEST(Merkle, EveryPathOfEverySizeLeadsToTheRootAndToNoOther) {
  Sha256 hash;
  for (std::size_t n = 1; n <= 40; ++n) {
    const auto leaves = some_leaves(hash, n);
    const Digest root = recursive_root(hash, leaves);
    ASSERT_EQ(merkle_root(hash, leaves), root) << n;
    for (std::size_t i = 0; i < n; ++i) {
      auto path = merkle_path(hash, leaves, i);
      EXPECT_EQ(merkle_root_from_path(hash, leaves[i], i, n, path), root) << n << " " << i;
      EXPECT_EQ(merkle_root_from_path(hash, leaves[i], n, n, path), std::nullopt);
      if (n > 1) {
        EXPECT_NE(merkle_root_from_path(hash, leaves[i], (i + 1) % n, n, path), root) << n << " " << i;
        path.pop_back();
        EXPECT_EQ(merkle_root_from_path(hash, leaves[i], i, n, path), std::nullopt);
      }
      path.push_back(root);
      path.push_back(root);
      EXPECT_EQ(merkle_root_from_path(hash, leaves[i], i, n, path), std::nullopt);
    }
  }
}

TEST(Merkle, ConsistencyHoldsForEveryPairOfSizes) {
  Sha256 hash;
  const auto all = some_leaves(hash, 33);
  for (std::size_t n = 1; n <= all.size(); ++n) {
    const auto leaves = std::span(all).first(n);
    const Digest root = merkle_root(hash, leaves);
    for (std::size_t m = 1; m <= n; ++m) {
      const Digest old_root = merkle_root(hash, leaves.first(m));
      const auto proof = merkle_consistency(hash, leaves, m);
      EXPECT_TRUE(merkle_consistent(hash, m, old_root, n, root, proof)) << m << " of " << n;
      Digest wrong = old_root;
      wrong[0] ^= 1;
      EXPECT_FALSE(merkle_consistent(hash, m, wrong, n, root, proof)) << m << " of " << n;
      EXPECT_FALSE(merkle_consistent(hash, m, old_root, n, wrong, proof)) << m << " of " << n;
      if (!proof.empty()) {
        EXPECT_FALSE(merkle_consistent(hash, m, old_root, n, root, std::span(proof).first(proof.size() - 1)));
      }
    }
  }
}

TEST(Merkle, AnyChangeOfALeafChangesTheRoot) {
  EXPECT_TRUE(rc::check("one flipped bit", [] {
    Sha256 hash;
    const auto n = *rc::gen::inRange<std::size_t>(1, 200);
    auto leaves = some_leaves(hash, n);
    const Digest root = merkle_root(hash, leaves);
    const auto leaf = *rc::gen::inRange<std::size_t>(0, n);
    const auto byte = *rc::gen::inRange<std::size_t>(0, 32);
    leaves[leaf][byte] ^= static_cast<std::uint8_t>(1U << *rc::gen::inRange(0, 8));
    RC_ASSERT(merkle_root(hash, leaves) != root);
  }));
}

}  // namespace
}  // namespace guardline::crypto
