// The Idempotency-Key header. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hub/edge/problem.h"

#include <expected>
#include <string>

namespace guardline::edge {

/// The key of a request: 1..128 visible ASCII characters, bare or as a quoted string
/// (draft-ietf-httpapi-idempotency-key- header-07 section 2.1). 400 idempotency-key-missing when absent, 400
/// bad-request when it is none.
std::expected<std::string, Refusal> idempotency_key(const Request& request);

}  // namespace guardline::edge
