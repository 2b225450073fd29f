// What the message centre reports about a submit. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tools/farsides/smsc/codec.h"
#include "tools/farsides/smsc/settings.h"

#include <cstdint>
#include <string>

namespace guardline::farside {

struct PendingReceipt {
  std::string message_id;  ///< as answered
  std::string receipt_id;  ///< as the receipt writes it
  std::string source;      ///< of the submit
  std::string destination;
  std::int64_t submitted_at{};  ///< µs since 1970
  bool failed{};
  std::uint16_t error{};  ///< of the network, 0 = none
  std::string form;       ///< text, tlv or both
  unsigned tries{};
};

/// Message id number `n` as answers and as receipts write it.
struct WrittenIds {
  std::string answer;
  std::string receipt;
};
WrittenIds write_ids(std::uint64_t n, const std::string& bases);

/// The deliver_sm of a receipt that is sent at `now`; dates in the receipt are wall clock to the minute.
Deliver to_deliver(const PendingReceipt& receipt, std::int64_t utc_offset_min, std::int64_t now);

}  // namespace guardline::farside
