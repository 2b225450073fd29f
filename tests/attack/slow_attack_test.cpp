// Callers that take their time, one byte after another or not at all: each is ended by its limit, and the others don't
// wait for it. SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/attack/cast.h"

#include <memory>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

namespace guardline::attack {
namespace {

edge::Limits short_limits() {
  edge::Limits limits;
  limits.handshake = std::chrono::milliseconds(500);
  limits.header = std::chrono::milliseconds(500);
  limits.body = std::chrono::milliseconds(500);
  limits.idle = std::chrono::milliseconds(500);
  limits.write = std::chrono::milliseconds(500);
  return limits;
}

class Slow : public testing::Test {
 protected:
  [[nodiscard]] Way way() const { return {.port = house.server->ops_port(), .ca = house.file("tls.crt")}; }
  [[nodiscard]] Way way(const edge::test::Person& person) const {
    return {.port = house.server->ops_port(), .ca = house.file("tls.crt"), .cert = person.cert, .key = person.key};
  }
  /// Byte by byte, each well within every limit, as long as the hub takes it.
  static std::string trickle(RawLine& line, std::string_view begin, char more) {
    line.send(begin);
    for (int i = 0; i < 400 && line.send({&more, 1}) && !line.hung_up(); ++i) {
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return line.rest();
  }
  edge::test::EdgeHouse house{short_limits()};
};

TEST_F(Slow, AHeaderAndABodyInDropsEndInTheirTime) {
  RawLine header(way());
  const auto one = trickle(header, "GET /v1/hub HTTP/1.1\r\nHost: h\r\nX: ", 'a');
  EXPECT_TRUE(header.ended());
  EXPECT_NE(one.find("HTTP/1.1 408"), std::string::npos) << one;
  EXPECT_NE(one.find("\"too-slow\""), std::string::npos) << one;
  RawLine body(way());
  const auto two = trickle(
      body, "POST /v1/enrolment HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\nContent-Length: 9000\r\n\r\n{",
      ' ');
  EXPECT_TRUE(body.ended());
  EXPECT_NE(two.find("HTTP/1.1 408"), std::string::npos) << two;
  RawLine pieces(way());
  const auto three =
      trickle(pieces, "POST /v1/enrolment HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n1000\r\n", ' ');
  EXPECT_TRUE(pieces.ended());
  EXPECT_NE(three.find("HTTP/1.1 408"), std::string::npos) << three;
}

TEST_F(Slow, AHandshakeThatIsNotGoneOnWithEnds) {
  RawLine silent({.port = house.server->ops_port(), .tls = false});
  EXPECT_EQ(silent.rest(), "");
  EXPECT_TRUE(silent.ended());
  RawLine drops({.port = house.server->ops_port(), .tls = false});
  trickle(drops, std::string("\x16\x03\x01\x02\x00\x01", 6), '\0');
  EXPECT_TRUE(drops.ended());
}

TEST_F(Slow, AConnectionThatSaysNothingMoreEnds) {
  RawLine line(way());
  ASSERT_TRUE(line.ask(request("GET", "/v1/hub")));
  EXPECT_EQ(line.rest(), "");
  EXPECT_TRUE(line.ended());
}

TEST_F(Slow, WhoDoesNotReadItsAnswersIsLeft) {
  const auto person = house.add_person("deaf", api::Role::agent);
  RawLine line(way(person));
  std::string much;
  constexpr std::size_t kAsked = 2000;  // of some 100 KB each: more than any buffer on the way
  for (std::size_t i = 0; i < kAsked; ++i) much += request("GET", "/v1/openapi.json");
  line.send(much);
  ASSERT_TRUE(guardline::test::eventually([&] { return line.hung_up(); }));
  EXPECT_EQ(RawLine(way()).ask(request("GET", "/v1/hub"))->status, 200);
}

TEST_F(Slow, NobodyWaitsForThem) {
  std::vector<std::unique_ptr<RawLine>> all;
  for (int i = 0; i < 60; ++i) {
    all.push_back(std::make_unique<RawLine>(way()));
    all.back()->send("POST /v1/enrolment HTTP/1.1\r\nHost: h\r\nContent-Length: 10\r\n\r\n{");
  }
  const auto reply = RawLine(way()).ask(request("GET", "/v1/hub"));
  ASSERT_TRUE(reply);
  EXPECT_EQ(reply->status, 200);
  for (const auto& line : all) {
    line->rest();
    EXPECT_TRUE(line->ended());
  }
}

}  // namespace
}  // namespace guardline::attack
