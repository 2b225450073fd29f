// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/hub/house.h"

#include "hub/access/access.h"
#include "hub/dispatch/schema.h"
#include "hub/inbox/schema.h"
#include "hub/notices/investors.h"
#include "hub/notices/messages.h"
#include "hub/notices/schema.h"
#include "hub/notices/templates.h"
#include "hub/receipts/tracking/schema.h"
#include "hub/spine/outgoing.h"
#include "tests/support/private_postgres.h"

#include <stdlib.h>
#include <unistd.h>

namespace guardline::test {
namespace {

crypto::Secret bytes32(std::uint8_t fill) { return crypto::Secret::copy_of(Bytes(32, fill)); }

template <class T>
T must(Result<T> result) {
  if (!result) throw std::runtime_error(result.error().message);
  if constexpr (!std::is_void_v<T>) return std::move(*result);
}

std::vector<notices::TemplateText> templates() {
  std::vector<notices::TemplateText> all;
  for (const auto& [id, category] : {std::pair("warn", Category::core_risk), std::pair("info", Category::service),
                                     std::pair("ad", Category::marketing)})
    for (const auto channel : {Channel::sms, Channel::email, Channel::push})
      all.push_back({id, 1, "zh-CN", channel, category, "T", "你好 {{name}}"});
  all.push_back({"sum", 1, "zh-CN", Channel::sms, Category::service, "", "{{name}}: {{amount}}"});
  return all;
}

}  // namespace

Folder::Folder() {
  // In memory where there is such a place: nothing here depends on a real flush.
  std::error_code none;
  const std::filesystem::path memory = "/dev/shm";
  const auto base = std::filesystem::is_directory(memory, none) && ::access(memory.c_str(), W_OK) == 0
                        ? memory
                        : std::filesystem::temp_directory_path();
  std::string pattern = (base / "guardline-hub-XXXXXX").string();
  path = ::mkdtemp(pattern.data()) != nullptr ? pattern : "";
}

void House::quicken() {
  dispatching.retry = {.max_attempts = 3, .first = std::chrono::milliseconds(2), .longest = std::chrono::seconds(1)};
  dispatching.poll = std::chrono::milliseconds(5);
}

House::House(const House& first, std::string owner) : stores(first.stores) {
  quicken();
  open_spine(std::move(owner));
}

House::House(Store store) {
  quicken();
  if (store == Store::embedded) {
    stores = spine::embedded_stores(folder.path.string(), Bytes(32, 0x42), true);
  } else {
    const auto fresh = must(test_support::fresh_postgres());
    stores = spine::postgres_stores(fresh.conninfo, fresh.schema);
  }
  must(spine::Spine::init(stores, 4, clock));
  open_spine();
  spine::Submission words;
  words.also = [](db::Database& database) -> Status {
    for (const auto& text : templates())
      if (auto ok = notices::add_template(database, text); !ok) return ok;
    return {};
  };
  must(spine->committer().submit_and_wait(std::move(words)));
}

House::~House() { stop(); }

void House::open_spine(std::string owner) {
  spine::SpineOptions options;
  options.owner = std::move(owner);
  options.migrations = {access::migrate_access, notices::migrate_notices, dispatch::migrate_dispatch,
                        receipts::migrate_tracking, inbox::migrate_inbox};
  // On PostgreSQL the lease of the hub before has to run out; that of a hub that still runs must not.
  if (options.owner.empty()) clock.push(options.lease + std::chrono::seconds(1));
  spine = must(spine::Spine::open(stores, {bytes32(0x17), bytes32(0x2C)}, clock, std::move(options)));
}

FakeCarrier& House::add_carrier(std::string id, Channel channel, std::size_t window) {
  return *carriers.emplace_back(std::make_unique<FakeCarrier>(std::move(id), channel, window));
}

void House::start() {
  if (before_) between_ = std::make_unique<Interposed>(*spine, before_);
  spine::Spine& record = between_ ? static_cast<spine::Spine&>(*between_) : *spine;
  reads = must(stores.open(spine::Use::read));
  opener = std::make_unique<spine::Opener>(*reads, bytes32(0x17));
  content = std::make_unique<notices::Content>(*reads, *opener, links);
  const auto wake = [this] {
    if (followup) followup->wake();
  };
  receipts = std::make_unique<receipts::Receipts>(
      record, clock, receipts::ReceiptsHooks{notices::mark_due, wake, notices::invalidate_contact}, receiving);
  std::vector<dispatch::Carrier*> lines;
  for (const auto& carrier : carriers) lines.push_back(carrier.get());
  dispatch::DispatcherHooks hooks;
  hooks.ended = notices::mark_due;
  hooks.address_gone = notices::invalidate_contact;
  hooks.ended_committed = wake;
  hooks.references_known = [this](std::string_view carrier, const std::vector<std::string>& references) {
    receipts->references_known(carrier, references);
  };
  dispatcher =
      std::make_unique<dispatch::Dispatcher>(record, clock, *content, std::move(lines), std::move(hooks), dispatching);
  const notices::WorkSink sink{[this](std::vector<spine::OutgoingWork> work) { dispatcher->add(std::move(work)); },
                               [this] { return dispatcher->backlog(); }};
  const Micros poll = std::chrono::milliseconds(10);
  planner = std::make_unique<notices::Planner>(
      record, clock, [](db::Database& database) { return spine::Opener(database, bytes32(0x17)); }, sink,
      notices::PlannerOptions{.poll = poll});
  followup = std::make_unique<notices::FollowUp>(record, clock, sink, notices::FollowUpOptions{.poll = poll});
  intake = std::make_unique<notices::Intake>(
      record, clock, [this] { planner->wake(); }, links != nullptr);
  must(receipts->start());
  for (const auto& carrier : carriers) carrier->start(*receipts);
  must(dispatcher->start());
  planner->start();
  followup->start();
}

void House::stop_parts() {
  if (planner) planner->stop();
  if (followup) followup->stop();
  for (const auto& carrier : carriers) carrier->stop(Micros(0));
  if (dispatcher) {
    // It would wait for the answers that never come; a pushed clock ends its patience.
    std::atomic<bool> done{false};
    std::thread ending([&] {
      dispatcher->stop();
      done = true;
    });
    for (int i = 0; !done; ++i) {
      if (i % 50 == 49) clock.push(std::chrono::seconds(11));
      std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    ending.join();
  }
  if (receipts) receipts->stop();
  if (spine) spine->stop();  // answers of the committer still call the hooks until here
  intake.reset();
  followup.reset();
  planner.reset();
  dispatcher.reset();
  carriers.clear();
  receipts.reset();
  content.reset();
  opener.reset();
  reads.reset();
  between_.reset();
}

void House::stop() {
  stop_parts();
  spine.reset();
}

void House::crash() {
  stop();
  open_spine();
}

InvestorId House::add(const Someone& someone) {
  notices::NewInvestor investor;
  investor.id = InvestorId::make(clock.now());
  investor.record = {"王" + investor.id.text().substr(0, 8), someone.sms ? "+8613800000001" : "",
                     someone.email ? "w@example.com" : "", someone.push ? "token" : ""};
  investor.tier = someone.tier;
  investor.language = "zh-CN";
  investor.time_zone = "Asia/Shanghai";
  investor.sms_opted_out = someone.opted_out;
  investor.marketing_consent = someone.consent;
  const auto id = investor.id;
  spine::Submission submission;
  notices::add_investor(submission, std::move(investor), Bytes(32, 0x55), clock.now());
  must(spine->committer().submit_and_wait(std::move(submission)));
  return id;
}

void House::erase(InvestorId investor) {
  spine::Submission submission;
  notices::erase_investor(submission, investor, kStaff, clock.now());
  must(spine->committer().submit_and_wait(std::move(submission)));
}

void House::write(const std::string& sql) {
  spine::Submission submission;
  submission.also = [sql](db::Database& database) { return database.execute(sql); };
  must(spine->committer().submit_and_wait(std::move(submission)));
}

NoticeId House::send(const api::NoticeRequest& request) {
  return must(intake->accept(request, kStaff, "key-" + std::to_string(++keys_used_))).notice_id;
}

std::vector<spine::StoredEvent> House::events() {
  spine::Reader reader(must(stores.open(spine::Use::read)));
  std::vector<spine::StoredEvent> all;
  spine::Cursor at;
  for (;;) {
    auto batch = must(reader.read(at, 1000));
    for (auto& event : batch.events) all.push_back(std::move(event));
    at = batch.to;
    if (!batch.more) return all;
  }
}

std::vector<spine::StoredEvent> House::events(EventKind kind) {
  auto all = events();
  std::erase_if(all, [kind](const auto& event) { return event.kind != kind; });
  return all;
}

bool House::wait(EventKind kind, std::size_t count) {
  return eventually([&] { return events(kind).size() >= count; });
}

std::vector<EventKind> House::trail(Channel channel) {
  std::vector<EventKind> kinds;
  for (const auto& event : events())
    if (event.channel == channel && !event.delivery.empty()) kinds.push_back(event.kind);
  return kinds;
}

std::optional<DeliveryState> House::state(DeliveryId delivery) {
  const auto database = must(stores.open(spine::Use::read));
  return must(spine::read_delivery_state(*database, delivery));
}

std::int64_t House::number(const std::string& sql) {
  const auto database = must(stores.open(spine::Use::read));
  std::int64_t value = 0;
  auto* statement = must(database->prepare(sql));
  must(statement->run({}, [&](const db::Row& row) {
    value = row.int64(0);
    return true;
  }));
  return value;
}

std::size_t House::outgoing() { return static_cast<std::size_t>(number("SELECT count(*) FROM outgoing")); }

api::RouteStepSpec together(std::vector<Channel> channels) { return {StepMode::parallel, std::move(channels), 0}; }
api::RouteStepSpec then(Channel channel, std::chrono::seconds wait) {
  return {StepMode::then, {channel}, wait.count()};
}

api::NoticeRequest request(std::string template_id, Category category, std::vector<InvestorId> investors,
                           std::vector<api::RouteStepSpec> route) {
  api::NoticeRequest out;
  out.template_ = std::move(template_id);
  out.version = 1;
  out.category = category;
  out.audience.investors = std::move(investors);
  out.route = std::move(route);
  return out;
}

}  // namespace guardline::test
