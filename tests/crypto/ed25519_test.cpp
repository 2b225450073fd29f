// Ed25519 against RFC 8032 and the openssl program. SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/ed25519.h"

#include "tests/crypto/program.h"

#include <gtest/gtest.h>

namespace guardline::crypto {
namespace {

TEST(Ed25519, Rfc8032Section7_1) {
  struct Row {
    const char* seed;
    const char* public_key;
    const char* message;
    const char* signature;
  };
  const Row rows[] = {{"9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
                       "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
                       "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46"
                       "bd25bf5f0595bbe246551"
                       "41438e7a100b"},
                      {"4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
                       "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
                       "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8"
                       "c387b2eaeb4302aeeb00d"
                       "291612bb0c00"}};
  for (const Row& row : rows) {
    const auto signer = Ed25519Signer::from_seed(from_hex(row.seed).value());
    ASSERT_TRUE(signer.has_value());
    EXPECT_EQ(to_hex(signer->public_key()), row.public_key);
    const Bytes message = from_hex(row.message).value();
    EXPECT_EQ(to_hex(signer->sign(message).value()), row.signature);
    EXPECT_TRUE(ed25519_verify(signer->public_key(), message, from_hex(row.signature).value()));
  }
}

TEST(Ed25519, RefusesEveryOtherMessageKeyAndSignature) {
  const auto signer = Ed25519Signer::from_seed(Ed25519Signer::new_seed().view()).value();
  const auto other = Ed25519Signer::from_seed(Ed25519Signer::new_seed().view()).value();
  auto signature = signer.sign(as_bytes("head")).value();
  EXPECT_TRUE(ed25519_verify(signer.public_key(), as_bytes("head"), signature));
  EXPECT_FALSE(ed25519_verify(signer.public_key(), as_bytes("heae"), signature));
  EXPECT_FALSE(ed25519_verify(other.public_key(), as_bytes("head"), signature));
  EXPECT_FALSE(ed25519_verify(Bytes(31), as_bytes("head"), signature));
  EXPECT_FALSE(ed25519_verify(signer.public_key(), as_bytes("head"), Bytes(63)));
  signature[10] ^= 1;
  EXPECT_FALSE(ed25519_verify(signer.public_key(), as_bytes("head"), signature));
  EXPECT_EQ(Ed25519Signer::from_seed(Bytes(31)).error().code, ErrorCode::invalid_argument);
}

TEST(Ed25519, OpensslVerifiesOurSignature) {
  const test::TempDir dir;
  const auto signer = Ed25519Signer::from_seed(Ed25519Signer::new_seed().view()).value();
  const std::string key = dir.write("key.pem", ed25519_public_pem(signer.public_key()).value());
  const std::string message = dir.write("message", "the head of today");
  const std::string signature = dir.write("signature", as_text(signer.sign(as_bytes("the head of today")).value()));
  const auto verify = [&](const std::string& file) {
    return test::run(std::string(OPENSSL_PROGRAM) + " pkeyutl -verify -pubin -inkey " + key + " -rawin -in " + file +
                     " -sigfile " + signature + " 2>&1")
        .status;
  };
  EXPECT_EQ(verify(message), 0);
  EXPECT_NE(verify(dir.write("other", "the head of tomorrow")), 0);
}

}  // namespace
}  // namespace guardline::crypto
