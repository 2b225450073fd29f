// /v1/investors and /v1/deliveries/{id}/why: looking at investors. SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/contact.h"
#include "core/api/history.h"
#include "core/api/investor.h"
#include "core/api/problem_codes.h"
#include "hub/edge/idempotency.h"
#include "hub/edge/routes/looks.h"
#include "hub/edge/routes/routes.h"
#include "hub/history/desk.h"

#include <utility>

namespace guardline::edge {
namespace {

namespace codes = api::codes;

constexpr Policy kLook{.need = Need::session, .permission = Permission::investor_look, .second_factor = kStepUpLasts};
constexpr Policy kReveal{
    .need = Need::session, .permission = Permission::investor_reveal, .second_factor = kStepUpLasts};
constexpr Policy kWrite{.need = Need::session, .permission = Permission::investor_write, .second_factor = kStepUpLasts};

template <class T>
Answer<T> answer(Result<T> result) {
  if (!result) return std::unexpected(refuse_look(result.error()));
  return std::move(*result);
}

Answer<api::InvestorMatches> search(history::Desk& desk, const Call& call, const api::InvestorSearch& terms) {
  auto found = desk.search(viewer(call), terms);
  if (!found && found.error().code == ErrorCode::invalid_argument) {
    return std::unexpected(refuse(422, codes::search_refused, found.error().message));
  }
  return answer(std::move(found));
}

Answer<api::HistoryPage> history_page(history::Desk& desk, const Call& call, const api::HistoryRequest& request) {
  const auto id = call.id<InvestorId>("id");
  if (!id) return std::unexpected(refuse(404, codes::not_found));
  auto page = desk.page(viewer(call), *id, request);
  if (!page && page.error().code == ErrorCode::invalid_argument) {
    // Without a cursor it was the words: nothing but blanks.
    if (!request.cursor) return std::unexpected(refuse(422, codes::search_refused, page.error().message));
    return std::unexpected(refuse(400, codes::cursor_refused));
  }
  return answer(std::move(page));
}

Answer<api::Revealed> reveal(history::Desk& desk, const Call& call, const api::RevealRequest& request) {
  const auto id = call.id<InvestorId>("id");
  if (!id) return std::unexpected(refuse(404, codes::not_found));
  if (request.reason == api::AccessReason::other && !request.note) {
    return std::unexpected(refuse(wire::Violations{{"/note", "reason 'other' needs a note"}}));
  }
  return answer(desk.reveal(viewer(call), *id, request));
}

/// A look told twice would be two rows: a second one at the same microsecond by the same person is the same look, and
/// readers of the record see that by its time. The key is asked for so that consoles keep to one way of replaying.
Answer<Nothing> seen_offline(history::Desk& desk, const Call& call, const api::SeenOffline& body) {
  const auto id = call.id<InvestorId>("id");
  if (!id) return std::unexpected(refuse(404, codes::not_found));
  if (auto key = idempotency_key(call.request); !key) return std::unexpected(key.error());
  if (auto ok = desk.seen_offline(viewer(call), *id, body.at); !ok) return std::unexpected(refuse_look(ok.error()));
  return Nothing{};
}

Answer<api::HistoryEntry> write(history::Desk& desk, const Call& call, history::NewEntry entry) {
  const auto id = call.id<InvestorId>("id");
  if (!id) return std::unexpected(refuse(404, codes::not_found));
  auto key = idempotency_key(call.request);
  if (!key) return std::unexpected(key.error());
  entry.key = std::move(*key);
  auto written = desk.write(viewer(call), *id, entry);
  if (written) return std::move(*written);
  if (written.error().code == ErrorCode::conflict) return std::unexpected(refuse(422, codes::idempotency_key_reused));
  if (written.error().code == ErrorCode::denied) return std::unexpected(refuse(409, codes::investor_erased));
  return std::unexpected(refuse_look(written.error()));
}

RouteSpec write_spec(const char* word, const char* summary) {
  return {.method = Method::post,
          .pattern = std::string("/v1/investors/{id}/") + word,
          .summary = summary,
          .policy = kWrite,
          .status = 201,
          .idempotency_key = true};
}

void add_writing_routes(Router& router, history::Desk& desk) {
  router.add(make_route<api::NewNote, api::HistoryEntry>(
      write_spec("notes", "Writes a note into an investor's history."), [&desk](const Call& call, api::NewNote body) {
        return write(
            desk, call,
            {.kind = EntryKind::note, .call = {}, .text = std::move(body.text), .at = body.at, .key = std::string()});
      }));
  router.add(make_route<api::NewCall, api::HistoryEntry>(
      write_spec("calls", "Writes a telephone call into an investor's history."),
      [&desk](const Call& call, api::NewCall body) {
        return write(desk, call,
                     {.kind = EntryKind::call,
                      .call = body.call,
                      .text = std::move(body.text).value_or(""),
                      .at = body.at,
                      .key = std::string()});
      }));
}

}  // namespace

void add_investor_routes(Router& router, const RouteParts& parts) {
  auto& desk = parts.desk;
  add_writing_routes(router, desk);
  router.add(make_route<api::SeenOffline, Nothing>(
      {.method = Method::post,
       .pattern = "/v1/investors/{id}/seen-offline",
       .summary = "Writes down what a console showed of its own copy while it had no hub.",
       .policy = {.need = Need::session, .permission = Permission::investor_look},
       .status = 204,
       .idempotency_key = true},
      [&desk](const Call& call, const api::SeenOffline& body) { return seen_offline(desk, call, body); }));
  router.add(make_route<api::InvestorSearch, api::InvestorMatches>(
      {.method = Method::post,
       .pattern = "/v1/investors/search",
       .summary = "Finds investors by exact terms; journaled.",
       .policy = kLook},
      [&desk](const Call& call, const api::InvestorSearch& terms) { return search(desk, call, terms); }));
  router.add(make_route<Nothing, api::InvestorHead>({.method = Method::get,
                                                     .pattern = "/v1/investors/{id}",
                                                     .summary = "An investor, masked; journaled.",
                                                     .policy = kLook},
                                                    [&desk](const Call& call) -> Answer<api::InvestorHead> {
                                                      const auto id = call.id<InvestorId>("id");
                                                      if (!id) return std::unexpected(refuse(404, codes::not_found));
                                                      return answer(desk.head(viewer(call), *id));
                                                    }));
  router.add(make_route<api::HistoryRequest, api::HistoryPage>(
      {.method = Method::post,
       .pattern = "/v1/investors/{id}/history",
       .summary = "Messages to an investor over all channels, notes and calls, newest first; journaled.",
       .policy = kLook},
      [&desk](const Call& call, const api::HistoryRequest& request) { return history_page(desk, call, request); }));
  router.add(make_route<api::RevealRequest, api::Revealed>(
      {.method = Method::post,
       .pattern = "/v1/investors/{id}/reveal",
       .summary = "One field in plain for 30 seconds; journaled with its own reason.",
       .policy = kReveal},
      [&desk](const Call& call, const api::RevealRequest& request) { return reveal(desk, call, request); }));
  router.add(
      make_route<Nothing, api::DeliveryWhy>({.method = Method::get,
                                             .pattern = "/v1/deliveries/{id}/why",
                                             .summary = "What led to the present state of a delivery; journaled.",
                                             .policy = kLook},
                                            [&desk](const Call& call) -> Answer<api::DeliveryWhy> {
                                              const auto id = call.id<DeliveryId>("id");
                                              if (!id) return std::unexpected(refuse(404, codes::not_found));
                                              return answer(desk.why(viewer(call), *id));
                                            }));
}

}  // namespace guardline::edge
