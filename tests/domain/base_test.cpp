// Ids and byte texts. SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/bytes.h"
#include "core/base/id.h"

#include <set>
#include <thread>

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace guardline {
namespace {

TEST(Bytes, Rfc4648Vectors) {
  // RFC 4648 section 10, padding removed.
  const std::pair<const char*, std::array<const char*, 3>> vectors[] = {
      {"", {"", "", ""}},
      {"f", {"Zg", "MY", "66"}},
      {"fo", {"Zm8", "MZXQ", "666f"}},
      {"foo", {"Zm9v", "MZXW6", "666f6f"}},
      {"foob", {"Zm9vYg", "MZXW6YQ", "666f6f62"}},
      {"fooba", {"Zm9vYmE", "MZXW6YTB", "666f6f6261"}},
      {"foobar", {"Zm9vYmFy", "MZXW6YTBOI", "666f6f626172"}},
  };
  for (const auto& [plain, forms] : vectors) {
    EXPECT_EQ(to_base64url(as_bytes(plain)), forms[0]);
    EXPECT_EQ(to_base32(as_bytes(plain)), forms[1]);
    EXPECT_EQ(to_hex(as_bytes(plain)), forms[2]);
  }
}

TEST(Bytes, EveryFormRoundTrips) {
  EXPECT_TRUE(rc::check([](const Bytes& bytes) {
    RC_ASSERT(from_hex(to_hex(bytes)) == bytes);
    RC_ASSERT(from_base64url(to_base64url(bytes)) == bytes);
    RC_ASSERT(from_base32(to_base32(bytes)) == bytes);
  }));
}

TEST(Bytes, OneTextForOneValue) {
  EXPECT_EQ(from_base64url("Zh"), std::nullopt) << "trailing bits must be zero";
  EXPECT_EQ(from_base32("MZ"), std::nullopt);
  EXPECT_EQ(from_base64url("Z"), std::nullopt);
  EXPECT_EQ(from_base64url("Zg=="), std::nullopt);
  EXPECT_EQ(from_hex("abc"), std::nullopt);
  EXPECT_EQ(from_hex("zz"), std::nullopt);
  EXPECT_EQ(from_base32("mzxw 6ytb-oi"), from_base32("MZXW6YTBOI"));
}

TEST(Uuid, VersionVariantAndText) {
  const auto id = EventId::make(from_micros(1'700'000'000'123'456));
  const auto text = id.text();
  ASSERT_EQ(text.size(), 36U);
  EXPECT_EQ(text[14], '7');
  EXPECT_NE(std::string("89ab").find(text[19]), std::string::npos);
  EXPECT_EQ(EventId::parse(text), id);
  EXPECT_EQ(EventId::parse(text + "0"), std::nullopt);
  EXPECT_EQ(EventId::parse("0190163d8694739baea5966c26f8ad91"), std::nullopt);
}

TEST(Uuid, CarriesItsTimeAndItsMarks) {
  // Far from any time that other cases use: ids of a process never go back.
  const auto ms = std::int64_t{0x01F2'3456'789A};
  const auto uuid = make_uuid_v7(from_micros(ms * 1000 + 999));
  std::int64_t stored = 0;
  for (std::size_t i = 0; i < 6; ++i) stored = stored << 8 | uuid[i];
  EXPECT_EQ(stored, ms);
  for (int i = 0; i < 64; ++i) {  // marks in the wrong place would show in three of four random tails
    const auto each = make_uuid_v7(from_micros(ms * 1000));
    ASSERT_EQ(each[6] >> 4, 7);
    ASSERT_EQ(each[8] >> 6, 2);
  }
}

TEST(Uuid, AFullCounterBorrowsFromTheClock) {
  const auto now = from_micros(std::int64_t{0x01F3'0000'0000} * 1000);
  Uuid before = make_uuid_v7(now);
  for (int i = 0; i < 3 * 4096; ++i) {
    const Uuid next = make_uuid_v7(now);
    ASSERT_LT(before, next) << i;
    before = next;
  }
  EXPECT_EQ(before[5], 3) << "three counters full are three milliseconds ahead";
}

TEST(Uuid, TextsAreCanonicalOrRefused) {
  const std::string text = "0190163d-8694-739b-aea5-966c26f8ad91";
  const auto uuid = parse_uuid(text);
  ASSERT_TRUE(uuid);
  EXPECT_EQ(format_uuid(*uuid), text);
  EXPECT_EQ(parse_uuid("0190163D-8694-739B-AEA5-966C26F8AD91"), uuid);
  for (std::size_t at = 0; at < text.size(); ++at) {
    std::string wrong = text;
    wrong[at] = text[at] == '-' ? '0' : '-';
    EXPECT_EQ(parse_uuid(wrong), std::nullopt) << at;
    wrong[at] = 'g';
    EXPECT_EQ(parse_uuid(wrong), std::nullopt) << at;
  }
  EXPECT_EQ(parse_uuid(""), std::nullopt);
}

TEST(Id, OfOtherLengthsThanSixteenIsNone) {
  const auto id = NoticeId::make(from_micros(1'700'000'000'000'000));
  EXPECT_EQ(NoticeId::from_bytes(id.bytes()), id);
  EXPECT_EQ(NoticeId::from_bytes(id.bytes().first(15)), std::nullopt);
  EXPECT_EQ(NoticeId::from_bytes(Bytes(17)), std::nullopt);
  EXPECT_TRUE(NoticeId{}.empty());
  EXPECT_FALSE(id.empty());
}

TEST(Uuid, RisesWithinAMillisecondOnAllThreads) {
  const auto now = from_micros(1'800'000'000'000'000);
  std::vector<std::vector<Uuid>> made(4);
  std::vector<std::thread> threads;
  for (auto& list : made)
    threads.emplace_back([&list, now] {
      for (int i = 0; i < 5000; ++i) list.push_back(make_uuid_v7(now));
    });
  for (auto& thread : threads) thread.join();
  std::set<Uuid> all;
  for (const auto& list : made) {
    EXPECT_TRUE(std::is_sorted(list.begin(), list.end()));
    all.insert(list.begin(), list.end());
  }
  EXPECT_EQ(all.size(), 20000U);
}

}  // namespace
}  // namespace guardline
