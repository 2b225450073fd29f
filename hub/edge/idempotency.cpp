// The Idempotency-Key header. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/edge/idempotency.h"

#include "core/api/problem_codes.h"

#include <algorithm>

namespace guardline::edge {

std::expected<std::string, Refusal> idempotency_key(const Request& request) {
  if (!request.has_header("idempotency-key")) {
    return std::unexpected(refuse(400, api::codes::idempotency_key_missing, "This needs an Idempotency-Key."));
  }
  std::string_view key = request.header("idempotency-key");
  if (key.size() >= 2 && key.starts_with('"') && key.ends_with('"')) key = key.substr(1, key.size() - 2);
  const bool visible =
      std::all_of(key.begin(), key.end(), [](char c) { return c > ' ' && c < 0x7f && c != '"' && c != '\\'; });
  if (key.empty() || key.size() > 128 || !visible) {
    return std::unexpected(refuse(400, api::codes::bad_request, "An Idempotency-Key has 1 to 128 visible characters."));
  }
  return std::string(key);
}

}  // namespace guardline::edge
