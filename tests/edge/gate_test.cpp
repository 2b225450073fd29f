// Every route against every kind of caller. SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/problem_codes.h"
#include "tests/edge/edge_house.h"

#include <map>

#include <gtest/gtest.h>

namespace guardline::edge::test {
namespace {

/// What the gate says to: nobody, a revoked device, an approved device without a session, an agent, a risk officer, an
/// administrator. "" = let through (the handler may still say no).
struct Row {
  const char* method;
  const char* pattern;
  const char* nobody;
  const char* revoked;
  const char* device;
  const char* agent;
  const char* risk;
  const char* admin;
};

constexpr const char* kNo = "device-required";
constexpr const char* kOut = "device-revoked";
constexpr const char* kSign = "session-required";
constexpr const char* kStep = "step-up-required";
constexpr const char* kRole = "role-not-allowed";

const Row kRows[] = {
    {"GET", "/v1/hub", "", kOut, "", "", "", ""},
    {"POST", "/v1/enrolment", "", kOut, "", "", "", ""},
    {"GET", "/v1/enrolment/{device_id}", "", kOut, "", "", "", ""},
    {"POST", "/v1/enrolment/{device_id}/totp", "", kOut, "", "", "", ""},
    {"POST", "/v1/enrolment/{device_id}/totp/verify", "", kOut, "", "", "", ""},
    {"POST", "/v1/enrolment/{device_id}/recovery-codes", "", kOut, "", "", "", ""},
    {"POST", "/v1/session", kNo, kOut, "", "", "", ""},
    {"GET", "/v1/session", kNo, kOut, kSign, "", "", ""},
    {"POST", "/v1/session/step-up", kNo, kOut, kSign, "", "", ""},
    {"GET", "/v1/sessions", kNo, kOut, kSign, "", "", ""},
    {"DELETE", "/v1/sessions/{id}", kNo, kOut, kSign, "", "", ""},
    {"DELETE", "/v1/session", kNo, kOut, kSign, "", "", ""},
    {"GET", "/v1/device/state", kNo, "", "", "", "", ""},
    {"POST", "/v1/device/wiped", kNo, "", "", "", "", ""},
    {"POST", "/v1/stream/tickets", kNo, kOut, kSign, "", "", ""},
    {"GET", "/v1/stream", kNo, kOut, "", "", "", ""},
    {"POST", "/v1/stream/poll", kNo, kOut, kSign, "", "", ""},
    {"POST", "/v1/notices", kNo, kOut, kSign, kRole, "", kRole},
    {"GET", "/v1/notices/{id}", kNo, kOut, kSign, "", "", kRole},
    {"GET", "/v1/alerts", kNo, kOut, kSign, "", "", ""},
    {"GET", "/v1/alerts/{id}", kNo, kOut, kSign, "", "", ""},
    {"POST", "/v1/alerts/{id}/acknowledge", kNo, kOut, kSign, kRole, "", kRole},
    {"POST", "/v1/alerts/{id}/resolve", kNo, kOut, kSign, kRole, "", kRole},
    {"POST", "/v1/alerts/{id}/assign", kNo, kOut, kSign, kRole, "", kRole},
    {"POST", "/v1/alerts/{id}/shelve", kNo, kOut, kSign, kRole, "", kRole},
    {"POST", "/v1/alerts/{id}/unshelve", kNo, kOut, kSign, kRole, "", kRole},
    {"POST", "/v1/kpi/period", kNo, kOut, kSign, kRole, "", kRole},
    {"GET", "/v1/watch/rules", kNo, kOut, kSign, "", "", ""},
    {"PUT", "/v1/watch/rules/{rule}", kNo, kOut, kSign, kRole, "", kRole},
    {"POST", "/v1/kpi/people", kNo, kOut, kSign, kRole, kStep, kRole},
    {"POST", "/v1/investors/search", kNo, kOut, kSign, kStep, kStep, kRole},
    {"GET", "/v1/investors/{id}", kNo, kOut, kSign, kStep, kStep, kRole},
    {"POST", "/v1/investors/{id}/history", kNo, kOut, kSign, kStep, kStep, kRole},
    {"POST", "/v1/investors/{id}/reveal", kNo, kOut, kSign, kStep, kRole, kRole},
    {"GET", "/v1/deliveries/{id}/why", kNo, kOut, kSign, kStep, kStep, kRole},
    {"POST", "/v1/investors/{id}/seen-offline", kNo, kOut, kSign, "", "", kRole},
    {"POST", "/v1/investors/{id}/notes", kNo, kOut, kSign, kStep, kStep, kRole},
    {"POST", "/v1/investors/{id}/calls", kNo, kOut, kSign, kStep, kStep, kRole},
    {"GET", "/v1/outbox/key", kNo, kOut, "", "", "", ""},
    {"POST", "/v1/outbox", kNo, kOut, kSign, "", "", ""},
    {"GET", "/v1/session/vault-key", kNo, kOut, kSign, "", "", ""},
    {"GET", "/v1/devices", kNo, kOut, kSign, kRole, kRole, ""},
    {"POST", "/v1/devices/{id}/revoke", kNo, kOut, kSign, kRole, kRole, ""},
    {"GET", "/v1/openapi.json", kNo, kOut, "", "", "", ""},
};

bool of_the_gate(const std::string& code) {
  return code == kNo || code == kOut || code == kSign || code == kStep || code == kRole || code == "device-unknown";
}

std::string filled(std::string pattern) {
  if (const auto open = pattern.find('{'); open != std::string::npos) {
    pattern.replace(open, pattern.find('}') - open + 1, "0190b0c8-7a4e-7cc3-98c4-dc0c0c07398f");
  }
  return pattern;
}

TEST(Gate, LetsEachCallerDoWhatTheTableSays) {
  EdgeHouse house;
  auto agent = house.add_person("agent", api::Role::agent);
  auto risk = house.add_person("risk", api::Role::risk);
  auto admin = house.add_person("adm", api::Role::admin);
  auto gone = house.add_person("gone", api::Role::risk);
  ASSERT_TRUE(house.house.access->devices().revoke(gone.desk.device, house.house.admin));

  std::map<std::string, int> listed;
  for (const auto& row : kRows) ++listed[std::string(row.method) + " " + row.pattern];
  for (const auto& route : house.router.routes()) {
    if (!visible(route.spec.policy, Door::ops)) continue;
    EXPECT_EQ(listed[std::string(name(route.spec.method)) + " " + route.spec.pattern], 1)
        << route.spec.pattern << " is not in the table";
  }

  struct Caller {
    const char* name;
    const char* Row::*expected;
    const Person* person;
    bool session;
  };
  // Signing out ends the session: those rows come last for each caller.
  const Caller callers[] = {{"nobody", &Row::nobody, nullptr, false}, {"revoked", &Row::revoked, &gone, true},
                            {"device", &Row::device, &agent, false},  {"agent", &Row::agent, &agent, true},
                            {"risk", &Row::risk, &risk, true},        {"admin", &Row::admin, &admin, true}};
  for (const auto& caller : callers) {
    for (const bool sign_out : {false, true}) {
      for (const auto& row : kRows) {
        if ((std::string(row.method) == "DELETE") != sign_out) continue;
        Ask ask{.method = row.method, .path = filled(row.pattern), .pattern = row.pattern, .person = caller.person};
        if (caller.session) ask.authorization = EdgeHouse::bearer(*caller.person);
        if (ask.method == "POST" && std::string(row.pattern) != "/v1/device/wiped") ask.body = "{}";
        const auto answer = house.ops(ask);
        const std::string expected = row.*caller.expected;
        EXPECT_NE(answer.status, 0) << caller.name << " " << row.method << " " << row.pattern;
        if (expected.empty()) {
          EXPECT_FALSE(of_the_gate(answer.code))
              << caller.name << " " << row.method << " " << row.pattern << " " << answer.body;
        } else {
          EXPECT_EQ(answer.code, expected) << caller.name << " " << row.method << " " << row.pattern;
          EXPECT_EQ(answer.status, expected == kSign || expected == kStep ? 401 : 403);
          EXPECT_EQ(answer.type, "application/problem+json");
          if (answer.status == 401) {
            EXPECT_NE(answer.head.find("WWW-Authenticate: Bearer"), std::string::npos);
          }
        }
      }
    }
  }
  const auto checked = house.check_answers();
  EXPECT_EQ(checked.code, 0) << checked.out;
}

TEST(Gate, BindsASessionToItsDevice) {
  EdgeHouse house;
  const auto one = house.add_person("one", api::Role::risk);
  const auto other = house.add_person("other", api::Role::risk);
  EXPECT_EQ(house.ops({.path = "/v1/session", .person = &one, .authorization = EdgeHouse::bearer(one)}).status, 200);
  EXPECT_EQ(house.ops({.path = "/v1/session", .person = &other, .authorization = EdgeHouse::bearer(one)}).code, kSign);
  EXPECT_EQ(house.ops({.path = "/v1/session", .person = &one, .authorization = "Bearer " + std::string(43, 'A')}).code,
            kSign);
  EXPECT_EQ(house.ops({.path = "/v1/session", .person = &one, .authorization = one.token}).code, kSign);
  // The same certificate and token a moment later, after the revocation.
  ASSERT_TRUE(house.house.access->devices().revoke(one.desk.device, house.house.admin));
  EXPECT_EQ(house.ops({.path = "/v1/session", .person = &one, .authorization = EdgeHouse::bearer(one)}).code, kOut);
  const auto state = house.ops({.path = "/v1/device/state", .person = &one});
  EXPECT_EQ(state.status, 200);
  EXPECT_NE(state.body.find(R"("state":"revoked","wipe":true)"), std::string::npos) << state.body;
  EXPECT_EQ(house.ops({.method = "POST", .path = "/v1/device/wiped", .person = &one}).status, 204);
  EXPECT_NE(house.ops({.path = "/v1/device/state", .person = &one}).body.find(R"("state":"wiped","wipe":false)"),
            std::string::npos);
}

/// Identities that say what the test wants.
class Said final : public Identities {
 public:
  Result<DeviceIdentity> device(const PeerCertificate&) override {
    return DeviceIdentity{DeviceId{Uuid{1}}, api::DeviceState::approved};
  }
  Result<SessionIdentity> session(std::string_view, DeviceId, bool activity) override {
    was_activity = activity;
    SessionIdentity identity;
    identity.role = api::Role::supervisor;
    identity.second_factor_at = second_factor_at;
    identity.reason = reason;
    return identity;
  }
  Status still_valid(DeviceId, SessionId) override { return {}; }
  Timestamp second_factor_at{};
  std::optional<api::AccessReason> reason{api::AccessReason::complaint};
  bool was_activity{false};
};

TEST(Gate, AsksForAFresherSecondFactorInTheFormOfRfc9470) {
  access::test::FakeClock clock;
  Said identities;
  const Gate gate(identities, clock);
  Request request;
  request.door = Door::ops;
  request.peer = std::make_shared<PeerCertificate>();
  request.headers = {{"authorization", "Bearer abc"}};
  const Policy policy{.need = Need::session,
                      .permission = Permission::notice_send,
                      .activity = false,
                      .second_factor = std::chrono::minutes(15)};
  identities.second_factor_at = clock.now() - std::chrono::minutes(15);
  EXPECT_TRUE(gate.admit(request, policy));
  EXPECT_FALSE(identities.was_activity);
  identities.reason.reset();
  EXPECT_FALSE(gate.admit(request, policy)) << "signing in is a second factor without a reason";
  identities.reason = api::AccessReason::complaint;
  identities.second_factor_at -= std::chrono::seconds(1);
  const auto refused = gate.admit(request, policy);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().problem.status, 401);
  EXPECT_EQ(refused.error().problem.code, api::codes::step_up_required);
  ASSERT_EQ(refused.error().headers.size(), 1U);
  EXPECT_NE(refused.error().headers[0].second.find("error=\"insufficient_user_authentication\""), std::string::npos);
  EXPECT_NE(refused.error().headers[0].second.find("max_age=\"900\""), std::string::npos);
}

}  // namespace
}  // namespace guardline::edge::test
