// The small file beside the vault. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/vault/vault_header.h"

#include "core/crypto/digest.h"

#include <algorithm>
#include <string_view>

namespace guardline::app {
namespace {

using models::VaultTrouble;

constexpr std::string_view kMagic("GLVAULT\0", 8);
constexpr std::size_t kFormatEnd = 10;
constexpr std::size_t kFixed = kFormatEnd + 16 + 8 + 12 + 16 + 2;
constexpr std::size_t kMostWrapped = 256;
constexpr std::size_t kSum = 32;

template <class T>
void put(Bytes& out, T value) {
  for (std::size_t i = 0; i < sizeof(T); ++i) out.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
}

template <class T>
T take(BytesView& in) {
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < sizeof(T); ++i) value |= std::uint64_t{in[i]} << (8 * i);
  in = in.subspan(sizeof(T));
  return static_cast<T>(value);
}

template <std::size_t N>
std::array<std::uint8_t, N> take_array(BytesView& in) {
  std::array<std::uint8_t, N> out{};
  std::copy_n(in.begin(), N, out.begin());
  in = in.subspan(N);
  return out;
}

bool bearable(const crypto::Argon2Params& kdf) {
  return kdf.passes >= 1 && kdf.passes <= 16 && kdf.lanes >= 1 && kdf.lanes <= 16 && kdf.memory_kib >= 8 * kdf.lanes &&
         kdf.memory_kib <= 1024 * 1024;
}

}  // namespace

Bytes write_header(const VaultHeader& header, std::uint16_t format) {
  Bytes out(kMagic.begin(), kMagic.end());
  put(out, format);
  out.insert(out.end(), header.vault.begin(), header.vault.end());
  put(out, static_cast<std::uint64_t>(to_micros(header.made_at)));
  put(out, header.kdf.passes);
  put(out, header.kdf.memory_kib);
  put(out, header.kdf.lanes);
  out.insert(out.end(), header.salt.begin(), header.salt.end());
  put(out, static_cast<std::uint16_t>(header.wrapped_key.size()));
  out.insert(out.end(), header.wrapped_key.begin(), header.wrapped_key.end());
  const auto sum = crypto::sha256(out);
  out.insert(out.end(), sum.begin(), sum.end());
  return out;
}

std::expected<VaultHeader, VaultTrouble> read_header(BytesView bytes) {
  if (bytes.size() < kFormatEnd + kSum) return std::unexpected(VaultTrouble::corrupt);
  const auto body = bytes.first(bytes.size() - kSum);
  const bool ours = as_text(body.first(kMagic.size())) == kMagic;
  if (!ours || !std::ranges::equal(crypto::sha256(body), bytes.last(kSum))) {
    return std::unexpected(VaultTrouble::corrupt);
  }
  auto in = body.subspan(kMagic.size());
  const auto format = take<std::uint16_t>(in);
  if (format < kVaultFormat) return std::unexpected(VaultTrouble::older_format);
  if (format > kVaultFormat) return std::unexpected(VaultTrouble::newer_format);
  if (body.size() < kFixed) return std::unexpected(VaultTrouble::corrupt);
  VaultHeader header;
  header.vault = take_array<16>(in);
  header.made_at = from_micros(take<std::int64_t>(in));
  header.kdf.passes = take<std::uint32_t>(in);
  header.kdf.memory_kib = take<std::uint32_t>(in);
  header.kdf.lanes = take<std::uint32_t>(in);
  header.salt = take_array<16>(in);
  const auto size = take<std::uint16_t>(in);
  if (size == 0 || size > kMostWrapped || in.size() != size || !bearable(header.kdf)) {
    return std::unexpected(VaultTrouble::corrupt);
  }
  header.wrapped_key.assign(in.begin(), in.end());
  return header;
}

}  // namespace guardline::app
