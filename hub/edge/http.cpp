// Requests and answers as the rest of the hub sees them. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/edge/http.h"

#include <algorithm>
#include <cctype>

namespace guardline::edge {

std::string_view name(Method method) noexcept {
  switch (method) {
    case Method::get:
      return "GET";
    case Method::post:
      return "POST";
    case Method::put:
      return "PUT";
    case Method::patch:
      return "PATCH";
    case Method::delete_:
      return "DELETE";
  }
  return "?";
}

std::string_view name(Door door) noexcept {
  switch (door) {
    case Door::ops:
      return "ops";
    case Door::open:
      return "public";
    case Door::local:
      return "local";
  }
  return "?";
}

std::string_view Request::header(std::string_view name) const {
  const auto found = std::find_if(headers.begin(), headers.end(), [&](const auto& each) { return each.first == name; });
  return found == headers.end() ? std::string_view() : std::string_view(found->second);
}

bool Request::has_header(std::string_view name) const {
  return std::any_of(headers.begin(), headers.end(), [&](const auto& each) { return each.first == name; });
}

std::string_view Request::credential(std::string_view scheme) const {
  std::string_view value = header("authorization");
  const auto blank = value.find(' ');
  if (blank == std::string_view::npos || blank != scheme.size()) return {};
  const auto same = [](char a, char b) {
    return std::tolower(static_cast<unsigned char>(a)) == std::tolower(static_cast<unsigned char>(b));
  };
  if (!std::equal(scheme.begin(), scheme.end(), value.begin(), same)) return {};
  value.remove_prefix(blank + 1);
  while (value.starts_with(' ')) value.remove_prefix(1);
  return value;
}

}  // namespace guardline::edge
