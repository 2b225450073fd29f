// The delivered hub with a record of invented people: a replay over its sudden end, terms that are statements, cursors
// in other hands, and what all this leaves in its log. SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/enrolment.h"
#include "core/api/history.h"
#include "core/api/investor.h"
#include "core/api/session.h"
#include "core/crypto/certificate.h"
#include "core/crypto/enrolment_code.h"
#include "core/crypto/totp.h"
#include "core/wire/codec.h"
#include "tests/attack/raw_line.h"
#include "tests/support/process.h"

#include <memory>
#include <vector>

#include <boost/json.hpp>
#include <gtest/gtest.h>

namespace guardline::attack {
namespace {

namespace json = boost::json;
using guardline::test::lines_of;
using guardline::test::read_file;
using guardline::test::run_program;

constexpr auto kPassword = "twelve horses graze";

class Delivered : public testing::Test {
 protected:
  void SetUp() override {
    static_cast<void>(hub({"init", dir, "--ops", "127.0.0.1:0", "--open", "127.0.0.1:0"}));
    ASSERT_NE(
        hub({"demo", dir, "--investors", "40", "--messages", "300", "--seed", "7", "--people", folder.file("people")}),
        "");
    people = lines_of(folder.file("people"));  // name, number, mailbox
    ASSERT_EQ(people.size(), 120U);
    serve();
    shell("printf '" + std::string(kPassword) + "\\n' | " GUARDLINE_HUB " admin " + dir +
          " account lead --display Lead --role supervisor");
    enrol();
    last_code = crypto::totp(seed, clock.now());
    const auto in = post("/v1/session", sign_in_with(last_code));
    ASSERT_EQ(in.status, 201) << in.body;
    token = wire::from_json<api::SessionGrant>(in.body)->token;
    step_code = crypto::totp(seed, clock.now() + std::chrono::seconds(30));
    const auto up = post("/v1/session/step-up", R"({"reason":"complaint","totp":")" + step_code + "\"}");
    ASSERT_EQ(up.status, 200) << up.body;
  }

