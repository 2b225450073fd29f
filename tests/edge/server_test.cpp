// The listeners: what they can't start with, TLS on the public one, and streams at their bounds.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/edge/inside.h"

#include <functional>

#include <gmock/gmock.h>

namespace guardline::edge::test {
namespace {

using guardline::test::run_program;
using guardline::test::write_file;
using testing::HasSubstr;

class Listeners : public testing::Test {
 protected:
  Listeners() {
    config.tls = {house.file("tls.crt"), house.file("tls.key")};
    config.device_ca = house.file("ca.crt");
  }
  Result<std::unique_ptr<Server>> start() {
    return Server::start(config, *house.service, *house.identities, house.pool, house.streams);
  }
  /// Why it does not start.
  Error trouble(const std::function<void(ServerConfig&)>& change) {
    const auto sound = config;
    change(config);
    const auto server = start();
    config = sound;
    EXPECT_FALSE(server);
    return server ? Error{} : server.error();
  }
  EdgeHouse house;
  ServerConfig config;
};

TEST_F(Listeners, SayWhatTheyCantStartWith) {
  write_file(house.file("rubbish"), "no certificate");
  EXPECT_THAT(trouble([&](auto& c) { c.tls.certificate = house.file("rubbish"); }).message,
              HasSubstr("TLS certificate"));
  EXPECT_THAT(trouble([&](auto& c) { c.tls.certificate = house.file("none"); }).message, HasSubstr("TLS certificate"));
  EXPECT_THAT(trouble([&](auto& c) { c.tls.key = house.file("rubbish"); }).message, HasSubstr("TLS key"));
  EXPECT_THAT(trouble([&](auto& c) { c.tls.key = house.file("foreign.key"); }).message, HasSubstr("TLS key"));
  ASSERT_EQ(run_program({"openssl", "genrsa", "-out", house.file("other.key"), "2048"}).code, 0);
  EXPECT_EQ(trouble([&](auto& c) { c.tls.key = house.file("other.key"); }).code, ErrorCode::invalid_argument)
      << "a key of another kind";
  EXPECT_THAT(trouble([&](auto& c) { c.device_ca = house.file("rubbish"); }).message, HasSubstr("device CA"));
  EXPECT_THAT(trouble([&](auto& c) { c.device_ca = house.file("none"); }).message, HasSubstr("device CA"));
  EXPECT_EQ(trouble([](auto& c) { c.ops_address = "localhost"; }).code, ErrorCode::invalid_argument);
  EXPECT_EQ(trouble([](auto& c) { c.public_address = "hub.example"; }).code, ErrorCode::invalid_argument);
  EXPECT_EQ(trouble([](auto& c) { c.ops_address = "192.0.2.1"; }).code, ErrorCode::io) << "not of this machine";
  const auto taken = house.server->ops_port();
  EXPECT_THAT(trouble([&](auto& c) { c.ops_port = taken; }).message, HasSubstr(std::to_string(taken)));
  EXPECT_THAT(trouble([&](auto& c) { c.public_port = taken; }).message, HasSubstr(std::to_string(taken)));
  EXPECT_THAT(trouble([&](auto& c) { c.admin_socket = house.file("no/where"); }).message, HasSubstr("admin socket"));
  EXPECT_THAT(trouble([&](auto& c) { c.admin_socket = house.file(std::string(200, 'a')); }).message,
              HasSubstr("admin socket"));
  EXPECT_THAT(trouble([&](auto& c) {
                c.public_tls = TlsFiles{house.file("rubbish"), house.file("tls.key")};
              }).message,
              HasSubstr("TLS certificate"));
  EXPECT_EQ(house.ops({.path = "/v1/hub"}).status, 200) << "the one that runs is none the worse";
}

TEST_F(Listeners, ThePublicOneCanEndTlsItselfAndThereNeedBeNoSocket) {
  config.public_tls = config.tls;
  const auto server = start();
  ASSERT_TRUE(server) << server.error().message;
  const auto port = std::to_string((*server)->public_port());
  const auto ask = [&](const std::string& url) {
    return run_program({"curl", "-s", "--max-time", "20", "--cacert", house.file("tls.crt"), url});
  };
  const auto tls = ask("https://127.0.0.1:" + port + "/healthz");
  EXPECT_EQ(tls.out, R"({"status":"ok"})");
  EXPECT_NE(ask("http://127.0.0.1:" + port + "/healthz").code, 0) << "not without";
  (*server)->stop();
  (*server)->stop();  // once is enough
  EXPECT_NE(ask("https://127.0.0.1:" + port + "/healthz").code, 0);
}

TEST_F(Listeners, OverVersion6TheWholeHouseholdHasOnePlace) {
  config.public_address = "::1";
  config.limits.connections_per_address = 2;
  auto server = start();
  if (!server) GTEST_SKIP() << "this machine has no IPv6: " << server.error().message;
  const auto url = "http://[::1]:" + std::to_string((*server)->public_port()) + "/healthz";
  for (int i = 0; i < 4; ++i) {
    EXPECT_TRUE(guardline::test::eventually([&] {
      return run_program({"curl", "-s", "--max-time", "20", url}).out == R"({"status":"ok"})";
    }));
  }
}

/// Takes what it is sent.
class Sink final : public StreamSink {
 public:
  explicit Sink(int number) : number_(number) {}
  [[nodiscard]] DeviceId device() const override { return id<DeviceId>(); }
  [[nodiscard]] SessionId session() const override { return id<SessionId>(); }
  void push(std::shared_ptr<const std::string> text) override { frames.push_back(*text); }
  void close(std::uint16_t with, std::string_view) override { code = with; }
  std::vector<std::string> frames;
  int code{0};

