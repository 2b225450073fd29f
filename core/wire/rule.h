// What a member of a wire struct may hold, said once per struct. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wire/format.h"

#include <cstdint>
#include <string_view>

namespace guardline::wire {

/// Integers on the wire stay within what every JSON reader keeps exact (RFC 7493 section 2.2): ±(2^53 − 1).
inline constexpr std::int64_t kMaxInteger = 9007199254740991;

/// The constraint of one member; made by the functions below, one per described member, in `wire_rules(const T*)`.
/// Whether a member is required is not said here: `std::optional` members may be left out, all others must be there.
struct Rule {
  enum class Of : std::uint8_t { text, integer, boolean, time, id, choice, object, list };

  Of of{};
  std::string_view member{};
  std::string_view says{};      ///< one sentence for the API's readers: meaning, unit
  std::int64_t min{0};          ///< text: fewest Unicode characters; integer: smallest value; list: fewest items
  std::int64_t max{0};          ///< likewise the most
  Format format{Format::line};  ///< text only
  bool secret{false};           ///< never logged, `writeOnly` or a password field in the OpenAPI document
  // the items of a list of texts
  std::int64_t each_min{0};
  std::int64_t each_max{0};
  Format each_format{Format::line};

  /// Bounds for the items of a list of texts.
  [[nodiscard]] constexpr Rule each(std::int64_t least, std::int64_t most, Format shape = Format::line) const {
    Rule copy = *this;
    copy.each_min = least;
    copy.each_max = most;
    copy.each_format = shape;
    return copy;
  }
  /// The value is a credential.
  [[nodiscard]] constexpr Rule hidden() const {
    Rule copy = *this;
    copy.secret = true;
    return copy;
  }
};

/// Text of `least`..`most` Unicode characters on one line (no control characters), or of the given format.
constexpr Rule text(std::string_view member, std::int64_t least, std::int64_t most, std::string_view says,
                    Format format = Format::line) {
  return {.of = Rule::Of::text, .member = member, .says = says, .min = least, .max = most, .format = format};
}
/// Text whose format also bounds its length.
constexpr Rule shaped(std::string_view member, Format format, std::string_view says) {
  const auto bounds = format_bounds(format);
  return {
      .of = Rule::Of::text, .member = member, .says = says, .min = bounds.least, .max = bounds.most, .format = format};
}
constexpr Rule integer(std::string_view member, std::int64_t least, std::int64_t most, std::string_view says) {
  return {.of = Rule::Of::integer, .member = member, .says = says, .min = least, .max = most};
}
/// A count that can't be negative.
constexpr Rule count(std::string_view member, std::string_view says) { return integer(member, 0, kMaxInteger, says); }
constexpr Rule flag(std::string_view member, std::string_view says) {
  return {.of = Rule::Of::boolean, .member = member, .says = says};
}
/// A `Timestamp`: integer microseconds since 1970-01-01T00:00:00Z.
constexpr Rule time(std::string_view member, std::string_view says) {
  return {.of = Rule::Of::time, .member = member, .says = says, .min = 0, .max = kMaxInteger};
}
/// An `Id<Tag>` as canonical UUID text.
constexpr Rule id(std::string_view member, std::string_view says) {
  return {.of = Rule::Of::id, .member = member, .says = says};
}
/// A described enum (BOOST_DESCRIBE_ENUM): the enumerators' names are the wire's words.
constexpr Rule choice(std::string_view member, std::string_view says) {
  return {.of = Rule::Of::choice, .member = member, .says = says};
}
constexpr Rule object(std::string_view member, std::string_view says) {
  return {.of = Rule::Of::object, .member = member, .says = says};
}
constexpr Rule list(std::string_view member, std::int64_t least, std::int64_t most, std::string_view says) {
  return {.of = Rule::Of::list, .member = member, .says = says, .min = least, .max = most};
}

}  // namespace guardline::wire
