// One-time codes against RFC 4226, RFC 6238 and the oathtool program. SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/totp.h"

#include "core/crypto/random.h"
#include "tests/crypto/program.h"

#include <gtest/gtest.h>

namespace guardline::crypto {
namespace {

Timestamp at(std::int64_t seconds) { return Timestamp(std::chrono::seconds(seconds)); }

std::string digits(std::size_t size) {
  std::string text;
  for (std::size_t i = 0; i < size; ++i) text.push_back(static_cast<char>('0' + (i + 1) % 10));
  return text;
}

TEST(Hotp, Rfc4226AppendixD) {
  const char* codes[] = {"755224", "287082", "359152", "969429", "338314",
                         "254676", "287922", "162583", "399871", "520489"};
  for (std::uint64_t counter = 0; counter < 10; ++counter) {
    EXPECT_EQ(hotp(as_bytes("12345678901234567890"), counter), codes[counter]) << counter;
  }
}

TEST(Totp, Rfc6238AppendixB) {
  struct Row {
    std::int64_t time;
    const char* sha1;
    const char* sha256;
    const char* sha512;
  };
  const Row rows[] = {
      {59, "94287082", "46119246", "90693936"},         {1111111109, "07081804", "68084774", "25091201"},
      {1111111111, "14050471", "67062674", "99943326"}, {1234567890, "89005924", "91819424", "93441116"},
      {2000000000, "69279037", "90698825", "38618901"}, {20000000000, "65353130", "77737706", "47863826"}};
  for (const Row& row : rows) {
    const auto code = [&](OtpHash hash, std::size_t seed) {
      return totp(as_bytes(digits(seed)), at(row.time), {.hash = hash, .digits = 8});
    };
    EXPECT_EQ(code(OtpHash::sha1, 20), row.sha1) << row.time;
    EXPECT_EQ(code(OtpHash::sha256, 32), row.sha256) << row.time;
    EXPECT_EQ(code(OtpHash::sha512, 64), row.sha512) << row.time;
  }
}

TEST(Totp, AgreesWithOathtool) {
  const char* names[] = {"sha1", "sha256", "sha512"};
  const OtpHash hashes[] = {OtpHash::sha1, OtpHash::sha256, OtpHash::sha512};
  for (int i = 0; i < 12; ++i) {
    const Bytes seed = random_bytes(static_cast<std::size_t>(16 + 4 * i));
    const std::int64_t seconds = 1'700'000'000 + 7'919'993LL * i;
    const unsigned digit_count = 6 + static_cast<unsigned>(i) % 3;
    const auto which = static_cast<std::size_t>(i) % 3;
    const auto theirs =
        test::run(std::string(OATHTOOL) + " --totp=" + names[which] + " -d " + std::to_string(digit_count) + " -N @" +
                  std::to_string(seconds) + " -b " + to_base32(seed));
    ASSERT_EQ(theirs.status, 0);
    EXPECT_EQ(totp(seed, at(seconds), {.hash = hashes[which], .digits = digit_count}), theirs.text);
  }
}

TEST(Totp, StepsBeginAtMultiplesOfThePeriod) {
  EXPECT_EQ(totp_step(at(0)), 0);
  EXPECT_EQ(totp_step(at(29)), 0);
  EXPECT_EQ(totp_step(at(30)), 1);
  EXPECT_EQ(totp_step(at(30) - Micros(1)), 0);
}

TEST(MatchTotp, WindowIsOneStepEachWay) {
  const Bytes seed = random_bytes(kTotpSeedSize);
  const Timestamp now = at(1'800'000'015);
  const std::int64_t step = totp_step(now);
  for (int offset = -3; offset <= 3; ++offset) {
    const std::string code = hotp(seed, static_cast<std::uint64_t>(step + offset));
    const auto match = match_totp(seed, code, now, 0);
    // The three codes of the window could coincide with an outer one once in a million: then the match is another step.
    if (offset >= -1 && offset <= 1) {
      ASSERT_TRUE(match.has_value()) << offset;
      EXPECT_EQ(*match, step + offset);
    } else if (match) {
      EXPECT_EQ(hotp(seed, static_cast<std::uint64_t>(*match)), code);
    }
  }
}

TEST(MatchTotp, AStepIsNeverAcceptedAgain) {
  const Bytes seed = random_bytes(kTotpSeedSize);
  const Timestamp now = at(1'800'000'015);
  const std::int64_t step = totp_step(now);
  EXPECT_EQ(match_totp(seed, totp(seed, now), now, step - 1), step);
  EXPECT_EQ(match_totp(seed, totp(seed, now), now, step), std::nullopt);
  EXPECT_EQ(match_totp(seed, totp(seed, now), now, step + 1), std::nullopt);
}

TEST(MatchTotp, RefusesOtherLengthsAndText) {
  const Bytes seed = random_bytes(kTotpSeedSize);
  const Timestamp now = at(1'800'000'015);
  const std::string code = totp(seed, now);
  for (const std::string& wrong : {std::string(), code.substr(1), code + "0", std::string("abcdef"), " " + code}) {
    EXPECT_EQ(match_totp(seed, wrong, now, 0), std::nullopt) << wrong;
  }
}

TEST(OtpauthUri, EncodesNamesAndStatesParameters) {
  const BytesView seed = as_bytes("12345678901234567890");
  EXPECT_EQ(otpauth_uri("守护台", "li.wei@desk", seed),
            "otpauth://totp/%E5%AE%88%E6%8A%A4%E5%8F%B0:li.wei%40desk?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer="
            "%E5%AE%88%E6%8A%A4%E5%8F%B0&algorithm=SHA1&digits=6&period=30");
}

}  // namespace
}  // namespace guardline::crypto
