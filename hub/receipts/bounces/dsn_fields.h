// The field blocks of a message/delivery-status part. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "hub/mail/status.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace guardline::receipts {

/// One recipient of a delivery status notification (RFC 3464 section 2.3). Addresses are not kept.
struct DsnRecipient {
  enum class Action { failed, delayed, delivered, relayed, expanded, other };
  Action action{Action::other};
  std::optional<mail::EnhancedStatus> status;
  std::optional<mail::Reply> diagnostic;  ///< from "Diagnostic-Code: smtp; ..."
  std::optional<Timestamp> last_attempt;
};

/// Fields of one block in order: lower-case name, unfolded value without outer blanks.
using FieldBlock = std::vector<std::pair<std::string, std::string>>;

/// Splits at empty lines; lines that are no fields are passed over. At most 65 blocks of 64 fields of 2,000 characters;
/// what is beyond is left out.
std::vector<FieldBlock> field_blocks(std::string_view text);
/// "Tue, 3 Jun 2025 10:00:00 +0800" to a time; nothing for other text.
std::optional<Timestamp> parse_mail_date(std::string_view text);
/// Nothing where the block has no Action field (the first block speaks of the message, not of a recipient).
std::optional<DsnRecipient> recipient_of(const FieldBlock& block);

}  // namespace guardline::receipts
