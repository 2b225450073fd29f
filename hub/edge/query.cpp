// Parameters behind the '?'. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/edge/query.h"

#include "core/api/problem_codes.h"
#include "core/wire/format.h"

#include <algorithm>
#include <charconv>
#include <string_view>

namespace guardline::edge {
namespace {

std::unexpected<Refusal> bad(std::string what) {
  return std::unexpected(refuse(400, api::codes::bad_request, std::move(what)));
}

bool fits(const QueryParam& param, std::string_view value) {
  if (!param.words.empty()) return std::find(param.words.begin(), param.words.end(), value) != param.words.end();
  if (param.most > 0) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    return error == std::errc() && end == value.data() + value.size() && number >= 1 && number <= param.most;
  }
  return wire::matches(wire::Format::cursor, value) &&
         static_cast<std::int64_t>(value.size()) <= wire::format_bounds(wire::Format::cursor).most;
}

}  // namespace

std::expected<QueryValues, Refusal> read_query(const Request& request, const std::vector<QueryParam>& params) {
  QueryValues values;
  std::string_view rest = request.query;
  while (!rest.empty()) {
    const auto end = std::min(rest.find('&'), rest.size());
    const auto pair = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    const auto equals = std::min(pair.find('='), pair.size());
    const auto name = pair.substr(0, equals);
    const auto param = std::find_if(params.begin(), params.end(), [&](const auto& each) { return each.name == name; });
    if (param == params.end()) return bad("There is a query parameter that this does not know.");
    const auto value = pair.substr(std::min(equals + 1, pair.size()));
    if (!fits(*param, value)) return bad("Query parameter '" + param->name + "' has a value that it can't have.");
    if (!values.emplace(param->name, value).second) return bad("Query parameter '" + param->name + "' comes twice.");
  }
  return values;
}

}  // namespace guardline::edge
