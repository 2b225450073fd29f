// Answers that say no. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/wire/codec.h"
#include "core/wire/problem.h"
#include "hub/edge/http.h"

#include <string>
#include <string_view>

namespace guardline::edge {

/// A problem and the headers that go with it.
struct Refusal {
  wire::Problem problem;
  std::vector<std::pair<std::string, std::string>> headers;
};

/// `code` is one of core/api/problem_codes.h; the title comes from the status.
Refusal refuse(unsigned status, std::string_view code, std::string detail = {});
/// 400 invalid-body with every place.
Refusal refuse(const wire::Violations& violations);
/// 429 (or another status) with Retry-After.
Refusal refuse_for_now(std::string_view code, std::int64_t seconds, unsigned status = 429);
/// 401 with a WWW-Authenticate challenge.
Refusal challenge(std::string_view code, std::string www_authenticate, std::string detail = {});
/// RFC 9470: the session is fine, its second factor is older than this act allows.
Refusal step_up(std::int64_t max_age_seconds);
/// The general translation of an Error; routes translate the cases they know better themselves. Texts of internal
/// errors stay in the log.
Refusal refuse(const Error& error);

/// application/problem+json.
Response to_response(const Refusal& refusal, std::string_view trace);

}  // namespace guardline::edge
