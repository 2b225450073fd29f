// A whole edge on loopback ports. SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/edge/edge_house.h"

#include "hub/edge/alert_wire.h"
#include "hub/edge/offline_keys.h"
#include "hub/watch/schema.h"

#include <cstdlib>
#include <fstream>

#include <boost/json.hpp>
#include <gtest/gtest.h>

namespace guardline::edge::test {

using guardline::test::read_file;
using guardline::test::run_program;
using guardline::test::write_file;

Result<api::NoticeAccepted> FakeNotices::accept(const api::NoticeRequest& request, AccountId actor,
                                                std::string_view key) {
  const std::lock_guard lock(mutex_);
  if (request.template_ == "unknown") return fail(ErrorCode::invalid_argument, "no such template");
  if (request.template_ == "other") return fail(ErrorCode::conflict, "key used");
  last_actor = actor;
  last_key = key;
  known_ = NoticeId::make(Timestamp(std::chrono::seconds(1'790'000'000)));
  return api::NoticeAccepted{known_, 2, Timestamp(std::chrono::seconds(1'790'000'000))};
}

Result<api::NoticeProgress> FakeNotices::progress(NoticeId notice) {
  const std::lock_guard lock(mutex_);
  if (notice != known_) return fail(ErrorCode::not_found, "no such notice");
  api::NoticeProgress progress;
  progress.notice_id = notice;
  progress.accepted_at = Timestamp(std::chrono::seconds(1'790'000'000));
  progress.audience_count = 2;
  return progress;
}

spine::Subscription Pump::subscribe(spine::DeltaFn fn) {
  auto held = std::make_shared<spine::DeltaFn>(std::move(fn));
  listeners_.push_back(held);
  return spine::Subscription(std::shared_ptr<void>(held));
}

void Pump::step(std::int64_t events, int padding) {
  auto delta = std::make_shared<spine::ProjectionDelta>();
  delta->from = at_;
  total_ += events;
  at_.advance(EventRef{.partition = 0, .seq = total_});
  delta->to = at_;
  delta->events = events;
  bucket_.accepted += events;
  delta->buckets.push_back(bucket_);
  for (int i = 1; i <= padding; ++i) {
    auto more = bucket_;
    more.minute -= std::chrono::minutes(i);
    delta->buckets.push_back(more);
  }
  spine::StoredEvent event;
  event.kind = EventKind::delivery_accepted;
  event.channel = Channel::sms;
  event.mark = spine::Mark::applied;
  event.carrier = "sms-main";
  event.recorded_at = Timestamp(std::chrono::seconds(1'790'000'000));
  delta->sample.push_back(event);
  for (const auto& each : listeners_) {
    if (const auto fn = each.lock()) (*fn)(delta);
  }
}

spine::KpiSnapshot Pump::snapshot() const {
  spine::KpiSnapshot snapshot{.at = at_, .buckets = {}};
  if (total_ > 0) snapshot.buckets.push_back(bucket_);
  return snapshot;
}

EdgeHouse::EdgeHouse(Limits limits) : house(access::test::Store::embedded, {watch::migrate_watch}), limits_(limits) {
  // A server certificate for the loopback, and a foreign CA with a client certificate.
  const auto made =
      run_program({"bash", "-c",
                   "cd " + folder.path().string() +
                       " && exec >/dev/null 2>&1 && new() { openssl req -x509 -newkey ec -pkeyopt "
                       "ec_paramgen_curve:P-256 -nodes -days 30 \"$@\"; } && "
                       "new -keyout tls.key -out tls.crt -subj /CN=hub -addext subjectAltName=IP:127.0.0.1 && "
                       "new -keyout foreign.key -out foreign.crt -subj /CN=foreign"});
  EXPECT_EQ(made.code, 0);
  const auto first = house.enrol(house.add_account("first"));
  write_file(file("ca.crt"), house.access->enrolment().state(first.device, first.poll_token)->ca_pem);
  const auto subscribe = [this](spine::DeltaFn fn) { return pump.subscribe(std::move(fn)); };
  kpi = std::move(*KpiSource::open(subscribe, [this]() -> Result<spine::KpiSnapshot> { return pump.snapshot(); }));
  ticker = std::make_unique<TickerSource>(subscribe, system_clock);
  streams.add(*kpi);
  streams.add(*ticker);
  const auto load = [this]() -> Result<std::vector<api::Alert>> {
    const auto records = alerts->all();
    if (!records) return std::unexpected(records.error());
    std::vector<api::Alert> told;
    for (const auto& record : *records) told.push_back(to_wire(record, [](AccountId) { return "某人"; }));
    return told;
  };
  alert_stream = std::make_unique<AlertSource>(load, system_clock);
  streams.add(*alert_stream);
  streams.start();
  open_door();
}

void EdgeHouse::open_door() {
  const auto stores = breaks.over(house.spine->stores(), {spine::Use::read, spine::Use::read_projections});
  alerts = std::make_unique<watch::AlertBook>(house.spine->committer(), stores, house.clock,
                                              [this] { EXPECT_TRUE(alert_stream->refresh()); });
  rules = std::make_unique<watch::RuleBook>(house.spine->committer(), stores, house.clock);
  identities = make_identities(*house.access);
  board = kpi::make_board(stores, house.clock);
  add_erasure_routes(router, *house.spine, house.clock);
  add_all_routes(router,
                 {.clock = house.clock,
                  .access = *house.access,
                  .notices = notices,
                  .desk = desk,
                  .people = people,
                  .board = *board,
                  .alerts = *alerts,
                  .rules = *rules,
                  .streams = streams,
                  .identities = *identities,
                  .pool = pool,
                  .hub_name = "示例证券",
                  .version = "1.0.0",
                  .offline = std::make_shared<const OfflineKeys>(*crypto::HpkeReceiver::from_raw(Bytes(32, 0x42)),
                                                                 crypto::Secret::copy_of(Bytes(32, 7)))});
  gate = std::make_unique<Gate>(*identities, house.clock);
  service = std::make_unique<Service>(router, *gate, pool, system_clock);
  ServerConfig config;
  config.tls = {file("tls.crt"), file("tls.key")};
  config.device_ca = file("ca.crt");
  config.admin_socket = file("admin.sock");
  config.limits = limits_;
  auto started = Server::start(config, *service, *identities, pool, streams);
  if (!started) {
    ADD_FAILURE() << started.error().message;
    std::abort();
  }
  server = std::move(*started);
}

void EdgeHouse::restart() {
  server->stop();
  server.reset();
  service.reset();
  gate.reset();
  router = Router();
  board.reset();
  identities.reset();
  alerts.reset();
  house.restart();
  open_door();
}

EdgeHouse::~EdgeHouse() {
  streams.stop();
  server->stop();
  pool.stop();
}

Person EdgeHouse::add_person(const std::string& name, api::Role role) {
  return signed_in(name, name, house.enrol(house.add_account(name, role)));
}

Person EdgeHouse::add_desk(const Person& person) {
  const auto owner = house.access->devices().get(person.desk.device);
  EXPECT_TRUE(owner.has_value());
  auto second = house.enrol(owner->account);
  second.seed = person.desk.seed;  // one authenticator for all of a person's devices
  return signed_in(person.account, person.account + "-2", std::move(second));
}

AlertId EdgeHouse::raise(const Raise& what) {
  const auto now = house.clock.now();
  watch::AlertFact fact;
  fact.alert = what.id.empty() ? AlertId::make(now) : what.id;
  fact.act = AlertAct::raised;
  fact.occurrence = what.occurrence;
  fact.at = now;
  fact.rule = what.rule;
  fact.channel = what.channel;
  fact.severity = Severity::urgent;
  fact.trigger = {.rule = what.rule,
                  .metric = AlertMetric::backlog,
                  .comparison = Comparison::above,
                  .limit = 200,
                  .value = 812,
                  .sample = 812,
                  .window_seconds = 300};
  const auto before = alerts->read(fact.alert);
  const auto ok = alerts->record({fact}, before ? before->alert.revision : 0);
  EXPECT_TRUE(ok) << ok.error().message;
  return fact.alert;
}

Person EdgeHouse::signed_in(const std::string& name, const std::string& files, access::test::Desk device) {
  Person person{.desk = std::move(device),
                .account = name,
                .cert = file(files + ".crt"),
                .key = file(files + ".key"),
                .token = {},
                .session = {}};
  const auto state = house.access->enrolment().state(person.desk.device, person.desk.poll_token);
  EXPECT_TRUE(state.has_value());
  write_file(person.cert, state->certificate_pem);
  write_file(person.key, person.desk.key.pem()->text());
  const auto in = house.signed_in(name, person.desk);
  house.next_step();
  person.token = in.token;
  person.session = in.session;
  return person;
}

Answer EdgeHouse::curl(const Ask& ask, std::vector<std::string> words, const std::string& base) {
  std::vector<std::string> all{"curl",       "-s",      "--max-time", "20", "-o",
                               file("body"), "-D",      file("head"), "-w", "%{http_code} %{content_type}",
                               "-X",         ask.method};
  all.insert(all.end(), words.begin(), words.end());
  if (ask.person != nullptr) all.insert(all.end(), {"--cert", ask.person->cert, "--key", ask.person->key});
  if (!ask.authorization.empty()) all.insert(all.end(), {"-H", "Authorization: " + ask.authorization});
  for (const auto& each : ask.headers) all.insert(all.end(), {"-H", each});
  if (!ask.body.empty()) {
    write_file(file("sent"), ask.body);
    all.insert(all.end(), {"--data-binary", "@" + file("sent")});
    if (ask.headers.empty() || !ask.headers.front().starts_with("Content-Type")) {
      all.insert(all.end(), {"-H", "Content-Type: application/json"});
    }
  }
  all.push_back(base + ask.path);
  write_file(file("body"), "");
  const auto done = run_program(all);
  Answer answer;
  answer.exit = done.code;
  answer.body = read_file(file("body"));
  answer.head = read_file(file("head"));
  answer.status = std::atoi(done.out.c_str());
  if (const auto blank = done.out.find(' '); blank != std::string::npos) answer.type = done.out.substr(blank + 1);
  boost::system::error_code error;
  const auto parsed = boost::json::parse(answer.body, error);
  if (!error && parsed.is_object() && answer.type == "application/problem+json") {
    if (const auto* code = parsed.get_object().if_contains("code")) answer.code = code->as_string().c_str();
  }
  if (answer.status != 0 && answer.status != 404 && answer.status != 405) {
    const boost::json::object line{{"method", ask.method},
                                   {"pattern", ask.pattern.empty() ? ask.path : ask.pattern},
                                   {"status", answer.status},
                                   {"type", answer.type},
                                   {"body", answer.body}};
    if (!ask.path.starts_with("/v1/admin") && ask.path != "/v1/openapi.json") {
      std::ofstream(file("answers.jsonl"), std::ios::app) << boost::json::serialize(line) << '\n';
    }
  }
  return answer;
}

Answer EdgeHouse::ops(const Ask& ask) {
  return curl(ask, {"--cacert", file("tls.crt")}, "https://127.0.0.1:" + port());
}
Answer EdgeHouse::local(const Ask& ask) { return curl(ask, {"--unix-socket", file("admin.sock")}, "http://hub"); }
Answer EdgeHouse::open(const Ask& ask) {
  return curl(ask, {}, "http://127.0.0.1:" + std::to_string(server->public_port()));
}

std::string EdgeHouse::stream(const Person& person, const std::string& options) const {
  const auto done =
      run_program({"node", PEERS_DIR "/stream_client.mjs",
                   "{\"port\":" + port() + ",\"ca\":\"" + file("tls.crt") + "\",\"cert\":\"" + person.cert +
                       "\",\"key\":\"" + person.key + "\",\"token\":\"" + person.token + "\"," + options + "}"});
  auto out = done.out;
  while (out.ends_with('\n')) out.pop_back();
  const auto line = out.rfind('\n');
  return line == std::string::npos ? out : out.substr(line + 1);
}

guardline::test::Finished EdgeHouse::check_answers() {
  const auto document = local({.path = "/v1/openapi.json"});
  EXPECT_EQ(document.status, 200);
  write_file(file("openapi.json"), document.body);
  return run_program({"node", PEERS_DIR "/check_openapi.mjs", file("openapi.json"), file("answers.jsonl")});
}

}  // namespace guardline::edge::test
