// The web inbox: letter, code, confirmation, link's end. SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/id_time.h"
#include "hub/receipts/tracking/revoke.h"
#include "hub/spine/progress.h"
#include "hub/spine/projector.h"
#include "tests/public/door.h"

#include <gmock/gmock.h>

namespace guardline::test {
namespace {

using testing::HasSubstr;
using testing::Not;
using enum Channel;

std::string header(const edge::Response& response, std::string_view name) {
  for (const auto& [key, value] : response.headers)
    if (key == name) return value;
  return {};
}

/// The value of the hidden field with the pass.
std::string pass_in(const std::string& html) {
  const std::string before = "name=\"pass\" value=\"";
  const auto at = html.find(before);
  if (at == std::string::npos) return {};
  const auto begin = at + before.size();
  return html.substr(begin, html.find('"', begin) - begin);
}

class Letter : public testing::TestWithParam<Store> {};
INSTANTIATE_TEST_SUITE_P(Stores, Letter, testing::Values(Store::embedded, Store::postgres), store_name);

TEST_P(Letter, ShowsSenderAndTitleAndNotItsWords) {
  Door door(GetParam());
  const auto who = door.house.add();
  const auto out = door.send("sealed", Category::core_risk, {sms, email}, who);
  const auto before = door.record();
  const auto page = door.get(door.letter(out.delivery));
  EXPECT_EQ(page.status, 200U);
  EXPECT_EQ(page.content_type, "text/html; charset=utf-8");
  EXPECT_THAT(page.body, HasSubstr("追加担保物通知"));
  EXPECT_THAT(page.body, HasSubstr("示例&lt;证券&gt; &amp; &quot;Co&quot;"));
  EXPECT_THAT(page.body, HasSubstr("138****0001")) << "where a code would go, masked";
  EXPECT_THAT(page.body, Not(HasSubstr("比例")));
  EXPECT_THAT(page.body, Not(HasSubstr("13800000001")));
  EXPECT_THAT(page.body, Not(HasSubstr("王")));
  EXPECT_THAT(page.body, Not(HasSubstr("/confirm"))) << "its words have not been read";
  EXPECT_EQ(header(page, "Referrer-Policy"), "no-referrer");
  EXPECT_EQ(door.record(), before) << "a GET changes nothing";
}

TEST_P(Letter, ACodeOpensItOnceAndItsReaderMayConfirm) {
  Door door(GetParam());
  const auto who = door.house.add();
  const auto out = door.send("sealed", Category::core_risk, {sms, email}, who);  // `out`: the mail
  const auto path = door.letter(out.delivery);
  EXPECT_EQ(door.post(path + "/read", "code=123456").status, 403U) << "no code was asked for";
  const auto asked = door.post(path + "/code");
  ASSERT_EQ(asked.status, 200U) << asked.body;
  EXPECT_THAT(asked.body, HasSubstr("autocomplete=\"one-time-code\""));
  ASSERT_TRUE(eventually([&] { return door.sms.seen().size() == 2; })) << "over the other channel than the link's";
  const auto code = door.code(sms);
  ASSERT_EQ(code.size(), 6U);

  // A typing hand: blanks and full-width digits mean the same.
  std::string typed;
  for (const char digit : code) typed += std::string("%EF%BC%9") + digit + "+";
  const auto read = door.post(path + "/read", "code=" + typed);
  ASSERT_EQ(read.status, 200U) << read.body;
  EXPECT_THAT(read.body, HasSubstr("&lt;b&gt;比例&lt;/b&gt; 118 &amp; 130\n第三行"));
  EXPECT_EQ(door.count(EventKind::opened, "person"), 1U);
  EXPECT_EQ(door.post(path + "/read", "code=" + code).status, 403U) << "once";

  const auto pass = pass_in(read.body);
  ASSERT_FALSE(pass.empty());
  const auto again = door.post(path + "/again", "pass=" + pass + "&lang=en");
  EXPECT_THAT(again.body, HasSubstr("<html lang=\"en\">"));
  EXPECT_THAT(again.body, HasSubstr("比例"));
  EXPECT_EQ(door.post(path + "/confirm").status, 403U) << "the link alone does not confirm sealed words";
  EXPECT_EQ(door.post(path + "/confirm", "pass=" + pass + "x").status, 403U);
  EXPECT_EQ(door.count(EventKind::read_confirmed), 0U);
  const auto confirmed = door.post(path + "/confirm", "pass=" + pass);
  EXPECT_EQ(confirmed.status, 200U);
  EXPECT_THAT(confirmed.body, HasSubstr("您已确认知晓"));
  EXPECT_EQ(door.post(path + "/confirm", "pass=" + pass).status, 200U);
  EXPECT_EQ(door.count(EventKind::read_confirmed, "code"), 1U) << "said twice, recorded once";
  EXPECT_EQ(door.count(EventKind::opened), 1U);

  door.house.clock.push(std::chrono::minutes(31));
  EXPECT_EQ(door.post(path + "/again", "pass=" + pass).status, 403U) << "the pass has ended";
}

TEST_P(Letter, WordsThatTheMailCarriedAreConfirmedByTheLink) {
  Door door(GetParam());
  const auto out = door.send("linked", Category::service, {email}, door.house.add());
  const auto path = door.letter(out.delivery);
  EXPECT_THAT(door.get(path).body, HasSubstr(path + "/confirm"));
  EXPECT_EQ(door.post(path + "/confirm").status, 200U);
  EXPECT_EQ(door.count(EventKind::read_confirmed, "link"), 1U);
  EXPECT_EQ(door.count(EventKind::opened, "person"), 1U) << "who confirms has opened it";
  EXPECT_THAT(door.get(path).body, HasSubstr("您已确认知晓"));

  // The KPI and the delivery's own figures have it.
  spine::Projector projector(door.house.stores, door.house.spine->signal(), door.house.clock);
  ASSERT_TRUE(projector.start());
  EXPECT_TRUE(eventually([&] {
    auto projections = door.house.stores.open(spine::Use::read_projections);
    if (!projections) return false;
    const auto progress = spine::read_delivery(**projections, out.delivery);
    return progress && progress->opened_person && !progress->opened_machine;
  }));
  projector.stop();
}

TEST_P(Letter, GuessingIsCountedSlowedAndEnded) {
  Door door(GetParam());
  const auto who = door.house.add();
  const auto out = door.send("sealed", Category::core_risk, {sms, email}, who);
  const auto path = door.letter(out.delivery);
  ASSERT_EQ(door.post(path + "/code").status, 200U);
  ASSERT_TRUE(eventually([&] { return door.sms.seen().size() == 2; }));
  const auto code = door.code(sms);
  const std::string wrong = code == "000000" ? "000001" : "000000";
  for (int left = 4; left >= 0; --left) {
    const auto no = door.post(path + "/read", "code=" + wrong);
    EXPECT_EQ(no.status, 403U);
    EXPECT_THAT(no.body, HasSubstr("还可尝试 " + std::to_string(left) + " 次"));
    const auto soon = door.post(path + "/read", "code=" + code);
    EXPECT_EQ(soon.status, 429U) << "even the right one has to wait";
    EXPECT_NE(header(soon, "Retry-After"), "");
    door.house.clock.push(left > 0 ? std::chrono::seconds(9) : std::chrono::seconds(1));
  }
  EXPECT_EQ(door.post(path + "/read", "code=" + code).status, 429U) << "locked";
  door.house.clock.push(std::chrono::minutes(15));
  EXPECT_EQ(door.post(path + "/read", "code=" + code).status, 403U) << "five wrong tries end the code";
  EXPECT_EQ(door.count(EventKind::opened), 0U);

  // Another message of the same person is no second try.
  const auto second = door.send("sealed", Category::core_risk, {sms, email}, who);
  const auto other = door.letter(second.delivery);
  ASSERT_EQ(door.post(other + "/code").status, 200U);
  ASSERT_TRUE(eventually([&] { return door.sms.seen().size() == 4; }));
  EXPECT_EQ(door.post(other + "/read", "code=" + wrong).status, 403U);
  EXPECT_EQ(door.post(other + "/read", "code=" + door.code(sms)).status, 429U) << "the count of before goes on";
}

TEST(LetterCodes, AreSentWithGrowingWaitsAndNeverStored) {
  Door door;
  const auto out = door.send("sealed", Category::core_risk, {sms, email}, door.house.add());
  const auto path = door.letter(out.delivery);
  std::size_t sent = 1;
  for (const int minutes : {1, 2, 4, 8, 15}) {
    EXPECT_EQ(door.post(path + "/code").status, 200U) << minutes;
    ++sent;
    ASSERT_TRUE(eventually([&] { return door.sms.seen().size() == sent; })) << "before it is too late for it";
    const auto no = door.post(path + "/code");
    EXPECT_EQ(no.status, 429U);
    EXPECT_EQ(no.code, "too-many");
    door.house.clock.push(std::chrono::minutes(minutes) - std::chrono::seconds(5));
    EXPECT_EQ(door.post(path + "/code").status, 429U) << minutes;
    door.house.clock.push(std::chrono::seconds(5));
  }
  const auto code = door.code(sms);
  EXPECT_EQ(door.house.number("SELECT count(*) FROM notice WHERE request LIKE '%" + code + "%'"), 0);
  // An earlier code does not open it any more; one that is too old neither.
  EXPECT_EQ(door.post(path + "/read", "code=" + code).status, 403U) << "fifteen minutes old";
}

TEST(LetterCodes, NeedAContact) {
  Door door;
  const auto out = door.send("linked", Category::service, {email}, door.house.add({.sms = false}));
  const auto path = door.letter(out.delivery);
  EXPECT_THAT(door.get(path).body, HasSubstr(" ***@example.com")) << "the same channel where there is no other";
  door.house.write("UPDATE contact_point SET valid = 0");
  EXPECT_THAT(door.get(path).body, HasSubstr("没有可以接收验证码的联系方式"));
  EXPECT_EQ(door.post(path + "/code").status, 403U);
}

TEST_P(Letter, EndsAfterThirtyDaysWhenRevokedAndWithItsInvestor) {
  Door door(GetParam());
  const auto who = door.house.add();
  const auto first = door.send("linked", Category::service, {email}, who);
  const auto second = door.send("linked", Category::service, {email}, who);
  ASSERT_TRUE(receipts::revoke_links(*door.house.spine, first.message, kStaff, door.house.clock.now()));
  ASSERT_TRUE(receipts::revoke_links(*door.house.spine, first.message, kStaff, door.house.clock.now()));
  EXPECT_EQ(door.count(EventKind::links_ended), 1U);
  EXPECT_EQ(receipts::revoke_links(*door.house.spine, MessageId{}, kStaff, door.house.clock.now()).error().code,
            ErrorCode::not_found);
  EXPECT_EQ(door.get(door.letter(second.delivery)).status, 200U) << "of another message";
  const auto over = [&](DeliveryId delivery) {
    const auto before = door.record();
    EXPECT_EQ(door.get(door.letter(delivery)).status, 410U);
    EXPECT_THAT(door.get(door.letter(delivery)).body, HasSubstr("链接已失效"));
    for (const auto* act : {"/code", "/read", "/confirm"})
      EXPECT_EQ(door.post(door.letter(delivery) + act, "code=123456").status, 410U) << act;
    EXPECT_EQ(door.get(door.click(delivery, 0)).status, 410U);
    EXPECT_EQ(door.post(door.click(delivery, 0)).status, 410U);
    const auto nowhere = door.tracking->stats().nowhere;
    EXPECT_EQ(door.get(door.pixel(delivery)).status, 200U) << "a picture is a picture";
    EXPECT_TRUE(eventually([&] { return door.tracking->stats().nowhere > nowhere; }));
    EXPECT_EQ(door.record(), before);
  };
  over(first.delivery);
  // Ids of one process never go back, so those of an earlier test may have put this one's time ahead of its clock.
  const auto end = time_of(second.delivery) + std::chrono::days(30);
  door.house.clock.push(end - std::chrono::seconds(60) - door.house.clock.now());
  EXPECT_EQ(door.get(door.letter(second.delivery)).status, 200U) << "a minute before its end";
  door.house.clock.push(std::chrono::seconds(60));
  over(second.delivery);
  const auto third = door.send("linked", Category::service, {email}, who);
  door.house.erase(who);
  over(third.delivery);
}

TEST(LetterLinks, ThatNobodyMadeLeadNowhere) {
  Door door;
  const auto out = door.send("linked", Category::service, {email}, door.house.add());
  const auto good = door.letter(out.delivery);
  const auto before = door.record();
  std::vector<std::string> paths{
      "/m/x",
      "/m/" + std::string(32, 'A'),
      good + "A",
      good.substr(0, good.size() - 1),
      "/m/" + door.tokens.make(links::Purpose::pixel, out.delivery),
      "/m/" + door.tokens.make(links::Purpose::letter, DeliveryId::make(door.house.clock.now())),
      "/m/%3Cscript%3E",
      "/c/0/" + std::string(32, 'A'),
      "/c/x/y",
      "/c/99/" + good.substr(3)};
  auto swapped = door.click(out.delivery, 0);
  swapped[3] = '1';  // another place with this one's token
  paths.push_back(swapped);
  for (const auto& path : paths) {
    const auto page = door.get(path);
    EXPECT_EQ(page.status, 404U) << path;
    EXPECT_THAT(page.body, HasSubstr("链接已失效"));
    EXPECT_THAT(page.body, Not(HasSubstr("script>")));
  }
  for (const auto* act : {"/code", "/read", "/again", "/confirm"})
    EXPECT_EQ(door.post("/m/" + std::string(32, 'A') + act).status, 404U);
  EXPECT_EQ(door.record(), before);
}

TEST(LetterForms, TakeFormsOnly) {
  Door door;
  const auto out = door.send("linked", Category::service, {email}, door.house.add());
  const auto path = door.letter(out.delivery) + "/read";
  EXPECT_EQ(door.post(path, std::string(5000, 'x')).status, 413U);
  EXPECT_EQ(door.post(path, "code=%zz").status, 400U);
  EXPECT_EQ(door.post(path, "a b").status, 400U);
  EXPECT_EQ(door.post(path, "code=1", {{"content-type", "application/json"}}).status, 415U);
  EXPECT_EQ(door.post(path, "code=<script>%00'--").status, 400U);
  EXPECT_EQ(door.post(path, "code=%3Cscript%3E%00'--").status, 403U);
  EXPECT_EQ(door.get(path).status, 405U);
}

TEST(LetterLanguages, FollowTheReader) {
  Door door;
  const auto path = door.letter(door.send("linked", Category::service, {email}, door.house.add()).delivery);
  EXPECT_THAT(door.get(path).body, HasSubstr("<html lang=\"zh-CN\">")) << "the investor's own";
  const auto english = door.get(path, {{"accept-language", "fr, en-GB;q=0.9, zh;q=0.4"}});
  EXPECT_THAT(english.body, HasSubstr("<html lang=\"en\">"));
  EXPECT_EQ(header(english, "Content-Language"), "en");
  EXPECT_THAT(english.body, HasSubstr(path + "?lang=zh-CN"));
  EXPECT_THAT(door.get(path + "?lang=zh-CN", {{"accept-language", "en"}}).body, HasSubstr("<html lang=\"zh-CN\">"));
  EXPECT_THAT(door.get(path + "?lang=%22%3E%3Cscript%3E").body, Not(HasSubstr("script>")));
}

}  // namespace
}  // namespace guardline::test
