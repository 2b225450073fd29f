// Person or machine: the table. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/receipts/tracking/sight.h"

#include <string>

#include <gtest/gtest.h>

namespace guardline::receipts {
namespace {

struct Row {
  const char* agent;
  const char* purpose;
  const char* rule;  // "" = may be a person
};

const Row kRows[] = {
    // Mail programs and browsers as they name themselves.
    {"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36",
     "", ""},
    {"Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148",
     "", ""},
    {"Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Thunderbird/128.0", "", ""},
    {"Mozilla/4.0 (compatible; ms-office; MSOffice 16)", "", ""},
    {"Mozilla/5.0 (Linux; Android 14) MicroMessenger/8.0.49", "", ""},
    // Machines.
    {"", "", "no-agent"},
    {"   ", "", "no-agent"},
    {"Mozilla/5.0", "", "bare-agent"},
    {"Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)", "", "image-proxy"},
    {"YahooMailProxy; https://help.yahoo.com/kb/yahoo-mail-proxy-SLN28749.html", "", "image-proxy"},
    {"Barracuda Sentinel (EE)", "", "scanner"},
    {"Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)", "", "scanner"},
    {"Mozilla/5.0 (X11; Linux x86_64) HeadlessChrome/120.0.0.0", "", "scanner"},
    {"WhatsApp-LinkPreview/1", "", "scanner"},
    {"curl/7.88.1", "", "library"},
    {"python-requests/2.31", "", "library"},
    {"Go-http-client/1.1", "", "library"},
    {"Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0", "prefetch;prerender", "prefetch"},
    {"Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0", "Preview", "prefetch"},
};

TEST(Sight, FollowsTheTable) {
  for (const auto& row : kRows) EXPECT_EQ(machine_by_sight({row.agent, row.purpose}), row.rule) << row.agent;
  EXPECT_EQ(machine_by_sight({std::string(100'000, 'x'), {}}), "") << "long names are no reason, and no danger";
}

TEST(Sight, SoonerThanAPersonCanIsAMachine) {
  const Timestamp accepted(std::chrono::seconds(1'790'000'000));
  EXPECT_EQ(machine_by_time(accepted, std::nullopt), "too-soon") << "the carrier has not answered yet";
  EXPECT_EQ(machine_by_time(accepted - std::chrono::seconds(1), accepted), "too-soon");
  EXPECT_EQ(machine_by_time(accepted + kTooSoon - Micros(1), accepted), "too-soon");
  EXPECT_EQ(machine_by_time(accepted + kTooSoon, accepted), "");
}

}  // namespace
}  // namespace guardline::receipts
