// Settings of one SMPP account. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/time.h"
#include "core/domain/delivery.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>

namespace guardline::dispatch::smpp {

/// How a carrier writes its message ids. Many answer a submit in one base and report in the other.
enum class IdBase {
  text,         ///< taken as it stands, ends trimmed
  hexadecimal,  ///< a number, base 16
  decimal,      ///< a number, base 10
  automatic,    ///< learned from the first receipts that fit in one base only; see message_id.h for its limits
};

/// How a text of more than 70 UTF-16 units goes out.
enum class LongText {
  udh,      ///< several submits, user data header with an 8-bit reference: 67 units each
  sar,      ///< several submits, sar_* parameters: 67 units each, so that the carrier's own header has room
  payload,  ///< one submit with message_payload; the carrier cuts
};

/// Validity that `validate` checks: `id` [a-z0-9-]{1,32}; `host` not empty; `port` not 0; texts without control
/// characters and within SMPP 3.4's field sizes (system_id 15, password 8, system_type 12, source_address 20); `window`
/// 1..1000; `max_parts` 1..255; times over zero.
struct SmppConfig {
  std::string id = "sms-main";
  std::string host = "127.0.0.1";  ///< name or address
  std::uint16_t port = 2775;
  std::string system_id;
  std::string password;
  std::string system_type;
  std::string service_type;  ///< up to 5 characters
  std::string source_address;
  std::uint8_t source_ton = 0;  ///< SMPP 3.4 section 5.2.5
  std::uint8_t source_npi = 1;  ///< section 5.2.6

  std::size_t window = 32;     ///< submit_sm without an answer, and messages taken from the dispatcher
  std::size_t max_parts = 10;  ///< a longer text is refused as too long
  LongText long_text = LongText::udh;
  bool correlator_tlv = false;  ///< carry the delivery id in vendor parameter 0x1401 (32 hex digits): the far side asks

  IdBase response_ids = IdBase::automatic;
  IdBase receipt_ids = IdBase::automatic;
  /// Receipts state the carrier's wall clock without a zone: minutes east of UTC (default: mainland China).
  int receipt_utc_offset_minutes = 480;
  /// Reasons for `err:` codes of failed receipts, over the built-in table (receipt_reason.h). Keys as the carrier
  /// writes them, leading zeros dropped.
  std::map<std::string, Reason> error_reasons;

  Micros connect_timeout = std::chrono::seconds(10);   ///< resolve, connect and bind, together
  Micros enquire_interval = std::chrono::seconds(30);  ///< silence after which the line is probed
  Micros response_timeout =
      std::chrono::seconds(30);  ///< for submits (then `unknown`) and probes (then a new connection)
  Micros reconnect_first = std::chrono::milliseconds(500);  ///< doubled each time, with jitter
  Micros reconnect_most = std::chrono::seconds(60);
  Micros throttle_first = std::chrono::milliseconds(250);  ///< pause after "throttled", doubled each time, with jitter
  Micros throttle_most = std::chrono::seconds(30);
  unsigned part_tries = 5;  ///< for a part whose siblings the carrier already has
};

/// `invalid_argument` names the first field that is wrong (never its value).
Status validate(const SmppConfig& config);

}  // namespace guardline::dispatch::smpp
