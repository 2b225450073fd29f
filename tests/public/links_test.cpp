// Tokens, addresses, the HTML form of mail: pure parts. SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/id_time.h"
#include "core/crypto/aes_key_wrap.h"
#include "hub/links/mail_html.h"
#include "hub/links/writer.h"

#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace guardline::links {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

crypto::Secret key(std::uint8_t fill) { return crypto::Secret::copy_of(Bytes(32, fill)); }
const Timestamp kNow = from_micros(1'790'000'000'000'000);

TEST(AesKeyWrap, IsThatOfTheStandard) {
  // RFC 3394 section 4.3: 128 bits of key data under a 256-bit key.
  const auto kek = *from_hex("000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F");
  const auto plain = *from_hex("00112233445566778899AABBCCDDEEFF");
  const auto box = crypto::aes_wrap(kek, plain);
  ASSERT_TRUE(box);
  EXPECT_EQ(to_hex(*box), "64e8c3f9ce0f5ba263e9777905818a2a93c8191e7d6e8ae7");
  EXPECT_EQ(*crypto::aes_unwrap(kek, *box), plain);
  EXPECT_EQ(crypto::aes_wrap(BytesView(kek).first(16), plain).error().code, ErrorCode::invalid_argument);
  EXPECT_EQ(crypto::aes_wrap(kek, BytesView(plain).first(15)).error().code, ErrorCode::invalid_argument);
  EXPECT_EQ(crypto::aes_unwrap(kek, plain).error().code, ErrorCode::corrupt);
}

RC_GTEST_PROP(Tokens, EveryEditIsRefused, ()) {
  const Tokens tokens(key(1));
  const auto id = DeliveryId::make(kNow);
  auto token = tokens.make(Purpose::letter, id);
  RC_ASSERT(token.size() == kTokenSize);
  RC_ASSERT(tokens.read(Purpose::letter, token) == id);
  const auto at = *rc::gen::inRange<std::size_t>(0, kTokenSize);
  const auto to = *rc::gen::elementOf(std::string("ABCXYZabcxyz0189-_/+=. %\n"));
  const bool same = token[at] == to;
  token[at] = to;
  RC_ASSERT(tokens.read(Purpose::letter, token).has_value() == same);
}

TEST(Tokens, AreOfOnePurposeOnePlaceOneKey) {
  const Tokens tokens(key(1));
  const Tokens others(key(2));
  const auto id = DeliveryId::make(kNow);
  std::set<std::string> all;
  for (const auto purpose : {Purpose::letter, Purpose::pixel, Purpose::click})
    for (std::uint8_t place = 0; place < kMostClicks; ++place) {
      const auto token = tokens.make(purpose, id, place);
      EXPECT_TRUE(all.insert(token).second);
      EXPECT_EQ(token, tokens.make(purpose, id, place)) << "the same at every try";
      EXPECT_EQ(tokens.read(purpose, token, place), id);
      EXPECT_FALSE(others.read(purpose, token, place));
      EXPECT_FALSE(tokens.read(purpose, token, static_cast<std::uint8_t>((place + 1) % kMostClicks)));
      for (const auto other : {Purpose::letter, Purpose::pixel, Purpose::click})
        if (other != purpose) EXPECT_FALSE(tokens.read(other, token, place));
    }
  EXPECT_FALSE(tokens.read(Purpose::click, tokens.make(Purpose::click, id, 200), 200)) << "no such place";
  EXPECT_FALSE(tokens.read(Purpose::letter, ""));
  EXPECT_FALSE(tokens.read(Purpose::letter, std::string(5000, 'A')));
  EXPECT_EQ(time_of(*DeliveryId::parse("0190b0c8-7a4e-7cc3-98c4-dc0c0c07398f")),
            Timestamp(std::chrono::milliseconds(0x0190'B0C8'7A4E)));
}

TEST(Tokens, APassHoldsForItsDeliveryUntilItsEnd) {
  const Tokens tokens(key(1));
  const auto id = DeliveryId::make(kNow);
  const auto pass = tokens.make_pass(id, kNow + std::chrono::minutes(30));
  EXPECT_TRUE(tokens.holds(pass, id, kNow));
  EXPECT_FALSE(tokens.holds(pass, id, kNow + std::chrono::minutes(30)));
  EXPECT_FALSE(tokens.holds(pass, DeliveryId::make(kNow), kNow));
  EXPECT_FALSE(Tokens(key(2)).holds(pass, id, kNow));
  const auto dot = pass.find('.');
  EXPECT_FALSE(tokens.holds("9" + pass, id, kNow)) << "a later end";
  EXPECT_FALSE(tokens.holds(pass.substr(0, dot + 1), id, kNow));
  EXPECT_FALSE(tokens.holds(pass.substr(0, pass.size() - 1), id, kNow));
  for (const auto* text : {"", ".", "x.y", "99999999999999999999999."}) EXPECT_FALSE(tokens.holds(text, id, kNow));
}

TEST(Tokens, CodesAreSixDigitsOfTheirNotice) {
  const Tokens tokens(key(1));
  std::set<std::string> codes;
  for (int i = 0; i < 200; ++i) {
    const auto notice = NoticeId::make(kNow);
    const auto code = tokens.code(notice);
    EXPECT_EQ(code.size(), 6U);
    EXPECT_EQ(code.find_first_not_of("0123456789"), std::string::npos);
    EXPECT_EQ(code, tokens.code(notice));
    codes.insert(code);
  }
  EXPECT_GT(codes.size(), 190U);
}

TEST(Addresses, OnlyLiteralOnesOfTheTemplate) {
  EXPECT_THAT(addresses_in("看 https://a.example/x?y=1&z=2。再看 (http://b.example/), https://a.example/x?y=1&z=2."),
              ElementsAre("https://a.example/x?y=1&z=2", "http://b.example/"));
  EXPECT_THAT(addresses_in("https://a.example/{{who}} https://{{host}}/ http https:// ftp://c.example mailto:x@y"),
              IsEmpty());
  EXPECT_THAT(addresses_in("https://bank.example@evil.example/"), IsEmpty());
  std::string many;
  for (int i = 0; i < 40; ++i) many += "https://h" + std::to_string(i) + ".example/ ";
  EXPECT_EQ(addresses_in(many).size(), std::size_t{kMostClicks});
  EXPECT_EQ(host_of("https://WWW.Example.com:8443/x"), "www.example.com:8443");
  EXPECT_EQ(host_of("javascript:alert(1)"), "");
}

TEST(MailHtml, EscapesEverythingAndLinksTheLongestAnchor) {
  const auto html =
      mail_html("T <i>", "a <script>x</script> & \"q\"\n\nhttps://a.example/x and https://a.example/ end",
                {{"https://a.example/", "https://h/c/0/t\"<"}, {"https://a.example/x", "https://h/c/1/t"}},
                "https://h/o/p.gif", "zh-CN");
  EXPECT_THAT(html, HasSubstr("<title>T &lt;i&gt;</title>"));
  EXPECT_THAT(html, HasSubstr("a &lt;script&gt;x&lt;/script&gt; &amp; &quot;q&quot;<br>"));
  EXPECT_THAT(html, HasSubstr("<a href=\"https://h/c/1/t\">https://a.example/x</a> and "));
  EXPECT_THAT(html, HasSubstr("<a href=\"https://h/c/0/t&quot;&lt;\">https://a.example/</a> end"));
  EXPECT_THAT(html, HasSubstr("<img src=\"https://h/o/p.gif\" width=\"1\" height=\"1\" alt=\"\""));
  EXPECT_THAT(html, HasSubstr("<html lang=\"zh-CN\">"));
  EXPECT_THAT(mail_html("", "x", {}, "", "en"), Not(HasSubstr("<img")));
  EXPECT_THAT(mail_html("", "{{title}} {{{pixel}}}", {}, "", "en"), HasSubstr("{{title}} {{{pixel}}}"));
}

}  // namespace
}  // namespace guardline::links
