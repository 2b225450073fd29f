// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/edge/form.h"

#include "core/api/problem_codes.h"

#include <boost/url/parse_query.hpp>

namespace guardline::edge {

namespace {

constexpr std::size_t kMostBytes = 4096;
constexpr std::size_t kMostFields = 16;

}  // namespace

std::expected<Fields, Refusal> read_form(const Request& request) {
  namespace codes = api::codes;
  if (request.body.empty()) return Fields{};
  if (request.body.size() > kMostBytes) return std::unexpected(refuse(413, codes::body_too_large));
  const auto type = request.header("content-type");
  if (type.substr(0, type.find_first_of("; ")) != "application/x-www-form-urlencoded")
    return std::unexpected(refuse(415, codes::unsupported_type, "The body must be a form's fields."));
  const auto parsed = boost::urls::parse_query(request.body);
  if (!parsed || parsed->size() > kMostFields)
    return std::unexpected(refuse(400, codes::bad_request, "This is no form's text."));
  boost::urls::encoding_opts options;
  options.space_as_plus = true;
  Fields fields;
  for (const auto& field : *parsed) fields.emplace(field.key.decode(options), field.value.decode(options));
  return fields;
}

}  // namespace guardline::edge
