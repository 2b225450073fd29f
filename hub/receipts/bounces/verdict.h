// From returned mail to what becomes of its delivery. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "core/domain/delivery.h"
#include "hub/mail/verp.h"
#include "hub/receipts/bounces/dsn.h"

#include <optional>
#include <string>

namespace guardline::receipts {

/// What a piece of returned mail comes to.
struct Verdict {
  enum class Kind {
    failed,     ///< moves the delivery
    delivered,  ///< moves the delivery; only where the relay's success reports are trusted
    delayed,    ///< the relay is still trying: no change
    no_news,    ///< relayed, expanded, success while success reports are off: no change
    automatic,  ///< an automatic answer of the recipient: no change
    forged,     ///< in the form of our return paths with a wrong proof
    unknown,    ///< not sent to one of our return paths, or nothing a state could rest on
  };
  Kind kind{Kind::unknown};
  Reason reason{Reason::none};
  std::string token;                   ///< of the return path; empty for forged and unknown
  std::string code;                    ///< "5.1.1", "550", or empty
  std::optional<Timestamp> stated_at;  ///< the mail system's time, unchecked
};

/// `success_reports`: the relay was set up to ask for them (RFC 3461 NOTIFY=SUCCESS) and a "delivered" may be believed.
/// `relayed` is not delivered: the message went to a system that can't report (RFC 3464 section 2.3.3).
Verdict judge(const ReturnedMail& mail, const mail::Verp& verp, bool success_reports);

}  // namespace guardline::receipts
