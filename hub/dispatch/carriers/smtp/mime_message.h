// The MIME form of one delivery. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/time.h"
#include "hub/dispatch/carrier.h"
#include "hub/dispatch/carriers/smtp/smtp_config.h"

#include <optional>
#include <string>
#include <string_view>

namespace guardline::dispatch {

/// The header that carries the delivery's id to logs and ledgers of the far side. The id is pseudonymous.
inline constexpr std::string_view kDeliveryHeader = "X-Guardline-Delivery";

/// The mailbox with its domain in the ASCII form (IDNA 2008), as envelopes and headers carry it, whatever the locale.
/// Nothing where it is no mailbox (is_mailbox) or the domain has no such form.
std::optional<std::string> ascii_mailbox(const std::string& address);

/// An RFC 5322 message, CRLF line ends, all bytes ASCII: headers by RFC 2047, one text/plain part in UTF-8 with
/// quoted-printable or base64, whichever is shorter (so no relay needs 8BITMIME), and where there is HTML both in a
/// multipart/alternative. Carries Date (`now`), Message-ID
/// `<delivery id@bounce domain>` (the same at every try: mailboxes fold doubles), Auto-Submitted (RFC 3834),
/// Content-Language (RFC 3282) and the delivery header. Control characters in the title become blanks, so no header
/// can be slipped in; a language that is not a BCP 47 tag is left out.
/// Errors: invalid_argument (address is no mailbox; title or body not UTF-8).
Result<std::string> compose(const SmtpConfig& config, const Outgoing& outgoing, Timestamp now);

}  // namespace guardline::dispatch
