// From method and path to a route. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hub/edge/route.h"

#include <expected>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace guardline::edge {

struct Match {
  const Route* route;
  std::map<std::string, std::string, std::less<>> path;
};

/// Filled once while the hub is put together, then read by all threads.
class Router {
 public:
  /// Asserts that no other route has this method and pattern.
  void add(Route route);
  [[nodiscard]] const std::vector<Route>& routes() const { return routes_; }

  /// Only routes that exist behind this door are seen. Refusals: 404 not-found, 405 method-not-allowed with Allow.
  [[nodiscard]] std::expected<Match, Refusal> match(const Request& request) const;

 private:
  std::vector<Route> routes_;
};

/// Whether a route with this policy is there for requests of this door.
bool visible(const Policy& policy, Door door) noexcept;

}  // namespace guardline::edge
