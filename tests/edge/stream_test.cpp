// The stream: nothing lost, nothing twice, whatever the line does. SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/edge/edge_house.h"

#include <atomic>
#include <future>
#include <thread>

#include <boost/json.hpp>
#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace guardline::edge::test {
namespace {

namespace json = boost::json;
using api::FrameType;

std::unique_ptr<KpiSource> source_of(Pump& pump, std::size_t ring) {
  return std::move(*KpiSource::open([&](spine::DeltaFn fn) { return pump.subscribe(std::move(fn)); },
                                    [&]() -> Result<spine::KpiSnapshot> { return pump.snapshot(); }, ring));
}

/// What a console does with frames; notices any gap or overlap.
struct Client {
  std::optional<std::string> cursor;
  std::int64_t accepted{0};
  std::int64_t events{0};
  bool sound{true};

  void draw(const api::Frame& frame) {
    if (frame.type == FrameType::resync_required) return cursor.reset();
    if (frame.from && frame.from != cursor) sound = false;
    if (frame.type == FrameType::delta && !cursor) sound = false;
    cursor = frame.to;
    events += frame.events.value_or(0);
    for (const auto& bucket : frame.data->buckets) accepted = bucket.accepted;
  }
};

TEST(KpiSource, CoversEveryEventOnceOverAnyCuts) {
  EXPECT_TRUE(rc::check([] {
    Pump pump;
    pump.step(*rc::gen::inRange(0, 3));
    const auto source = source_of(pump, 3);  // a short ring, so that old cursors happen too
    Client client;
    const auto before = pump.total();
    for (const auto& frame : source->catch_up(std::nullopt)) client.draw(frame);
    bool connected = true;
    for (const int act : *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 8))) {
      switch (act) {
        case 0:
          connected = false;
          break;
        case 1:
          if (!connected) {
            for (const auto& frame : source->catch_up(*client.cursor)) client.draw(frame);
          }
          connected = true;
          break;
        case 2:
        case 3:
          if (auto frame = source->take(); frame && connected) client.draw(*frame);
          break;
        default:
          pump.step(act - 3);
      }
    }
    if (!connected) {
      for (const auto& frame : source->catch_up(*client.cursor)) client.draw(frame);
    }
    if (auto frame = source->take()) client.draw(*frame);
    RC_ASSERT(client.sound);
    RC_ASSERT(client.events == pump.total() - before);
    RC_ASSERT(client.accepted == pump.total());
  }));
}

TEST(KpiSource, AnOldCursorGetsOneSnapshotThatNamesIt) {
  Pump pump;
  pump.step(5);
  const auto source = source_of(pump, 2);
  const auto old = source->position();
  for (int i = 0; i < 5; ++i) {
    pump.step(1);
    source->take();
  }
  const auto frames = source->catch_up(old);
  ASSERT_EQ(frames.size(), 1U);
  EXPECT_EQ(frames[0].type, FrameType::snapshot);
  EXPECT_EQ(frames[0].from, old);
  EXPECT_EQ(frames[0].events, 5);
}

TEST(KpiSource, AForeignOrFutureOrDamagedCursorMustStartAnew) {
  Pump pump;
  const auto source = source_of(pump, 2);
  spine::Cursor ahead(77, 1);
  ahead.advance(EventRef{.partition = 0, .seq = 9});
  for (const auto& bad :
       {spine::Cursor(78, 1).text(), spine::Cursor(77, 2).text(), ahead.text(), std::string("nonsense")}) {
    const auto frames = source->catch_up(bad);
    ASSERT_EQ(frames.size(), 2U) << bad;
    EXPECT_EQ(frames[0].type, FrameType::resync_required);
    EXPECT_EQ(frames[1].type, FrameType::snapshot);
    EXPECT_FALSE(frames[1].from);
  }
}

