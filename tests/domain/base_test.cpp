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
