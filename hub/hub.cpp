// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/hub.h"

#include "core/crypto/key.h"
#include "core/log/log.h"
#include "hub/access/access.h"
#include "hub/dispatch/dispatcher.h"
#include "hub/edge/alert_source.h"
#include "hub/edge/alert_wire.h"
#include "hub/edge/gate.h"
#include "hub/edge/kpi_source.h"
#include "hub/edge/offline_keys.h"
#include "hub/edge/router.h"
#include "hub/edge/routes/notice_intake.h"
#include "hub/edge/routes/routes.h"
#include "hub/edge/server.h"
#include "hub/edge/service.h"
#include "hub/edge/stream_hub.h"
#include "hub/edge/ticker_source.h"
#include "hub/edge/worker_pool.h"
#include "hub/history/desk.h"
#include "hub/history/people.h"
#include "hub/kpi/board.h"
#include "hub/notices/content.h"
#include "hub/notices/followup.h"
#include "hub/notices/intake.h"
#include "hub/notices/investors.h"
#include "hub/notices/messages.h"
#include "hub/notices/planner.h"
#include "hub/notices/worker.h"
#include "hub/public_edge.h"
#include "hub/receipts/bounces/bounces.h"
#include "hub/receipts/receipts.h"
#include "hub/setup/carriers.h"
#include "hub/setup/files.h"
#include "hub/setup/listen.h"
#include "hub/setup/record.h"
#include "hub/spine/kpi.h"
#include "hub/spine/projector.h"
#include "hub/watch/dead_man.h"
#include "hub/watch/defaults.h"
#include "hub/watch/rule_book.h"
#include "hub/watch/seed.h"
#include "hub/watch/watcher.h"

#include <string>
#include <utility>

namespace guardline {
namespace {

constexpr auto kVersion = "1.0.0";
constexpr std::size_t kWorkers = 4;       // requests that may block at once: password hashes, commits
constexpr std::size_t kWorkQueue = 1000;  // more are answered 429
constexpr auto kTidyEvery = Micros(std::chrono::hours(1));
constexpr auto kCarrierGrace = Micros(std::chrono::seconds(5));

Status write_port(const std::filesystem::path& file, std::uint16_t port) {
  return setup::write_private(file, as_bytes(std::to_string(port) + "\n"));
}

}  // namespace

/// In the order of construction; destroyed in reverse.
struct Hub::Parts {
  explicit Parts(const Clock& c) : clock(c) {}

  Status open_record();
  Status start_dispatch();
  Status start_watch();
  Status open_edge();
  void stop();

  const Clock& clock;
  std::filesystem::path folder;
  setup::Config config;
  std::optional<setup::Keys> keys;

  std::unique_ptr<spine::Spine> spine;
  std::unique_ptr<spine::Projector> projector;

  std::vector<std::unique_ptr<dispatch::Carrier>> carriers;
  std::unique_ptr<PublicEdge> public_edge;
  std::unique_ptr<db::Database> content_reads;
  std::unique_ptr<spine::Opener> opener;
  std::unique_ptr<notices::Content> content;
  std::unique_ptr<receipts::Receipts> receipts;
  std::unique_ptr<dispatch::Dispatcher> dispatcher;
  std::unique_ptr<notices::Planner> planner;
  std::unique_ptr<notices::FollowUp> followup;
  std::unique_ptr<notices::Intake> intake;
  std::vector<std::unique_ptr<receipts::BounceWatch>> bounces;

