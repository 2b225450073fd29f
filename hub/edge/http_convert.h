// Between Beast's messages and ours. Internal to the edge. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hub/edge/http.h"
#include "hub/edge/problem.h"

#include <optional>

#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/system/error_code.hpp>

namespace guardline::edge {

using HttpRequest = boost::beast::http::request<boost::beast::http::string_body>;
using HttpResponse = boost::beast::http::response<boost::beast::http::string_body>;

/// Fills all but door and peer. A refusal where two readers could understand the request differently: no or several
/// Host fields, a doubled Authorization, Content-Type or Idempotency-Key, an address that is no path.
std::optional<Refusal> convert(const HttpRequest& from, Request& to);

HttpResponse convert(Response from, bool keep_alive, Door door);

/// What to answer when reading failed; nothing where the connection is just gone. `too_slow`: our time limit ended it.
std::optional<Refusal> judge(boost::system::error_code error, bool too_slow);

}  // namespace guardline::edge
