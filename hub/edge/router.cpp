// From method and path to a route. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/edge/router.h"

#include "core/api/problem_codes.h"

#include <algorithm>
#include <cassert>
#include <optional>

namespace guardline::edge {
namespace {

using Names = std::map<std::string, std::string, std::less<>>;

/// The first segment of a path that begins with '/', and the rest.
std::pair<std::string_view, std::string_view> split(std::string_view path) {
  path.remove_prefix(1);
  const auto slash = path.find('/');
  if (slash == std::string_view::npos) return {path, {}};
  return {path.substr(0, slash), path.substr(slash)};
}

std::optional<Names> fit(std::string_view pattern, std::string_view path) {
  Names names;
  while (pattern.starts_with('/') && path.starts_with('/')) {
    const auto [want, pattern_rest] = split(pattern);
    const auto [have, path_rest] = split(path);
    if (want.starts_with('{')) {
      if (have.empty()) return std::nullopt;
      names.emplace(want.substr(1, want.size() - 2), have);
    } else if (want != have) {
      return std::nullopt;
    }
    pattern = pattern_rest;
    path = path_rest;
  }
  if (!pattern.empty() || !path.empty()) return std::nullopt;
  return names;
}

}  // namespace

bool visible(const Policy& policy, Door door) noexcept {
  switch (door) {
    case Door::open:
      return policy.need == Need::open;
    case Door::local:
      return policy.need == Need::local || policy.local_too;
    case Door::ops:
      return policy.need != Need::open && policy.need != Need::local;
  }
  return false;
}

void Router::add(Route route) {
  assert(std::none_of(routes_.begin(), routes_.end(), [&](const Route& each) {
    return each.spec.method == route.spec.method && each.spec.pattern == route.spec.pattern;
  }));
  routes_.push_back(std::move(route));
}

std::expected<Match, Refusal> Router::match(const Request& request) const {
  std::string allowed;
  for (const Route& route : routes_) {
    if (!visible(route.spec.policy, request.door)) continue;
    auto names = fit(route.spec.pattern, request.path);
    if (!names) continue;
    if (request.method == route.spec.method) return Match{&route, std::move(*names)};
    if (!allowed.empty()) allowed += ", ";
    allowed += name(route.spec.method);
  }
  if (allowed.empty()) return std::unexpected(refuse(404, api::codes::not_found));
  Refusal refusal = refuse(405, api::codes::method_not_allowed);
  refusal.headers.emplace_back("Allow", std::move(allowed));
  return std::unexpected(std::move(refusal));
}

}  // namespace guardline::edge
