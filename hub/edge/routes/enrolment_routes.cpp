// /v1/enrolment: a device becomes known. SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/enrolment.h"
#include "core/api/problem_codes.h"
#include "hub/access/access.h"
#include "hub/edge/routes/refusals.h"
#include "hub/edge/routes/routes.h"

namespace guardline::edge {
namespace {

namespace codes = api::codes;

/// The routes behind the first take the poll token; it is checked by hub/access together with the device's id.
RouteSpec with_token(Method method, std::string pattern, std::string summary, unsigned status) {
  return {.method = method,
          .pattern = "/v1/enrolment/{device_id}" + std::move(pattern),
          .summary = std::move(summary),
          .policy = {.need = Need::anyone},
          .status = status,
          .scheme = "Enrolment"};
}

Refusal unknown_enrolment() {
  return challenge(codes::enrolment_refused, "Enrolment realm=\"guardline\"",
                   "Unknown enrolment, wrong token, or over.");
}

Refusal translate(const Error& error) {
  return error.code == ErrorCode::unauthenticated ? unknown_enrolment() : refuse(error);
}

Refusal translate_request(const access::Refusal& why) {
  switch (why.code) {
    case ErrorCode::unauthenticated:
      return with_tries(refuse(403, codes::enrolment_refused), why);
    case ErrorCode::invalid_argument:
      return refuse(400, codes::csr_invalid, why.message);
    case ErrorCode::exhausted:
      return with_tries(refuse(429, codes::account_waits), why);
    default:
      return refuse(Error{why.code, why.message});
  }
}

Refusal translate_code(const access::Refusal& why) {
  switch (why.code) {
    case ErrorCode::unauthenticated:
      return unknown_enrolment();
    case ErrorCode::denied:
      return with_tries(refuse(403, codes::totp_wrong), why);
    case ErrorCode::exhausted:
      return with_tries(refuse(429, codes::account_waits), why);
    case ErrorCode::conflict:
      return refuse(409, codes::totp_bound, why.message);
    default:
      return refuse(Error{why.code, why.message});
  }
}

/// Calls `act(device, token)` with what the request brings.
template <class Act>
auto with_device(const Call& call, Act act) -> decltype(act(DeviceId{}, std::string_view{})) {
  const auto device = call.id<DeviceId>("device_id");
  const auto token = call.request.credential("Enrolment");
  if (!device || token.empty()) return std::unexpected(unknown_enrolment());
  return act(*device, token);
}

Answer<api::EnrolmentReceipt> request_device(access::Enrolment& enrolment, const Call& call,
                                             api::EnrolmentRequest body) {
  auto receipt = enrolment.request({.secret = std::move(body.secret),
                                    .csr_pem = std::move(body.csr_pem),
                                    .device_name = std::move(body.device_name),
                                    .shared = body.shared,
                                    .address = call.request.address});
  if (!receipt) return std::unexpected(translate_request(receipt.error()));
  return api::EnrolmentReceipt{.device_id = receipt->device,
                               .fingerprint = std::move(receipt->fingerprint),
                               .account = std::move(receipt->account),
                               .display_name = std::move(receipt->display_name),
                               .role = receipt->role,
                               .factor_bound = receipt->factor_bound,
                               .poll_token = std::move(receipt->poll_token)};
}

api::EnrolmentStatus to_wire(access::EnrolmentState state) {
  const auto filled = [](std::string text) { return text.empty() ? std::nullopt : std::optional(std::move(text)); };
  return {.state = state.state,
          .submitted_at = state.submitted_at,
          .viewed_at = state.viewed_at,
          .approved_at = state.approved_at,
          .expires_at = state.expires_at,
          .totp_verified = state.totp_verified,
          .recovery_codes_issued = state.recovery_codes_issued,
          .certificate_pem = filled(std::move(state.certificate_pem)),
          .ca_pem = filled(std::move(state.ca_pem))};
}

}  // namespace

void add_enrolment_routes(Router& router, const RouteParts& parts) {
  auto& enrolment = parts.access.enrolment();
  router.add(make_route<api::EnrolmentRequest, api::EnrolmentReceipt>(
      {.method = Method::post,
       .pattern = "/v1/enrolment",
       .summary = "Asks for this device to be let in.",
       .policy = {.need = Need::anyone},
       .status = 201},
      [&enrolment](const Call& call, api::EnrolmentRequest body) {
        return request_device(enrolment, call, std::move(body));
      }));
  router.add(make_route<Nothing, api::EnrolmentStatus>(
      with_token(Method::get, "", "Where the enrolment stands.", 200), [&enrolment](const Call& call) {
        return with_device(call, [&](DeviceId device, std::string_view token) -> Answer<api::EnrolmentStatus> {
          auto state = enrolment.state(device, token);
          if (!state) return std::unexpected(translate(state.error()));
          return to_wire(std::move(*state));
        });
      }));
  router.add(make_route<Nothing, api::TotpSecret>(
      with_token(Method::post, "/totp", "A new secret for the authenticator.", 200), [&enrolment](const Call& call) {
        return with_device(call, [&](DeviceId device, std::string_view token) -> Answer<api::TotpSecret> {
          auto secret = enrolment.new_totp(device, token);
          if (secret) return api::TotpSecret{std::move(secret->secret_base32), std::move(secret->otpauth_uri)};
          if (secret.error().code == ErrorCode::conflict) {
            return std::unexpected(refuse(409, codes::totp_bound, secret.error().message));
          }
          return std::unexpected(translate(secret.error()));
        });
      }));
  router.add(make_route<api::TotpCode, Nothing>(
      with_token(Method::post, "/totp/verify", "Shows that the authenticator works.", 204),
      [&enrolment](const Call& call, const api::TotpCode& body) {
        return with_device(call, [&](DeviceId device, std::string_view token) -> Answer<Nothing> {
          const auto verified = enrolment.verify_totp(device, token, body.code);
          if (!verified) return std::unexpected(translate_code(verified.error()));
          return Nothing{};
        });
      }));
  router.add(make_route<Nothing, api::RecoveryCodes>(
      with_token(Method::post, "/recovery-codes", "Ten recovery codes, shown once.", 200),
      [&enrolment](const Call& call) {
        return with_device(call, [&](DeviceId device, std::string_view token) -> Answer<api::RecoveryCodes> {
          auto codes_made = enrolment.recovery_codes(device, token);
          if (!codes_made) return std::unexpected(translate(codes_made.error()));
          return api::RecoveryCodes{std::move(*codes_made)};
        });
      }));
}

}  // namespace guardline::edge
