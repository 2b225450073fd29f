// Sealed boxes, wrapped keys, HKDF, secrets. SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/aead.h"
#include "core/crypto/key_wrap.h"
#include "core/crypto/random.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace guardline::crypto {
namespace {

Bytes hex(std::string_view text) { return from_hex(text).value(); }

TEST(Aead, OpensThePublishedGcmVectors) {
  // McGrew and Viega, "The Galois/Counter Mode of Operation", test cases 13, 14 and 16 (AES-256), as nonce ‖ text ‖
  // tag.
  const Bytes zero_key(32);
  EXPECT_TRUE(open(zero_key, hex("000000000000000000000000530f8afbc74536b9a963b4f1c4cb738b"), {}).has_value());
  const auto plain = open(
      zero_key, hex("000000000000000000000000cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919"), {});
  ASSERT_TRUE(plain.has_value());
  EXPECT_EQ(to_hex(plain->view()), std::string(32, '0'));
  const auto with_aad = open(
      hex("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308"),
      hex("cafebabefacedbaddecaf888522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b"
          "08b1056828838c5f61e6393ba7a0abcc9f66276fc6ece0f4e1768cddf8853bb2d551b"),
      hex("feedfacedeadbeeffeedfacedeadbeefabaddad2"));
  ASSERT_TRUE(with_aad.has_value());
  EXPECT_EQ(
      to_hex(with_aad->view()),
      "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657"
      "ba637b39");
}

TEST(Aead, RoundTripAndEveryFlippedBitIsSeen) {
  rc::check([](const Bytes& plain, const Bytes& aad) {
    const Secret key = Secret::random(kAeadKeySize);
    const auto box = seal(key.view(), plain, aad);
    RC_ASSERT(box.has_value());
    RC_ASSERT(box->size() == plain.size() + kAeadOverhead);
    const auto back = open(key.view(), *box, aad);
    RC_ASSERT(back.has_value());
    RC_ASSERT(equal(back->view(), plain));

    Bytes edited = *box;
    const auto at = *rc::gen::inRange<std::size_t>(0, edited.size());
    edited[at] ^= static_cast<std::uint8_t>(1U << *rc::gen::inRange(0, 8));
    const auto refused = open(key.view(), edited, aad);
    RC_ASSERT(!refused.has_value() && refused.error().code == ErrorCode::corrupt);
  });
}

TEST(Aead, OtherKeyOtherPlaceAndCutBoxesAreCorrupt) {
  const Secret key = Secret::random(32);
  const Bytes box = seal(key.view(), as_bytes("text"), as_bytes("row 1")).value();
  EXPECT_EQ(open(key.view(), box, as_bytes("row 2")).error().code, ErrorCode::corrupt);
  EXPECT_EQ(open(Secret::random(32).view(), box, as_bytes("row 1")).error().code, ErrorCode::corrupt);
  for (std::size_t size = 0; size < box.size(); ++size) {
    EXPECT_EQ(open(key.view(), BytesView(box).first(size), as_bytes("row 1")).error().code, ErrorCode::corrupt) << size;
  }
  EXPECT_TRUE(open(key.view(), box, as_bytes("row 1")).has_value()) << "a refused box must not spoil the next";
}

TEST(Aead, NoncesDiffer) {
  const Secret key = Secret::random(32);
  const Bytes a = seal(key.view(), as_bytes("same"), {}).value();
  const Bytes b = seal(key.view(), as_bytes("same"), {}).value();
  EXPECT_NE(Bytes(a.begin(), a.begin() + 12), Bytes(b.begin(), b.begin() + 12));
}

TEST(Aead, KeySizeIsChecked) {
  EXPECT_EQ(seal(Bytes(16), {}, {}).error().code, ErrorCode::invalid_argument);
  EXPECT_EQ(open(Bytes(31), Bytes(40), {}).error().code, ErrorCode::invalid_argument);
}

TEST(KeyWrap, BoundToKeyAndContext) {
  const Secret kek = Secret::random(32);
  const Secret key = Secret::random(32);
  const Bytes wrapped = wrap_key(kek.view(), key.view(), "totp/a").value();
  EXPECT_TRUE(equal(unwrap_key(kek.view(), wrapped, "totp/a")->view(), key.view()));
  EXPECT_EQ(unwrap_key(kek.view(), wrapped, "totp/b").error().code, ErrorCode::corrupt);
  EXPECT_EQ(unwrap_key(Secret::random(32).view(), wrapped, "totp/a").error().code, ErrorCode::corrupt);
  EXPECT_EQ(unwrap_key(kek.view(), {}, "totp/a").error().code, ErrorCode::corrupt);
  Bytes newer = wrapped;
  newer[0] = 2;
  EXPECT_EQ(unwrap_key(kek.view(), newer, "totp/a").error().code, ErrorCode::conflict);
  EXPECT_EQ(wrap_key(kek.view(), Bytes(31), "").error().code, ErrorCode::invalid_argument);
}

TEST(Hkdf, Rfc5869) {
  EXPECT_EQ(
      to_hex(hkdf_sha256(Bytes(22, 0x0b), hex("000102030405060708090a0b0c"), as_text(hex("f0f1f2f3f4f5f6f7f8f9")), 42)
                 ->view()),
      "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865");
  EXPECT_EQ(to_hex(hkdf_sha256(Bytes(22, 0x0b), {}, "", 42)->view()),
            "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8");
  EXPECT_EQ(hkdf_sha256(Bytes(22), {}, "", 0).error().code, ErrorCode::invalid_argument);
  EXPECT_EQ(hkdf_sha256(Bytes(22), {}, "", 8161).error().code, ErrorCode::invalid_argument);
}

TEST(Secret, MovesAndWipes) {
  Secret a = Secret::copy_of("pass phrase");
  const Secret b = std::move(a);
  EXPECT_EQ(b.text(), "pass phrase");
  EXPECT_TRUE(a.empty());  // NOLINT(bugprone-use-after-move): the state after a move is part of the contract
  std::string text(100, 's');
  const char* storage = text.data();
  const std::size_t capacity = text.capacity();
  wipe(text);
  EXPECT_TRUE(text.empty());
  ASSERT_EQ(text.data(), storage);
  EXPECT_EQ(std::string_view(storage, capacity).find('s'), std::string_view::npos);
}

TEST(Secret, EqualComparesContentAndLength) {
  EXPECT_TRUE(equal(as_bytes("abc"), as_bytes("abc")));
  EXPECT_FALSE(equal(as_bytes("abc"), as_bytes("abd")));
  EXPECT_FALSE(equal(as_bytes("abc"), as_bytes("ab")));
  EXPECT_TRUE(equal({}, {}));
}

TEST(Random, FillsEverything) {
  const Bytes bytes = random_bytes(4096);
  std::array<int, 256> seen{};
  for (const auto byte : bytes) ++seen[byte];
  // P(any of 256 values is missing among 4,096) is about 3e-5; a buffer left unfilled at one end fails surely.
  EXPECT_LE(std::count(seen.begin(), seen.end(), 0), 1);
  EXPECT_NE(random_bytes(16), random_bytes(16));
}

}  // namespace
}  // namespace guardline::crypto
