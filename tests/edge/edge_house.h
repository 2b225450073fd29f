// A whole edge on loopback ports over real access control; notices and figures come from the test.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hub/edge/alert_source.h"
#include "hub/edge/gate.h"
#include "hub/edge/kpi_source.h"
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
#include "hub/watch/book.h"
#include "hub/watch/rule_book.h"
#include "tests/access/house.h"
#include "tests/support/breaks.h"
#include "tests/support/process.h"

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace guardline::edge::test {

/// Remembers what it accepted; stands in for the notices, which have tests of their own.
class FakeNotices final : public NoticeIntake {
 public:
  Result<api::NoticeAccepted> accept(const api::NoticeRequest& request, AccountId actor, std::string_view key) override;
  Result<api::NoticeProgress> progress(NoticeId notice) override;
  AccountId last_actor;
  std::string last_key;

 private:
  std::mutex mutex_;
  NoticeId known_;
};

/// Answers about one investor; stands in for the real desk, which has tests of its own.
class FakeDesk final : public history::Desk {
 public:
  Result<api::InvestorMatches> search(const history::Viewer& viewer, const api::InvestorSearch& terms) override;
  Result<api::InvestorHead> head(const history::Viewer& viewer, InvestorId investor) override;
  Result<api::HistoryPage> page(const history::Viewer& viewer, InvestorId investor,
                                const api::HistoryRequest& request) override;
  Result<api::Revealed> reveal(const history::Viewer& viewer, InvestorId investor,
                               const api::RevealRequest& request) override;
  Status seen_offline(const history::Viewer& viewer, InvestorId investor, Timestamp at) override;
  Result<api::DeliveryWhy> why(const history::Viewer& viewer, DeliveryId delivery) override;
  Result<api::HistoryEntry> write(const history::Viewer& viewer, InvestorId investor,
                                  const history::NewEntry& entry) override;

  InvestorId known{InvestorId::make(Timestamp(std::chrono::seconds(1'790'000'000)))};
  DeliveryId delivery{DeliveryId::make(Timestamp(std::chrono::seconds(1'790'000'000)))};
  history::Viewer last_viewer;
  std::vector<Timestamp> seen;                       ///< told of looks without a hub
  std::map<std::string, history::NewEntry> written;  ///< by key
  ErrorCode broken{};                                ///< with `is_broken`: what everything fails with
  bool is_broken{false};

 private:
  Status look(const history::Viewer& viewer, bool there);
  [[nodiscard]] api::HistoryEntry entry() const;
};

/// Shows one person behind every figure; the real one has tests of its own.
class FakePeople final : public history::PeopleDesk {
 public:
  Result<api::KpiPeople> people(const history::Viewer& viewer, const api::KpiPeopleRequest& request) override;

  history::Viewer last_viewer;
  std::optional<ErrorCode> broken;  ///< what everything fails with
};

/// A projector that the test drives.
class Pump {
 public:
  spine::Subscription subscribe(spine::DeltaFn fn);
  /// One step of `events` spine events that raises `accepted` of this minute's SMS bucket by as many.
  /// `padding` further buckets make the frame large.
  void step(std::int64_t events, int padding = 0);
  [[nodiscard]] std::int64_t total() const { return total_; }
  [[nodiscard]] spine::KpiSnapshot snapshot() const;

 private:
  std::vector<std::weak_ptr<spine::DeltaFn>> listeners_;
  spine::Cursor at_{77, 1};
  std::int64_t total_{0};
  spine::KpiBucket bucket_{.minute = Timestamp(std::chrono::minutes(29'000'000)), .channel = Channel::sms};
};

/// A person on an approved device, with the files a TLS client needs.
struct Person {
  access::test::Desk desk;
  std::string account;
  std::string cert;
  std::string key;
  std::string token;
  SessionId session;
};

/// One answer, also written down for the check against the OpenAPI document.
struct Answer {
  int status{0};
  int exit{0};
  std::string type;
  std::string code;  ///< of a problem
  std::string body;
  std::string head;
};

struct Ask {
  std::string method{"GET"};
  std::string path;
  std::string pattern{};  ///< as in the OpenAPI document; empty = the path itself
  std::string body{};
  const Person* person{nullptr};  ///< its certificate
  std::string authorization{};
  std::vector<std::string> headers{};
};

/// An alert that is to stand in the record. A known id with a higher occurrence: once more.
struct Raise {
  Channel channel{Channel::sms};
  std::string rule{"backlog"};
  AlertId id{};
  std::int64_t occurrence{1};
};

class EdgeHouse {
 public:
  explicit EdgeHouse(Limits limits = {});
  ~EdgeHouse();
  EdgeHouse(const EdgeHouse&) = delete;
  EdgeHouse& operator=(const EdgeHouse&) = delete;

  /// The hub ends and begins again on the same record, at another port. What is kept in memory only is gone.
  void restart();
  Person add_person(const std::string& name, api::Role role);
  /// The same person, signed in on one more device.
  Person add_desk(const Person& person);
  AlertId raise(const Raise& what = {});
  /// By curl on the ops listener, the UNIX socket, the public listener.
  Answer ops(const Ask& ask);
  Answer local(const Ask& ask);
  Answer open(const Ask& ask);
  static std::string bearer(const Person& person) { return "Bearer " + person.token; }
  /// By npm ws; `options` are further JSON members. Returns what the client printed last.
  std::string stream(const Person& person, const std::string& options) const;
  /// By ajv: the OpenAPI document and every answer so far against it.
  guardline::test::Finished check_answers();
  [[nodiscard]] std::string port() const { return std::to_string(server->ops_port()); }
  [[nodiscard]] std::string file(const std::string& name) const { return folder.file(name); }

  guardline::test::TempFolder folder;
  access::test::House house;
  test_support::Breaks breaks;  ///< of what alerts and figures read; access control's own is the house's
  std::unique_ptr<watch::AlertBook> alerts;
  std::unique_ptr<watch::RuleBook> rules;  ///< `seed_rules` fills it
  std::unique_ptr<AlertSource> alert_stream;
  SystemClock system_clock;
  FakeNotices notices;
  FakeDesk desk;
  FakePeople people;
  std::unique_ptr<kpi::Board> board;  ///< over the house's record; `rebuild_projections` fills what it reads
  Pump pump;
  std::unique_ptr<Identities> identities;
  std::unique_ptr<KpiSource> kpi;
  std::unique_ptr<TickerSource> ticker;
  StreamHub streams;
  WorkerPool pool{4, 64};
  Router router;
  std::unique_ptr<Gate> gate;
  std::unique_ptr<Service> service;
  std::unique_ptr<Server> server;

 private:
  Person signed_in(const std::string& name, const std::string& files, access::test::Desk device);
  void open_door();
  Answer curl(const Ask& ask, std::vector<std::string> words, const std::string& base);
  const Limits limits_;
};

}  // namespace guardline::edge::test
