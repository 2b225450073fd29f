// The text of a delivery receipt. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <optional>
#include <string>
#include <string_view>

namespace guardline::dispatch::smpp {

/// A time as carriers write it: wall clock without a zone.
struct StatedTime {
  Timestamp at{};        ///< as if it were UTC
  bool seconds = false;  ///< false: only the minute is known
};

/// What SMPP 3.4 appendix B shows as
/// "id:IIIIIIIIII sub:SSS dlvrd:DDD submit date:YYMMDDhhmm done date:YYMMDDhhmm stat:DDDDDDD err:E Text:...".
/// Appendix B is only an example there, so carriers differ: any field may be missing, in any order, in any case, with
/// blanks round the colon, with a date of 10, 12 or 14 digits. Fields that are missing are empty.
struct ReceiptText {
  std::string id;    ///< up to 64 octets
  std::string stat;  ///< upper case, up to 16 octets
  std::string err;   ///< up to 16 octets
  std::optional<StatedTime> done;
};

/// Nothing where the text holds neither an id nor a status: then it is no receipt. Reads at most the first 1,000
/// octets. Whatever follows "text:" is never read: it may quote the message.
std::optional<ReceiptText> parse_receipt_text(std::string_view text);

/// YYMMDDhhmm, YYMMDDhhmmss or YYYYMMDDhhmmss; nothing for other lengths or impossible dates.
std::optional<StatedTime> parse_stated_time(std::string_view text);

}  // namespace guardline::dispatch::smpp
