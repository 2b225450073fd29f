// The stream's door and its frames: other origins, tickets that are stolen, used or over, and bytes that are no frames.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/stream.h"
#include "tests/attack/cast.h"

#include <future>
#include <map>
#include <vector>

#include <gtest/gtest.h>

namespace guardline::attack {
namespace {

using edge::test::EdgeHouse;
using edge::test::Person;

constexpr auto kUpgrade =
    "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";

class TheStream : public testing::Test {
 protected:
  [[nodiscard]] Way way(const Person& person) const {
    return {.port = house.server->ops_port(), .ca = house.file("tls.crt"), .cert = person.cert, .key = person.key};
  }
  std::string ticket(const Person& person) {
    auto& line = lines_.try_emplace(person.account, way(person)).first->second;
    const auto reply = line.ask(request("POST", "/v1/stream/tickets", "Authorization: Bearer " + person.token + "\r\n",
                                        R"({"topics":["kpi"]})"));
    EXPECT_TRUE(reply && reply->status == 201) << (reply ? reply->body : "");
    const auto read = wire::from_json<api::StreamTicket>(reply ? reply->body : "");
    return read ? read->ticket : std::string();
  }
  void restart() {
    house.restart();
    lines_.clear();  // to the port of before
  }
  static std::string upgrade(const std::string& authorization, const std::string& fields = {},
                             const std::string& target = "/v1/stream") {
    return request("GET", target, kUpgrade + ("Authorization: " + authorization + "\r\n") + fields);
  }
  std::string refused(const Person& person, const std::string& text) {
    RawLine line(way(person));
    const auto reply = line.ask(text);
    if (!reply) return "no answer";
    if (reply->status == 101) return "opened";
    expect_clean(*reply, text);
    return reply->code();
  }
  [[nodiscard]] std::size_t streams() { return house.streams.subscribers(); }

  EdgeHouse house;
  Person agent{house.add_person("agent", api::Role::agent)};

