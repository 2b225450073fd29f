// From an account to a notice, through the doors only; every answer checked against our OpenAPI document by ajv.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/certificate.h"
#include "core/crypto/enrolment_code.h"
#include "core/crypto/totp.h"
#include "tests/edge/edge_house.h"

#include <boost/json.hpp>
#include <gtest/gtest.h>

namespace guardline::edge::test {
namespace {

namespace json = boost::json;

std::string member(const Answer& answer, const char* name) {
  boost::system::error_code error;
  const auto parsed = json::parse(answer.body, error);
  if (error || !parsed.is_object() || !parsed.get_object().contains(name)) return {};
  const auto& value = parsed.at(name);
  return value.is_string() ? std::string(value.get_string()) : json::serialize(value);
}

TEST(Flow, FromAnAccountToANotice) {
  EdgeHouse house;
  const auto post = [&](const std::string& path, const std::string& body) {
    return house.local({.method = "POST", .path = path, .body = body});
  };
  const std::string account =
      R"({"account":"fang","display_name":"方圆","role":"risk","password":"twelve horses graze"})";
  EXPECT_EQ(post("/v1/admin/accounts", account).status, 201);
  EXPECT_EQ(post("/v1/admin/accounts", account).code, "conflict");
  const auto weak =
      post("/v1/admin/accounts", R"({"account":"weak","display_name":"W","role":"risk","password":"123456789012"})");
  EXPECT_EQ(weak.code, "invalid-body");
  EXPECT_NE(weak.body.find("\"pointer\":\"/password\""), std::string::npos) << weak.body;
  EXPECT_EQ(post("/v1/admin/enrolment-codes", R"({"account":"nobody"})").status, 404);
  const auto made = post("/v1/admin/enrolment-codes", R"({"account":"fang"})");
  ASSERT_EQ(made.status, 201) << made.body;
  const auto code = crypto::parse_enrolment_code(member(made, "code"));
  ASSERT_TRUE(code);

  Person person{.desk = {.device = {},
                         .key = *crypto::PrivateKey::generate(),
                         .secret = {},
                         .poll_token = {},
                         .fingerprint = {},
                         .seed = {},
                         .recovery_codes = {}},
                .account = "fang",
                .cert = house.file("fang.crt"),
                .key = house.file("fang.key"),
                .token = {},
                .session = {}};
  const auto request = [&](const std::string& secret) {
    return json::serialize(json::object{{"secret", secret},
                                        {"csr_pem", crypto::CertificateRequest::make(person.desk.key, "desk")->pem()},
                                        {"device_name", "柜台 12"},
                                        {"shared", false}});
  };
  EXPECT_EQ(house.ops({.method = "POST", .path = "/v1/enrolment", .body = request(std::string(22, 'A'))}).code,
            "enrolment-refused");
  const auto receipt =
      house.ops({.method = "POST", .path = "/v1/enrolment", .body = request(to_base64url(code->secret))});
  ASSERT_EQ(receipt.status, 201) << receipt.body;
  EXPECT_EQ(member(receipt, "display_name"), "方圆");
  const auto id = member(receipt, "device_id");
  const auto token = "Enrolment " + member(receipt, "poll_token");
  const auto enrolment = [&](const char* method, const std::string& rest, const std::string& body = {},
                             const std::string& auth = {}) {
    return house.ops({.method = method,
                      .path = "/v1/enrolment/" + id + rest,
                      .pattern = "/v1/enrolment/{device_id}" + rest,
                      .body = body,
                      .authorization = auth});
  };
  const auto foreign = enrolment("GET", "");
  EXPECT_EQ(foreign.status, 401);
  EXPECT_NE(foreign.head.find("WWW-Authenticate: Enrolment"), std::string::npos);
  EXPECT_EQ(member(enrolment("GET", "", {}, token), "state"), "submitted");
  const auto secret = enrolment("POST", "/totp", {}, token);
  ASSERT_EQ(secret.status, 200) << secret.body;
  const auto seed = from_base32(member(secret, "secret_base32"));
  ASSERT_TRUE(seed);
  const auto totp = [&] { return crypto::totp(*seed, house.house.clock.now()); };
  EXPECT_EQ(enrolment("POST", "/totp/verify", R"({"code":"12345"})", token).code, "invalid-body");
  EXPECT_EQ(enrolment("POST", "/totp/verify", R"({"code":")" + totp() + "\"}", token).status, 204);
  EXPECT_EQ(enrolment("POST", "/totp", {}, token).code, "totp-bound");
  EXPECT_EQ(enrolment("POST", "/recovery-codes", {}, token).status, 200);
  EXPECT_EQ(enrolment("POST", "/recovery-codes", {}, token).status, 409);
  EXPECT_EQ(member(house.local({.path = "/v1/admin/devices/" + id}), "state"), "viewed");
  const auto tail = member(receipt, "fingerprint").substr(56);
  EXPECT_EQ(post("/v1/admin/devices/" + id + "/approve", R"({"fingerprint_tail":"00000000"})").status, 422);
  EXPECT_EQ(post("/v1/admin/devices/" + id + "/approve", R"({"fingerprint_tail":")" + tail + "\"}").status, 204);
  EXPECT_EQ(post("/v1/admin/devices/" + id + "/approve", "{}").status, 409);
  const auto approved = enrolment("GET", "", {}, token);
  EXPECT_EQ(member(approved, "state"), "approved");
  guardline::test::write_file(person.cert, member(approved, "certificate_pem"));
  guardline::test::write_file(person.key, person.desk.key.pem()->text());

