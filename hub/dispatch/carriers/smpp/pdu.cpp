// SMPP 3.4 protocol data units, as bytes and as values. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/dispatch/carriers/smpp/pdu.h"

#include <algorithm>
#include <utility>

namespace guardline::dispatch::smpp {
namespace {

constexpr std::uint8_t kInterfaceVersion = 0x34;

class Writer {
 public:
  void u8(std::uint8_t value) { out_.push_back(value); }
  void u16(std::uint16_t value) {
    u8(static_cast<std::uint8_t>(value >> 8));
    u8(static_cast<std::uint8_t>(value & 0xFF));
  }
  void u32(std::uint32_t value) {
    u16(static_cast<std::uint16_t>(value >> 16));
    u16(static_cast<std::uint16_t>(value & 0xFFFF));
  }
  void octets(BytesView value) { out_.insert(out_.end(), value.begin(), value.end()); }
  /// C-Octet string: `most` is the field's size with its terminating zero.
  void text(std::string_view value, std::size_t most) {
    if (value.size() >= most || value.find('\0') != std::string_view::npos) fits_ = false;
    octets(as_bytes(value));
    u8(0);
  }
  void address(const Address& address) {
    u8(address.ton);
    u8(address.npi);
    text(address.digits, 21);
  }
  void header(Command command, std::uint32_t status, std::uint32_t sequence) {
    u32(0);
    u32(static_cast<std::uint32_t>(command));
    u32(status);
    u32(sequence);
  }
  void misfit() { fits_ = false; }
  [[nodiscard]] bool fits() const { return fits_; }
  /// Writes the length and hands the PDU out.
  Bytes finish() {
    const auto length = static_cast<std::uint32_t>(out_.size());
    for (int i = 0; i < 4; ++i) out_[static_cast<std::size_t>(i)] = static_cast<std::uint8_t>(length >> (24 - 8 * i));
    return std::move(out_);
  }

 private:
  Bytes out_;
  bool fits_ = true;
};

/// Every read is checked; after the first that fails all later ones fail too.
class Reader {
 public:
  explicit Reader(BytesView in) : in_(in) {}
  [[nodiscard]] bool good() const { return good_; }
  [[nodiscard]] std::size_t left() const { return in_.size(); }
  std::uint8_t u8() {
    const BytesView one = octets(1);
    return one.empty() ? std::uint8_t{0} : one[0];
  }
  std::uint16_t u16() {
    const unsigned high = u8();
    return static_cast<std::uint16_t>((high << 8) | u8());
  }
  std::uint32_t u32() {
    const std::uint32_t high = u16();
    return (high << 16) | u16();
  }
  BytesView octets(std::size_t count) {
    if (!good_ || count > in_.size()) {
      good_ = false;
      return {};
    }
    const BytesView taken = in_.first(count);
    in_ = in_.subspan(count);
    return taken;
  }
  std::string text(std::size_t most) {
    const auto zero = std::find(in_.begin(), in_.end(), std::uint8_t{0});
    const auto length = static_cast<std::size_t>(zero - in_.begin());
    if (zero == in_.end() || length >= most) {
      good_ = false;
      return {};
    }
    const std::string value(as_text(octets(length)));
    octets(1);
    return value;
  }
  Address address() {
    Address address;
    address.ton = u8();
    address.npi = u8();
    address.digits = text(21);
    return address;
  }

