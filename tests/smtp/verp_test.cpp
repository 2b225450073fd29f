// Return paths that prove which delivery they belong to. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/mail/verp.h"

#include <algorithm>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace guardline::mail {
namespace {

Verp verp(std::uint8_t fill = 7) { return Verp::make(Bytes(32, fill), "bounce", "bounces.example.com").value(); }
DeliveryId some_id() { return DeliveryId::make(SystemClock().now()); }

TEST(VerpTest, FindsItsOwnDelivery) {
  const auto id = some_id();
  const std::string path = verp().return_path(id);
  const auto match = verp().match(path);
  EXPECT_EQ(match.finding, Verp::Finding::ours);
  EXPECT_EQ(match.delivery, id);
  EXPECT_EQ(match.token, verp().token(id));
  EXPECT_EQ(match.token.size(), Verp::kTokenSize);
  EXPECT_LE(path.find('@'), 64U);
  EXPECT_EQ(verp().match("<" + path + ">").finding, Verp::Finding::ours);
}

TEST(VerpTest, TheFormStaysAsItIs) {
  // Computed by another implementation. Mail under way carries these for days: a new form must still read the old one.
  const auto old = Verp::make(Bytes(32, 42), "bounce", "hub.test").value();
  EXPECT_EQ(old.token(*DeliveryId::parse("0197a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b")),
            "agl2dmwd2r7f7cu3bqos4p2klmod5zvy4euez6f6kr");
}

TEST(VerpTest, CaseMayBeFoldedOnTheWay) {
  const auto id = some_id();
  std::string path = verp().return_path(id);
  std::ranges::transform(path, path.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  EXPECT_EQ(verp().match(path).token, verp().token(id));
}

TEST(VerpTest, ForeignAddressesAreNone) {
  for (const char* text : {"", "bounce@bounces.example.com", "x@y", "bounce+abc@bounces.example.com", "<>"}) {
    EXPECT_EQ(verp().match(text).finding, Verp::Finding::none) << text;
  }
  const std::string path = verp().return_path(some_id());
  EXPECT_EQ(verp().match(path + "x").finding, Verp::Finding::none);
  EXPECT_EQ(verp().match("x" + path).finding, Verp::Finding::none);
}

TEST(VerpTest, AnotherKeyIsForged) {
  EXPECT_EQ(verp(8).match(verp(7).return_path(some_id())).finding, Verp::Finding::forged);
}

TEST(VerpTest, AnyChangedCharacterIsForged) {
  rc::check("no other token of the same length passes", [] {
    const auto id = some_id();
    std::string path = verp().return_path(id);
    const auto at = static_cast<std::size_t>(*rc::gen::inRange(7, 7 + static_cast<int>(Verp::kTokenSize)));
    const char other = *rc::gen::elementOf(std::string("abcdefghijklmnopqrstuvwxyz2345670189-_"));
    RC_PRE(path[at] != other);
    path[at] = other;
    RC_ASSERT(verp().match(path).finding == Verp::Finding::forged);
  });
}

TEST(VerpTest, RefusesWeakKeysAndNamesThatAreNone) {
  EXPECT_FALSE(Verp::make(Bytes(31, 1), "bounce", "example.com"));
  EXPECT_FALSE(Verp::make(Bytes(32, 1), "Bounce", "example.com"));
  EXPECT_FALSE(Verp::make(Bytes(32, 1), "", "example.com"));
  EXPECT_FALSE(Verp::make(Bytes(32, 1), "a-name-of-seventeen", "example.com"));
  for (const char* domain : {"", ".", "a..b", "-a.b", "a-.b", "a b", "a\nb", "例子.测试"}) {
    EXPECT_FALSE(Verp::make(Bytes(32, 1), "bounce", domain)) << domain;
  }
  EXPECT_FALSE(Verp::make(Bytes(32, 1), "a~", "example.com"));
  EXPECT_TRUE(Verp::make(Bytes(32, 1), "b-09", "Example-1.com"));
}

TEST(VerpTest, WhatIsTooLongOrHalfInItsFormIsNone) {
  const auto path = verp().return_path(some_id());
  EXPECT_EQ(verp().match(std::string(321, 'a')).finding, Verp::Finding::none);
  EXPECT_EQ(verp().match("<" + path).finding, Verp::Finding::none);
  EXPECT_EQ(verp().match(path + ">").finding, Verp::Finding::none);
  auto other = path;
  other.replace(0, 6, "bounds");
  EXPECT_EQ(verp().match(other).finding, Verp::Finding::none);
  other = path;
  other.replace(other.size() - 3, 3, "org");
  EXPECT_EQ(verp().match(other).finding, Verp::Finding::none);
  other = path;
  other[7 + 3] = '1';  // no character of base32
  EXPECT_EQ(verp().match(other).finding, Verp::Finding::forged);
  other = path;
  other[7 + 30] = '1';
  EXPECT_EQ(verp().match(other).finding, Verp::Finding::forged);
}

TEST(HostName, HasLabelsOf63In253) {
  const std::string label(63, 'a');
  EXPECT_TRUE(is_host_name(label + "." + label + "." + label + "." + std::string(61, 'a')));
  EXPECT_FALSE(is_host_name(label + "." + label + "." + label + "." + std::string(62, 'a')));
  for (const char* good : {"a", "A-9.z", "9"}) EXPECT_TRUE(is_host_name(good)) << good;
  for (const std::string& bad : {std::string(), label + "a", std::string("a."), std::string(".a"), std::string("a-"),
                                 std::string("a-.b"), std::string("-a"), std::string("a_b"), std::string("a{")}) {
    EXPECT_FALSE(is_host_name(bad)) << bad;
  }
}

}  // namespace
}  // namespace guardline::mail
