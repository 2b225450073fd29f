// What is too much, too deep or too slow. SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/edge/edge_house.h"

#include <future>

#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace guardline::edge::test {
namespace {

using guardline::test::run_program;

Limits short_limits() {
  Limits limits;
  limits.header = std::chrono::milliseconds(400);
  limits.body = std::chrono::milliseconds(400);
  limits.handshake = std::chrono::milliseconds(400);
  limits.connections_per_address = 8;
  return limits;
}

class Bounds : public testing::Test {
 protected:
  static void SetUpTestSuite() { house_ = std::make_unique<EdgeHouse>(short_limits()); }
  static void TearDownTestSuite() { house_.reset(); }
  /// Sends `script`'s output through TLS and gives the answer.
  static std::string send(const std::string& script) {
    return run_program({"bash", "-c",
                        "(" + script + "; sleep 1) | timeout 10 openssl s_client -quiet -connect 127.0.0.1:" +
                            house_->port() + " -CAfile " + house_->file("tls.crt") + " 2>/dev/null"})
        .out;
  }
  static std::unique_ptr<EdgeHouse> house_;
};
std::unique_ptr<EdgeHouse> Bounds::house_;

TEST_F(Bounds, ABodyTooLargeIsRefusedWithWords) {
  const auto answer = house_->ops({.method = "POST", .path = "/v1/enrolment", .body = std::string(300 * 1024, ' ')});
  EXPECT_EQ(answer.status, 413);
  EXPECT_EQ(answer.code, "body-too-large");
  // The largest allowed one gets as far as the reader.
  EXPECT_EQ(house_->ops({.method = "POST", .path = "/v1/enrolment", .body = std::string(256 * 1024, ' ')}).code,
            "invalid-body");
}

TEST_F(Bounds, AHeaderTooLargeIsRefused) {
  const auto answer = house_->ops({.path = "/v1/hub", .headers = {"X-Long: " + std::string(9000, 'a')}});
  EXPECT_EQ(answer.status, 431);
}

TEST_F(Bounds, ADeepBodyIsRefused) {
  const auto answer = house_->ops({.method = "POST", .path = "/v1/enrolment", .body = std::string(200000, '[')});
  EXPECT_EQ(answer.code, "invalid-body");
  EXPECT_NE(answer.body.find("deeper"), std::string::npos) << answer.body;
}

TEST_F(Bounds, EveryWrongPlaceOfABodyIsNamed) {
  const auto answer =
      house_->ops({.method = "POST", .path = "/v1/enrolment", .body = R"({"secret":"x","shared":1,"extra":2})"});
  EXPECT_EQ(answer.status, 400);
  for (const char* place : {"/secret", "/csr_pem", "/device_name", "/shared", "/extra"}) {
    EXPECT_NE(answer.body.find("\"pointer\":\"" + std::string(place) + "\""), std::string::npos)
        << place << answer.body;
  }
}

TEST_F(Bounds, ASlowBodyAndASlowHeaderEndAsTooSlow) {
  const auto body = send(
      "printf 'POST /v1/enrolment HTTP/1.1\\r\\nHost: h\\r\\nContent-Type: application/json\\r\\nContent-Length: "
      "50\\r\\n\\r\\n{'");
  EXPECT_NE(body.find("HTTP/1.1 408"), std::string::npos) << body;
  EXPECT_NE(body.find("too-slow"), std::string::npos) << body;
  const auto header = send("printf 'GET /v1/hub HTTP/1.1\\r\\nHost:'");
  EXPECT_NE(header.find("HTTP/1.1 408"), std::string::npos) << header;
}

TEST_F(Bounds, WhatIsNoHttpIsRefused) {
  EXPECT_NE(send("printf 'HELLO\\r\\n\\r\\n'").find("HTTP/1.1 400"), std::string::npos);
  EXPECT_NE(send("printf 'GET /v1/hub HTTP/1.1\\r\\n\\r\\n'").find("One Host field"), std::string::npos);
  EXPECT_NE(send("printf 'GET http://a/v1/hub HTTP/1.1\\r\\nHost: h\\r\\n\\r\\n'").find("must be a path"),
            std::string::npos);
  EXPECT_NE(send("printf 'GET /v1/hub HTTP/1.1\\r\\nHost: h\\r\\nAuthorization: a\\r\\nAuthorization: b\\r\\n\\r\\n'")
                .find("there twice"),
            std::string::npos);
  const auto smuggled = send(
      "printf 'POST /v1/enrolment HTTP/1.1\\r\\nHost: h\\r\\nContent-Length: 5\\r\\nTransfer-Encoding: "
      "chunked\\r\\n\\r\\n0\\r\\n\\r\\n'");
  EXPECT_NE(smuggled.find("HTTP/1.1 400"), std::string::npos) << smuggled;
}

TEST_F(Bounds, OtherTypesMethodsAndPathsAreRefused) {
  EXPECT_EQ(
      house_->ops({.method = "POST", .path = "/v1/enrolment", .body = "{}", .headers = {"Content-Type: text/plain"}})
          .status,
      415);
  const auto answer = house_->ops({.method = "PUT", .path = "/v1/enrolment", .body = "{}"});
  EXPECT_EQ(answer.status, 405);
  EXPECT_NE(answer.head.find("Allow: POST"), std::string::npos) << answer.head;
  EXPECT_EQ(house_->ops({.method = "OPTIONS", .path = "/v1/hub"}).status, 405);
  for (const char* path : {"/", "/v1", "/v1/hub/", "/v1//hub", "/v1/%68ub", "/v1/enrolment/a/b/c"}) {
    EXPECT_EQ(house_->ops({.path = path}).status, 404) << path;
  }
}

/// Connections to the public listener that say nothing.
class Silent {
 public:
  Silent(std::uint16_t port, int count) {
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(port);
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    for (int i = 0; i < count; ++i) {
      sockets_.push_back(::socket(AF_INET, SOCK_STREAM, 0));
      EXPECT_EQ(::connect(sockets_.back(), reinterpret_cast<const sockaddr*>(&to), sizeof to), 0);
    }
  }
  ~Silent() {
    for (const int each : sockets_) ::close(each);
  }
  Silent(const Silent&) = delete;
  Silent& operator=(const Silent&) = delete;

