// One route: where, who, what goes in and out, and what runs. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wire/codec.h"
#include "hub/edge/http.h"
#include "hub/edge/identities.h"
#include "hub/edge/policy.h"
#include "hub/edge/problem.h"
#include "hub/edge/query.h"

#include <expected>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace guardline::edge {

/// Who the gate found.
struct Caller {
  bool local{false};
  std::optional<DeviceIdentity> device;
  std::optional<SessionIdentity> session;
};

/// What a handler sees. Lives until the handler returns (asynchronous handlers copy what they need).
struct Call {
  const Request& request;
  const Caller& caller;
  const std::map<std::string, std::string, std::less<>>& path;  ///< values of the pattern's {names}

  /// The id in the path. Only for names that stand in the pattern; nothing if the text is no UUID.
  template <class IdType>
  [[nodiscard]] std::optional<IdType> id(std::string_view name) const {
    const auto found = path.find(name);
    return found == path.end() ? std::nullopt : IdType::parse(found->second);
  }
};

/// What a route does, as its readers see it.
struct RouteSpec {
  Method method{Method::get};
  std::string pattern;  ///< "/v1/notices/{id}"; each {name} is of the form `path`
  std::string summary;  ///< one sentence for the API's readers
  Policy policy;
  unsigned status{200};  ///< of success
  bool idempotency_key{false};
  std::string scheme{};                ///< Authorization scheme a handler checks itself ("Enrolment", "Ticket")
  std::vector<QueryParam> query{};     ///< what may stand behind the '?'; the handler calls read_query
  bool form{false};                    ///< takes a form's fields; the handler calls read_form
  std::optional<wire::Format> path{};  ///< form of what stands for the pattern's {name}s; none: UUIDs
};

struct Route {
  RouteSpec spec;
  const wire::Type* in{nullptr};   ///< body type; null = no body
  const wire::Type* out{nullptr};  ///< answer type; null = none
  std::function<void(const Call&, Responder)> handle;
};

/// Stands for "no body".
struct Nothing {};

template <class T>
using Answer = std::expected<T, Refusal>;

/// The body as T, or the refusal with every place.
template <class T>
Answer<T> read_body(const Request& request) {
  auto read = wire::from_json<T>(request.body);
  if (!read) return std::unexpected(refuse(read.error()));
  return std::move(*read);
}

/// The success answer.
template <class T>
Response write_body(unsigned status, const T& value) {
  return {.status = status,
          .content_type = "application/json",
          .body = wire::to_json(value),
          .headers = {},
          .upgrade = {},
          .code = {}};
}

/// A typed route: `handle(call, in)` (or `handle(call)` without a body) gives Answer<Out>; runs on the worker pool.
template <class In, class Out, class Handler>
Route make_route(RouteSpec spec, Handler handler) {
  Route route;
  const unsigned status = spec.status;
  route.spec = std::move(spec);
  if constexpr (!std::is_same_v<In, Nothing>) route.in = &wire::type_of<In>();
  if constexpr (!std::is_same_v<Out, Nothing>) route.out = &wire::type_of<Out>();
  route.handle = [status, handler = std::move(handler)](const Call& call, Responder respond) {
    auto answer = [&]() -> Answer<Out> {
      if constexpr (std::is_same_v<In, Nothing>) {
        return handler(call);
      } else {
        auto in = read_body<In>(call.request);
        if (!in) return std::unexpected(in.error());
        return handler(call, std::move(*in));
      }
    }();
    if (!answer) return respond(to_response(answer.error(), call.request.trace));
    if constexpr (std::is_same_v<Out, Nothing>) {
      respond(Response{.status = status, .content_type = {}, .body = {}, .headers = {}, .upgrade = {}, .code = {}});
    } else {
      respond(write_body(status, *answer));
    }
  };
  return route;
}

}  // namespace guardline::edge