 private:
  BytesView in_;
  bool good_ = true;
};

Result<Bytes> finish(Writer& out, const char* what) {
  if (!out.fits()) return fail(ErrorCode::invalid_argument, std::string(what) + ": a field is too long");
  Bytes pdu = out.finish();
  if (pdu.size() > kMostPduSize) return fail(ErrorCode::invalid_argument, std::string(what) + ": too long");
  return pdu;
}

}  // namespace

Result<std::optional<Frame>> next_frame(BytesView stream) {
  if (stream.size() < 4) return std::nullopt;
  Reader in(stream);
  Header header;
  header.length = in.u32();
  if (header.length < kHeaderSize || header.length > kMostPduSize) {
    return fail(ErrorCode::corrupt, "PDU length " + std::to_string(header.length));
  }
  if (stream.size() < header.length) return std::nullopt;
  header.command = static_cast<Command>(in.u32());
  header.status = in.u32();
  header.sequence = in.u32();
  return Frame{header, stream.subspan(kHeaderSize, header.length - kHeaderSize)};
}

const Bytes* DeliverSm::find(Tag tag) const {
  const auto found = std::find_if(parameters.begin(), parameters.end(),
                                  [tag](const Parameter& p) { return p.tag == static_cast<std::uint16_t>(tag); });
  return found == parameters.end() ? nullptr : &found->value;
}

const Bytes& DeliverSm::text() const {
  const Bytes* payload = find(Tag::message_payload);
  return payload != nullptr && short_message.empty() ? *payload : short_message;
}

Bytes encode_empty(Command command, std::uint32_t status, std::uint32_t sequence) {
  Writer out;
  out.header(command, status, sequence);
  return out.finish();
}

Result<Bytes> encode(const Bind& bind, std::uint32_t sequence) {
  Writer out;
  out.header(Command::bind_transceiver, 0, sequence);
  out.text(bind.system_id, 16);
  out.text(bind.password, 9);
  out.text(bind.system_type, 13);
  out.u8(kInterfaceVersion);
  out.u8(0);  // addr_ton, addr_npi, address_range: whatever the account is for
  out.u8(0);
  out.text("", 41);
  return finish(out, "bind_transceiver");
}

Result<Bytes> encode(const SubmitSm& submit, std::uint32_t sequence) {
  Writer out;
  out.header(Command::submit_sm, 0, sequence);
  out.text(submit.service_type, 6);
  out.address(submit.source);
  out.address(submit.destination);
  out.u8(submit.esm_class);
  out.u8(0);  // protocol_id
  out.u8(0);  // priority_flag
  out.text("", 17);
  if (!submit.validity_period.empty() && submit.validity_period.size() != 16) out.misfit();
  out.text(submit.validity_period, 17);
  out.u8(submit.registered_delivery);
  out.u8(0);  // replace_if_present_flag
  out.u8(submit.data_coding);
  out.u8(0);  // sm_default_msg_id
  if (submit.short_message.size() > kMostShortMessage) out.misfit();
  out.u8(static_cast<std::uint8_t>(submit.short_message.size()));
  out.octets(submit.short_message);
  for (const Parameter& parameter : submit.parameters) {
    if (parameter.value.size() > 0xFFFF) out.misfit();
    out.u16(parameter.tag);
    out.u16(static_cast<std::uint16_t>(parameter.value.size()));
    out.octets(parameter.value);
  }
  return finish(out, "submit_sm");
}

Bytes encode_deliver_answer(std::uint32_t status, std::uint32_t sequence) {
  Writer out;
  out.header(Command::deliver_sm_resp, status, sequence);
  out.u8(0);
  return out.finish();
}

Result<std::string> decode_submit_answer(BytesView body) {
  if (body.empty()) return std::string();
  Reader in(body);
  std::string id = in.text(kMostMessageId + 1);
  // Octets after the id are vendors' parameters, of no use here.
  if (!in.good()) return fail(ErrorCode::corrupt, "submit_sm_resp: message_id");
  return id;
}

Result<DeliverSm> decode_deliver(BytesView body) {
  Reader in(body);
  DeliverSm out;
  in.text(6);  // service_type
  out.source = in.address();
  out.destination = in.address();
  out.esm_class = in.u8();
  in.octets(2);  // protocol_id, priority_flag
  in.text(17);   // schedule_delivery_time and validity_period: to be empty, some centres fill them
  in.text(17);
  in.octets(2);  // registered_delivery, replace_if_present_flag
  out.data_coding = in.u8();
  in.octets(1);  // sm_default_msg_id
  const BytesView message = in.octets(in.u8());
  out.short_message.assign(message.begin(), message.end());
  while (in.good() && in.left() > 0) {
    Parameter parameter;
    parameter.tag = in.u16();
    const BytesView value = in.octets(in.u16());
    parameter.value.assign(value.begin(), value.end());
    out.parameters.push_back(std::move(parameter));
  }
  if (!in.good()) return fail(ErrorCode::corrupt, "deliver_sm: a field runs over the end");
  return out;
}

}  // namespace guardline::dispatch::smpp
