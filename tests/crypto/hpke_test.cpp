// HPKE against the vectors of RFC 9180, and what must not open. SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/hpke.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace guardline::crypto {
namespace {

Bytes hex(std::string_view text) { return from_hex(text).value(); }

TEST(Hpke, OpensThePublishedVector) {
  // RFC 9180 appendix A.1.1.1 (DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-128-GCM, base mode), sequence number 0.
  const auto receiver = HpkeReceiver::from_raw(hex("4612c550263fc8ad58375df3f557aac531d26850903e55a9f23f21d8534e8ac8"));
  ASSERT_TRUE(receiver);
  EXPECT_EQ(to_hex(receiver->public_key()), "3948cfe0ad1ddb695d780e59077195da6c56506b027329794ab02bca80815c4d");
  const auto sealed =
      hex("37fda3567bdbd628e88668c3c8d7e97d1d1253b6d4ea6d44c150f741f1bf4431"
          "f938558b5d72f1a23810b4be2ab4f84331acc02fc97babc53a52ae8218a355a96d8770ac83d07bea87e13c512a");
  const auto info = hex("4f6465206f6e2061204772656369616e2055726e");
  const auto aad = hex("436f756e742d30");
  const auto plain = hpke_open(*receiver, info, aad, sealed, HpkeAead::aes_128_gcm);
  ASSERT_TRUE(plain) << plain.error().message;
  EXPECT_EQ(plain->text(), "Beauty is truth, truth beauty");
  EXPECT_FALSE(hpke_open(*receiver, info, aad, sealed)) << "the other suite has other keys";
}

TEST(Hpke, RoundTripAndEveryFlippedBitIsSeen) {
  const auto receiver = HpkeReceiver::from_raw(Bytes(32, 7)).value();
  rc::check([&](const Bytes& plain, const Bytes& info, const Bytes& aad) {
    const auto box = hpke_seal(receiver.public_key(), info, aad, plain);
    RC_ASSERT(box.has_value());
    RC_ASSERT(box->size() == plain.size() + kHpkeOverhead);
    const auto back = hpke_open(receiver, info, aad, *box);
    RC_ASSERT(back.has_value());
    RC_ASSERT(Bytes(back->view().begin(), back->view().end()) == plain);
    auto changed = *box;
    changed[*rc::gen::inRange<std::size_t>(0, box->size())] ^= static_cast<std::uint8_t>(1 << *rc::gen::inRange(0, 7));
    RC_ASSERT(!hpke_open(receiver, info, aad, changed).has_value());
    RC_ASSERT(hpke_seal(receiver.public_key(), info, aad, plain).value() != *box);
  });
}

TEST(Hpke, IsBoundToReceiverInfoAndPlace) {
  const auto receiver = HpkeReceiver::from_raw(Bytes(32, 7)).value();
  const auto other = HpkeReceiver::from_raw(Bytes(32, 8)).value();
  const auto box = hpke_seal(receiver.public_key(), as_bytes("use"), as_bytes("place"), as_bytes("text")).value();
  EXPECT_TRUE(hpke_open(receiver, as_bytes("use"), as_bytes("place"), box));
  EXPECT_EQ(hpke_open(other, as_bytes("use"), as_bytes("place"), box).error().code, ErrorCode::corrupt);
  EXPECT_EQ(hpke_open(receiver, as_bytes("used"), as_bytes("place"), box).error().code, ErrorCode::corrupt);
  EXPECT_EQ(hpke_open(receiver, as_bytes("use"), as_bytes("plac"), box).error().code, ErrorCode::corrupt);
  for (std::size_t size = 0; size < box.size(); ++size) {
    ASSERT_FALSE(hpke_open(receiver, as_bytes("use"), as_bytes("place"), BytesView(box).first(size))) << size;
  }
}

TEST(Hpke, RefusesKeysThatAgreeOnNothing) {
  EXPECT_EQ(HpkeReceiver::from_raw(Bytes(31)).error().code, ErrorCode::invalid_argument);
  EXPECT_EQ(hpke_seal(Bytes(31), {}, {}, {}).error().code, ErrorCode::invalid_argument);
  EXPECT_EQ(hpke_seal(Bytes(32), {}, {}, {}).error().code, ErrorCode::invalid_argument) << "a point of small order";
  const auto receiver = HpkeReceiver::from_raw(Bytes(32, 7)).value();
  EXPECT_EQ(hpke_open(receiver, {}, {}, Bytes(48)).error().code, ErrorCode::corrupt);
}

}  // namespace
}  // namespace guardline::crypto
