// Every route that is there against everybody who has no right to it, over TLS. Routes come from the gate's own table:
// a new one is attacked without a line here. SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/attack/cast.h"

#include <map>
#include <memory>
#include <set>

#include <gtest/gtest.h>

namespace guardline::attack {
namespace {

using edge::Door;
using edge::Need;

std::string said(const edge::Route& route) { return std::string(name(route.spec.method)) + " " + route.spec.pattern; }

class TheGate : public testing::Test {
 protected:
  static void SetUpTestSuite() { cast_ = std::make_unique<Cast>(); }
  static void TearDownTestSuite() { cast_.reset(); }
  static std::vector<const edge::Route*> routes(Door door) {
    std::vector<const edge::Route*> all;
    for (const auto& route : cast_->house.router.routes())
      if (visible(route.spec.policy, door)) all.push_back(&route);
    return all;
  }
  static std::unique_ptr<Cast> cast_;
};
std::unique_ptr<Cast> TheGate::cast_;

unsigned status_of(const std::string& code) {
  return code == "session-required" || code == "step-up-required" ? 401U : 403U;
}

TEST_F(TheGate, RefusesEverybodyWhoHasNoRightAndNothingHappens) {
  std::size_t refused = 0;
  for (const auto& attacker : cast_->attackers) {
    const auto before = cast_->state();
    HeldLine held(attacker.way);
    for (const auto* route : routes(Door::ops)) {
      const auto expected = refusal(route->spec.policy, attacker);
      if (expected.empty()) continue;
      const auto what = attacker.name + ": " + said(*route) + " ";
      const auto reply = held.ask(cast_->knock(*route, attacker.fields()));
      ASSERT_TRUE(reply) << what;
      EXPECT_EQ(reply->code(), expected) << what << reply->body;
      EXPECT_EQ(static_cast<unsigned>(reply->status), status_of(expected)) << what;
      expect_clean(*reply, what);
      ++refused;
    }
    EXPECT_EQ(cast_->state(), before) << attacker.name;
  }
  // A table that lets everybody in would refuse nothing.
  EXPECT_GT(refused, routes(Door::ops).size() * 15);
}

TEST_F(TheGate, BelievesNoFieldAboutWhoSomebodyIs) {
  const auto before = cast_->state();
  const auto forged = forged_fields(cast_->victim);
  for (const auto& attacker : cast_->attackers) {
    const bool bare = attacker.name == "nobody" || attacker.name == "a device without a session" ||
                      (attacker.role == api::Role::agent && !attacker.stepped_up);
    if (!bare) continue;
    HeldLine held(attacker.way);
    for (const auto* route : routes(Door::ops)) {
      const auto expected = refusal(route->spec.policy, attacker);
      if (expected.empty()) continue;
      const auto reply = held.ask(cast_->knock(*route, attacker.fields() + forged));
      ASSERT_TRUE(reply);
      EXPECT_EQ(reply->code(), expected) << attacker.name << said(*route);
    }
    // Nor what stands behind the '?'.
    const auto query = "?access_token=" + cast_->victim.token + "&token=" + cast_->victim.token + "&role=admin";
    const auto reply = held.ask(request("GET", "/v1/devices" + query, attacker.fields()));
    ASSERT_TRUE(reply);
    EXPECT_TRUE(reply->status == 401 || reply->status == 403) << reply->status;
  }
  EXPECT_EQ(cast_->state(), before);
}

TEST_F(TheGate, LetsFewInWithoutASession) {
  // Whoever adds a route here decides that the whole office, or everybody with a cable, may ask it.
  const std::map<Need, std::set<std::string>> allowed = {
      {Need::anyone,
       {"GET /v1/hub", "POST /v1/enrolment", "GET /v1/enrolment/{device_id}", "POST /v1/enrolment/{device_id}/totp",
        "POST /v1/enrolment/{device_id}/totp/verify", "POST /v1/enrolment/{device_id}/recovery-codes"}},
      {Need::device_state, {"GET /v1/device/state", "POST /v1/device/wiped"}},
      {Need::device, {"POST /v1/session", "GET /v1/stream", "GET /v1/outbox/key", "GET /v1/openapi.json"}}};
  for (const auto* route : routes(Door::ops)) {
    if (route->spec.policy.need == Need::session) continue;
    EXPECT_TRUE(allowed.at(route->spec.policy.need).contains(said(*route))) << said(*route);
  }
  // An enrolment is nobody's but its own: another's device id, whatever is given as its token.
  for (const auto* token : {"", "Enrolment x", "Enrolment AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "Bearer x"}) {
    RawLine line(cast_->way());
    for (const auto* route : routes(Door::ops)) {
      if (!route->spec.pattern.starts_with("/v1/enrolment/{")) continue;
      const auto fields = *token == '\0' ? std::string() : "Authorization: " + std::string(token) + "\r\n";
      const auto reply = line.ask(cast_->knock(*route, fields));
      ASSERT_TRUE(reply);
      EXPECT_EQ(reply->status, 401) << said(*route) << token;
      expect_clean(*reply, said(*route));
    }
  }
}

TEST_F(TheGate, HasNoOtherDoor) {
  const auto& boss = cast_->right(api::Role::supervisor);
  HeldLine ops(boss.way);
  HeldLine open({.port = cast_->house.server->public_port(), .tls = false});
  for (const auto& route : cast_->house.router.routes()) {
    const auto knock = cast_->knock(route, boss.fields());
    if (!visible(route.spec.policy, Door::ops)) {
      const auto reply = ops.ask(knock);
      ASSERT_TRUE(reply) << said(route);
      EXPECT_EQ(reply->status, 404) << said(route) << " on the listener for consoles";
    }
    if (!visible(route.spec.policy, Door::open)) {
      const auto reply = open.ask(knock);
      ASSERT_TRUE(reply) << said(route);
      EXPECT_EQ(reply->status, 404) << said(route) << " on the public listener";
    }
  }
  // TLS of the wrong kind and none at all reach no route.
  RawLine plain({.port = cast_->house.server->ops_port(), .tls = false});
  EXPECT_FALSE(plain.ask(request("GET", "/v1/hub")));
  auto foreign = cast_->way();
  foreign.cert = cast_->house.file("foreign.crt");
  foreign.key = cast_->house.file("foreign.key");
  for (const auto* route : routes(Door::ops)) {
    RawLine line(foreign);
    EXPECT_FALSE(line.ask(cast_->knock(*route, boss.fields()))) << said(*route);
    if (route->spec.pattern == "/v1/session") break;
  }
}

TEST_F(TheGate, OtherSpellingsOfAPathAreNoWayIn) {
  const auto before = cast_->state();
  HeldLine held(cast_->way());
  for (const auto* path : {"/v1/devices/",
                           "//v1/devices",
                           "/v1//devices",
                           "/v1/./devices",
                           "/v1/hub/../devices",
                           "/v1/%64evices",
                           "/v1/devices%00",
                           "/v1/devices%2f",
                           "/v1/devices;a=b",
                           "/V1/DEVICES",
                           "/v1/devices.json",
                           "/v1\\devices",
                           "/v1/hub/devices",
                           "/v1/enrolment/../devices",
                           "/v1/enrolment/..%2fdevices",
                           "*",
                           "/%2e%2e/v1/devices",
                           "http://hub/v1/devices",
                           "/v1/devices#/v1/hub",
                           "/v1/alerts/0190b0c8-7a4e-7cc3-98c4-dc0c0c07398f/../.."}) {
    const auto reply = held.ask(request("GET", path));
    ASSERT_TRUE(reply) << path;
    EXPECT_TRUE(reply->status == 404 || reply->status == 400 || reply->status == 401 || reply->status == 403)
        << path << reply->status;
    expect_clean(*reply, path);
  }
  for (const auto* method : {"PUT", "PATCH", "TRACE", "CONNECT", "PROPFIND", "OPTIONS", "get", "GET/"}) {
    for (const auto* route : routes(Door::ops)) {
      const auto reply = held.ask(request(method, cast_->path_of(*route)));
      ASSERT_TRUE(reply) << method;
      EXPECT_TRUE(reply->status == 404 || reply->status == 405 || reply->status == 400) << method << reply->status;
      if (route->spec.pattern == "/v1/device/state") break;
    }
  }
  EXPECT_EQ(cast_->state(), before);
}

TEST_F(TheGate, AnswersHeadWithoutABodySoThatTheNextAnswerIsTheNextOne) {
  RawLine line(cast_->way());
  line.send(request("HEAD", "/v1/hub") + request("GET", "/v1/hub", "Connection: close\r\n"));
  const auto all = line.rest();
  ASSERT_TRUE(all.starts_with("HTTP/1.1 405 ")) << all;
  EXPECT_EQ(all.find("HTTP/1.1 200 OK"), all.find("\r\n\r\n") + 4) << all;
}

const std::set<std::string> kNotThrough = {"device-required",  "device-unknown",   "device-revoked", "role-not-allowed",
                                           "session-required", "step-up-required", "invalid-body",   "not-found"};

/// The other half: whoever has the right is not refused by the gate, so the bodies and paths above were good ones.
TEST_F(TheGate, ZLetsThroughWhoHasTheRight) {
  std::map<std::string, const edge::Route*> last;
  for (const auto* route : routes(Door::ops)) {
    // These two end what the others need.
    const auto order = route->spec.pattern == "/v1/session" && route->spec.method == edge::Method::delete_ ? "z"
                       : route->spec.pattern.ends_with("revoke")                                           ? "y"
                                                                                                           : "a";
    last.emplace(order + said(*route), route);
  }
  std::map<const Attacker*, HeldLine> lines;
  for (const auto& [order, route] : last) {
    bool anybody = false;
    for (const auto& attacker : cast_->attackers) {
      if (!attacker.stepped_up || !refusal(route->spec.policy, attacker).empty()) continue;
      auto& line = lines.try_emplace(&attacker, attacker.way).first->second;
      const auto reply = line.ask(cast_->knock(*route, attacker.fields()));
      ASSERT_TRUE(reply) << said(*route);
      anybody = true;
      // What is there, but not for this person, is answered like what is not there.
      const bool unseen = route->spec.pattern == "/v1/alerts/{id}" &&
                          (attacker.role == api::Role::agent || attacker.role == api::Role::admin);
      const bool hidden = reply->code() == "not-found" && (unseen || route->spec.pattern == "/v1/sessions/{id}");
      EXPECT_TRUE(hidden || !kNotThrough.contains(reply->code()))
          << attacker.name << ": " << said(*route) << reply->body;
      EXPECT_LT(reply->status, 500) << said(*route);
      if (order.starts_with("y")) break;
    }
    EXPECT_TRUE(anybody) << said(*route);
  }
}

}  // namespace
}  // namespace guardline::attack
