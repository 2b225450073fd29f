// Every route there is, inside the service: ids that are none, and a store that breaks at each access in turn. Routes
// come from the router, bodies from their types: a new route is tried without a line here.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/problem_codes.h"
#include "tests/attack/sample.h"
#include "tests/edge/inside.h"

#include <array>
#include <map>
#include <set>
#include <stdexcept>

#include <gmock/gmock.h>

namespace guardline::edge::test {
namespace {

using testing::AnyOf;
using testing::HasSubstr;
using testing::Not;

constexpr std::array kRoles{api::Role::supervisor, api::Role::admin, api::Role::agent, api::Role::risk,
                            api::Role::compliance};

class EveryRoute : public testing::Test {
 protected:
  EveryRoute() {
    for (const auto role : kRoles)
      people.emplace(role, house.add_person("p" + std::to_string(static_cast<int>(role)), role));
    alert = house.raise();
    for (const auto& [role, person] : people) step_up(person);
  }

  void step_up(const Person& person) {
    const auto done = house.house.access->sign_in().step_up({.session = person.session,
                                                             .code = house.house.code(person.desk),
                                                             .address = "10.0.0.7",
                                                             .reason = api::AccessReason::complaint,
                                                             .note = ""});
    EXPECT_TRUE(done);
    house.house.next_step();
  }
  /// Somebody who may use the route.
  const Person& right(const Route& route) const {
    for (const auto role : kRoles)
      if (route.spec.policy.need != Need::session || may(role, route.spec.policy.permission)) return people.at(role);
    throw std::logic_error("a route for nobody");
  }
  /// With everything in it that makes it succeed; `id` in its path.
  Request request_of(const Route& route, Door door, std::string id) const {
    auto path = route.spec.pattern;
    if (const auto open = path.find('{'); open != std::string::npos) {
      path.replace(open, path.find('}') - open + 1, id);
    }
    auto request = knock(door, route.spec.method, path, route.in != nullptr ? attack::sample(*route.in) : "");
    if (door == Door::ops) {
      const auto& person = right(route);
      request.peer = peer_of(person);
      const bool own = route.spec.scheme == "Enrolment";
      request.headers.emplace_back("authorization",
                                   own ? "Enrolment " + person.desk.poll_token : EdgeHouse::bearer(person));
    }
    request.headers.emplace_back("idempotency-key", "key-1");
    return request;
  }
  std::string id_for(const Route& route) const {
    const auto& pattern = route.spec.pattern;
    if (pattern.find("/alerts") != std::string::npos) return alert.text();
    if (pattern.find("/investors") != std::string::npos) return house.desk.known.text();
    if (pattern.find("/deliveries") != std::string::npos) return house.desk.delivery.text();
    if (pattern.find("/sessions") != std::string::npos) return people.at(api::Role::compliance).session.text();
    return people.at(api::Role::compliance).desk.device.text();
  }
  static std::string said(const Route& route) {
    return std::string(name(route.spec.method)) + " " + route.spec.pattern;
  }

  template <class F>
  void each_route(F&& look) {
    for (const auto& route : house.router.routes()) {
      for (const auto door : {Door::ops, Door::local}) {
        if (!visible(route.spec.policy, door)) continue;
        SCOPED_TRACE(said(route) + (door == Door::local ? " (local)" : ""));
        look(route, door);
      }
    }
  }

