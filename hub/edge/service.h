// Everything between a complete request and its answer. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "hub/edge/gate.h"
#include "hub/edge/http.h"
#include "hub/edge/router.h"
#include "hub/edge/worker_pool.h"

#include <memory>

namespace guardline::edge {

/// Route, gate, handler, log. Requests run on the worker pool: the network's threads never block.
class Service {
 public:
  /// `open_pool`: for requests of the public listener, so that a flood there leaves staff their threads; none = the
  /// same pool.
  Service(const Router& router, const Gate& gate, WorkerPool& pool, const Clock& clock, WorkerPool* open_pool = nullptr)
      : router_(router), gate_(gate), pool_(pool), open_pool_(open_pool), clock_(clock) {}

  /// `respond` is called exactly once, perhaps before this returns (no such route; queue full: 429 busy).
  void handle(std::shared_ptr<const Request> request, Responder respond) const;

 private:
  void run(const Request& request, const Match& match, Responder respond) const;

  const Router& router_;
  const Gate& gate_;
  WorkerPool& pool_;
  WorkerPool* open_pool_;
  const Clock& clock_;
};

/// A short random name for a request: 12 hexadecimal digits.
std::string make_trace();

}  // namespace guardline::edge
