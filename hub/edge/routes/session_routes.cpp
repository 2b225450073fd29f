// /v1/session, /v1/sessions: a person signs in and out, and sees where they are signed in. SPDX-License-Identifier:
// GPL-3.0-or-later
#include "core/api/problem_codes.h"
#include "core/api/session.h"
#include "hub/access/access.h"
#include "hub/edge/routes/refusals.h"
#include "hub/edge/routes/routes.h"
#include "hub/edge/stream_hub.h"

namespace guardline::edge {
namespace {

namespace codes = api::codes;

std::int64_t seconds(Micros time) { return std::chrono::duration_cast<std::chrono::seconds>(time).count(); }

Refusal translate(const access::Refusal& why) {
  switch (why.code) {
    case ErrorCode::unauthenticated:
      return with_tries(challenge(codes::sign_in_refused, "Bearer realm=\"guardline\""), why);
    case ErrorCode::exhausted:
      return with_tries(refuse(429, codes::account_waits), why);
    case ErrorCode::denied:
      return refuse(403, codes::account_locked);
    default:
      return refuse(Error{why.code, why.message});
  }
}

Answer<api::SessionGrant> sign_in(access::SignIn& service, const Call& call, api::SessionRequest body) {
  auto signed_in = service.sign_in({.account = std::move(body.account),
                                    .password = std::move(body.password),
                                    .code = std::move(body.totp),
                                    .device = call.caller.device->id,
                                    .address = call.request.address});
  if (!signed_in) return std::unexpected(translate(signed_in.error()));
  api::SessionGrant grant{.token = std::move(signed_in->token),
                          .session_id = signed_in->session,
                          .expires_at = signed_in->expires_at,
                          .idle_seconds = seconds(signed_in->idle),
                          .account = std::move(signed_in->account_name),
                          .display_name = std::move(signed_in->display_name),
                          .role = signed_in->role,
                          .second_factor_at = signed_in->second_factor_at,
                          .recovery_codes_left = {}};
  if (signed_in->by_recovery_code) grant.recovery_codes_left = signed_in->recovery_codes_left;
  return grant;
}

Refusal translate_step_up(const access::Refusal& why) {
  switch (why.code) {
    case ErrorCode::unauthenticated:
      return with_tries(refuse(403, codes::totp_wrong), why);
    case ErrorCode::not_found:
      return challenge(codes::session_required, "Bearer realm=\"guardline\"");
    case ErrorCode::invalid_argument:
      return refuse(wire::Violations{{"/note", "reason 'other' needs a note"}});
    default:
      return translate(why);
  }
}

Answer<api::StepUpGrant> step_up(access::SignIn& service, const Call& call, api::StepUpRequest body) {
  const auto at = service.step_up({.session = call.caller.session->id,
                                   .code = std::move(body.totp),
                                   .address = call.request.address,
                                   .reason = body.reason,
                                   .note = body.note.value_or("")});
  if (!at) return std::unexpected(translate_step_up(at.error()));
  return api::StepUpGrant{.second_factor_at = *at, .until = *at + kStepUpLasts, .reason = body.reason};
}

Answer<api::SessionList> own_sessions(access::Sessions& sessions, const Call& call) {
  const auto live = sessions.list(call.caller.session->account);
  if (!live) return std::unexpected(refuse(live.error()));
  api::SessionList list;
  for (const auto& each : *live) {
    api::SessionRow row{.session_id = each.id,
                        .device_name = each.device_name,
                        .shared = each.shared_device,
                        .place = {},
                        .created_at = each.created_at,
                        .seen_at = each.seen_at,
                        .expires_at = each.expires_at,
                        .current = each.id == call.caller.session->id};
    if (!each.place.empty()) row.place = each.place;
    list.sessions.push_back(std::move(row));
  }
  return list;
}

Answer<Nothing> end_own_session(access::Sessions& sessions, StreamHub& streams, const Call& call) {
  const auto id = call.id<SessionId>("id");
  if (!id) return std::unexpected(refuse(404, codes::not_found));
  // As nobody in particular: an administrator's wider right is no part of this list.
  const access::Actor self{.account = call.caller.session->account, .role = api::Role::agent};
  if (auto ok = sessions.revoke(*id, self); !ok) {
    // Somebody else's and none at all are one answer.
    if (ok.error().code == ErrorCode::denied) return std::unexpected(refuse(404, codes::not_found));
    return std::unexpected(refuse(ok.error()));
  }
  streams.close_session(*id);
  return Nothing{};
}

constexpr Policy kOwnSession{.need = Need::session, .permission = Permission::own_session};

}  // namespace

void add_session_routes(Router& router, const RouteParts& parts) {
  router.add(make_route<api::SessionRequest, api::SessionGrant>(
      {.method = Method::post,
       .pattern = "/v1/session",
       .summary = "Signs a person in on this device.",
       .policy = {.need = Need::device},
       .status = 201},
      [&service = parts.access.sign_in()](const Call& call, api::SessionRequest body) {
        return sign_in(service, call, std::move(body));
      }));
  router.add(make_route<Nothing, api::SessionInfo>(
      {.method = Method::get, .pattern = "/v1/session", .summary = "The session as it is.", .policy = kOwnSession},
      [](const Call& call) -> Answer<api::SessionInfo> {
        const auto& session = *call.caller.session;
        return api::SessionInfo{.session_id = session.id,
                                .expires_at = session.expires_at,
                                .idle_seconds = seconds(session.idle),
                                .account = session.account_name,
                                .display_name = session.display_name,
                                .role = session.role,
                                .second_factor_at = session.second_factor_at};
      }));
  router.add(make_route<api::StepUpRequest, api::StepUpGrant>(
      {.method = Method::post,
       .pattern = "/v1/session/step-up",
       .summary = "A fresh second factor, and why investors are looked at from now on.",
       .policy = kOwnSession},
      [&service = parts.access.sign_in()](const Call& call, api::StepUpRequest body) {
        return step_up(service, call, std::move(body));
      }));
  router.add(make_route<Nothing, Nothing>(
      {.method = Method::delete_,
       .pattern = "/v1/session",
       .summary = "Signs out.",
       .policy = kOwnSession,
       .status = 204},
      [&sessions = parts.access.sessions(), &streams = parts.streams](const Call& call) -> Answer<Nothing> {
        const auto session = call.caller.session->id;
        if (auto ok = sessions.sign_out(session); !ok && ok.error().code != ErrorCode::not_found) {
          return std::unexpected(refuse(ok.error()));
        }
        streams.close_session(session);
        return Nothing{};
      }));
  router.add(make_route<Nothing, api::SessionList>(
      {.method = Method::get,
       .pattern = "/v1/sessions",
       .summary = "The caller's own live sessions, newest first.",
       .policy = kOwnSession},
      [&sessions = parts.access.sessions()](const Call& call) { return own_sessions(sessions, call); }));
  router.add(make_route<Nothing, Nothing>({.method = Method::delete_,
                                           .pattern = "/v1/sessions/{id}",
                                           .summary = "Ends one of the caller's own sessions and its streams.",
                                           .policy = kOwnSession,
                                           .status = 204},
                                          [&sessions = parts.access.sessions(), &streams = parts.streams](
                                              const Call& call) { return end_own_session(sessions, streams, call); }));
}

}  // namespace guardline::edge