  EdgeHouse house;
  std::map<api::Role, Person> people;
  AlertId alert;
};

TEST_F(EveryRoute, KnowsNothingByATextThatIsNoId) {
  int asked = 0;
  each_route([&](const Route& route, Door door) {
    if (route.spec.pattern.find('{') == std::string::npos) return;
    ++asked;
    for (const auto* text : {"no-id", "0190b0c8-7a4e-7cc3-98c4-dc0c0c07398", "%00", "'"}) {
      const auto answer = ask(*house.service, request_of(route, door, text));
      // Two acts look at their body first, and this one suits nobody.
      const bool body =
          answer.code == api::codes::alert_owner_refused || answer.code == api::codes::alert_shelf_refused;
      EXPECT_EQ(answer.status, route.spec.scheme == "Enrolment" ? 401U : body ? 422U : 404U) << text << answer.body;
      EXPECT_EQ(answer.content_type, "application/problem+json");
      EXPECT_THAT(answer.body, Not(HasSubstr(text)));
    }
  });
  EXPECT_GT(asked, 20);
}

TEST_F(EveryRoute, SaysSoWhenTheStoreBreaksAndIsSoundAfterwards) {
  // The stream's answer is the connection itself, and the poll's comes from another thread: they have tests of their
  // own.
  const std::set<std::string> apart{"GET /v1/stream", "POST /v1/stream/poll"};
  // Names beside alerts are an ornament: without them the list is told all the same.
  const auto ornament = [](const Route& route) { return route.spec.pattern.starts_with("/v1/alerts"); };
  int broken = 0;
  int routes = 0;
  const auto rows = [&] { return house.house.events().size(); };
  each_route([&](const Route& route, Door door) {
    if (apart.contains(said(route))) return;
    ++routes;
    for (int n = 1; n < 200; ++n) {
      const auto before = rows();
      house.breaks.arm(n);
      house.house.break_reading(n);
      const auto answer = ask(*house.service, request_of(route, door, id_for(route)));
      const bool broke = house.breaks.broke() || house.house.broke_reading();
      house.breaks.disarm();
      house.house.break_reading(1'000'000);
      if (!broke) {
        EXPECT_LT(answer.status, 500U) << answer.body;
        break;
      }
      ++broken;
      EXPECT_THAT(answer.body, Not(HasSubstr("injected"))) << "what broke is for the log";
      if (answer.status < 300 && ornament(route)) continue;
      EXPECT_THAT(answer.status, AnyOf(500U, 503U)) << "access " << n << ": " << answer.body;
      EXPECT_THAT(answer.code, AnyOf(std::string(api::codes::internal), std::string(api::codes::unavailable)));
      EXPECT_EQ(rows(), before) << "access " << n << ": refused, so nothing happened";
    }
  });
  EXPECT_GT(broken, 2 * routes);
}

TEST_F(EveryRoute, TheStreamsOwnRoutesSaySoToo) {
  const auto& person = people.at(api::Role::risk);
  const auto with = [&](Request request, const std::string& authorization) {
    request.peer = peer_of(person);
    request.headers.emplace_back("authorization", authorization);
    return request;
  };
  const auto issued = [&] {
    const auto ticket =
        house.house.access->tickets().issue(person.session, person.desk.device, R"({"topics":["kpi"]})");
    EXPECT_TRUE(ticket);
    return ticket ? ticket->ticket : std::string();
  };
  const auto open = [&](const std::string& ticket) {
    auto request = with(knock(Door::ops, Method::get, "/v1/stream"), "Ticket " + ticket);
    request.websocket = true;
    return ask(*house.service, std::move(request));
  };
  int broken = 0;
  for (int n = 1; n < 50; ++n) {
    const auto ticket = issued();
    house.house.break_reading(n);
    const auto answer = open(ticket);
    const bool broke = house.house.broke_reading();
    house.house.break_reading(1'000'000);
    if (!broke) {
      EXPECT_EQ(answer.status, 101U) << answer.body;
      EXPECT_TRUE(answer.upgrade);
      break;
    }
    EXPECT_EQ(answer.status, 500U) << n << answer.body;
    EXPECT_FALSE(answer.upgrade);
    ++broken;
  }
  EXPECT_GE(broken, 3);

  // A ticket whose grant this program can't read: made by another version.
  const auto foreign = house.house.access->tickets().issue(person.session, person.desk.device, R"({"themes":[]})");
  ASSERT_TRUE(foreign);
  EXPECT_EQ(open(foreign->ticket).status, 500U);
  EXPECT_EQ(open("nobody's").status, 401U);

  const auto poll = [&](const std::string& body) {
    return ask(*house.service,
               with(knock(Door::ops, Method::post, "/v1/stream/poll", body), EdgeHouse::bearer(person)));
  };
  broken = 0;
  for (int n = 1; n < 50; ++n) {
    house.house.break_reading(n);
    const auto answer = poll(R"({"topics":["kpi"],"wait_seconds":0})");
    const bool broke = house.house.broke_reading();
    house.house.break_reading(1'000'000);
    if (!broke) {
      EXPECT_EQ(answer.status, 200U) << answer.body;
      break;
    }
    EXPECT_EQ(answer.status, 500U) << n << answer.body;
    ++broken;
  }
  EXPECT_GE(broken, 3) << "the gate's looks, and the one before the answer goes out";
  EXPECT_EQ(poll(R"({"topics":[]})").status, 400U);

  // Revoked, or signed out, while the poll waits.
  const auto meanwhile = [&](const std::function<void()>& happens) {
    auto answered = std::make_shared<std::promise<Response>>();
    auto answer = answered->get_future();
    auto request = with(knock(Door::ops, Method::post, "/v1/stream/poll", R"({"topics":["kpi"],"wait_seconds":25})"),
                        EdgeHouse::bearer(person));
    const auto first = wire::from_json<api::PollAnswer>(poll(R"({"topics":["kpi"],"wait_seconds":0})").body);
    EXPECT_TRUE(first);
    request.body =
        R"({"topics":["kpi"],"wait_seconds":25,"cursor":")" + (first ? first->cursor : std::string()) + "\"}";
    house.service->handle(std::make_shared<const Request>(std::move(request)),
                          [answered](Response response) { answered->set_value(std::move(response)); });
    happens();
    house.pump.step(1);
    return answer.get();
  };
  EXPECT_EQ(meanwhile([] {}).status, 200U);
  const auto revoked = meanwhile(
      [&] { EXPECT_TRUE(house.house.access->devices().revoke(person.desk.device, access::Actor::local_operator())); });
  EXPECT_EQ(revoked.status, 403U) << revoked.body;
}

TEST(TheService, AHandlerThatThrowsIsAnsweredOnceAndEndsNothing) {
  EdgeHouse house;
  Router router;
  const auto add = [&](const char* pattern, std::function<void(const Call&, Responder)> handle) {
    Route route;
    route.spec = {.method = Method::get, .pattern = pattern, .summary = "x", .policy = {.need = Need::open}};
    route.handle = std::move(handle);
    router.add(std::move(route));
  };
  add("/throws", [](const Call&, const Responder&) { throw std::runtime_error("王伟 13800000001"); });
  add("/answers-and-throws", [](const Call&, const Responder& respond) {
    respond(Response{.status = 204, .content_type = {}, .body = {}, .headers = {}, .upgrade = {}, .code = {}});
    throw std::runtime_error("late");
  });
  const Service service(router, *house.gate, house.pool, house.system_clock);
  const auto thrown = ask(service, knock(Door::open, Method::get, "/throws"));
  EXPECT_EQ(thrown.status, 500U);
  EXPECT_THAT(thrown.body, Not(HasSubstr("138")));
  EXPECT_EQ(ask(service, knock(Door::open, Method::get, "/answers-and-throws")).status, 204U);
  EXPECT_EQ(ask(service, knock(Door::open, Method::get, "/nowhere")).status, 404U);
  EXPECT_EQ(ask(service, knock(Door::open, Method::get, "/throws", "{}")).status, 400U) << "it takes no body";

  WorkerPool none(1, 1);
  none.stop();
  const Service busy(router, *house.gate, house.pool, house.system_clock, &none);
  const auto refused = ask(busy, knock(Door::open, Method::get, "/throws"));
  EXPECT_EQ(refused.status, 429U) << "the public listener's own pool is full";
  EXPECT_EQ(refused.code, api::codes::busy);
}

}  // namespace
}  // namespace guardline::edge::test
