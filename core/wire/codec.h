// Wire structs to JSON text and back, with every error named. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wire/describe.h"
#include "core/wire/type.h"

#include <cstddef>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace guardline::wire {

/// One thing wrong with a body. `pointer` is an RFC 6901 JSON Pointer ("" is the whole document, "/route/0/mode" a
/// member). `detail` is English and never repeats the value.
struct Violation {
  std::string pointer;
  std::string detail;
};

/// Why a text is no T: never empty. At most kMaxViolations are collected; reading then stops.
using Violations = std::vector<Violation>;
inline constexpr std::size_t kMaxViolations = 64;

struct ReadOptions {
  std::size_t max_bytes{256 * 1024};  ///< longer texts are refused unread
  std::size_t max_depth{16};          ///< of nested arrays and objects
  /// A hub refuses members it doesn't know (a typing error must not be silently dropped); a console reading the answers
  /// of a newer hub passes over them.
  bool ignore_unknown{false};
};

/// The type-erased forms; use the templates below.
std::string write_json(const Type& type, const void* value);
bool read_json(const Type& type, void* value, std::string_view text, const ReadOptions& options,
               Violations& violations);

/// Compact UTF-8 JSON; empty optional members are left out. The value is trusted: constraints are not checked.
template <class T>
std::string to_json(const T& value) {
  return write_json(type_of<T>(), &value);
}

/// Reads and checks everything: syntax (RFC 8259, no doubled members, valid UTF-8), types, constraints, unknown
/// members.
template <class T>
std::expected<T, Violations> from_json(std::string_view text, const ReadOptions& options = {}) {
  T value{};
  Violations violations;
  if (!read_json(type_of<T>(), &value, text, options, violations)) return std::unexpected(std::move(violations));
  return value;
}

}  // namespace guardline::wire