 private:
  template <class Id>
  [[nodiscard]] Id id() const {
    return Id::make(Timestamp(std::chrono::seconds(1'790'000'000 + number_)));
  }
  int number_;
};

TEST(Streams, AreBoundedAndNotTakenBeforeTheStartOrAfterTheEnd) {
  StreamHub hub({.subscribers = 2});
  const std::vector<api::Topic> topics{api::Topic::kpi};
  const auto polled = [&](std::chrono::milliseconds wait) {
    std::promise<Result<api::PollAnswer>> told;
    auto answer = told.get_future();
    hub.poll(topics, std::nullopt, wait, [&](Result<api::PollAnswer> got) { told.set_value(std::move(got)); });
    return answer.get();
  };
  const auto attached = [&](const std::shared_ptr<Sink>& sink) { return hub.attach(sink, topics, std::nullopt); };
  hub.stop();  // never started: nothing to end
  EXPECT_EQ(attached(std::make_shared<Sink>(0)).error().code, ErrorCode::unavailable);
  EXPECT_EQ(polled({}).error().code, ErrorCode::unavailable);
  hub.start();
  const auto first = std::make_shared<Sink>(1);
  const auto second = std::make_shared<Sink>(2);
  ASSERT_TRUE(attached(first));
  ASSERT_TRUE(attached(second));
  EXPECT_EQ(attached(std::make_shared<Sink>(3)).error().code, ErrorCode::exhausted);
  EXPECT_EQ(polled({}).error().code, ErrorCode::exhausted);
  hub.detach(second.get());
  hub.detach(second.get());  // gone already
  EXPECT_EQ(hub.subscribers(), 1U);
  ASSERT_TRUE(polled({})) << "without a source there is nothing to tell, at once";
  ASSERT_TRUE(attached(second));
  hub.stop();
  hub.stop();
  EXPECT_EQ(first->code, 1001) << "each is told that the hub ends";
  EXPECT_EQ(second->code, 1001);
  EXPECT_EQ(attached(first).error().code, ErrorCode::unavailable);
}

}  // namespace
}  // namespace guardline::edge::test
