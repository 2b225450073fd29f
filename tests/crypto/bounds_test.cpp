// The bounds of what is taken, each from both sides. SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/aes_key_wrap.h"
#include "core/crypto/certificate_authority.h"
#include "core/crypto/ed25519.h"
#include "core/crypto/key_wrap.h"
#include "core/crypto/openssl_handles.h"
#include "core/crypto/secret.h"

#include <algorithm>
#include <string>

#include <gtest/gtest.h>

namespace guardline::crypto {
namespace {

const Timestamp kNow = from_micros(1'750'000'000'000'000);
const Validity kYear{kNow, kNow + std::chrono::days(365)};

std::string host_of(std::size_t size) {
  std::string host;
  while (host.size() < size) host += host.size() % 50 == 49 ? '.' : 'a';
  if (host.ends_with('.')) host.back() = 'a';
  return host;
}

TEST(Bounds, AHostHasAtMost253Characters) {
  const auto ca = CertificateAuthority::create("Guardline device CA", kYear).value();
  const auto key = PrivateKey::generate().value();
  for (const std::size_t size : {1U, 64U, 65U, 253U}) {
    const auto host = host_of(size);
    const auto made = ca.sign_server(key, std::span(&host, 1), kYear);
    EXPECT_TRUE(made) << size << ": " << made.error().message;
  }
  const auto host = host_of(254);
  const auto refused = ca.sign_server(key, std::span(&host, 1), kYear);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::invalid_argument);
}

TEST(Bounds, ACertificateTextIsNotEndless) {
  EXPECT_EQ(Certificate::from_pem(std::string(2U << 20U, 'A')).error().code, ErrorCode::corrupt);
  EXPECT_EQ(Certificate::from_der(Bytes(10, 0x30)).error().code, ErrorCode::corrupt);
}

TEST(Bounds, AWrapTakesEightsFrom16To4096) {
  const Bytes key(32, 7);
  for (const std::size_t size : {16U, 24U, 32U, 4096U}) {
    const Bytes plain(size, 9);
    const auto box = aes_wrap(key, plain);
    ASSERT_TRUE(box) << size;
    EXPECT_EQ(aes_unwrap(key, *box), plain);
    auto changed = *box;
    changed[0] ^= 1U;
    EXPECT_EQ(aes_unwrap(key, changed).error().code, ErrorCode::corrupt);
  }
  for (const std::size_t size : {0U, 8U, 15U, 17U, 4104U}) {
    EXPECT_EQ(aes_wrap(key, Bytes(size, 9)).error().code, ErrorCode::invalid_argument) << size;
    EXPECT_EQ(aes_unwrap(key, Bytes(size, 9)).error().code, ErrorCode::corrupt) << size;
  }
  for (const std::size_t size : {0U, 16U, 31U, 33U}) {
    EXPECT_EQ(aes_wrap(Bytes(size), Bytes(16)).error().code, ErrorCode::invalid_argument) << size;
    EXPECT_EQ(aes_unwrap(Bytes(size), Bytes(24)).error().code, ErrorCode::invalid_argument) << size;
  }
}

TEST(Bounds, AWrappedKeyOfALaterFormIsSaidToBeOne) {
  const Bytes key(32, 7);
  auto box = wrap_key(key, Bytes(32, 9), "place").value();
  ASSERT_TRUE(unwrap_key(key, box, "place"));
  ++box[0];
  EXPECT_EQ(unwrap_key(key, box, "place").error().code, ErrorCode::conflict);
  EXPECT_FALSE(wrap_key(Bytes(31), Bytes(32), "place"));
}

TEST(Bounds, AFailureSaysWhatOpenSslSaysOrThatItSaysNothing) {
  clear_openssl_errors();
  EXPECT_EQ(openssl_failure("doing").error().message, "doing: OpenSSL failed");
  EXPECT_FALSE(ed25519_public_pem(Bytes(31)));
  EXPECT_TRUE(ed25519_public_pem(Ed25519Signer::from_seed(Bytes(32, 1))->public_key()));
}

}  // namespace
}  // namespace guardline::crypto
