// Parameters behind the '?'. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hub/edge/http.h"
#include "hub/edge/problem.h"

#include <cstdint>
#include <expected>
#include <map>
#include <string>
#include <vector>

namespace guardline::edge {

/// One parameter a route takes, always optional. Exactly one shape: `words`, or an integer 1..`most`, or (neither) an
/// opaque cursor.
struct QueryParam {
  std::string name;
  std::string says;
  std::vector<std::string> words{};
  std::int64_t most{0};
};

using QueryValues = std::map<std::string, std::string, std::less<>>;

/// The parameters that are there, each checked against its shape. No value of ours needs %-encoding. 400 bad-request: a
/// parameter that the route does not know, comes twice, or has another shape; the text names it and never its value.
std::expected<QueryValues, Refusal> read_query(const Request& request, const std::vector<QueryParam>& params);

}  // namespace guardline::edge