  std::string hub(std::vector<std::string> words) {
    words.insert(words.begin(), GUARDLINE_HUB);
    const auto done = run_program(words);
    EXPECT_EQ(done.code, 0) << done.out;
    return done.out;
  }
  static void shell(const std::string& line) {
    const auto done = run_program({"bash", "-c", line});
    EXPECT_EQ(done.code, 0) << done.out;
  }
  void serve() {
    served = std::make_unique<guardline::test::Program>(std::vector<std::string>{GUARDLINE_HUB, "serve", dir});
    const auto said = served->first_line();
    ASSERT_FALSE(said.empty());
    way.port = static_cast<std::uint16_t>(json::parse(said).at("ops_port").to_number<int>());
    line = std::make_unique<HeldLine>(way);
  }
  /// From a code to a certificate, as a console does it.
  void enrol() {
    const auto made = json::parse(hub({"admin", dir, "code", "lead"}));
    const auto code = crypto::parse_enrolment_code(made.at("code").as_string().c_str());
    ASSERT_TRUE(code);
    secrets.push_back(to_base64url(code->secret));
    const auto key = crypto::PrivateKey::generate();
    const json::object asked{{"secret", to_base64url(code->secret)},
                             {"csr_pem", crypto::CertificateRequest::make(*key, "desk")->pem()},
                             {"device_name", "Desk'); DROP TABLE access_device; --"},
                             {"shared", false}};
    const auto receipt = wire::from_json<api::EnrolmentReceipt>(post("/v1/enrolment", json::serialize(asked)).body);
    ASSERT_TRUE(receipt);
    secrets.push_back(receipt->poll_token);
    const auto mine = "/v1/enrolment/" + receipt->device_id.text();
    const auto with = "Authorization: Enrolment " + receipt->poll_token + "\r\n";
    const auto ask = [&](const std::string& text) { return RawLine(way).ask(text).value_or(Reply{}); };
    const auto made_secret = wire::from_json<api::TotpSecret>(ask(request("POST", mine + "/totp", with)).body);
    ASSERT_TRUE(made_secret);
    secrets.push_back(made_secret->secret_base32);
    seed = *from_base32(made_secret->secret_base32);
    // Of the step before, so that nothing here has to wait for the next.
    const auto code_text = crypto::totp(seed, clock.now() - std::chrono::seconds(30));
    ASSERT_EQ(ask(request("POST", mine + "/totp/verify", with, R"({"code":")" + code_text + "\"}")).status, 204);
    static_cast<void>(hub({"admin", dir, "approve", receipt->device_id.text()}));
    const auto state = wire::from_json<api::EnrolmentStatus>(ask(request("GET", mine, with)).body);
    ASSERT_TRUE(state && state->certificate_pem);
    guardline::test::write_file(folder.file("me.crt"), *state->certificate_pem);
    guardline::test::write_file(folder.file("me.key"), key->pem()->text());
    way.cert = folder.file("me.crt");
    way.key = folder.file("me.key");
    line = std::make_unique<HeldLine>(way);
  }
  [[nodiscard]] std::string sign_in_with(const std::string& code) const {
    return R"({"account":"lead","password":")" + std::string(kPassword) + R"(","totp":")" + code + "\"}";
  }
  Reply post(const std::string& path, const std::string& body) {
    const auto who = token.empty() ? std::string() : "Authorization: Bearer " + token + "\r\n";
    const auto reply =
        RawLine(way).ask(request("POST", path, who + "Idempotency-Key: k" + std::to_string(++keys) + "\r\n", body));
    EXPECT_TRUE(reply) << path;
    return reply.value_or(Reply{});
  }
  std::vector<InvestorId> search(const std::string& term, const std::string& value) {
    const auto reply = post("/v1/investors/search", json::serialize(json::object{{term, value}}));
    EXPECT_LT(reply.status, 500) << value << reply.body;
    std::vector<InvestorId> found;
    if (const auto read = wire::from_json<api::InvestorMatches>(reply.body))
      for (const auto& each : read->investors) found.push_back(each.investor_id);
    return found;
  }
  Reply history(InvestorId who, const std::string& body) {
    return post("/v1/investors/" + who.text() + "/history", body);
  }

  guardline::test::TempFolder folder;
  std::string dir{folder.file("hub")};
  SystemClock clock;
  Way way{};
  std::unique_ptr<HeldLine> line;
  std::vector<std::string> people;
  std::unique_ptr<guardline::test::Program> served;
  Bytes seed;
  std::string token;
  std::string last_code;
  std::string step_code;
  std::vector<std::string> secrets;
  int keys{0};
};

