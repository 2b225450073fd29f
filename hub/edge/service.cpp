// Everything between a complete request and its answer. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/edge/service.h"

#include "core/api/problem_codes.h"
#include "core/crypto/random.h"
#include "core/log/log.h"

#include <atomic>
#include <exception>

namespace guardline::edge {
namespace {

/// One line a request: method and pattern (never the path's ids, the query, a header or a body), answer, time.
Responder logged(const Request& request, std::string_view pattern, const Clock& clock, Responder respond) {
  // A handler that throws after it has answered must not answer twice.
  auto done = std::make_shared<std::atomic_flag>();
  return [door = request.door, method = request.method, pattern = std::string(pattern), trace = request.trace,
          begun = clock.steady(), &clock, done, respond = std::move(respond)](Response response) {
    if (done->test_and_set()) return;
    const double ms = static_cast<double>((clock.steady() - begun).count()) / 1000.0;
    log::info("edge {} {} {} {} {} {:.1f}ms {}", name(door), method ? name(*method) : "?", pattern, response.status,
              response.code.empty() ? "-" : response.code, ms, trace);
    respond(std::move(response));
  };
}

bool is_json(std::string_view content_type) {
  const auto end = content_type.find_first_of("; ");
  return content_type.substr(0, end) == "application/json";
}

}  // namespace

std::string make_trace() { return to_hex(crypto::random_array<6>()); }

void Service::handle(std::shared_ptr<const Request> request, Responder respond) const {
  auto match = router_.match(*request);
  if (!match) {
    return logged(*request, "-", clock_, std::move(respond))(to_response(match.error(), request->trace));
  }
  auto answer = std::make_shared<Responder>(logged(*request, match->route->spec.pattern, clock_, std::move(respond)));
  auto job = [this, request, match = std::move(*match), answer] { run(*request, match, *answer); };
  auto& pool = request->door == Door::open && open_pool_ != nullptr ? *open_pool_ : pool_;
  if (!pool.post(std::move(job))) {
    (*answer)(to_response(refuse_for_now(api::codes::busy, 1), request->trace));
  }
}

void Service::run(const Request& request, const Match& match, Responder respond) const {
  try {
    const auto caller = gate_.admit(request, match.route->spec.policy);
    if (!caller) return respond(to_response(caller.error(), request.trace));
    if (match.route->in != nullptr && !is_json(request.header("content-type"))) {
      return respond(
          to_response(refuse(415, api::codes::unsupported_type, "The body must be application/json."), request.trace));
    }
    if (match.route->in == nullptr && !match.route->spec.form && !request.body.empty()) {
      return respond(to_response(refuse(400, api::codes::bad_request, "This takes no body."), request.trace));
    }
    match.route->handle(Call{request, *caller, match.path}, respond);
  } catch (const std::exception& failure) {
    // Handlers report errors as values; what arrives here is out of memory or a bug, and must not end the hub.
    log::error("edge {} {}: {}", match.route->spec.pattern, request.trace, failure.what());
    respond(to_response(refuse(500, api::codes::internal), request.trace));
  }
}

}  // namespace guardline::edge
