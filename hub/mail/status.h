// What a mail server's answer means for us. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/delivery.h"

#include <optional>
#include <string>
#include <string_view>

namespace guardline::mail {

/// An enhanced status code, RFC 3463: class (2, 4 or 5), subject and detail (0..999).
struct EnhancedStatus {
  int klass{};
  int subject{};
  int detail{};
  friend bool operator==(const EnhancedStatus&, const EnhancedStatus&) = default;
};

/// One answer of a server, RFC 5321 section 4.2 with RFC 2034.
struct Reply {
  int code{};  ///< 200..599
  std::optional<EnhancedStatus> enhanced;
};

/// Which step of the conversation an answer belongs to: the same number means other things at other steps.
enum class Step {
  connect,    ///< greeting, EHLO, STARTTLS
  sign_in,    ///< AUTH
  sender,     ///< MAIL
  recipient,  ///< RCPT
  content,    ///< DATA and the answer after the final dot
  later,      ///< a report that came afterwards (RFC 3464)
};

/// Exactly "d.d.d" (a comment after a blank, as some reports have, is ignored); nothing otherwise.
std::optional<EnhancedStatus> parse_enhanced(std::string_view text) noexcept;
/// One line of an answer: "550 5.1.1 text", "250-SIZE", "354 go"; nothing where it doesn't begin with a code.
std::optional<Reply> parse_reply(std::string_view line) noexcept;
/// The first enhanced code of class 4 or 5 in free text, else the first "4xx"/"5xx" code that stands alone.
std::optional<Reply> find_status(std::string_view text) noexcept;
std::string format(const EnhancedStatus& status);
/// "550 5.1.1" or "550".
std::string format(const Reply& reply);

/// Why the message was not taken. The table stands in hub/mail/README.md; a code that is not in it falls back to the
/// basic code and the step. Never `none`. Steps before the recipient give carrier reasons only (nobody was named
/// yet), but for `message_too_long` at MAIL.
Reason reason_of(const Reply& reply, Step step) noexcept;

}  // namespace guardline::mail
