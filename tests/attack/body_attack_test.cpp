// Bodies that are too long, too deep, doubled, cut, of another type or not text at all, to every route that takes one;
// and requests that two readers would cut at different places. SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/attack/cast.h"
#include "tests/attack/sample.h"

#include <memory>
#include <vector>

#include <gtest/gtest.h>

namespace guardline::attack {
namespace {

struct Bad {
  const char* name;
  std::string body;
};

std::string many(std::string_view piece, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += piece;
  return out;
}

/// Texts that are no JSON, or none that may be read, whatever the route expects.
std::vector<Bad> broken_texts() {
  std::vector<Bad> all{{"arrays without end", many("[", 100'000)},
                       {"objects without end", many("{\"a\":", 40'000)},
                       {"deep and closed", many("[", 17) + many("]", 17)},
                       {"a doubled member", R"({"a":1,"a":2})"},
                       {"a member doubled by an escape", "{\"a\":1,\"\\u0061\":2}"},
                       {"a byte order mark", "\xEF\xBB\xBF{}"},
                       {"two documents", "{}{}"},
                       {"something behind it", "{} x"},
                       {"a comment", "{/* */}"},
                       {"apostrophes", "{'a':1}"},
                       {"a comma too many", R"({"a":1,})"},
                       {"a number that is none", R"({"a":NaN})"},
                       {"a number out of all bounds", R"({"a":1e999999})"},
                       {"a number with a leading zero", R"({"a":01})"},
                       {"a list", "[]"},
                       {"a text", "\"{}\""},
                       {"a number", "1"},
                       {"null", "null"},
                       {"blanks", "   "},
                       {"half an object", R"({"a)"},
                       {"half a pair of surrogates", R"({"\ud800":1})"},
                       {"overlong UTF-8", "{\"\xc0\xaf\":1}"},
                       {"surrogates in UTF-8", "{\"\xed\xa0\x80\":1}"},
                       {"past the end of Unicode", "{\"\xf4\x90\x80\x80\":1}"},
                       {"bytes that are no text", "{\"\xff\xfe\":1}"},
                       {"a control character", "{\"a\x01\":1}"},
                       {"many members", "{\"a0\":0"}};
  all.push_back({"a zero byte", std::string("{\"a\0b\":1}", 9)});
  for (int i = 1; i < 20'000; ++i) all[26].body += ",\"a" + std::to_string(i) + "\":0";
  all[26].body += "}";
  return all;
}

class Bodies : public testing::Test {
 protected:
  static void SetUpTestSuite() { cast_ = std::make_unique<Cast>(); }
  static void TearDownTestSuite() { cast_.reset(); }

  /// Those that read a body, each with somebody whom the gate lets through.
  static std::vector<std::pair<const edge::Route*, const Attacker*>> readers() {
    std::vector<std::pair<const edge::Route*, const Attacker*>> all;
    for (const auto& route : cast_->house.router.routes()) {
      if (route.in == nullptr || !visible(route.spec.policy, edge::Door::ops)) continue;
      const Attacker* who = nullptr;
      for (const auto& each : cast_->attackers)
        if (each.stepped_up && refusal(route.spec.policy, each).empty()) who = &each;
      EXPECT_NE(who, nullptr) << route.spec.pattern;
      if (who != nullptr) all.emplace_back(&route, who);
    }
    return all;
  }
  static std::string with_type(const edge::Route& route, const Attacker& who, const std::string& type,
                               const std::string& body) {
    return request(
               name(route.spec.method), cast_->path_of(route),
               who.fields() + "Idempotency-Key: k\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" + type) +
           body;
  }
  static std::unique_ptr<Cast> cast_;
};
std::unique_ptr<Cast> Bodies::cast_;

TEST_F(Bodies, ThatAreNoJsonOfTheirTypeAreRefusedByEveryRoute) {
  const auto before = cast_->state();
  const auto broken = broken_texts();
  const auto all = readers();
  ASSERT_GT(all.size(), 10U);
  for (const auto& [route, who] : all) {
    auto line = std::make_unique<RawLine>(who->way);
    auto texts = broken;
    // A body that would do, but for its first member being there twice.
    const auto good = sample(*route->in);
    if (const auto end = good.find(':'); end != std::string::npos)
      texts.push_back({"a known member twice", good.substr(0, end) + ":null," + good.substr(1)});
    texts.push_back({"cut before its end", good.substr(0, good.size() - 1)});
    for (const auto& [name, body] : texts) {
      const auto what = route->spec.pattern + ": " + name;
      const auto reply = line->ask(with_type(*route, *who, "Content-Type: application/json\r\n", body));
      ASSERT_TRUE(reply) << what;
      EXPECT_EQ(reply->status, 400) << what;
      EXPECT_EQ(reply->code(), "invalid-body") << what;
      expect_clean(*reply, what);
    }
    for (const auto* type : {"", "Content-Type:\r\n", "Content-Type: text/plain\r\n", "Content-Type: text/json\r\n",
                             "Content-Type: application/x-www-form-urlencoded\r\n", "Content-Type: application/xml\r\n",
                             "Content-Type: multipart/form-data; boundary=x\r\n", "Content-Type: application/jsonp\r\n",
                             "Content-Type: application/json-patch+json\r\n"}) {
      const auto reply = line->ask(with_type(*route, *who, type, good));
      ASSERT_TRUE(reply) << type;
      EXPECT_EQ(reply->status, 415) << route->spec.pattern << type;
    }
  }
  EXPECT_EQ(cast_->state(), before);
}

TEST_F(Bodies, LongerThanTheBoundAreRefusedByTheirWord) {
  const auto [route, who] = readers().back();
  for (const auto* size : {"262145", "999999999999", "18446744073709551615"}) {
    RawLine one(who->way);
    const auto reply =
        one.ask(request("POST", cast_->path_of(*route),
                        who->fields() + "Content-Length: " + size + "\r\nContent-Type: application/json\r\n"));
    ASSERT_TRUE(reply) << size;
    EXPECT_EQ(reply->status, 413) << route->spec.pattern << size;
    expect_clean(*reply, size);
  }
}

TEST_F(Bodies, InPiecesAreBoundedLikeOthers) {
  const auto [route, who] = readers().front();
  const auto begin = request("POST", cast_->path_of(*route),
                             who->fields() + "Transfer-Encoding: chunked\r\nContent-Type: application/json\r\n");
  RawLine small(who->way);
  const auto taken = small.ask(begin + "2\r\n{}\r\n0\r\n\r\n");
  ASSERT_TRUE(taken);
  EXPECT_NE(taken->status, 413) << "pieces as such are fine";
  RawLine large(who->way);
  large.send(begin);
  const auto piece = "10000\r\n" + std::string(65536, ' ') + "\r\n";
  for (int i = 0; i < 5; ++i) large.send(piece);
  const auto reply = large.reply();
  ASSERT_TRUE(reply);
  EXPECT_EQ(reply->status, 413);
  RawLine huge(who->way);
  const auto refused = huge.ask(begin + "FFFFFFFFFFFFFFFF\r\n");
  ASSERT_TRUE(refused);
  EXPECT_TRUE(refused->status == 413 || refused->status == 400) << refused->status;
}

TEST_F(Bodies, WhereNoneIsExpectedAreRefused) {
  for (const auto& route : cast_->house.router.routes()) {
    if (route.in != nullptr || !visible(route.spec.policy, edge::Door::ops)) continue;
    if (route.spec.method != edge::Method::get) continue;
    const auto& who = cast_->right(api::Role::supervisor);
    if (!refusal(route.spec.policy, who).empty()) continue;
    RawLine line(who.way);
    const auto reply = line.ask(request("GET", cast_->path_of(route), who.fields(), "{}"));
    ASSERT_TRUE(reply);
    EXPECT_EQ(reply->status, 400) << route.spec.pattern;
  }
}

/// Behind each: a request of its own, which a reader that cut it elsewhere would answer.
TEST_F(Bodies, ARequestThatCanBeReadInTwoWaysIsNotReadAtAll) {
  const std::string json = "Content-Type: application/json\r\n";
  const std::string hidden = request("GET", "/v1/hub");
  const auto length = [](const std::string& value) { return "Content-Length: " + value + "\r\n"; };
  const std::string chunked = "Transfer-Encoding: chunked\r\n";
  const auto post = [&](const std::string& fields) { return request("POST", "/v1/enrolment", json + fields); };
  const std::vector<Bad> attacks{
      {"two lengths", post(length("2") + length("3")) + "{}" + hidden},
      {"a list of lengths", post(length("2, 3")) + "{}" + hidden},
      {"a length with a sign", post(length("+2")) + "{}" + hidden},
      {"a negative length", post(length("-1")) + hidden},
      {"a length in another base", post(length("0x2")) + "{}" + hidden},
      {"a length of nothing", post("Content-Length: \r\n") + hidden},
      {"length and pieces", post(length("5") + chunked) + "0\r\n\r\n" + hidden},
      {"pieces and length", post(chunked + length("5")) + "0\r\n\r\n" + hidden},
      {"pieces that are not last", post("Transfer-Encoding: chunked, identity\r\n") + "0\r\n\r\n" + hidden},
      {"pieces twice", post(chunked + chunked) + "0\r\n\r\n" + hidden},
      {"pieces packed", post("Transfer-Encoding: gzip, chunked\r\n") + "0\r\n\r\n" + hidden},
      {"pieces in HTTP/1.0", "POST /v1/enrolment HTTP/1.0\r\nHost: a\r\n" + chunked + "\r\n0\r\n\r\n" + hidden},
      {"pieces by another name", post("Transfer-Encoding: xchunked\r\n") + "0\r\n\r\n" + hidden},
      {"a piece whose size is none", post(chunked) + "zz\r\n{}\r\n0\r\n\r\n" + hidden},
      {"a piece longer than its size", post(chunked) + "1\r\n{}\r\n0\r\n\r\n" + hidden},
      {"a blank before the colon", post("Content-Length : 2\r\n") + "{}" + hidden},
      {"bare line feeds", "POST /v1/enrolment HTTP/1.1\nHost: hub\nContent-Length: 2\n\n{}" + hidden},
      {"a bare carriage return", post("X-A: b\rContent-Length: 2\r\n") + hidden},
      {"a zero byte in a field", post(std::string("X-A: b\0c\r\n", 10)) + hidden},
      {"two hosts", "GET /v1/hub HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n" + hidden},
      {"no host", "GET /v1/hub HTTP/1.1\r\n\r\n" + hidden},
      {"a blank in the target", "GET /v1/hub x HTTP/1.1\r\nHost: a\r\n\r\n" + hidden},
      {"a line feed in the target", "GET /v1/hub\nX: y HTTP/1.1\r\nHost: a\r\n\r\n" + hidden},
      {"a version that is none", "GET /v1/hub HTTP/9.9\r\nHost: a\r\n\r\n" + hidden},
      {"HTTP/0.9", "GET /v1/hub\r\n" + hidden},
      {"HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + hidden},
      {"fields without end", "GET /v1/hub HTTP/1.1\r\nHost: a\r\n" + many("A: b\r\n", 3000) + "\r\n" + hidden},
      {"a method without end", std::string(9000, 'A') + " /v1/hub HTTP/1.1\r\nHost: a\r\n\r\n" + hidden},
  };
  for (const auto& [name, bytes] : attacks) {
    RawLine line(cast_->way());
    line.send(bytes);
    line.finish();
    const auto all = line.rest();
    EXPECT_TRUE(line.ended()) << name;
    std::size_t answers = 0;
    for (auto at = all.find("HTTP/1.1 "); at != std::string::npos; at = all.find("HTTP/1.1 ", at + 1)) ++answers;
    EXPECT_LE(answers, 1U) << name << all;
    EXPECT_EQ(all.find("HTTP/1.1 2"), std::string::npos) << name << all;
    EXPECT_EQ(all.find("HTTP/1.1 5"), std::string::npos) << name << all;
  }
}

}  // namespace
}  // namespace guardline::attack