TEST(TickerSource, SaysAtMostTwentyASecondAndNamesNobody) {
  Pump pump;
  access::test::FakeClock clock;
  TickerSource source([&](spine::DeltaFn fn) { return pump.subscribe(std::move(fn)); }, clock);
  for (int i = 0; i < 30; ++i) pump.step(1);
  auto frame = source.take();
  ASSERT_TRUE(frame);
  EXPECT_EQ(frame->items->size(), 20U);
  pump.step(1);
  EXPECT_FALSE(source.take());
  clock.advance(std::chrono::milliseconds(500));
  for (int i = 0; i < 30; ++i) pump.step(1);
  frame = source.take();
  ASSERT_TRUE(frame);
  EXPECT_EQ(frame->items->size(), 10U);
  const auto place = source.position();
  clock.advance(std::chrono::seconds(1));
  pump.step(1);
  ASSERT_TRUE(source.take());
  const auto since = source.catch_up(place);
  ASSERT_EQ(since.size(), 1U);
  EXPECT_EQ(since[0].items->size(), 1U);
  EXPECT_TRUE(source.catch_up(source.position()).empty());
}

class Live : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    Limits limits;
    limits.stream_bytes = 2 * 1024 * 1024;
    limits.stream_check = std::chrono::milliseconds(200);
    house_ = std::make_unique<EdgeHouse>(limits);
    person_ = house_->add_person("watch", api::Role::agent);
  }
  static void TearDownTestSuite() { house_.reset(); }
  /// The same person signed in anew (signing in ends the session before).
  static void sign_in_again() {
    const auto in = house_->house.signed_in("watch", person_.desk);
    house_->house.next_step();
    person_.token = in.token;
    person_.session = in.session;
  }
  static std::string ticket() {
    const auto answer = house_->ops({.method = "POST",
                                     .path = "/v1/stream/tickets",
                                     .body = R"({"topics":["kpi"]})",
                                     .person = &person_,
                                     .authorization = EdgeHouse::bearer(person_)});
    EXPECT_EQ(answer.status, 201) << answer.body;
    return json::parse(answer.body).at("ticket").as_string().c_str();
  }
  static json::value stream(const std::string& options) {
    const auto out = house_->stream(person_, options);
    boost::system::error_code error;
    auto parsed = json::parse(out, error);
    EXPECT_FALSE(error) << out;
    return parsed;
  }
  /// Waits until somebody listens.
  static void wait_for_stream() {
    for (int i = 0; i < 500 && house_->streams.subscribers() == 0; ++i) {
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
  }
  static std::unique_ptr<EdgeHouse> house_;
  static Person person_;
};
std::unique_ptr<EdgeHouse> Live::house_;
Person Live::person_{.desk = {.device = {},
                              .key = *crypto::PrivateKey::generate(),
                              .secret = {},
                              .poll_token = {},
                              .fingerprint = {},
                              .seed = {},
                              .recovery_codes = {}},
                     .account = {},
                     .cert = {},
                     .key = {},
                     .token = {},
                     .session = {}};

TEST_F(Live, ResumesWithoutLossOrDoublingOverRandomCuts) {
  std::atomic<bool> done{false};
  std::thread feeder([&] {
    while (!done) {
      house_->pump.step(7);
      std::this_thread::sleep_for(std::chrono::milliseconds(15));
    }
  });
  const auto result = stream(R"("mode":"resume","seed":11,"events":4000)");
  done = true;
  feeder.join();
  ASSERT_TRUE(result.is_object());
  const auto& ranges = result.at("ranges").as_array();
  ASSERT_GT(ranges.size(), 3U);
  EXPECT_GT(result.at("cuts").as_int64(), 3);
  EXPECT_TRUE(ranges[0].at(0).is_null());
  for (std::size_t i = 1; i < ranges.size(); ++i) {
    // Each range begins where the one before ended, and says how much it covers.
    ASSERT_EQ(ranges[i].at(0), ranges[i - 1].at(1)) << i;
    const auto from = spine::Cursor::parse(ranges[i].at(0).as_string().c_str());
    const auto to = spine::Cursor::parse(ranges[i].at(1).as_string().c_str());
    ASSERT_TRUE(from && to);
    EXPECT_EQ(to->distance_from(*from), ranges[i].at(2).as_int64());
  }
}

TEST_F(Live, ATicketWorksOnceAndOnlyOnItsDevice) {
  const auto one = ticket();
  const auto headers = R"("mode":"open","frames":1,"headers":{"authorization":"Ticket )" + one + R"("})";
  EXPECT_EQ(stream(headers).at("close"), 1000);
  EXPECT_EQ(stream(headers).at("status"), 401);
  EXPECT_EQ(stream(R"("mode":"open","headers":{"authorization":"Ticket )" + std::string(43, 'A') + "\"}").at("status"),
            401);
  EXPECT_EQ(stream(R"("mode":"open","headers":{})").at("status"), 401);
}

