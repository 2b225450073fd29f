// The vault's header: every byte matters. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/vault/vault_header.h"
#include "core/crypto/digest.h"

#include <algorithm>

#include <gtest/gtest.h>

namespace guardline::app {
namespace {

using models::VaultTrouble;

VaultHeader sample() {
  VaultHeader header;
  header.vault.fill(7);
  header.salt.fill(9);
  header.made_at = Timestamp(std::chrono::seconds(1'790'000'000));
  header.kdf = {.passes = 2, .memory_kib = 19456, .lanes = 1};
  header.wrapped_key = Bytes(61, 0x5a);
  return header;
}

/// As if somebody wrote it who knows how the checksum is made.
Bytes resummed(Bytes bytes) {
  bytes.resize(bytes.size() - 32);
  const auto sum = crypto::sha256(bytes);
  bytes.insert(bytes.end(), sum.begin(), sum.end());
  return bytes;
}

TEST(VaultHeader, ReadsWhatItWrote) {
  const auto bytes = write_header(sample());
  EXPECT_EQ(read_header(bytes), sample());
}

TEST(VaultHeader, IsCorruptWhenCutAnywhereOrChangedAnywhere) {
  const auto bytes = write_header(sample());
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    ASSERT_EQ(read_header(BytesView(bytes).first(size)).error(), VaultTrouble::corrupt) << size;
  }
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    auto changed = bytes;
    changed[at] ^= 0x10;
    ASSERT_EQ(read_header(changed).error(), VaultTrouble::corrupt) << at;
  }
  auto longer = bytes;
  longer.push_back(0);
  EXPECT_EQ(read_header(longer).error(), VaultTrouble::corrupt);
}

TEST(VaultHeader, TellsOtherFormatsFromDamage) {
  EXPECT_EQ(read_header(write_header(sample(), 0)).error(), VaultTrouble::older_format);
  EXPECT_EQ(read_header(write_header(sample(), kVaultFormat + 1)).error(), VaultTrouble::newer_format);
  EXPECT_EQ(read_header(write_header(sample(), 65535)).error(), VaultTrouble::newer_format);
}

TEST(VaultHeader, RefusesCostsThatExhaustTheMachine) {
  for (const auto& kdf : {crypto::Argon2Params{0, 19456, 1},
                          {17, 19456, 1},
                          {2, 7, 1},
                          {2, 1024 * 1024 + 1, 1},
                          {2, 19456, 0},
                          {2, 19456, 17},
                          {2, 64, 16}}) {
    auto header = sample();
    header.kdf = kdf;
    EXPECT_EQ(read_header(write_header(header)).error(), VaultTrouble::corrupt);
  }
}

TEST(VaultHeader, RefusesAWrappedKeyOfAnyOtherLengthThanItSays) {
  auto header = sample();
  header.wrapped_key.clear();
  EXPECT_EQ(read_header(write_header(header)).error(), VaultTrouble::corrupt);
  header.wrapped_key.assign(257, 1);
  EXPECT_EQ(read_header(write_header(header)).error(), VaultTrouble::corrupt);
  auto bytes = write_header(sample());
  bytes[62] ^= 1;  // the length
  EXPECT_EQ(read_header(resummed(bytes)).error(), VaultTrouble::corrupt);
}

}  // namespace
}  // namespace guardline::app
