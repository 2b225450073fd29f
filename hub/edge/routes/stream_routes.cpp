// /v1/stream: tickets, the WebSocket, and the long poll. SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/problem_codes.h"
#include "core/api/stream.h"
#include "hub/access/access.h"
#include "hub/edge/routes/routes.h"
#include "hub/edge/stream_hub.h"
#include "hub/edge/worker_pool.h"

#include <memory>

namespace guardline::edge {
namespace {

namespace codes = api::codes;

/// A stream shows that a console runs, not that a person is there: it never restarts the idle time.
constexpr Policy kStream{.need = Need::session, .permission = Permission::stream_read, .activity = false};

/// The topics this role may hear of. Alerts are told in full, so only to roles that see all of them; who sees a part of
/// them asks /v1/alerts. role-not-allowed if nothing is left.
Answer<std::vector<api::Topic>> allowed(api::Role role, std::vector<api::Topic> topics) {
  const bool all_alerts = role == api::Role::risk || role == api::Role::supervisor || role == api::Role::compliance;
  if (!all_alerts) std::erase(topics, api::Topic::alerts);
  if (topics.empty()) return std::unexpected(refuse(403, codes::role_not_allowed));
  return topics;
}

Answer<api::StreamTicket> make_ticket(access::Tickets& tickets, const Call& call, api::StreamTicketRequest body) {
  auto topics = allowed(call.caller.session->role, std::move(body.topics));
  if (!topics) return std::unexpected(topics.error());
  body.topics = std::move(*topics);
  // The request itself is the grant: what may be shown was checked just now.
  auto ticket = tickets.issue(call.caller.session->id, call.caller.device->id, wire::to_json(body));
  if (!ticket) return std::unexpected(refuse(ticket.error()));
  return api::StreamTicket{.ticket = std::move(ticket->ticket), .expires_at = ticket->expires_at};
}

Response open_stream(access::Tickets& tickets, const Call& call) {
  const Request& request = call.request;
  const auto no = [&](const Refusal& refusal) { return to_response(refusal, request.trace); };
  // Consoles send no Origin; a browser always does, and must not be led here by some page (CSWSH).
  if (request.has_header("origin")) return no(refuse(403, codes::origin_refused));
  if (!request.websocket) {
    Refusal refusal = refuse(426, codes::upgrade_required);
    refusal.headers.emplace_back("Upgrade", "websocket");
    refusal.headers.emplace_back("Connection", "Upgrade");
    return no(refusal);
  }
  auto redeemed = tickets.redeem(request.credential("Ticket"), call.caller.device->id);
  if (!redeemed) {
    if (redeemed.error().code != ErrorCode::unauthenticated) return no(refuse(redeemed.error()));
    return no(challenge(codes::ticket_refused, "Ticket realm=\"guardline\""));
  }
  auto grant = wire::from_json<api::StreamTicketRequest>(redeemed->grant);
  if (!grant) return no(refuse(500, codes::internal));
  Response response;
  response.status = 101;
  response.upgrade = StreamGrant{.topics = std::move(grant->topics),
                                 .cursor = std::move(grant->cursor),
                                 .device = call.caller.device->id,
                                 .session = redeemed->session};
  return response;
}

/// The answer may come much later: device and session are looked at once more before it goes out.
void poll(const RouteParts& parts, const Call& call, const Responder& respond) {
  const auto& request = call.request;
  auto body = read_body<api::PollRequest>(request);
  if (!body) return respond(to_response(body.error(), request.trace));
  const auto topics = allowed(call.caller.session->role, body->topics);
  if (!topics) return respond(to_response(topics.error(), request.trace));
  auto done = [&parts, respond, trace = request.trace, device = call.caller.device->id,
               session = call.caller.session->id](Result<api::PollAnswer> answer) {
    auto finish = [&parts, respond, trace, device, session, answer = std::move(answer)] {
      if (!answer) return respond(to_response(refuse(answer.error()), trace));
      if (auto ok = parts.identities.still_valid(device, session); !ok) {
        const bool revoked = ok.error().code == ErrorCode::denied;
        return respond(to_response(revoked ? refuse(403, codes::device_revoked) : refuse(ok.error()), trace));
      }
      respond(write_body(200, *answer));
    };
    if (!parts.pool.post(std::move(finish))) respond(to_response(refuse_for_now(codes::busy, 1), trace));
  };
  parts.streams.poll(*topics, body->cursor, std::chrono::seconds(body->wait_seconds), std::move(done));
}

}  // namespace

void add_stream_routes(Router& router, const RouteParts& given) {
  const auto parts = std::make_shared<const RouteParts>(given);
  auto& tickets = parts->access.tickets();
  router.add(make_route<api::StreamTicketRequest, api::StreamTicket>(
      {.method = Method::post,
       .pattern = "/v1/stream/tickets",
       .summary = "A one-use ticket for a stream.",
       .policy = kStream,
       .status = 201},
      [&tickets](const Call& call, api::StreamTicketRequest body) {
        return make_ticket(tickets, call, std::move(body));
      }));
  router.add(
      Route{.spec = {.method = Method::get,
                     .pattern = "/v1/stream",
                     .summary = "The stream as a WebSocket (RFC 6455); each message is a Frame.",
                     .policy = {.need = Need::device, .activity = false},
                     .status = 101,
                     .scheme = "Ticket"},
            .handle = [&tickets](const Call& call, const Responder& respond) { respond(open_stream(tickets, call)); }});
  router.add(Route{.spec = {.method = Method::post,
                            .pattern = "/v1/stream/poll",
                            .summary = "The same frames by long poll.",
                            .policy = kStream},
                   .in = &wire::type_of<api::PollRequest>(),
                   .out = &wire::type_of<api::PollAnswer>(),
                   .handle = [parts](const Call& call, const Responder& respond) { poll(*parts, call, respond); }});
}

}  // namespace guardline::edge
