// Places in lists and things by their ids: changed by hand, made up, and in the hands of somebody else.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/history/page_cursor.h"
#include "tests/attack/cast.h"

#include <set>
#include <vector>

#include <boost/json.hpp>
#include <gtest/gtest.h>

namespace guardline::attack {
namespace {

namespace json = boost::json;
using api::Role;
using edge::test::EdgeHouse;
using edge::test::Person;

constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

TEST(HistoryCursor, NoChangeOfOneOpensAnythingAndNoneIsOfAnotherList) {
  const Bytes key(32, 0x55);
  const auto mine = InvestorId::make(Timestamp(std::chrono::seconds(1'790'000'000)));
  const auto place = MessageId::make(Timestamp(std::chrono::seconds(1'790'000'100)));
  const history::PageCursor list(key, mine, std::nullopt);
  const auto good = list.text(place);
  ASSERT_EQ(list.read(good), place);
  for (std::size_t at = 0; at < good.size(); ++at) {
    for (const char letter : kLetters) {
      auto changed = good;
      changed[at] = letter;
      if (changed != good) ASSERT_FALSE(list.read(changed)) << changed;
    }
    ASSERT_FALSE(list.read(good.substr(0, at))) << "cut";
    ASSERT_FALSE(list.read(good.substr(at + 1))) << "cut in front";
  }
  ASSERT_FALSE(list.read(good + "A"));
  ASSERT_FALSE(list.read(good + good));
  ASSERT_FALSE(list.read(good + "="));
  const Bytes other_key(32, 0x56);
  const auto other = InvestorId::make(Timestamp(std::chrono::seconds(1'790'000'001)));
  const history::PageCursor foreign(key, other, std::nullopt);
  const history::PageCursor filtered(key, mine, api::HistoryFilter{.unreached = true});
  const history::PageCursor elsewhere(other_key, mine, std::nullopt);
  for (const auto* list_of : {&foreign, &filtered, &elsewhere}) ASSERT_FALSE(list_of->read(good));
  // A list whose name runs into the place of another can't be made: both have one length.
  ASSERT_FALSE(list.read(foreign.text(place)));
}

class Lists : public testing::Test {
 protected:
  Lists() {
    for (int i = 0; i < 6; ++i) {
      alerts.push_back(raise(i));
      give(alerts.back(), i % 3 == 0 ? "anna" : i % 3 == 1 ? "bert" : "lead");
    }
  }
  AlertId raise(int number) {
    const auto alert = house.raise({.rule = "backlog" + std::to_string(number)});
    house.house.next_step();
    return alert;
  }
  void give(AlertId alert, const std::string& to) {
    watch::PersonAct act;
    act.alert = alert;
    act.act = AlertAct::assigned;
    act.occurrence = 1;
    act.actor = house.house.access->accounts().find("lead")->id;
    act.owner = house.house.access->accounts().find(to)->id;
    act.key = "give-" + alert.text() + to;
    EXPECT_TRUE(house.alerts->act(act));
  }
  Reply get(RawLine& line, const Person& person, const std::string& target) {
    const auto reply = line.ask(request("GET", target, "Authorization: Bearer " + person.token + "\r\n"));
    EXPECT_TRUE(reply) << target;
    return reply.value_or(Reply{});
  }
  [[nodiscard]] Way way(const Person& person) const {
    return {.port = house.server->ops_port(), .ca = house.file("tls.crt"), .cert = person.cert, .key = person.key};
  }
  static std::set<std::string> ids(const Reply& reply) {
    std::set<std::string> all;
    const auto page = wire::from_json<api::AlertPage>(reply.body);
    EXPECT_TRUE(page) << reply.body;
    if (page)
      for (const auto& alert : page->alerts) all.insert(alert.alert_id.text());
    return all;
  }

  EdgeHouse house;
  Person anna{house.add_person("anna", Role::agent)};
  Person bert{house.add_person("bert", Role::agent)};
  Person lead{house.add_person("lead", Role::supervisor)};
  std::vector<AlertId> alerts;
};

TEST_F(Lists, ACursorOfSomebodyElseShowsNothingMore) {
  RawLine leads(way(lead));
  RawLine annas(way(anna));
  const std::set<std::string> own{alerts[0].text(), alerts[3].text()};
  EXPECT_EQ(ids(get(annas, anna, "/v1/alerts")), own);
  std::string target = "/v1/alerts?limit=1";
  std::size_t pages = 0;
  std::string last;
  while (!target.empty()) {
    const auto page = wire::from_json<api::AlertPage>(get(leads, lead, target).body);
    ASSERT_TRUE(page);
    ++pages;
    target.clear();
    if (!page->next) break;
    last = *page->next;
    target = "/v1/alerts?limit=1&cursor=" + last;
    for (const auto& id : ids(get(annas, anna, "/v1/alerts?cursor=" + last))) EXPECT_TRUE(own.contains(id)) << last;
  }
  EXPECT_EQ(pages, alerts.size());
  // Changed at each place, and made up.
  std::vector<std::string> made_up{"0." + alerts[1].text(),
                                   "9223372036854775807." + alerts[1].text(),
                                   "-9223372036854775808." + alerts[1].text(),
                                   "99999999999999999999." + alerts[1].text(),
                                   "9223372036854775807.ffffffff-ffff-ffff-ffff-ffffffffffff",
                                   alerts[1].text(),
                                   ".",
                                   "1.",
                                   "~~~",
                                   std::string(512, '9')};
  for (std::size_t at = 0; at < last.size(); ++at) {
    for (const char letter : {'0', 'f', '.'}) {
      made_up.push_back(last);
      made_up.back()[at] = letter;
    }
  }
  for (const auto& cursor : made_up) {
    const auto reply = get(annas, anna, "/v1/alerts?cursor=" + cursor);
    ASSERT_TRUE(reply.status == 200 || reply.status == 400) << cursor << reply.body;
    if (reply.status == 400) {
      expect_clean(reply, cursor);
    } else {
      for (const auto& id : ids(reply)) EXPECT_TRUE(own.contains(id)) << cursor;
    }
  }
  for (const auto* cursor : {"%27%20OR%201=1", "a%00", "'", "1;DROP", "%F0%9F%98%80"}) {
    EXPECT_EQ(get(annas, anna, "/v1/alerts?cursor=" + std::string(cursor)).status, 400) << cursor;
  }
}

TEST_F(Lists, WhatIsNotOnesOwnIsAnsweredLikeWhatIsNotThere) {
  RawLine line(way(anna));
  const auto plain = [](const Reply& reply) {
    auto parsed = json::parse(reply.body).as_object();
    parsed.erase("trace");
    return std::to_string(reply.status) + json::serialize(parsed);
  };
  const auto nothing = plain(get(line, anna, "/v1/alerts/0190b0c8-7a4e-7cc3-98c4-dc0c0c07398f"));
  EXPECT_EQ(plain(get(line, anna, "/v1/alerts/" + alerts[1].text())), nothing) << "a colleague's";
  EXPECT_EQ(plain(get(line, anna, "/v1/alerts/" + alerts[2].text())), nothing) << "the supervisor's";
  EXPECT_EQ(plain(get(line, anna, "/v1/alerts/x'--")), nothing);
  EXPECT_EQ(get(line, anna, "/v1/alerts/" + alerts[0].text()).status, 200) << "her own";
  // Handed on: hers no longer, from that moment.
  give(alerts[3], "bert");
  EXPECT_EQ(plain(get(line, anna, "/v1/alerts/" + alerts[3].text())), nothing);
}

TEST_F(Lists, AStreamsPlaceIsTakenAsAPlaceAndNothingElse) {
  const auto poll = [&](RawLine& line, const Person& person, const std::string& body) {
    const auto reply =
        line.ask(request("POST", "/v1/stream/poll", "Authorization: Bearer " + person.token + "\r\n", body));
    EXPECT_TRUE(reply) << body;
    return reply.value_or(Reply{});
  };
  RawLine leads(way(lead));
  RawLine annas(way(anna));
  house.pump.step(3);
  const auto all = poll(leads, lead, R"({"topics":["kpi","ticker","alerts"],"wait_seconds":0})");
  const auto answer = wire::from_json<api::PollAnswer>(all.body);
  ASSERT_TRUE(answer) << all.body;
  ASSERT_NE(all.body.find("\"backlog0\""), std::string::npos) << "the supervisor hears of alerts";
  // An agent with the supervisor's place hears of none, asked for or not.
  const auto with = [](const std::string& topics, const std::string& cursor) {
    return R"({"topics":[)" + topics + R"(],"wait_seconds":0,"cursor":")" + cursor + "\"}";
  };
  EXPECT_EQ(poll(annas, anna, with("\"alerts\"", answer->cursor)).code(), "role-not-allowed");
  std::vector<std::string> cursors{answer->cursor,
                                   "~~1",
                                   "~1~",
                                   "1",
                                   "~",
                                   "~~",
                                   "~~~~~~",
                                   "0~0~0",
                                   "AAAA~AAAA~AAAA",
                                   "~18446744073709551615~18446744073709551615",
                                   "~-1~-1",
                                   "~99999999999999999999~1e9",
                                   std::string(512, '~'),
                                   std::string(512, 'A')};
  for (std::size_t at = 0; at < answer->cursor.size(); ++at) {
    for (const char letter : {'9', 'A', '~'}) {
      cursors.push_back(answer->cursor);
      cursors.back()[at] = letter;
    }
  }
  for (const auto& cursor : cursors) {
    for (auto* line : {&leads, &annas}) {
      const bool leading = line == &leads;
      const auto reply = poll(*line, leading ? lead : anna, with(R"("kpi","ticker","alerts")", cursor));
      ASSERT_EQ(reply.status, 200) << cursor << reply.body;
      const auto read = wire::from_json<api::PollAnswer>(reply.body);
      ASSERT_TRUE(read) << cursor << reply.body;
      for (const auto& frame : read->frames) {
        EXPECT_TRUE(leading || frame.topic != api::Topic::alerts) << cursor;
      }
    }
  }
  // A place of a topic that is not asked for is kept for later, but not whatever its length.
  const auto kept = poll(leads, lead, with("\"kpi\"", "~" + std::string(511, '9')));
  ASSERT_EQ(kept.status, 200);
  EXPECT_TRUE(wire::from_json<api::PollAnswer>(kept.body)) << kept.body;
  EXPECT_EQ(poll(leads, lead, with("\"kpi\"", std::string(513, 'A'))).code(), "invalid-body");
  EXPECT_EQ(poll(leads, lead, with("\"kpi\"", "a b")).code(), "invalid-body");
}

}  // namespace
}  // namespace guardline::attack
