// What is kept of an address. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/access/place.h"

#include <gtest/gtest.h>

namespace guardline::access::test {
namespace {

TEST(Place, KeepsTheNetworkAndDropsTheHost) {
  EXPECT_EQ(short_place("10.3.7.219"), "10.3.7.*");
  EXPECT_EQ(short_place("255.255.255.255"), "255.255.255.*");
  EXPECT_EQ(short_place("::ffff:10.3.7.219"), "10.3.7.*");
  EXPECT_EQ(short_place("2001:db8:1:2:3:4:5:6"), "2001:db8:1::*");
  EXPECT_EQ(short_place("::1"), "::*");
}

TEST(Place, OfWhatIsNoAddressNothing) {
  for (const std::string text : {"", "canary-address", "10.3.7", "10.3.7.219:443", "10.3.7.999", "fe80::1%eth0"}) {
    EXPECT_EQ(short_place(text), "") << text;
  }
  EXPECT_EQ(short_place(std::string(100000, '1')), "");
}

}  // namespace
}  // namespace guardline::access::test
