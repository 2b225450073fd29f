// From one delivery to its submit_sm's. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/dispatch/carriers/smpp/parts.h"

#include "core/text/ucs2_parts.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <utility>

namespace guardline::dispatch::smpp {
namespace {

constexpr std::uint8_t kInternational = 1;  // type of number
constexpr std::uint8_t kE164 = 1;           // numbering plan
constexpr std::uint8_t kReceiptWanted = 1;
constexpr std::uint8_t kConcatenated = 0x00;  // information element, 3GPP TS 23.040 section 9.2.3.24.1

Answer refusal(Reason reason, std::string diagnostic) {
  Answer answer;
  answer.outcome = Answer::Outcome::refused;
  answer.reason = reason;
  answer.diagnostic = std::move(diagnostic);
  return answer;
}

bool is_e164(std::string_view address) {
  if (address.size() < 8 || address.size() > 16 || address[0] != '+' || address[1] == '0') return false;
  return std::all_of(address.begin() + 1, address.end(), [](char c) { return c >= '0' && c <= '9'; });
}

Parameter number(Tag tag, std::uint32_t value, int octets) {
  Parameter parameter{static_cast<std::uint16_t>(tag), {}};
  for (int i = octets - 1; i >= 0; --i) parameter.value.push_back(static_cast<std::uint8_t>((value >> (8 * i)) & 0xFF));
  return parameter;
}

/// Marks `submit` as part `index` (from 0) of `count`.
void join(SubmitSm& submit, LongText how, std::uint16_t reference, std::size_t index, std::size_t count) {
  const auto total = static_cast<std::uint8_t>(count);
  const auto place = static_cast<std::uint8_t>(index + 1);
  if (how == LongText::sar) {
    submit.parameters.push_back(number(Tag::sar_msg_ref_num, reference, 2));
    submit.parameters.push_back(number(Tag::sar_total_segments, total, 1));
    submit.parameters.push_back(number(Tag::sar_segment_seqnum, place, 1));
    return;
  }
  const std::array<std::uint8_t, 6> header{5,     kConcatenated, 3, static_cast<std::uint8_t>(reference & 0xFF),
                                           total, place};
  submit.esm_class |= kEsmHasHeader;
  submit.short_message.insert(submit.short_message.begin(), header.begin(), header.end());
}

}  // namespace

std::string relative_validity(Micros left) {
  constexpr std::int64_t kMost = std::int64_t{31} * 24 * 3600;
  const std::int64_t seconds =
      std::clamp<std::int64_t>(std::chrono::floor<std::chrono::seconds>(left).count(), 1, kMost);
  std::array<char, 24> text{};
  std::snprintf(text.data(), text.size(), "0000%02d%02d%02d%02d000R", static_cast<int>(seconds / 86400 % 100),
                static_cast<int>(seconds / 3600 % 24), static_cast<int>(seconds / 60 % 60),
                static_cast<int>(seconds % 60));
  return text.data();
}

std::variant<std::vector<SubmitSm>, Answer> make_parts(const Outgoing& out, const SmppConfig& config,
                                                       std::uint16_t reference, Timestamp now) {
  if (!is_e164(out.address)) return refusal(Reason::no_such_number, "the address is not E.164");
  const auto text = text::to_utf16(out.body);
  if (!text) return refusal(Reason::content_refused, text.error().message);

  SubmitSm submit;
  submit.service_type = config.service_type;
  submit.source = {config.source_ton, config.source_npi, config.source_address};
  submit.destination = {kInternational, kE164, out.address.substr(1)};
  submit.registered_delivery = kReceiptWanted;
  submit.data_coding = kCodingUcs2;
  if (out.valid_until != Timestamp{}) {
    if (out.valid_until <= now) return refusal(Reason::carrier_expired, "valid_until is over");
    submit.validity_period = relative_validity(out.valid_until - now);
  }
  if (config.correlator_tlv) {
    const std::string id = to_hex(out.delivery.bytes());
    const BytesView octets = as_bytes(id);
    submit.parameters.push_back(
        {static_cast<std::uint16_t>(Tag::delivery_correlator), Bytes(octets.begin(), octets.end())});
  }

  const auto pieces = text::split_ucs2(*text);
  if (pieces.size() > config.max_parts) {
    return refusal(Reason::message_too_long, std::to_string(pieces.size()) + " parts");
  }
  std::vector<SubmitSm> parts;
  if (pieces.size() > 1 && config.long_text == LongText::payload) {
    submit.parameters.push_back({static_cast<std::uint16_t>(Tag::message_payload), text::to_ucs2_octets(*text)});
    parts.push_back(std::move(submit));
    return parts;
  }
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    SubmitSm part = submit;
    part.short_message = text::to_ucs2_octets(pieces[i]);
    if (pieces.size() > 1) join(part, config.long_text, reference, i, pieces.size());
    parts.push_back(std::move(part));
  }
  return parts;
}

}  // namespace guardline::dispatch::smpp
