// Answers that say no. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/edge/problem.h"

#include "core/api/problem_codes.h"

namespace guardline::edge {
namespace {

namespace codes = api::codes;

std::string_view title(unsigned status) {
  switch (status) {
    case 400:
      return "Bad request";
    case 401:
      return "Not signed in";
    case 403:
      return "Not allowed";
    case 404:
      return "Not found";
    case 405:
      return "Method not allowed";
    case 408:
      return "Too slow";
    case 409:
      return "Conflict";
    case 413:
      return "Body too large";
    case 415:
      return "Unsupported type";
    case 422:
      return "Refused";
    case 426:
      return "Upgrade required";
    case 429:
      return "Too many requests";
    case 431:
      return "Header too large";
    case 503:
      return "Unavailable";
    default:
      return "Internal error";
  }
}

}  // namespace

Refusal refuse(unsigned status, std::string_view code, std::string detail) {
  Refusal refusal;
  refusal.problem.status = status;
  refusal.problem.title = title(status);
  refusal.problem.code = code;
  if (!detail.empty()) refusal.problem.detail = std::move(detail);
  return refusal;
}

Refusal refuse(const wire::Violations& violations) {
  Refusal refusal = refuse(400, codes::invalid_body, "The body breaks its schema; see errors.");
  auto& errors = refusal.problem.errors.emplace();
  for (const auto& violation : violations) errors.push_back({violation.pointer, violation.detail});
  return refusal;
}

Refusal refuse_for_now(std::string_view code, std::int64_t seconds, unsigned status) {
  Refusal refusal = refuse(status, code);
  refusal.problem.retry_after_seconds = seconds;
  refusal.headers.emplace_back("Retry-After", std::to_string(seconds));
  return refusal;
}

Refusal challenge(std::string_view code, std::string www_authenticate, std::string detail) {
  Refusal refusal = refuse(401, code, std::move(detail));
  refusal.headers.emplace_back("WWW-Authenticate", std::move(www_authenticate));
  return refusal;
}

Refusal step_up(std::int64_t max_age_seconds) {
  return challenge(codes::step_up_required,
                   "Bearer error=\"insufficient_user_authentication\", "
                   "error_description=\"A fresher second factor is needed\", max_age=\"" +
                       std::to_string(max_age_seconds) + "\"",
                   "This act needs a step-up: a fresh second factor, with a reason.");
}

Refusal refuse(const Error& error) {
  switch (error.code) {
    case ErrorCode::invalid_argument:
      return refuse(422, codes::bad_request, error.message);
    case ErrorCode::not_found:
      return refuse(404, codes::not_found);
    case ErrorCode::conflict:
      return refuse(409, codes::conflict, error.message);
    case ErrorCode::denied:
      return refuse(403, codes::role_not_allowed);
    case ErrorCode::unauthenticated:
      return challenge(codes::session_required, "Bearer realm=\"guardline\"");
    case ErrorCode::exhausted:
      return refuse_for_now(codes::busy, 1);
    case ErrorCode::unavailable:
    case ErrorCode::timeout:
    case ErrorCode::lease_lost:
      return refuse_for_now(codes::unavailable, 2, 503);
    case ErrorCode::corrupt:
    case ErrorCode::io:
    case ErrorCode::internal:
      break;
  }
  return refuse(500, codes::internal);
}

Response to_response(const Refusal& refusal, std::string_view trace) {
  wire::Problem problem = refusal.problem;
  if (!trace.empty()) problem.trace = trace;
  return Response{.status = static_cast<unsigned>(problem.status),
                  .content_type = "application/problem+json",
                  .body = wire::to_json(problem),
                  .headers = refusal.headers,
                  .upgrade = {},
                  .code = problem.code};
}

}  // namespace guardline::edge
