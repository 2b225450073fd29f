// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/contact.h"

#include <array>
#include <charconv>

namespace guardline {
namespace {

/// The one of `all` that is called so.
template <class Value, std::size_t count>
std::optional<Value> named(std::string_view word, const std::array<Value, count>& all) {
  for (const auto each : all) {
    if (name(each) == word) return each;
  }
  return std::nullopt;
}

constexpr std::array kDirections{CallDirection::incoming, CallDirection::outgoing};
constexpr std::array kOutcomes{CallOutcome::answered, CallOutcome::no_answer, CallOutcome::busy,
                               CallOutcome::switched_off, CallOutcome::wrong_person};

}  // namespace

std::string_view name(EntryKind kind) noexcept {
  switch (kind) {
    case EntryKind::message:
      return "message";
    case EntryKind::note:
      return "note";
    case EntryKind::call:
      return "call";
  }
  return "?";
}

std::string_view name(CallDirection direction) noexcept {
  switch (direction) {
    case CallDirection::incoming:
      return "incoming";
    case CallDirection::outgoing:
      return "outgoing";
  }
  return "?";
}

std::string_view name(CallOutcome outcome) noexcept {
  switch (outcome) {
    case CallOutcome::answered:
      return "answered";
    case CallOutcome::no_answer:
      return "no_answer";
    case CallOutcome::busy:
      return "busy";
    case CallOutcome::switched_off:
      return "switched_off";
    case CallOutcome::wrong_person:
      return "wrong_person";
  }
  return "?";
}

std::string code_of(const CallFacts& call) {
  return std::string(name(call.direction)) + ":" + std::string(name(call.outcome)) + ":" + std::to_string(call.minutes);
}

std::optional<CallFacts> call_from(std::string_view code) {
  const auto first = code.find(':');
  const auto second = first == std::string_view::npos ? first : code.find(':', first + 1);
  if (second == std::string_view::npos) return std::nullopt;
  const auto direction = named(code.substr(0, first), kDirections);
  const auto outcome = named(code.substr(first + 1, second - first - 1), kOutcomes);
  const auto digits = code.substr(second + 1);
  std::int64_t minutes = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), minutes);
  const bool number = error == std::errc() && end == digits.data() + digits.size();
  if (!direction || !outcome || !number || minutes < 0 || minutes > kLongestCall) return std::nullopt;
  return CallFacts{.direction = *direction, .outcome = *outcome, .minutes = minutes};
}

}  // namespace guardline