TEST_F(Live, ABrowsersOriginIsRefused) {
  EXPECT_EQ(
      stream(R"("mode":"open","headers":{"origin":"https://127.0.0.1","authorization":"Ticket )" + ticket() + "\"}")
          .at("status"),
      403);
  EXPECT_EQ(house_->ops({.path = "/v1/stream", .person = &person_}).status, 426);
}

TEST_F(Live, AClientThatSpeaksIsClosed) {
  EXPECT_EQ(stream(R"("mode":"open","say":"hello")").at("close"), 1008);
  EXPECT_EQ(stream(R"("mode":"open","say":")" + std::string(5000, 'x') + "\"").at("close"), 1009);
}

TEST_F(Live, AClientThatDoesNotReadIsClosedAsTooSlow) {
  std::atomic<bool> done{false};
  std::thread feeder([&] {
    wait_for_stream();
    while (!done) {
      house_->pump.step(1, 2500);
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
  });
  const auto result = stream(R"("mode":"slow","hold":4000)");
  done = true;
  feeder.join();
  EXPECT_EQ(result.at("close"), api::kCloseTooSlow) << json::serialize(result);
}

TEST_F(Live, TheEndOfTheSessionEndsItsStream) {
  auto client = std::async(std::launch::async, [] { return stream(R"("mode":"open")"); });
  wait_for_stream();
  EXPECT_EQ(house_
                ->ops({.method = "DELETE",
                       .path = "/v1/session",
                       .person = &person_,
                       .authorization = EdgeHouse::bearer(person_)})
                .status,
            204);
  EXPECT_EQ(client.get().at("close"), api::kCloseSessionEnded);
  sign_in_again();
  // Also when it ends without passing by the edge: found at the next look.
  client = std::async(std::launch::async, [] { return stream(R"("mode":"open")"); });
  wait_for_stream();
  ASSERT_TRUE(house_->house.access->sessions().sign_out(person_.session));
  EXPECT_EQ(client.get().at("close"), api::kCloseSessionEnded);
  sign_in_again();
}

TEST_F(Live, TheLongPollSaysTheSame) {
  const auto poll = [&](const std::string& body) {
    const auto answer = house_->ops({.method = "POST",
                                     .path = "/v1/stream/poll",
                                     .body = body,
                                     .person = &person_,
                                     .authorization = EdgeHouse::bearer(person_)});
    EXPECT_EQ(answer.status, 200) << answer.body;
    return json::parse(answer.body);
  };
  const auto first = poll(R"({"topics":["kpi"],"wait_seconds":25})");
  EXPECT_EQ(first.at("frames").at(0).at("type"), "snapshot");
  const std::string cursor = first.at("cursor").as_string().c_str();
  EXPECT_TRUE(
      poll(R"({"topics":["kpi"],"wait_seconds":0,"cursor":")" + cursor + "\"}").at("frames").as_array().empty());
  auto waiting = std::async(std::launch::async,
                            [&] { return poll(R"({"topics":["kpi"],"wait_seconds":20,"cursor":")" + cursor + "\"}"); });
  wait_for_stream();
  house_->pump.step(3);
  const auto second = waiting.get();
  ASSERT_EQ(second.at("frames").as_array().size(), 1U);
  const auto& frame = second.at("frames").at(0);
  EXPECT_EQ(frame.at("type"), "delta");
  EXPECT_EQ(frame.at("from"), first.at("frames").at(0).at("to"));
  EXPECT_EQ(frame.at("events"), 3);
  const auto checked = house_->check_answers();
  EXPECT_EQ(checked.code, 0) << checked.out;
}

TEST_F(Live, ZRevokingTheDeviceEndsItsStream) {
  auto client = std::async(std::launch::async, [] { return stream(R"("mode":"open")"); });
  wait_for_stream();
  EXPECT_EQ(
      house_->local({.method = "POST", .path = "/v1/admin/devices/" + person_.desk.device.text() + "/revoke"}).status,
      204);
  EXPECT_EQ(client.get().at("close"), api::kCloseDeviceRevoked);
  EXPECT_EQ(house_->streams.subscribers(), 0U);
}

}  // namespace
}  // namespace guardline::edge::test
