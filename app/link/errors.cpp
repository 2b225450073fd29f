// From answers of the wire to the failures that pages know. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/link/errors.h"

#include "core/api/problem_codes.h"
#include "core/wire/codec.h"
#include "core/wire/problem.h"

#include <string_view>
#include <utility>

namespace guardline::app {
namespace {

using models::Failure;
using models::SessionError;
namespace codes = api::codes;

SessionError made(Failure failure, const char16_t* reference) {
  return {.failure = failure, .attempts_left = {}, .until = {}, .reference = QString::fromUtf16(reference)};
}

constexpr std::pair<std::string_view, Failure> kCodes[] = {
    {codes::sign_in_refused, Failure::refused},
    {codes::account_waits, Failure::waits},
    {codes::account_locked, Failure::locked},
    {codes::role_not_allowed, Failure::role},
    {codes::device_revoked, Failure::device_revoked},
    {codes::device_unknown, Failure::device_unknown},
    {codes::device_required, Failure::device_unknown},
    {codes::enrolment_refused, Failure::code_refused},
    {codes::totp_wrong, Failure::totp_wrong},
    {codes::totp_bound, Failure::already},
    {codes::conflict, Failure::already},
    {codes::busy, Failure::busy},
    {codes::unavailable, Failure::unreachable},
    {codes::stopping, Failure::unreachable},
};

std::optional<wire::Problem> problem_in(const HttpAnswer& answer) {
  if (answer.trouble || answer.status < 400) return std::nullopt;
  auto problem = wire::from_json<wire::Problem>(answer.body, {.ignore_unknown = true});
  return problem ? std::optional(std::move(*problem)) : std::nullopt;
}

}  // namespace

SessionError error_of(Trouble trouble) {
  switch (trouble) {
    case Trouble::unreachable:
      return made(Failure::unreachable, u"E-1001");
    case Trouble::timed_out:
      return made(Failure::unreachable, u"E-1002");
    case Trouble::foreign_hub:
      return made(Failure::certificate_refused, u"E-1003");
    case Trouble::own_certificate:
      return made(Failure::device_unknown, u"E-1004");
    case Trouble::proxy:
      return made(Failure::unreachable, u"E-1005");
    case Trouble::too_large:
      return made(Failure::version, u"E-1006");
    case Trouble::too_many_requests:
      return made(Failure::internal, u"E-1007");
    case Trouble::no_identity:
      return made(Failure::device_unknown, u"E-1009");
  }
  return made(Failure::internal, u"E-1203");
}

SessionError error_of(const DeviceFailure& failure) {
  switch (failure.kind) {
    case DeviceFailure::Kind::secrets:
      break;
    case DeviceFailure::Kind::file:
      return made(Failure::internal, u"E-1201");
    case DeviceFailure::Kind::mismatch:
      return made(Failure::device_unknown, u"E-1202");
    case DeviceFailure::Kind::internal:
      return made(Failure::internal, u"E-1203");
  }
  switch (failure.secret.value_or(SecretFailure::missing_service)) {
    case SecretFailure::missing_service:
      return made(Failure::keychain, u"E-1101");
    case SecretFailure::locked:
      return made(Failure::keychain, u"E-1102");
    case SecretFailure::absent:
      return made(Failure::keychain, u"E-1103");
    case SecretFailure::refused:
      return made(Failure::keychain, u"E-1104");
    case SecretFailure::timed_out:
      return made(Failure::keychain, u"E-1105");
  }
  return made(Failure::internal, u"E-1203");
}

SessionError error_of(const HttpAnswer& answer, Timestamp now) {
  if (answer.trouble) return error_of(*answer.trouble);
  const auto problem = problem_in(answer);
  if (!problem) return not_understood();
  SessionError error{.failure = Failure::internal,
                     .attempts_left = {},
                     .until = {},
                     .reference = QString::fromStdString(problem->code)};
  for (const auto& [code, failure] : kCodes) {
    if (problem->code == code) error.failure = failure;
  }
  if (problem->attempts_left) error.attempts_left = static_cast<int>(*problem->attempts_left);
  if (problem->retry_after_seconds) error.until = now + std::chrono::seconds(*problem->retry_after_seconds);
  return error;
}

SessionError not_understood() { return made(Failure::version, u"E-1008"); }

std::string problem_code(const HttpAnswer& answer) {
  auto problem = problem_in(answer);
  return problem ? std::move(problem->code) : std::string();
}

}  // namespace guardline::app
