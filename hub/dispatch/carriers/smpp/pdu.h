// SMPP 3.4 protocol data units, as bytes and as values. SPDX-License-Identifier: GPL-3.0-or-later
//
// Source: SMPP Protocol Specification v3.4, Issue 1.2, sections 3.2 (layout), 4 (PDUs), 5 (fields). Why not libsmpp34
// here: docs/decisions/0010-smpp-codec.md. Thread: all functions are pure.
#pragma once

#include "core/base/bytes.h"
#include "core/base/error.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guardline::dispatch::smpp {

/// Section 5.1.2.1; only what a client of a message centre sends or gets.
enum class Command : std::uint32_t {
  submit_sm = 0x00000004,
  deliver_sm = 0x00000005,
  unbind = 0x00000006,
  bind_transceiver = 0x00000009,
  enquire_link = 0x00000015,
  generic_nack = 0x80000000,
  submit_sm_resp = 0x80000004,
  deliver_sm_resp = 0x80000005,
  unbind_resp = 0x80000006,
  bind_transceiver_resp = 0x80000009,
  enquire_link_resp = 0x80000015,
};

/// Section 5.3.2.
enum class Tag : std::uint16_t {
  receipted_message_id = 0x001E,
  sar_msg_ref_num = 0x020C,
  sar_total_segments = 0x020E,
  sar_segment_seqnum = 0x020F,
  network_error_code = 0x0423,
  message_payload = 0x0424,
  message_state = 0x0427,
  delivery_correlator = 0x1401,  ///< ours, in the vendor's range: the delivery id, 32 hex digits
};

inline constexpr std::size_t kHeaderSize = 16;
/// A deliver_sm may carry 64 KiB of payload and more parameters; anything longer is no SMPP.
inline constexpr std::size_t kMostPduSize = 80 * 1024;
inline constexpr std::size_t kMostShortMessage = 254;
inline constexpr std::size_t kMostMessageId = 64;  ///< 65 octets with the terminating zero

/// Section 3.2. `command` may hold a number that `Command` does not name.
struct Header {
  std::uint32_t length{};
  Command command{};
  std::uint32_t status{};
  std::uint32_t sequence{};
};

/// A whole PDU cut from the stream; `body` points into the caller's buffer.
struct Frame {
  Header header;
  BytesView body;
};

/// The first PDU of `stream`; nothing while it is not complete. A length under 16 or over `kMostPduSize` is `corrupt`:
/// the stream can't be followed any further.
Result<std::optional<Frame>> next_frame(BytesView stream);

struct Parameter {
  std::uint16_t tag{};
  Bytes value;
};

struct Address {
  std::uint8_t ton{};
  std::uint8_t npi{};
  std::string digits;  ///< up to 20 octets
};

struct Bind {
  std::string system_id;
  std::string password;
  std::string system_type;
};

/// Fields not named here are sent as zero.
struct SubmitSm {
  std::string service_type;
  Address source;
  Address destination;
  std::uint8_t esm_class{};
  std::string validity_period;  ///< empty, or the 16 characters of section 7.1.1
  std::uint8_t registered_delivery{};
  std::uint8_t data_coding{};
  Bytes short_message;  ///< up to `kMostShortMessage`
  std::vector<Parameter> parameters;
};

struct DeliverSm {
  Address source;
  Address destination;
  std::uint8_t esm_class{};
  std::uint8_t data_coding{};
  Bytes short_message;
  std::vector<Parameter> parameters;

  [[nodiscard]] const Bytes* find(Tag tag) const;
  /// message_payload where it is given, else short_message.
  [[nodiscard]] const Bytes& text() const;
};

inline constexpr std::uint8_t kEsmReceipt = 0x04;
inline constexpr std::uint8_t kEsmHasHeader = 0x40;
inline constexpr std::uint8_t kCodingUcs2 = 0x08;

/// A PDU without a body: enquire_link, unbind, their answers, generic_nack.
Bytes encode_empty(Command command, std::uint32_t status, std::uint32_t sequence);
/// A field that does not fit is `invalid_argument`, here and in `encode(SubmitSm)`.
Result<Bytes> encode(const Bind& bind, std::uint32_t sequence);
Result<Bytes> encode(const SubmitSm& submit, std::uint32_t sequence);
/// deliver_sm_resp: its message_id is always empty.
Bytes encode_deliver_answer(std::uint32_t status, std::uint32_t sequence);

/// The message id of a submit_sm_resp body. Empty without error where the body is missing, which the specification asks
/// for with a status other than zero.
Result<std::string> decode_submit_answer(BytesView body);
/// `corrupt` where a field runs over the end, lacks its terminating zero, or a parameter's length lies. Octets left
/// after the last parameter are `corrupt` too.
Result<DeliverSm> decode_deliver(BytesView body);

}  // namespace guardline::dispatch::smpp
