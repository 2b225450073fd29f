// Fields of a form, as browsers send them. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hub/edge/http.h"
#include "hub/edge/problem.h"

#include <expected>
#include <map>
#include <string>

namespace guardline::edge {

using Fields = std::map<std::string, std::string, std::less<>>;

/// application/x-www-form-urlencoded, at most 4 KiB and 16 fields; the first of several of one name. An empty body has
/// no fields. Refusals: 413, 415, 400 (no such text).
std::expected<Fields, Refusal> read_form(const Request& request);

}  // namespace guardline::edge