 private:
  std::map<std::string, HeldLine> lines_;
};

TEST_F(TheStream, OpensToNoPageOfABrowser) {
  for (const auto* origin : {"https://evil.example", "http://127.0.0.1", "https://127.0.0.1", "https://hub", "null", "",
                             "file://", "chrome-extension://x", "https://hub.example:8443"}) {
    const auto field = "Origin: " + std::string(origin) + "\r\n";
    const auto good = ticket(agent);
    EXPECT_EQ(refused(agent, upgrade("Ticket " + good, field)), "origin-refused") << origin;
    EXPECT_EQ(refused(agent, upgrade("Ticket " + good, "oRIGIN: x\r\n")), "origin-refused") << "in any case";
    house.house.clock.advance(std::chrono::seconds(31));  // tickets that wait are bounded
  }
  RawLine twice(way(agent));
  const auto reply = twice.ask(upgrade("Ticket x", "Origin: a\r\nOrigin: b\r\n"));
  ASSERT_TRUE(reply);
  EXPECT_EQ(reply->status, 400);
  EXPECT_EQ(streams(), 0U);
}

TEST_F(TheStream, TakesATicketOnceFromTheDeviceThatAskedForIt) {
  const auto thief = house.add_person("thief", api::Role::supervisor);
  auto good = ticket(agent);
  EXPECT_EQ(refused(thief, upgrade("Ticket " + good)), "ticket-refused") << "stolen";
  EXPECT_EQ(refused(agent, upgrade("Ticket " + good.substr(1))), "ticket-refused");
  EXPECT_EQ(refused(agent, upgrade("Ticket " + good + "A")), "ticket-refused");
  EXPECT_EQ(refused(agent, upgrade("Bearer " + agent.token)), "ticket-refused") << "a session is no ticket";
  EXPECT_EQ(refused(agent, upgrade("Ticket " + agent.token)), "ticket-refused");
  EXPECT_EQ(refused(agent, upgrade("Ticket ")), "ticket-refused");
  EXPECT_EQ(refused(agent, upgrade("x", "Cookie: ticket=" + good + "\r\n", "/v1/stream?ticket=" + good)),
            "ticket-refused");
  EXPECT_EQ(refused(agent, upgrade("x", "Sec-WebSocket-Protocol: " + good + "\r\n")), "ticket-refused");
  // And a ticket is no session.
  RawLine line(way(agent));
  const auto reply = line.ask(request("GET", "/v1/session", "Authorization: Bearer " + good + "\r\n"));
  ASSERT_TRUE(reply);
  EXPECT_EQ(reply->code(), "session-required");

  // After all these it still works once, and of many at the same moment for one.
  std::vector<std::future<std::string>> all;
  for (int i = 0; i < 6; ++i) {
    all.push_back(std::async(std::launch::async, [&] {
      RawLine mine(way(agent));
      const auto answer = mine.ask(upgrade("Ticket " + good));
      return answer ? (answer->status == 101 ? std::string("opened") : answer->code()) : std::string("no answer");
    }));
  }
  int opened = 0;
  for (auto& each : all) {
    const auto said = each.get();
    EXPECT_TRUE(said == "opened" || said == "ticket-refused") << said;
    opened += said == "opened" ? 1 : 0;
  }
  EXPECT_EQ(opened, 1);
  restart();
  EXPECT_EQ(refused(agent, upgrade("Ticket " + good)), "ticket-refused") << "used, also after a restart";

  good = ticket(agent);
  house.house.clock.advance(std::chrono::seconds(31));
  EXPECT_EQ(refused(agent, upgrade("Ticket " + good)), "ticket-refused") << "over";
  good = ticket(agent);
  ASSERT_TRUE(house.house.access->sessions().sign_out(agent.session));
  EXPECT_EQ(refused(agent, upgrade("Ticket " + good)), "ticket-refused") << "its session has ended";
}

/// A frame of a client: masked with zeros, so that the payload stands as it is.
std::string frame(unsigned first, std::string_view payload, bool masked = true) {
  std::string out(1, static_cast<char>(first));
  out += static_cast<char>((masked ? 0x80U : 0U) | payload.size());
  if (masked) out.append(4, '\0');
  return out.append(payload);
}

TEST_F(TheStream, BytesThatAreNoFramesEndTheirOwnStreamOnly) {
  const auto witness = house.add_person("witness", api::Role::risk);
  RawLine calm(way(witness));
  ASSERT_EQ(calm.ask(upgrade("Ticket " + ticket(witness)))->status, 101);
  ASSERT_TRUE(guardline::test::eventually([&] { return streams() == 1; }));
  const auto bye = frame(0x88, std::string("\x03\xe8", 2));
  std::string long_size("\x82\xff", 2);  // binary, 2^63 - 1 bytes to come
  long_size.append("\x7f\xff\xff\xff\xff\xff\xff\xff", 8).append(4, '\0').append(100, 'x');
  std::string pings;
  for (int i = 0; i < 2000; ++i) pings += frame(0x89, "p");
  std::string pieces = frame(0x01, "a");
  for (int i = 0; i < 3000; ++i) pieces += frame(0x00, "bb");
  const std::vector<std::pair<std::string, std::string>> attacks{
      {"not masked", frame(0x81, "hello", false)},
      {"reserved bits", frame(0xF1, "hello")},
      {"an opcode that is none", frame(0x83, "x")},
      {"a control frame in pieces", frame(0x09, "x")},
      {"a control frame too long", std::string("\x89\xfe\x00\x80", 4) + std::string(132, 'x')},
      {"a continuation of nothing", frame(0x80, "x")},
      {"text that is no UTF-8", frame(0x81, "\xff\xfe")},
      {"a close of one byte", frame(0x88, "x")},
      {"a close with a code that is none", frame(0x88, std::string("\x00\x01", 2))},
      {"a length without end", long_size},
      {"a length in more bytes than it needs", std::string("\x81\xfe\x00\x01", 4) + std::string(4, '\0') + "x"},
      {"a message in thousands of pieces", pieces},
      {"an HTTP request", request("GET", "/v1/hub")},
      {"nothing but noise", std::string(5000, '\xa5')},
      {"a message", frame(0x81, "{\"topics\":[\"alerts\"]}")},
  };
  for (const auto& [name, bytes] : attacks) {
    RawLine line(way(agent));
    ASSERT_EQ(line.ask(upgrade("Ticket " + ticket(agent)))->status, 101) << name;
    line.send(bytes);
    if (name != "a message") line.send(bye);  // who doesn't say it is waited for, ten seconds long
    line.rest();
    EXPECT_TRUE(line.ended()) << name << ": the hub ends it";
    house.house.clock.advance(std::chrono::seconds(1));
  }
  EXPECT_TRUE(guardline::test::eventually([&] { return streams() == 1; })) << "only the calm one is left";
  // A flood of pings is answered or ends the stream; the calm one still hears.
  {
    RawLine line(way(agent));
    ASSERT_EQ(line.ask(upgrade("Ticket " + ticket(agent)))->status, 101);
    line.send(pings);
    line.send(bye);
    line.rest();
    EXPECT_TRUE(line.ended());
  }
  house.pump.step(3);
  calm.send(bye);
  EXPECT_NE(calm.rest().find("\"topic\":\"kpi\""), std::string::npos);
  EXPECT_TRUE(guardline::test::eventually([&] { return streams() == 0; }));
}

TEST_F(TheStream, AHandshakeThatIsNoneOpensNothing) {
  const std::vector<std::string> broken{
      "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n",
      "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 8\r\nSec-WebSocket-Key: "
      "dGhlIHNhbXBsZSBub25jZQ==\r\n",
      "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n",
      "Connection: Upgrade\r\nUpgrade: h2c\r\nHTTP2-Settings: x\r\n",
      "Connection: keep-alive\r\nUpgrade: websocket\r\n"};
  for (const auto& fields : broken) {
    RawLine line(way(agent));
    const auto reply =
        line.ask(request("GET", "/v1/stream", fields + "Authorization: Ticket " + ticket(agent) + "\r\n"));
    EXPECT_TRUE(!reply || reply->status != 101) << fields;
    house.house.clock.advance(std::chrono::seconds(31));
  }
  RawLine post(way(agent));
  const auto reply = post.ask(request("POST", "/v1/stream", kUpgrade, "{}"));
  ASSERT_TRUE(reply);
  EXPECT_EQ(reply->status, 405);
  EXPECT_EQ(streams(), 0U);
}

}  // namespace
}  // namespace guardline::attack
