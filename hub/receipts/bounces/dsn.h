// Reads what comes back to a return path. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "hub/mail/status.h"
#include "hub/receipts/bounces/dsn_fields.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guardline::receipts {

/// What kind of mail came to a return path.
enum class Returned {
  report,     ///< RFC 3464: multipart/report with message/delivery-status
  bounce,     ///< no such report, but a mail system says that something was not delivered
  automatic,  ///< an automatic answer of the recipient (RFC 3834): out of office, "received"
  other,      ///< anything else: unreadable, or written by a person
};

struct ReturnedMail {
  Returned kind{Returned::other};
  /// Mailboxes the message was sent to, most trustworthy first (Delivered-To, X-Original-To, Envelope-To, To), at
  /// most 16.
  std::vector<std::string> sent_to;
  std::vector<DsnRecipient> recipients;  ///< of a report, at most 64
  std::optional<mail::Reply> status;     ///< of a bounce: what its text says, if anything
  std::optional<Timestamp> date;
};

/// Never fails and never throws on any bytes: what can't be read is `other`. Reads at most the first MiB of text parts.
/// Thread safe.
ReturnedMail read_returned(std::string_view bytes);

}  // namespace guardline::receipts
