// An edge over a real record, with one route more than the hub has. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/edge/record.h"
#include "hub/edge/gate.h"
#include "hub/edge/routes/notice_intake.h"
#include "hub/edge/routes/routes.h"
#include "hub/edge/server.h"
#include "hub/edge/service.h"
#include "hub/edge/stream_hub.h"
#include "hub/edge/worker_pool.h"
#include "hub/history/desk.h"
#include "hub/history/people.h"
#include "hub/kpi/board.h"
#include "hub/spine/projector.h"
#include "hub/watch/book.h"
#include "hub/watch/rule_book.h"
#include "tests/access/house.h"
#include "tests/support/process.h"

#include <memory>
#include <string>
#include <vector>

namespace guardline::bench {

/// Listener, gate, routes, desk, committer and projections are the product's; only who is there was set up by hand.
/// `POST /v1/bench/null` commits one row without a detail and answers 204: no session is asked for, nothing is read.
class LookHouse {
 public:
  explicit LookHouse(const RecordSize& size);
  ~LookHouse();
  LookHouse(const LookHouse&) = delete;
  LookHouse& operator=(const LookHouse&) = delete;

  /// A supervisor after a step-up: what a TLS client needs.
  struct Caller {
    std::string ca, certificate, key;  ///< PEM files
    std::string token;
  };
  [[nodiscard]] const Caller& caller() const { return caller_; }
  [[nodiscard]] const std::vector<InvestorId>& people() const { return people_; }
  [[nodiscard]] std::string url(const std::string& path) const;
  /// Rows of looks at a page of history in the record.
  std::size_t looks();

 private:
  void open_edge();
  void enrol();

  guardline::test::TempFolder folder_;
  access::test::House house_;
  SystemClock clock_;
  std::unique_ptr<spine::Projector> projector_;
  std::unique_ptr<notices::Intake> intake_;
  std::unique_ptr<edge::NoticeIntake> door_;
  std::unique_ptr<history::Desk> desk_;
  std::unique_ptr<history::PeopleDesk> people_desk_;
  std::unique_ptr<kpi::Board> board_;
  std::unique_ptr<watch::AlertBook> alerts_;
  std::unique_ptr<watch::RuleBook> rules_;
  std::unique_ptr<edge::Identities> identities_;
  edge::StreamHub streams_;
  edge::WorkerPool pool_{4, 1000};
  edge::Router router_;
  std::unique_ptr<edge::Gate> gate_;
  std::unique_ptr<edge::Service> service_;
  std::unique_ptr<edge::Server> server_;
  std::vector<InvestorId> people_;
  Caller caller_;
};

}  // namespace guardline::bench
