// /v1/notices: something to tell investors. SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/problem_codes.h"
#include "hub/edge/idempotency.h"
#include "hub/edge/routes/notice_intake.h"
#include "hub/edge/routes/routes.h"

namespace guardline::edge {
namespace {

namespace codes = api::codes;

Refusal translate(const Error& error) {
  switch (error.code) {
    case ErrorCode::invalid_argument:
      return refuse(422, codes::notice_refused, error.message);
    case ErrorCode::conflict:
      return refuse(422, codes::idempotency_key_reused);
    default:
      return refuse(error);
  }
}

Answer<api::NoticeAccepted> accept(NoticeIntake& notices, const Call& call, const api::NoticeRequest& body) {
  const auto key = idempotency_key(call.request);
  if (!key) return std::unexpected(key.error());
  const auto actor = call.caller.session ? call.caller.session->account : AccountId{};
  auto accepted = notices.accept(body, actor, *key);
  if (!accepted) return std::unexpected(translate(accepted.error()));
  return *accepted;
}

}  // namespace

void add_notice_routes(Router& router, const RouteParts& parts) {
  auto& notices = parts.notices;
  router.add(make_route<api::NoticeRequest, api::NoticeAccepted>(
      {.method = Method::post,
       .pattern = "/v1/notices",
       .summary = "Takes a notice; answered once it is durable.",
       .policy = {.need = Need::session, .permission = Permission::notice_send, .local_too = true},
       .status = 201,
       .idempotency_key = true},
      [&notices](const Call& call, const api::NoticeRequest& body) { return accept(notices, call, body); }));
  router.add(make_route<Nothing, api::NoticeProgress>(
      {.method = Method::get,
       .pattern = "/v1/notices/{id}",
       .summary = "What became of a notice so far.",
       .policy = {.need = Need::session, .permission = Permission::notice_read, .local_too = true}},
      [&notices](const Call& call) -> Answer<api::NoticeProgress> {
        const auto id = call.id<NoticeId>("id");
        if (!id) return std::unexpected(refuse(404, codes::not_found));
        auto progress = notices.progress(*id);
        if (!progress) return std::unexpected(refuse(progress.error()));
        return *progress;
      }));
}

}  // namespace guardline::edge
