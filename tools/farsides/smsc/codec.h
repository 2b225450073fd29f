// The far side's PDUs, by libsmpp34. SPDX-License-Identifier: GPL-3.0-or-later
//
// The hub has a codec of its own (docs/decisions/0010-smpp-codec.md); this one is another hand's, so that a misreading
// of the specification on either side shows as a failure between them. libsmpp34 keeps its error state per process: one
// thread.
#pragma once

#include "core/base/bytes.h"
#include "core/base/error.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace guardline::farside {

struct PduHeader {
  std::uint32_t length{};
  std::uint32_t command{};
  std::uint32_t status{};
  std::uint32_t sequence{};
};

/// The header at the start of `stream`; nothing under 16 octets.
std::optional<PduHeader> read_header(BytesView stream);

struct BindRequest {
  std::string system_id;
  std::string password;
};

struct Submit {
  std::string source;
  std::string destination;
  std::uint8_t esm_class{};
  std::string validity_period;
  std::uint8_t registered_delivery{};
  std::uint8_t data_coding{};
  Bytes message;  ///< short_message, or message_payload where that is empty
  /// Vendor parameters and the others that are octets; numbers of sar_* in big-endian octets.
  std::map<std::uint16_t, Bytes> parameters;
};

/// `pdu` is one whole PDU. `corrupt` where libsmpp34 refuses it: also a message_payload over 1,024 octets, its limit.
Result<BindRequest> read_bind(BytesView pdu);
Result<Submit> read_submit(BytesView pdu);

/// A PDU that has no body in any case: generic_nack, enquire_link, unbind and their answers; no other command.
Bytes write_empty(std::uint32_t command, std::uint32_t status, std::uint32_t sequence);
Bytes write_bind_answer(std::uint32_t command, std::uint32_t status, std::uint32_t sequence);
Bytes write_submit_answer(std::uint32_t status, std::uint32_t sequence, std::string_view message_id);

struct Deliver {
  std::string source;
  std::string destination;
  std::uint8_t esm_class{};
  std::uint8_t data_coding{};
  std::string text;                            ///< up to 254 octets
  std::optional<std::string> receipted_id;     ///< TLV 0x001E
  std::optional<std::uint8_t> message_state;   ///< TLV 0x0427
  std::optional<std::uint16_t> network_error;  ///< TLV 0x0423, network GSM
};
Result<Bytes> write_deliver(const Deliver& deliver, std::uint32_t sequence);

}  // namespace guardline::farside