  house.house.next_step();
  const auto sign_in = [&](const std::string& password) {
    return house.ops({.method = "POST",
                      .path = "/v1/session",
                      .body = R"({"account":"Fang","password":")" + password + R"(","totp":")" + totp() + "\"}",
                      .person = &person});
  };
  const auto wrong = sign_in("wrong horses graze");
  EXPECT_EQ(wrong.code, "sign-in-refused");
  EXPECT_EQ(sign_in("twelve horses graze").code, "account-waits");
  house.house.clock.advance(std::chrono::minutes(2));
  const auto session = sign_in("twelve horses graze");
  ASSERT_EQ(session.status, 201) << session.body;
  person.token = member(session, "token");
  EXPECT_EQ(member(house.ops({.path = "/v1/session", .person = &person, .authorization = EdgeHouse::bearer(person)}),
                   "account"),
            "fang");

  const auto notice = [&](const std::string& tmpl, std::vector<std::string> headers) {
    return house.ops(
        {.method = "POST",
         .path = "/v1/notices",
         .body =
             R"({"template":")" + tmpl +
             R"(","version":1,"category":"service","variables":[],"audience":{"tiers":["gold"]},"route":[{"mode":"parallel","channels":["sms"],"wait_seconds":0}],"drill":false})",
         .person = &person,
         .authorization = EdgeHouse::bearer(person),
         .headers = std::move(headers)});
  };
  EXPECT_EQ(notice("margin-call", {}).code, "idempotency-key-missing");
  EXPECT_EQ(notice("margin-call", {"Idempotency-Key: a b"}).code, "bad-request");
  EXPECT_EQ(notice("unknown", {"Idempotency-Key: k"}).code, "notice-refused");
  EXPECT_EQ(notice("other", {"Idempotency-Key: k"}).code, "idempotency-key-reused");
  const auto accepted = notice("margin-call", {"Idempotency-Key: \"k-1\""});
  ASSERT_EQ(accepted.status, 201) << accepted.body;
  EXPECT_EQ(house.notices.last_key, "k-1");
  EXPECT_FALSE(house.notices.last_actor.empty());
  const auto progress = [&](const std::string& which) {
    return house.ops({.path = "/v1/notices/" + which,
                      .pattern = "/v1/notices/{id}",
                      .person = &person,
                      .authorization = EdgeHouse::bearer(person)});
  };
  EXPECT_EQ(progress(member(accepted, "notice_id")).status, 200);
  EXPECT_EQ(progress("0190b0c8-7a4e-7cc3-98c4-dc0c0c07398f").status, 404);
  EXPECT_EQ(progress("x").status, 404);
  // The local operator may send too; nobody is named as the actor then.
  EXPECT_EQ(
      house
          .local(
              {.method = "POST",
               .path = "/v1/notices",
               .body =
                   R"({"template":"a","version":1,"category":"service","variables":[],"audience":{"tiers":["gold"]},"route":[{"mode":"parallel","channels":["sms"],"wait_seconds":0}],"drill":true})",
               .headers = {"Idempotency-Key: x"}})
          .status,
      201);
  EXPECT_TRUE(house.notices.last_actor.empty());
  EXPECT_EQ(house.ops({.path = "/v1/hub"}).status, 200);
  EXPECT_EQ(house.ops({.path = "/v1/device/state", .person = &person}).status, 200);
  EXPECT_EQ(house.open({.path = "/healthz"}).status, 200);

  const auto checked = house.check_answers();
  EXPECT_EQ(checked.code, 0) << checked.out;
}

}  // namespace
}  // namespace guardline::edge::test