 private:
  std::vector<int> sockets_;
};

TEST_F(Bounds, OneAddressGetsItsShareOfConnectionsOnly) {
  const auto health = [] { return house_->open({.path = "/healthz"}).status; };
  {
    const Silent eight(house_->server->public_port(), 8);
    EXPECT_EQ(health(), 0);                                   // closed at once
    EXPECT_EQ(house_->ops({.path = "/v1/hub"}).status, 200);  // each listener has places of its own
  }
  EXPECT_TRUE(guardline::test::eventually([&] { return health() == 200; }));  // the places came back
}

/// A full pool says so; nothing waits without bound.
TEST(Pool, RefusesWhatItCanNotTake) {
  std::promise<void> go;
  auto gate = go.get_future().share();
  std::promise<void> begun;
  WorkerPool pool(1, 2);
  ASSERT_TRUE(pool.post([&] {
    begun.set_value();
    gate.wait();
  }));
  begun.get_future().wait();
  EXPECT_TRUE(pool.post([] {}));
  EXPECT_TRUE(pool.post([] {}));
  EXPECT_FALSE(pool.post([] {}));

  access::test::FakeClock clock;
  Router router;
  router.add(Route{.spec = {.method = Method::get, .pattern = "/x", .summary = "x", .policy = {.need = Need::open}},
                   .handle = [](const Call&, const Responder& respond) { respond({}); }});
  class Nobody final : public Identities {
    Result<DeviceIdentity> device(const PeerCertificate&) override { return fail(ErrorCode::not_found, ""); }
    Result<SessionIdentity> session(std::string_view, DeviceId, bool) override {
      return fail(ErrorCode::unauthenticated, "");
    }
    Status still_valid(DeviceId, SessionId) override { return {}; }
  } nobody;
  const Gate nobodys_gate(nobody, clock);
  const Service service(router, nobodys_gate, pool, clock);
  auto request = std::make_shared<Request>();
  request->method = Method::get;
  request->path = "/x";
  Response answer;
  service.handle(request, [&](Response response) { answer = std::move(response); });
  EXPECT_EQ(answer.status, 429U);
  EXPECT_EQ(answer.code, "busy");
  ASSERT_EQ(answer.headers.size(), 1U);
  EXPECT_EQ(answer.headers[0].first, "Retry-After");
  go.set_value();
}

}  // namespace
}  // namespace guardline::edge::test