TEST_F(Delivered, KeepsWhatItKnowsToItself) {
  // Somebody, and somebody else, each with a history.
  std::vector<InvestorId> known;
  std::vector<std::string> cursors;
  for (std::size_t i = 1; i < people.size() && known.size() < 2; i += 3) {
    const auto found = search("phone", people[i]);
    if (found.size() != 1) continue;
    const auto page = wire::from_json<api::HistoryPage>(history(found[0], R"({"limit":1})").body);
    ASSERT_TRUE(page);
    if (!page->next) continue;
    known.push_back(found[0]);
    cursors.push_back(*page->next);
  }
  ASSERT_EQ(known.size(), 2U);
  const auto page = [&](InvestorId who, const std::string& cursor, const std::string& more = {}) {
    return history(who, R"({"limit":1,"cursor":")" + cursor + "\"" + more + "}");
  };
  EXPECT_EQ(page(known[0], cursors[0]).status, 200);
  EXPECT_EQ(page(known[1], cursors[0]).code(), "cursor-refused") << "another investor's";
  EXPECT_EQ(page(known[0], cursors[0], R"(,"filter":{"unreached":true})").code(), "cursor-refused") << "another list";
  for (std::size_t at = 0; at < cursors[0].size(); ++at) {
    auto changed = cursors[0];
    changed[at] = changed[at] == 'A' ? 'B' : 'A';
    EXPECT_EQ(page(known[0], changed).code(), "cursor-refused") << at;
  }
  // The place of one with the seal of the other, cut, and twice.
  EXPECT_EQ(page(known[0], cursors[0].substr(0, 21) + cursors[1].substr(21)).code(), "cursor-refused");
  EXPECT_EQ(page(known[0], cursors[0].substr(0, 20)).code(), "cursor-refused");
  EXPECT_EQ(page(known[0], cursors[0] + cursors[0]).code(), "cursor-refused");

  for (const std::string text : {"' OR '1'='1", "'; DROP TABLE investor; --", "x' UNION SELECT * FROM access_factor --",
                                 "%", "_", "*", "\\", "\"", "$1", "sms-main:' OR 1=1 --", "sms-main:%",
                                 "0190b0c8-7a4e-7cc3-98c4-dc0c0c07398f' --", "+86%", "𬱖', '"}) {
    for (const auto* term : {"reference", "email", "phone", "name"}) {
      EXPECT_TRUE(search(term, text).empty()) << term << text;
    }
    const auto both =
        post("/v1/investors/search", json::serialize(json::object{{"name", text}, {"phone_tail", "0000"}}));
    EXPECT_TRUE(both.status == 200 || both.status == 400) << text << both.body;
    EXPECT_EQ(both.body.find("investor_id"), std::string::npos) << text;
    const json::object notice{
        {"template", "margin-call"},
        {"version", 1},
        {"category", "core_risk"},
        {"variables", json::array{json::object{{"name", "ratio"}, {"value", text}},
                                  json::object{{"name", "line"}, {"value", "a\nBcc: zq73@evil.example\n\n" + text}},
                                  json::object{{"name", "deadline"}, {"value", "{{name}} {{inbox_link}}"}}}},
        {"audience", json::object{{"investors", json::array{json::string(known[0].text())}}}},
        {"route", json::array{json::object{
                      {"mode", "parallel"}, {"channels", json::array{"sms", "email"}}, {"wait_seconds", 0}}}},
        {"drill", false}};
    const auto sent = post("/v1/notices", json::serialize(notice));
    EXPECT_EQ(sent.status, 201) << sent.body;
  }
  EXPECT_EQ(search("phone", people[1]).size(), 1U) << "everything is still there";

  // Its sudden end, and everything that was seen on the way once more. Either code would still be in its time.
  served->cut_off();
  serve();
  const auto again = post("/v1/session/step-up", R"({"reason":"complaint","totp":")" + step_code + "\"}");
  EXPECT_EQ(again.status, 403) << again.body;
  EXPECT_EQ(again.code(), "totp-wrong");
  const auto in = post("/v1/session", sign_in_with(last_code));
  EXPECT_TRUE(in.code() == "sign-in-refused" || in.code() == "account-waits") << in.body;
  EXPECT_EQ(search("phone", people[1]).size(), 1U) << "who is signed in and stepped up is so after it, too";
  served.reset();

  const auto log = read_file(dir + "/log/hub.log");
  EXPECT_NE(log.find("POST /v1/investors/search"), std::string::npos) << "it is this log";
  for (const char c : log) ASSERT_TRUE(c == '\n' || (c >= 0x20 && c < 0x7f)) << static_cast<int>(c);
  secrets.insert(secrets.end(), people.begin(), people.end());
  secrets.insert(secrets.end(), {token, kPassword, cursors[0], known[0].text(), "zq73", "DROP", "UNION", "lead"});
  for (const auto& secret : secrets) EXPECT_EQ(log.find(secret), std::string::npos) << secret;
  EXPECT_NE(hub({"verify", dir}), "") << "and the record proves itself";
}

}  // namespace
}  // namespace guardline::attack
