// Argon2id against RFC 9106 and libargon2's own vectors. SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/argon2id.h"

#include <gtest/gtest.h>

namespace guardline::crypto {
namespace {

constexpr Argon2Params kQuick{.passes = 1, .memory_kib = 64, .lanes = 1};

TEST(Argon2id, Rfc9106Section5_3) {
  const Bytes password(32, 1);
  const Bytes salt(16, 2);
  const Bytes secret(8, 3);
  const Bytes associated(12, 4);
  const auto tag =
      argon2id_derive({password, salt, secret, associated}, {.passes = 3, .memory_kib = 32, .lanes = 4}, 32);
  ASSERT_TRUE(tag.has_value());
  EXPECT_EQ(to_hex(tag->view()), "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659");
}

TEST(Argon2id, ReadsHashesOfTheReferenceImplementation) {
  const std::string phc = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
  EXPECT_TRUE(argon2id_verify("password", phc).value());
  EXPECT_FALSE(argon2id_verify("Password", phc).value());
}

TEST(Argon2id, HashVerifiesAndSaltsDiffer) {
  const std::string a = argon2id_hash("correct horse", kQuick).value();
  const std::string b = argon2id_hash("correct horse", kQuick).value();
  EXPECT_NE(a, b);
  EXPECT_TRUE(a.starts_with("$argon2id$v=19$m=64,t=1,p=1$")) << a;
  EXPECT_TRUE(argon2id_verify("correct horse", a).value());
  EXPECT_FALSE(argon2id_verify("correct horsf", a).value());
  EXPECT_FALSE(argon2id_verify("", a).value());
}

TEST(Argon2id, DefaultsAreTheStatedOnes) {
  EXPECT_TRUE(argon2id_hash("x").value().starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
}

TEST(Argon2id, NeedsRehashComparesParameters) {
  const std::string phc = argon2id_hash("x", kQuick).value();
  EXPECT_FALSE(argon2id_needs_rehash(phc, kQuick));
  EXPECT_TRUE(argon2id_needs_rehash(phc, {.passes = 2, .memory_kib = 64, .lanes = 1}));
  EXPECT_TRUE(argon2id_needs_rehash(phc, {.passes = 1, .memory_kib = 128, .lanes = 1}));
  EXPECT_TRUE(argon2id_needs_rehash(phc, {.passes = 1, .memory_kib = 64, .lanes = 2}));
  EXPECT_TRUE(argon2id_needs_rehash("$2b$12$something", kQuick));
}

TEST(Argon2id, TamperedRowsAreCorruptAndNeverExhaustTheMachine) {
  for (const char* phc :
       {"", "plain", "$argon2i$v=19$m=64,t=1,p=1$c29tZXNhbHQ$AAAA",
        "$argon2id$v=19$m=4294967295,t=1,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "$argon2id$v=19$m=64,t=100000,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "$argon2id$v=19$m=64,t=1,p=200$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "$argon2id$v=19$m=64,t=1,p=1$c29tZXNhbHQ$!!!!", "$argon2id$v=19$m=64,t=1,p=1$", "$argon2id$v=19$m="}) {
    const auto verdict = argon2id_verify("password", phc);
    ASSERT_FALSE(verdict.has_value()) << phc;
    EXPECT_EQ(verdict.error().code, ErrorCode::corrupt) << phc;
  }
}

TEST(Argon2id, BoundsArePartOfTheContract) {
  EXPECT_EQ(argon2id_hash(std::string(4097, 'x'), kQuick).error().code, ErrorCode::invalid_argument);
  EXPECT_TRUE(argon2id_hash(std::string(4096, 'x'), kQuick).has_value());
  EXPECT_EQ(argon2id_derive({as_bytes("p"), as_bytes("short")}, kQuick, 32).error().code, ErrorCode::invalid_argument);
  EXPECT_EQ(argon2id_derive({as_bytes("p"), as_bytes("long enough")}, kQuick, 3).error().code,
            ErrorCode::invalid_argument);
}

}  // namespace
}  // namespace guardline::crypto
