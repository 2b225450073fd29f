// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/edge/look_house.h"

#include "bench/base/must.h"
#include "hub/dispatch/schema.h"
#include "hub/notices/schema.h"
#include "hub/watch/schema.h"

namespace guardline::bench {
namespace {

using guardline::test::run_program;
using guardline::test::write_file;

const Bytes kPseudonymKey(32, 0x55);

template <class T, class Refused>
T checked(std::expected<T, Refused> result, const char* what) {
  if (!result) give_up(what);
  return std::move(*result);
}

edge::Answer<edge::Nothing> commit_one_row(spine::Spine& spine, const Clock& clock) {
  spine::Submission submission;
  auto& event = submission.events.emplace_back();
  event.id = EventId::make(clock.now());
  event.occurred_at = clock.now();
  event.kind = EventKind::history_looked_at;
  event.subject_type = SubjectType::session;
  event.subject = SessionId::make(clock.now()).value;
  event.code = "null:caller_check";
  if (auto done = spine.committer().submit_and_wait(std::move(submission)); !done) {
    return std::unexpected(edge::refuse(done.error()));
  }
  return edge::Nothing{};
}

}  // namespace

LookHouse::LookHouse(const RecordSize& size)
    : house_(access::test::Store::embedded,
             {notices::migrate_notices, dispatch::migrate_dispatch, watch::migrate_watch}) {
  auto& spine = *house_.spine;
  projector_ = std::make_unique<spine::Projector>(spine.stores(), spine.signal(), clock_);
  must(projector_->start());
  intake_ = std::make_unique<notices::Intake>(spine, clock_, [] {});
  people_ = fill_record(spine, *intake_, clock_, house_.wrap_key, kPseudonymKey, size);
  auto reader = must(spine.reader());
  must(projector_->wait_for(must(reader.end()), std::chrono::minutes(10)));
  enrol();
  open_edge();
}

LookHouse::~LookHouse() {
  streams_.stop();
  server_->stop();
  pool_.stop();
  projector_->stop();
}

std::string LookHouse::url(const std::string& path) const {
  return "https://127.0.0.1:" + std::to_string(server_->ops_port()) + path;
}

std::size_t LookHouse::looks() {
  std::size_t found = 0;
  auto reader = must(house_.spine->reader());
  spine::Cursor at;
  for (bool rest = true; rest;) {
    const auto batch = must(reader.read(at, 5000));
    for (const auto& event : batch.events) found += event.code.starts_with("history:") ? 1 : 0;
    at = batch.to;
    rest = batch.more;
  }
  return found;
}

void LookHouse::enrol() {
  const auto desk = house_.enrol(house_.add_account("looker", api::Role::supervisor));
  const auto state = checked(house_.access->enrolment().state(desk.device, desk.poll_token), "no certificate");
  caller_ = {.ca = folder_.file("tls.crt"),
             .certificate = folder_.file("looker.crt"),
             .key = folder_.file("looker.key"),
             .token = {}};
  write_file(folder_.file("ca.crt"), state.ca_pem);
  write_file(caller_.certificate, state.certificate_pem);
  write_file(caller_.key, must(desk.key.pem()).text());
  const auto in = house_.signed_in("looker", desk);
  house_.next_step();
  checked(house_.access->sign_in().step_up({.session = in.session,
                                            .code = house_.code(desk),
                                            .address = "127.0.0.1",
                                            .reason = api::AccessReason::complaint,
                                            .note = {}}),
          "no step-up");
  caller_.token = in.token;
}

void LookHouse::open_edge() {
  auto& spine = *house_.spine;
  desk_ = history::make_desk(
      spine, {.wrap = crypto::Secret::copy_of(house_.wrap_key), .pseudonym = crypto::Secret::copy_of(kPseudonymKey)},
      clock_);
  people_desk_ = history::make_people_desk(
      spine, {.wrap = crypto::Secret::copy_of(house_.wrap_key), .pseudonym = crypto::Secret::copy_of(kPseudonymKey)},
      clock_);
  door_ = edge::make_notice_intake(*intake_);
  board_ = kpi::make_board(spine.stores(), clock_);
  alerts_ = std::make_unique<watch::AlertBook>(spine.committer(), spine.stores(), clock_);
  rules_ = std::make_unique<watch::RuleBook>(spine.committer(), spine.stores(), clock_);
  identities_ = edge::make_identities(*house_.access);
  streams_.start();
  edge::add_all_routes(router_, {.clock = house_.clock,
                                 .access = *house_.access,
                                 .notices = *door_,
                                 .desk = *desk_,
                                 .people = *people_desk_,
                                 .board = *board_,
                                 .alerts = *alerts_,
                                 .rules = *rules_,
                                 .streams = streams_,
                                 .identities = *identities_,
                                 .pool = pool_,
                                 .hub_name = "示例证券",
                                 .version = "1.0.0"});
  router_.add(edge::make_route<edge::Nothing, edge::Nothing>(
      {.method = edge::Method::post,
       .pattern = "/v1/bench/null",
       .summary = "Commits one row.",
       .policy = {.need = edge::Need::anyone},
       .status = 204},
      [this](const edge::Call&) { return commit_one_row(*house_.spine, clock_); }));
  gate_ = std::make_unique<edge::Gate>(*identities_, house_.clock);
  service_ = std::make_unique<edge::Service>(router_, *gate_, pool_, clock_);
  const auto made =
      run_program({"openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days",
                   "30", "-keyout", folder_.file("tls.key"), "-out", folder_.file("tls.crt"), "-subj", "/CN=hub",
                   "-addext", "subjectAltName=IP:127.0.0.1"});
  if (made.code != 0) give_up(made.out);
  edge::ServerConfig config;
  config.tls = {folder_.file("tls.crt"), folder_.file("tls.key")};
  config.device_ca = folder_.file("ca.crt");
  server_ = must(edge::Server::start(config, *service_, *identities_, pool_, streams_));
}

}  // namespace guardline::bench
