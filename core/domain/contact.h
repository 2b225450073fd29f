// What stands in an investor's time line, and what is said of a call. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace guardline {

/// Kinds of entries. Numbers are stored: never renumber.
enum class EntryKind : std::uint8_t {
  message = 1,  ///< one notice to one investor
  note = 2,     ///< words of a member of staff
  call = 3,     ///< a telephone call, as a member of staff wrote it down
};
std::string_view name(EntryKind kind) noexcept;

enum class CallDirection : std::uint8_t { incoming = 1, outgoing = 2 };
std::string_view name(CallDirection direction) noexcept;

enum class CallOutcome : std::uint8_t {
  answered = 1,
  no_answer = 2,
  busy = 3,
  switched_off = 4,  ///< or out of service
  wrong_person = 5,  ///< somebody else answered
};
std::string_view name(CallOutcome outcome) noexcept;

inline constexpr std::int64_t kLongestCall = 600;  ///< minutes

/// What may be said of a call in the clear: it names nobody.
struct CallFacts {
  CallDirection direction{CallDirection::incoming};
  CallOutcome outcome{CallOutcome::answered};
  std::int64_t minutes{};  ///< 0..kLongestCall, rounded as the person likes
  friend bool operator==(const CallFacts&, const CallFacts&) = default;
};
/// "outgoing:answered:2", as the `code` of its event.
std::string code_of(const CallFacts& call);
/// The other way; nothing for what is no such code.
std::optional<CallFacts> call_from(std::string_view code);

}  // namespace guardline
