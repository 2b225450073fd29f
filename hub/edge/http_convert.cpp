// Between Beast's messages and ours. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/edge/http_convert.h"

#include "core/api/problem_codes.h"
#include "hub/edge/service.h"

#include <algorithm>
#include <cctype>
#include <ctime>

#include <boost/beast/http/error.hpp>
#include <boost/beast/websocket/rfc6455.hpp>

namespace guardline::edge {
namespace {

namespace http = boost::beast::http;
namespace codes = api::codes;

std::optional<Method> method_of(http::verb verb) {
  switch (verb) {
    case http::verb::get:
      return Method::get;
    case http::verb::post:
      return Method::post;
    case http::verb::put:
      return Method::put;
    case http::verb::patch:
      return Method::patch;
    case http::verb::delete_:
      return Method::delete_;
    default:
      return std::nullopt;
  }
}

std::string lower(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(),
                 [](char c) { return static_cast<char>(std::tolower(static_cast<unsigned char>(c))); });
  return result;
}

/// RFC 9110 section 5.6.7; not through the C locale.
std::string http_date() {
  static constexpr const char* kDays[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  static constexpr const char* kMonths[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                            "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const std::time_t now = std::time(nullptr);
  std::tm utc{};
  gmtime_r(&now, &utc);
  char text[64];
  std::snprintf(text, sizeof text, "%s, %02d %s %04d %02d:%02d:%02d GMT", kDays[utc.tm_wday], utc.tm_mday,
                kMonths[utc.tm_mon], utc.tm_year + 1900, utc.tm_hour, utc.tm_min, utc.tm_sec);
  return text;
}

}  // namespace

std::optional<Refusal> convert(const HttpRequest& from, Request& to) {
  to.trace = make_trace();
  const auto hosts = from.count(http::field::host);
  if (hosts > 1 || (from.version() == 11 && hosts == 0)) {
    return refuse(400, codes::bad_request, "One Host field is needed.");
  }
  for (const char* once : {"Authorization", "Content-Type", "Idempotency-Key", "Origin"}) {
    if (from.count(once) > 1) return refuse(400, codes::bad_request, std::string(once) + " is there twice.");
  }
  // Beast reads a request whose coding it does not know as one without a body: what follows would be taken for the next
  // request (RFC 9112 section 6.3: such framing is refused, and the connection ends).
  if (const auto codings = from.count(http::field::transfer_encoding); codings > 0) {
    const auto value = from[http::field::transfer_encoding];
    if (codings > 1 || from.version() != 11 || lower({value.data(), value.size()}) != "chunked") {
      return refuse(400, codes::bad_request, "The one transfer coding is chunked.");
    }
  }
  const std::string_view target(from.target().data(), from.target().size());
  if (!target.starts_with('/')) return refuse(400, codes::bad_request, "The address must be a path.");
  const auto mark = target.find('?');
  to.path = target.substr(0, mark);
  if (mark != std::string_view::npos) to.query = target.substr(mark + 1);
  to.method = method_of(from.method());
  for (const auto& field : from) {
    to.headers.emplace_back(lower({field.name_string().data(), field.name_string().size()}),
                            std::string(field.value().data(), field.value().size()));
  }
  to.body = from.body();
  to.websocket = boost::beast::websocket::is_upgrade(from);
  return std::nullopt;
}

HttpResponse convert(Response from, bool keep_alive, Door door) {
  HttpResponse to;
  to.version(11);
  to.result(from.status);
  to.keep_alive(keep_alive);
  to.set(http::field::date, http_date());
  to.set(http::field::cache_control, "no-store");
  to.set("X-Content-Type-Options", "nosniff");
  if (door == Door::ops) to.set(http::field::strict_transport_security, "max-age=31536000");
  for (const auto& [name, value] : from.headers) to.set(name, value);
  if (!from.content_type.empty()) to.set(http::field::content_type, from.content_type);
  to.body() = std::move(from.body);
  if (from.status != 204) to.content_length(to.body().size());
  return to;
}

std::optional<Refusal> judge(boost::system::error_code error, bool too_slow) {
  if (too_slow) return refuse(408, codes::too_slow);
  if (error == http::error::header_limit || error == http::error::buffer_overflow) {
    return refuse(431, codes::header_too_large);
  }
  if (error == http::error::body_limit) return refuse(413, codes::body_too_large);
  if (error == http::error::end_of_stream || error == http::error::partial_message) return std::nullopt;
  static const boost::system::error_category& syntax = make_error_code(http::error::bad_method).category();
  if (error.category() == syntax) return refuse(400, codes::bad_request, "This is no HTTP request: " + error.message());
  return std::nullopt;
}

}  // namespace guardline::edge