  std::unique_ptr<access::Access> access;
  std::unique_ptr<notices::Worker> tidying;  // its own thread: no request waits for it
  std::unique_ptr<edge::AlertSource> alert_stream;
  std::unique_ptr<watch::AlertBook> alerts;
  std::unique_ptr<watch::RuleBook> rules;
  std::unique_ptr<watch::Watcher> watcher;
  std::unique_ptr<watch::DeadMan> dead_man;
  std::unique_ptr<notices::Worker> watching;
  std::unique_ptr<notices::Worker> guarding;  // looks after the watch: on a thread of its own
  std::unique_ptr<edge::Identities> identities;
  std::unique_ptr<edge::KpiSource> kpi;
  std::unique_ptr<edge::TickerSource> ticker;
  std::unique_ptr<edge::StreamHub> streams;
  std::unique_ptr<edge::WorkerPool> pool;
  std::unique_ptr<edge::NoticeIntake> intake_door;
  std::unique_ptr<history::Desk> desk;
  std::unique_ptr<history::PeopleDesk> people;
  std::unique_ptr<kpi::Board> board;
  edge::Router router;
  std::unique_ptr<edge::Gate> gate;
  std::unique_ptr<edge::Service> service;
  std::unique_ptr<edge::Server> server;
};

Status Hub::Parts::open_record() {
  auto loaded = setup::load_config(folder / "hub.json");
  if (!loaded) return std::unexpected(loaded.error());
  config = std::move(*loaded);
  auto read = setup::load_keys(folder / "keys");
  if (!read) return std::unexpected(read.error());
  keys.emplace(std::move(*read));

  auto opened = setup::open_spine(setup::stores_of(folder, config, *keys), *keys, clock);
  if (!opened) return std::unexpected(opened.error());
  spine = std::move(*opened);
  projector = std::make_unique<spine::Projector>(spine->stores(), spine->signal(), clock);
  return projector->start();
}

Status Hub::Parts::start_dispatch() {
  auto made = setup::make_carriers(folder, config, *keys, clock);
  if (!made) return std::unexpected(made.error());
  carriers = std::move(*made);
  auto reads = spine->stores().open(spine::Use::read);
  if (!reads) return std::unexpected(reads.error());
  content_reads = std::move(*reads);
  opener = std::make_unique<spine::Opener>(*content_reads, keys->wrap.clone());
  public_edge = std::make_unique<PublicEdge>(config, *keys, *spine, clock);
  content = std::make_unique<notices::Content>(*content_reads, *opener, public_edge->writer());

  const auto wake_followup = [this] {
    if (followup) followup->wake();
  };
  receipts = std::make_unique<receipts::Receipts>(
      *spine, clock, receipts::ReceiptsHooks{notices::mark_due, wake_followup, notices::invalidate_contact});
  std::vector<dispatch::Carrier*> lines;
  for (const auto& carrier : carriers) lines.push_back(carrier.get());
  dispatch::DispatcherHooks hooks;
  hooks.ended = notices::mark_due;
  hooks.address_gone = notices::invalidate_contact;
  hooks.ended_committed = wake_followup;
  hooks.references_known = [this](std::string_view carrier, const std::vector<std::string>& references) {
    receipts->references_known(carrier, references);
  };
  dispatcher = std::make_unique<dispatch::Dispatcher>(*spine, clock, *content, std::move(lines), std::move(hooks));
  const notices::WorkSink sink{[this](std::vector<spine::OutgoingWork> work) { dispatcher->add(std::move(work)); },
                               [this] { return dispatcher->backlog(); }};
  planner = std::make_unique<notices::Planner>(
      *spine, clock, [this](db::Database& database) { return spine::Opener(database, keys->wrap.clone()); }, sink);
  followup = std::make_unique<notices::FollowUp>(*spine, clock, sink);
  intake = std::make_unique<notices::Intake>(
      *spine, clock, [this] { planner->wake(); }, public_edge->writer() != nullptr);

  if (auto ok = receipts->start(); !ok) return ok;
  for (const auto& carrier : carriers) carrier->start(*receipts);
  for (auto& watch_config : setup::bounce_configs(folder, config, *keys)) {
    auto watch = receipts::BounceWatch::make(std::move(watch_config), *receipts, clock);
    if (!watch) return std::unexpected(watch.error());
    (*watch)->start();
    bounces.push_back(std::move(*watch));
  }
  if (auto ok = dispatcher->start(); !ok) return ok;
  planner->start();
  followup->start();
  return {};
}

Status Hub::Parts::start_watch() {
  if (auto ok = watch::seed_rules(spine->committer(), watch::default_rules()); !ok) return ok;
  // Told again at each round: what could not be read once is read then.
  const auto tell = [this] {
    if (auto ok = alert_stream->refresh(); !ok) log::warn("the stream of alerts is behind: {}", ok.error().message);
  };
  alerts = std::make_unique<watch::AlertBook>(spine->committer(), spine->stores(), clock, tell);
  const auto load = [this]() -> Result<std::vector<api::Alert>> {
    const auto records = alerts->all();
    if (!records) return std::unexpected(records.error());
    const auto names = edge::names_of(access->accounts());
    std::vector<api::Alert> told;
    for (const auto& record : *records) told.push_back(edge::to_wire(record, names));
    return told;
  };
  alert_stream = std::make_unique<edge::AlertSource>(load, clock);
  rules = std::make_unique<watch::RuleBook>(spine->committer(), spine->stores(), clock);
  watcher = std::make_unique<watch::Watcher>(*alerts, spine->stores(), clock);
  dead_man = std::make_unique<watch::DeadMan>(
      *alerts, clock, [this] { return watcher->last_round(); }, watch::kWatchEvery);
  const auto report = [](std::string_view what, const Status& ok) -> Result<bool> {
    if (ok) return false;
    log::warn("{}: {}", what, ok.error().message);
    return std::unexpected(ok.error());
  };
  watching = std::make_unique<notices::Worker>(
      [this, report, tell] {
        const auto ok = watcher->round();
        tell();
        return report("the rules could not be evaluated", ok);
      },
      watch::kWatchEvery);
  guarding = std::make_unique<notices::Worker>(
      [this, report] { return report("the watch could not be looked after", dead_man->check()); }, watch::kWatchEvery);
  if (auto ok = alert_stream->refresh(); !ok) return ok;
  watching->start();
  guarding->start();
  streams->add(*alert_stream);
  return {};
}

Status Hub::Parts::open_edge() {
  const auto subscribe = [this](spine::DeltaFn fn) { return projector->subscribe(std::move(fn)); };
  auto kpi_source = edge::KpiSource::open(subscribe, [this]() -> Result<spine::KpiSnapshot> {
    auto database = spine->stores().open(spine::Use::read_projections);
    if (!database) return std::unexpected(database.error());
    const auto now = clock.now();
    return spine::read_kpi(**database, now - std::chrono::hours(24), now + std::chrono::hours(1));
  });
  if (!kpi_source) return std::unexpected(kpi_source.error());
  kpi = std::move(*kpi_source);
  ticker = std::make_unique<edge::TickerSource>(subscribe, clock);
  streams = std::make_unique<edge::StreamHub>();
  streams->add(*kpi);
  streams->add(*ticker);

  // Enrolment codes carry the address that consoles use: it must be known before the listener stands.
  auto port = setup::settled_port(config.ops);
  if (!port) return std::unexpected(port.error());
  config.ops.port = *port;
  pool = std::make_unique<edge::WorkerPool>(kWorkers, kWorkQueue);
  access::AccessOptions options{
      .wrap_key = keys->wrap.clone(),
      .device_ca = keys->device_ca,
      .hub_address = config.address.empty() ? config.ops.host + ":" + std::to_string(config.ops.port) : config.address,
      .hub_key = keys->listener.spki_sha256(),
      .issuer = config.name};
  auto opened = access::Access::open(
      spine->committer(), [this] { return spine->stores().open(spine::Use::read); }, clock, std::move(options));
  if (!opened) return std::unexpected(opened.error());
  access = std::move(*opened);
  const auto tidy = [this]() -> Result<bool> {
    if (auto ok = access->tidy(); !ok) {
      log::warn("what access control is done with can't be forgotten now: {}", ok.error().message);
      return std::unexpected(ok.error());
    }
    return false;
  };
  tidying = std::make_unique<notices::Worker>(tidy, kTidyEvery);
  tidying->start();
  if (auto ok = start_watch(); !ok) return ok;
  identities = edge::make_identities(*access);
  intake_door = edge::make_notice_intake(*intake);
  desk = history::make_desk(*spine, {.wrap = keys->wrap.clone(), .pseudonym = keys->pseudonym.clone()}, clock,
                            [this](AccountId id) {
                              const auto account = access->accounts().get(id);
                              return account ? account->display_name : std::string();
                            });
  people = history::make_people_desk(*spine, {.wrap = keys->wrap.clone(), .pseudonym = keys->pseudonym.clone()}, clock);
  board = kpi::make_board(spine->stores(), clock);
  auto receiver = crypto::HpkeReceiver::from_raw(keys->outbox.view());
  if (!receiver) return std::unexpected(receiver.error());
  edge::add_erasure_routes(router, *spine, clock);
  edge::add_all_routes(
      router, {.clock = clock,
               .access = *access,
               .notices = *intake_door,
               .desk = *desk,
               .people = *people,
               .board = *board,
               .alerts = *alerts,
               .rules = *rules,
               .streams = *streams,
               .identities = *identities,
               .pool = *pool,
               .hub_name = config.name,
               .version = kVersion,
               .offline = std::make_shared<const edge::OfflineKeys>(std::move(*receiver), keys->vault.clone())});
  if (auto ok = public_edge->open(router, *intake); !ok) return ok;
  gate = std::make_unique<edge::Gate>(*identities, clock);
  service = std::make_unique<edge::Service>(router, *gate, *pool, clock, &public_edge->pool());
  streams->start();

  edge::ServerConfig listen;
  listen.ops_address = config.ops.host;
  listen.ops_port = static_cast<std::uint16_t>(config.ops.port);
  listen.tls = {(folder / "keys" / "tls.crt").string(), (folder / "keys" / "tls.key").string()};
  listen.device_ca = (folder / "keys" / "device-ca.crt").string();
  listen.public_address = config.open.host;
  listen.public_port = static_cast<std::uint16_t>(config.open.port);
  listen.admin_socket = (folder / "admin.sock").string();
  auto started = edge::Server::start(std::move(listen), *service, *identities, *pool, *streams);
  if (!started) return std::unexpected(started.error());
  server = std::move(*started);
  std::error_code ignored;  // the first file in it says so
  std::filesystem::create_directories(folder / "run", ignored);
  if (auto ok = write_port(folder / "run" / "ops.port", server->ops_port()); !ok) return ok;
  return write_port(folder / "run" / "open.port", server->public_port());
}

void Hub::Parts::stop() {
  if (streams) streams->stop();
  if (server) server->stop();
  if (pool) pool->stop();
  if (public_edge) public_edge->stop();
  if (tidying) tidying->stop();
  if (watching) watching->stop();
  if (guarding) guarding->stop();
  if (planner) planner->stop();
  if (followup) followup->stop();
  for (const auto& watch : bounces) watch->stop();
  for (const auto& carrier : carriers) carrier->stop(kCarrierGrace);
  if (dispatcher) dispatcher->stop();
  if (receipts) receipts->stop();
  if (projector) projector->stop();
  if (spine) spine->stop();
}

Hub::Hub(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}

Hub::~Hub() {
  if (parts_) parts_->stop();
}

Result<std::unique_ptr<Hub>> Hub::start(const std::filesystem::path& folder, const Clock& clock) {
  auto hub = std::unique_ptr<Hub>(new Hub(std::make_unique<Parts>(clock)));
  auto& parts = *hub->parts_;
  parts.folder = folder;
  if (auto ok = parts.open_record(); !ok) return std::unexpected(ok.error());
  if (auto ok = parts.start_dispatch(); !ok) return std::unexpected(ok.error());
  if (auto ok = parts.open_edge(); !ok) return std::unexpected(ok.error());
  log::info("serving: ops port {}, open port {}, {} carriers", parts.server->ops_port(), parts.server->public_port(),
            parts.carriers.size());
  return hub;
}

std::uint16_t Hub::ops_port() const { return parts_->server->ops_port(); }
std::uint16_t Hub::open_port() const { return parts_->server->public_port(); }

}  // namespace guardline
