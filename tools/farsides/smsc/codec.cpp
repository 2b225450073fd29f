// The far side's PDUs, by libsmpp34. SPDX-License-Identifier: GPL-3.0-or-later
#include "tools/farsides/smsc/codec.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <vector>

extern "C" {
#include <smpp34.h>
#include <smpp34_structs.h>
// needs the structs
#include <smpp34_params.h>
}

namespace guardline::farside {
namespace {

template <std::size_t N>
void copy_text(std::uint8_t (&field)[N], std::string_view text) {
  const std::size_t count = std::min(text.size(), N - 1);
  std::memcpy(field, text.data(), count);
  field[count] = 0;
}

template <std::size_t N>
std::string text_of(const std::uint8_t (&field)[N]) {
  return {reinterpret_cast<const char*>(field), strnlen(reinterpret_cast<const char*>(field), N)};
}

/// The parameters of a PDU, freed with it.
struct FreeParameters {
  void operator()(tlv_t* list) const { destroy_tlv(list); }
};
using Parameters = std::unique_ptr<tlv_t, FreeParameters>;

template <class Pdu>
Result<std::unique_ptr<Pdu>> unpack(BytesView bytes) {
  auto pdu = std::make_unique<Pdu>();
  std::memset(pdu.get(), 0, sizeof(Pdu));
  // smpp34_strerror holds every field it read, addresses too: it stays unread.
  if (smpp34_unpack2(pdu.get(), bytes.data(), static_cast<int>(bytes.size())) != 0) {
    if constexpr (requires { pdu->tlv; }) Parameters(pdu->tlv);
    return fail(ErrorCode::corrupt, "libsmpp34 refuses the PDU");
  }
  return pdu;
}

template <class Pdu>
Result<Bytes> pack(Pdu& pdu) {
  std::vector<std::uint8_t> buffer(4096);
  int length = 0;
  if (smpp34_pack2(buffer.data(), static_cast<int>(buffer.size()), &length, &pdu) != 0) {
    return fail(ErrorCode::invalid_argument, "libsmpp34 can't write the PDU");
  }
  buffer.resize(static_cast<std::size_t>(length));
  return buffer;
}

template <class Pdu>
Pdu blank(std::uint32_t command, std::uint32_t status, std::uint32_t sequence) {
  Pdu pdu;
  std::memset(&pdu, 0, sizeof pdu);
  pdu.command_id = command;
  pdu.command_status = status;
  pdu.sequence_number = sequence;
  return pdu;
}

void add(tlv_t*& list, std::uint16_t tag, BytesView value) {
  tlv_t parameter;
  std::memset(&parameter, 0, sizeof parameter);
  parameter.tag = tag;
  parameter.length = static_cast<std::uint16_t>(std::min<std::size_t>(value.size(), MAX_TLV_SIZE));
  // The union's numbers are in host order and written by width, all others as octets.
  if (tag == TLVID_message_state) {
    parameter.value.val08 = value[0];
  } else {
    std::memcpy(parameter.value.octet, value.data(), parameter.length);
  }
  build_tlv(&list, &parameter);
}

Bytes value_of(const tlv_t& parameter) {
  switch (parameter.tag) {
    case TLVID_sar_msg_ref_num:
    case TLVID_user_message_reference:
      return {static_cast<std::uint8_t>(parameter.value.val16 >> 8),
              static_cast<std::uint8_t>(parameter.value.val16 & 0xFF)};
    case TLVID_sar_total_segments:
    case TLVID_sar_segment_seqnum:
      return {parameter.value.val08};
    default: {
      const std::size_t length = std::min<std::size_t>(parameter.length, MAX_TLV_SIZE);
      return Bytes(parameter.value.octet, parameter.value.octet + length);
    }
  }
}

}  // namespace

std::optional<PduHeader> read_header(BytesView stream) {
  if (stream.size() < 16) return std::nullopt;
  std::array<std::uint32_t, 4> words{};
  for (std::size_t i = 0; i < 16; ++i) words[i / 4] = (words[i / 4] << 8) | stream[i];
  return PduHeader{words[0], words[1], words[2], words[3]};
}

Result<BindRequest> read_bind(BytesView bytes) {
  // The three kinds of bind have the same body.
  const auto header = read_header(bytes);
  if (!header) return fail(ErrorCode::corrupt, "no header");
  Bytes as_transceiver(bytes.begin(), bytes.end());
  as_transceiver[7] = static_cast<std::uint8_t>(BIND_TRANSCEIVER);
  const auto pdu = unpack<bind_transceiver_t>(as_transceiver);
  if (!pdu) return std::unexpected(pdu.error());
  return BindRequest{text_of((*pdu)->system_id), text_of((*pdu)->password)};
}

Result<Submit> read_submit(BytesView bytes) {
  const auto pdu = unpack<submit_sm_t>(bytes);
  if (!pdu) return std::unexpected(pdu.error());
  const submit_sm_t& in = **pdu;
  const Parameters parameters(in.tlv);
  Submit out;
  out.source = text_of(in.source_addr);
  out.destination = text_of(in.destination_addr);
  out.esm_class = in.esm_class;
  out.validity_period = text_of(in.validity_period);
  out.registered_delivery = in.registered_delivery;
  out.data_coding = in.data_coding;
  out.message.assign(in.short_message, in.short_message + std::min<std::size_t>(in.sm_length, SHORT_MESSAGE_LENGTH));
  const tlv_t* parameter = nullptr;
  smpp34_tlv_for_each(parameter, parameters.get()) out.parameters[parameter->tag] = value_of(*parameter);
  const auto payload = out.parameters.find(TLVID_message_payload);
  if (out.message.empty() && payload != out.parameters.end()) out.message = payload->second;
  return out;
}

Bytes write_empty(std::uint32_t command, std::uint32_t status, std::uint32_t sequence) {
  auto pdu = blank<enquire_link_t>(command, status, sequence);
  return pack(pdu).value_or(Bytes{});
}

Bytes write_bind_answer(std::uint32_t command, std::uint32_t status, std::uint32_t sequence) {
  auto pdu = blank<bind_transceiver_resp_t>(command, status, sequence);
  copy_text(pdu.system_id, "farside");
  return pack(pdu).value_or(Bytes{});
}

Bytes write_submit_answer(std::uint32_t status, std::uint32_t sequence, std::string_view message_id) {
  if (status != 0) {
    // Section 4.4.2: no body with a status other than zero. libsmpp34 writes one for this command, so the header is
    // written for a command that has none.
    Bytes header = write_empty(ENQUIRE_LINK_RESP, status, sequence);
    header[7] = static_cast<std::uint8_t>(SUBMIT_SM_RESP & 0xFF);
    return header;
  }
  auto pdu = blank<submit_sm_resp_t>(SUBMIT_SM_RESP, status, sequence);
  copy_text(pdu.message_id, message_id);
  return pack(pdu).value_or(Bytes{});
}

Result<Bytes> write_deliver(const Deliver& deliver, std::uint32_t sequence) {
  auto pdu = blank<deliver_sm_t>(DELIVER_SM, 0, sequence);
  pdu.source_addr_ton = pdu.source_addr_npi = 1;
  copy_text(pdu.source_addr, deliver.source);
  pdu.dest_addr_npi = 1;
  copy_text(pdu.destination_addr, deliver.destination);
  pdu.esm_class = deliver.esm_class;
  pdu.data_coding = deliver.data_coding;
  pdu.sm_length = static_cast<std::uint8_t>(std::min<std::size_t>(deliver.text.size(), 254));
  std::memcpy(pdu.short_message, deliver.text.data(), pdu.sm_length);
  if (deliver.receipted_id) {
    Bytes value(deliver.receipted_id->begin(), deliver.receipted_id->end());
    value.push_back(0);
    add(pdu.tlv, TLVID_receipted_message_id, value);
  }
  if (deliver.message_state) add(pdu.tlv, TLVID_message_state, std::array{*deliver.message_state});
  if (deliver.network_error) {
    const std::array<std::uint8_t, 3> value{3, static_cast<std::uint8_t>(*deliver.network_error >> 8),
                                            static_cast<std::uint8_t>(*deliver.network_error & 0xFF)};
    add(pdu.tlv, TLVID_network_error_code, value);
  }
  const Parameters parameters(pdu.tlv);
  return pack(pdu);
}

}  // namespace guardline::farside
