// What was said so far in one SMTP conversation, and what that comes to. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hub/dispatch/carrier.h"
#include "hub/mail/status.h"

#include <optional>
#include <string_view>

namespace guardline::dispatch {

/// Follows the commands sent and the answers received (fed by the library's callbacks) so that the outcome rests on
/// what the relay said, not on the library's error number. No I/O; one thread.
class Conversation {
 public:
  /// A command that left, as text. Only its verb is looked at: the rest may be a password.
  void command(std::string_view line) noexcept;
  /// A line of an answer.
  void answer(std::string_view line) noexcept;
  /// All bytes of the message were given to the library: from here on the final dot may have left.
  void message_given() noexcept { given_ = true; }

  [[nodiscard]] mail::Step step() const noexcept { return step_; }
  [[nodiscard]] bool given() const noexcept { return given_; }
  /// The answer to the last command, if it came.
  [[nodiscard]] const std::optional<mail::Reply>& last() const noexcept { return last_; }
  /// The relay itself (not one recipient or message) asks to slow down or shut the door for now.
  [[nodiscard]] bool relay_is_busy() const noexcept;

  /// The outcome. `done` = the library reports success. `trouble` = the library's own words for what went wrong; static
  /// text without addresses. References are left to the caller.
  [[nodiscard]] Answer outcome(bool done, std::string_view trouble) const;

 private:
  mail::Step step_{mail::Step::connect};
  bool given_{false};
  bool over_{false};  ///< QUIT was said
  std::optional<mail::Reply> last_;
};

}  // namespace guardline::dispatch
