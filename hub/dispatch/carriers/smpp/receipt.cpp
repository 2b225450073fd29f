// From a deliver_sm to what the hub records. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/dispatch/carriers/smpp/receipt.h"

#include "core/text/ucs2_parts.h"
#include "hub/dispatch/carriers/smpp/receipt_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>

namespace guardline::dispatch::smpp {
namespace {

constexpr std::uint8_t kEsmKinds = 0x3C;  // bits 5-2: what kind of deliver_sm this is
constexpr std::uint8_t kEsmIntermediate = 0x20;
constexpr std::uint8_t kNetworkGsm = 3;

struct Meaning {
  std::string_view stat;
  std::uint8_t number;  // of message_state
  DeliveryState state;
  Reason reason;
};
constexpr std::array<Meaning, 10> kMeanings{{
    {"SCHEDULED", 0, DeliveryState::accepted, Reason::none},
    {"ENROUTE", 1, DeliveryState::accepted, Reason::none},
    {"DELIVRD", 2, DeliveryState::delivered, Reason::none},
    {"EXPIRED", 3, DeliveryState::expired, Reason::carrier_expired},
    {"DELETED", 4, DeliveryState::failed, Reason::carrier_rejected},
    {"UNDELIV", 5, DeliveryState::failed, Reason::carrier_answer_unclear},
    {"ACCEPTD", 6, DeliveryState::accepted, Reason::none},
    {"UNKNOWN", 7, DeliveryState::unknown, Reason::carrier_answer_unclear},
    {"REJECTD", 8, DeliveryState::failed, Reason::carrier_rejected},
    {"SKIPPED", 9, DeliveryState::failed, Reason::carrier_rejected},
}};
constexpr Meaning kUnclear{"", 7, DeliveryState::unknown, Reason::carrier_answer_unclear};
constexpr Meaning kOperatorsOwn{"", 8, DeliveryState::failed, Reason::carrier_rejected};
constexpr std::uint8_t kUnknownState = 7;

/// "DELIVERED" and "DELIVRD" are the same word to somebody: the first five letters decide, where they are there.
const Meaning* by_word(std::string_view stat) {
  constexpr std::size_t kTelling = 5;
  if (stat.size() < kTelling) return nullptr;
  const auto found = std::find_if(kMeanings.begin(), kMeanings.end(), [&](const Meaning& meaning) {
    return stat.substr(0, kTelling) == meaning.stat.substr(0, kTelling);
  });
  return found == kMeanings.end() ? nullptr : &*found;
}

Meaning meaning_of(std::string_view stat, const Bytes* state) {
  const Meaning* word = by_word(stat);
  // One octet by the book; some send it wider, with the number in the last.
  if (state != nullptr && !state->empty() && (state->back() != kUnknownState || word == nullptr)) {
    for (const Meaning& meaning : kMeanings) {
      if (meaning.number == state->back()) return meaning;
    }
  }
  if (word != nullptr) return *word;
  const bool operators = stat.size() > 3 && stat[2] == ':';
  return operators ? kOperatorsOwn : kUnclear;
}

std::string_view without_zeros(std::string_view text) {
  while (text.size() > 1 && text.front() == '0') text.remove_prefix(1);
  return text;
}

std::optional<Reason> reason_of_error(std::string_view err, const Bytes* network, const SmppConfig& config) {
  std::optional<unsigned> number;
  const std::string_view bare = without_zeros(err);
  if (const auto own = config.error_reasons.find(std::string(bare)); own != config.error_reasons.end())
    return own->second;
  unsigned value = 0;
  const auto [end, error] = std::from_chars(bare.data(), bare.data() + bare.size(), value);
  if (!bare.empty() && error == std::errc{} && end == bare.data() + bare.size()) number = value;
  if (network != nullptr && network->size() == 3 && (*network)[0] == kNetworkGsm) {
    number = (unsigned{(*network)[1]} << 8) | (*network)[2];
    const auto own = config.error_reasons.find(std::to_string(*number));
    if (own != config.error_reasons.end()) return own->second;
  }
  return number ? reason_of_map_error(*number) : std::nullopt;
}

/// The text with every character outside ASCII as '?': a receipt's fields are ASCII in every coding.
std::string ascii_of(const DeliverSm& pdu) {
  std::string out;
  const Bytes& octets = pdu.text();
  if (pdu.data_coding == kCodingUcs2) {
    const auto text = text::from_ucs2_octets(octets);
    for (const char16_t unit : text.value_or(std::u16string()))
      out.push_back(unit < 0x80 ? static_cast<char>(unit) : '?');
  } else {
    for (const std::uint8_t octet : octets) out.push_back(octet < 0x80 ? static_cast<char>(octet) : '?');
  }
  return out;
}

Timestamp time_of(const std::optional<StatedTime>& stated, int utc_offset_minutes, Timestamp arrival) {
  if (!stated) return arrival;
  Timestamp at = stated->at - std::chrono::minutes(utc_offset_minutes);
  if (!stated->seconds) at += std::chrono::minutes(1) - Micros(1);
  return std::min(at, arrival);
}

}  // namespace

std::optional<Reason> reason_of_map_error(unsigned code) {
  switch (code) {
    case 1:
    case 5:
      return Reason::no_such_number;
    case 6:
    case 27:
      return Reason::handset_off;
    case 9:
    case 11:
    case 12:
    case 13:
      return Reason::handset_suspended;
    case 31:
      return Reason::carrier_busy;
    case 32:
      return Reason::mailbox_full;
    case 34:
      return Reason::carrier_down;
    case 21:
    case 35:
    case 36:
      return Reason::carrier_rejected;
    default:
      return std::nullopt;
  }
}

bool claims_receipt(const DeliverSm& pdu) {
  const unsigned kind = pdu.esm_class & kEsmKinds;
  return kind == kEsmReceipt || kind == kEsmIntermediate || pdu.find(Tag::receipted_message_id) != nullptr;
}

std::optional<RawReceipt> read_receipt(const DeliverSm& pdu, const SmppConfig& config, Timestamp arrival) {
  const ReceiptText text = parse_receipt_text(ascii_of(pdu)).value_or(ReceiptText{});
  const Bytes* id = pdu.find(Tag::receipted_message_id);
  const Bytes* state = pdu.find(Tag::message_state);
  RawReceipt out;
  // A C-Octet string by the book; some leave out its zero.
  if (id != nullptr) out.id = std::string(as_text(*id).substr(0, as_text(*id).find('\0')));
  if (out.id.empty()) out.id = text.id;
  if (out.id.empty() || out.id.size() > kMostMessageId) return std::nullopt;
  // Someone's reply may begin with "id:": without the class it takes a known status word too.
  if (!claims_receipt(pdu) && by_word(text.stat) == nullptr) return std::nullopt;

  const Meaning meaning = meaning_of(text.stat, state);
  out.state = meaning.state;
  out.reason = meaning.reason;
  if (meaning.state == DeliveryState::failed) {
    out.reason = reason_of_error(text.err, pdu.find(Tag::network_error_code), config).value_or(meaning.reason);
  }
  out.occurred_at = time_of(text.done, config.receipt_utc_offset_minutes, arrival);
  out.code = !text.stat.empty()                    ? text.stat
             : state != nullptr && !state->empty() ? "state " + std::to_string(state->back())
                                                   : std::string("none");
  if (!text.err.empty()) out.code += ' ' + text.err;
  return out;
}

}  // namespace guardline::dispatch::smpp
