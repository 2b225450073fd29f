// Pixel and clicks: what mail carries, what is recorded. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/receipts/tracking/sight.h"
#include "tests/public/door.h"

#include <sstream>

#include <gmock/gmock.h>
#include <spdlog/sinks/ostream_sink.h>
#include <spdlog/spdlog.h>

namespace guardline::test {
namespace {

using testing::HasSubstr;
using testing::Not;
using enum Channel;

class Opens : public testing::TestWithParam<Store> {};
INSTANTIATE_TEST_SUITE_P(Stores, Opens, testing::Values(Store::embedded, Store::postgres), store_name);

TEST_P(Opens, AreRecordedOnceByAPersonAndOnceByAMachine) {
  Door door(GetParam());
  const auto out = door.send("linked", Category::service, {email}, door.house.add());
  const auto pixel = door.pixel(out.delivery);
  const auto picture = door.get(pixel);  // sooner than a person can
  EXPECT_EQ(picture.status, 200U);
  EXPECT_EQ(picture.content_type, "image/gif");
  EXPECT_TRUE(picture.body.starts_with("GIF89a"));
  EXPECT_EQ(picture.body.size(), 43U);
  ASSERT_TRUE(door.house.wait(EventKind::opened, 1));
  EXPECT_EQ(door.count(EventKind::opened, "machine"), 1U);

  door.house.clock.push(receipts::kTooSoon);
  for (int i = 0; i < 3; ++i) door.get(pixel);
  door.get(pixel, {{"user-agent", "Mozilla/5.0"}});
  ASSERT_TRUE(door.house.wait(EventKind::opened, 2));
  ASSERT_TRUE(eventually([&] { return door.tracking->stats().opened + door.tracking->stats().known == 5; }));
  EXPECT_EQ(door.count(EventKind::opened, "person"), 1U);
  EXPECT_EQ(door.count(EventKind::opened), 2U);
  const auto event = door.house.events(EventKind::opened).front();
  EXPECT_EQ(event.delivery, out.delivery);
  EXPECT_EQ(event.message, out.message);
  EXPECT_EQ(event.channel, email);
  EXPECT_EQ(event.mark, spine::Mark::none) << "moves no delivery";
}

TEST(Pixel, AnswersTheSameToEverybody) {
  Door door;
  const auto out = door.send("linked", Category::service, {email}, door.house.add());
  const auto good = door.get(door.pixel(out.delivery));
  for (const auto& path : {std::string("/o/x"), "/o/" + std::string(32, 'A') + ".gif", door.pixel(DeliveryId{}),
                           "/o/" + door.tokens.make(links::Purpose::letter, out.delivery) + ".gif"}) {
    const auto other = door.get(path);
    EXPECT_EQ(other.status, good.status);
    EXPECT_EQ(other.body, good.body);
    EXPECT_EQ(other.headers, good.headers);
  }
}

TEST(Pixel, IsNotInCoreRiskMailNorInCodes) {
  Door door;
  const auto who = door.house.add({.sms = false});
  const auto core = door.send("sealed", Category::core_risk, {sms, email}, door.house.add());
  EXPECT_THAT(core.html, HasSubstr(kBase + door.letter(core.delivery)));
  EXPECT_THAT(core.html, Not(HasSubstr("<img")));
  EXPECT_THAT(door.last(sms).body, HasSubstr(kBase + std::string("/m/")));
  EXPECT_TRUE(door.last(sms).html.empty());
  const auto service = door.send("linked", Category::service, {email}, who);
  EXPECT_THAT(service.html, HasSubstr("<img src=\"" + (kBase + door.pixel(service.delivery))));
  ASSERT_EQ(door.post(door.letter(service.delivery) + "/code").status, 200U);
  ASSERT_TRUE(eventually([&] { return holds(door.last(email).title, "验证码"); }));
  EXPECT_TRUE(door.last(email).html.empty());
}

TEST(Mail, HasItsLinksAndNoPersonInAnAddress) {
  Door door;
  const auto who = door.house.add();
  const auto out = door.send("linked", Category::service, {email}, who);
  EXPECT_THAT(out.body, HasSubstr("https://www.example.com/statements?a=1&b=2 查看"));
  EXPECT_THAT(out.html, HasSubstr("<a href=\"" + (kBase + door.click(out.delivery, 0)) +
                                  "\">https://www.example.com/statements?a=1&amp;b=2</a> 查看"));
  EXPECT_THAT(out.html, HasSubstr(kBase + door.click(out.delivery, 1)));
  EXPECT_THAT(out.html, Not(HasSubstr("href=\"https://evil.example"))) << "an address in a value is text";
  EXPECT_THAT(out.html, Not(HasSubstr("href=\"https://www.example.com")));
  const auto name = "王" + who.text().substr(0, 8);
  for (const auto& url :
       {door.writer.letter(out.delivery), door.writer.pixel(out.delivery), door.writer.click(out.delivery, 0)}) {
    for (const std::string& person : {name, std::string("13800000001"), std::string("w@"), who.text(),
                                      out.message.text(), out.delivery.text(), std::string("example.com")})
      EXPECT_THAT(url, Not(HasSubstr(person)));
  }
}

TEST_P(Opens, AClickIsAPersonsPressAndLeadsWhereTheTemplateSays) {
  Door door(GetParam());
  const auto out = door.send("linked", Category::service, {email}, door.house.add());
  const auto path = door.click(out.delivery, 0);
  const auto before = door.record();
  const auto page = door.get(path);
  EXPECT_EQ(page.status, 200U);
  EXPECT_THAT(page.body, HasSubstr("即将前往 www.example.com"));
  EXPECT_THAT(page.body, HasSubstr("https://www.example.com/statements?a=1&amp;b=2"));
  EXPECT_THAT(page.body, HasSubstr("action=\"" + path + "\""));
  EXPECT_EQ(door.record(), before) << "a GET changes nothing";
  for (int i = 0; i < 2; ++i) {
    const auto gone = door.post(path);
    EXPECT_EQ(gone.status, 303U);
    EXPECT_THAT(gone.headers, testing::Contains(std::pair<std::string, std::string>(
                                  "Location", "https://www.example.com/statements?a=1&b=2")));
  }
  EXPECT_EQ(door.count(EventKind::clicked), 1U);
  EXPECT_EQ(door.count(EventKind::opened, "person"), 1U);
  EXPECT_EQ(door.get(door.click(out.delivery, 2)).status, 404U) << "the words have two addresses";
}

TEST(Openings, WaitForAStoreThatIsDownUpToTheirBound) {
  House house;
  auto& mail = house.add_carrier("email-main", email);
  std::atomic<bool> down{false};
  house.start();
  const auto who = house.add();
  house.send(request("info", Category::service, {who}, {together({email})}));
  ASSERT_TRUE(house.wait(EventKind::delivery_accepted));
  const auto delivery = mail.seen().back().delivery;
  Interposed between(*house.spine, [&](const spine::Submission&) -> Status {
    return down ? fail(ErrorCode::unavailable, "down") : Status{};
  });
  receipts::Tracking tracking(between, house.clock, {.queue = 3, .poll = std::chrono::milliseconds(5)});
  down = true;
  for (int i = 0; i < 3; ++i) EXPECT_TRUE(tracking.on_open(delivery, house.clock.now(), {}));
  EXPECT_FALSE(tracking.on_open(delivery, house.clock.now(), {}));
  tracking.start();
  ASSERT_TRUE(eventually([&] { return tracking.trouble() == "down"; }));
  EXPECT_EQ(house.events(EventKind::opened).size(), 0U);
  down = false;
  EXPECT_TRUE(house.wait(EventKind::opened));
  tracking.stop();
  EXPECT_EQ(house.events(EventKind::opened).size(), 1U);
  EXPECT_EQ(tracking.stats().dropped, 1U);
}

TEST(PublicLog, HasNoTokenNoQueryAndNoAgent) {
  std::ostringstream log;
  const auto before = spdlog::default_logger();
  spdlog::set_default_logger(
      std::make_shared<spdlog::logger>("test", std::make_shared<spdlog::sinks::ostream_sink_mt>(log)));
  {
    Door door;
    const auto out = door.send("linked", Category::service, {email}, door.house.add());
    door.get(door.letter(out.delivery) + "?lang=secret", {{"user-agent", "secret-agent"}});
    door.get(door.pixel(out.delivery));
    door.post(door.letter(out.delivery) + "/read", "code=987654");
    door.post(door.click(out.delivery, 0));
    for (const auto& secret :
         {door.tokens.make(links::Purpose::letter, out.delivery), door.tokens.make(links::Purpose::pixel, out.delivery),
          door.tokens.make(links::Purpose::click, out.delivery), std::string("secret"), std::string("987654"),
          std::string("example.com"), out.delivery.text()})
      EXPECT_THAT(log.str(), Not(HasSubstr(secret)));
  }
  EXPECT_THAT(log.str(), HasSubstr("public GET /m/{token} 200")) << "it was this log";
  spdlog::set_default_logger(before);
}

}  // namespace
}  // namespace guardline::test
