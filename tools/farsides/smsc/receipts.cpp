// What the message centre reports about a submit. SPDX-License-Identifier: GPL-3.0-or-later
#include "tools/farsides/smsc/receipts.h"

#include <array>
#include <charconv>
#include <cstdio>
#include <ctime>

namespace guardline::farside {
namespace {

std::string digits(std::uint64_t value, int base) {
  std::array<char, 24> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, base).ptr;
  return {buffer.data(), end};
}

std::string wall_clock(std::int64_t at, std::int64_t utc_offset_min) {
  const std::time_t seconds = static_cast<std::time_t>(at / 1'000'000 + utc_offset_min * 60);
  std::tm parts{};
  gmtime_r(&seconds, &parts);
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "%02d%02d%02d%02d%02d", parts.tm_year % 100, parts.tm_mon + 1, parts.tm_mday,
                parts.tm_hour, parts.tm_min);
  return text.data();
}

}  // namespace

WrittenIds write_ids(std::uint64_t n, const std::string& bases) {
  if (bases == "text") return {"s-" + digits(n, 36), "s-" + digits(n, 36)};
  return {digits(n, bases.starts_with("hex") ? 16 : 10), digits(n, bases.ends_with("hex") ? 16 : 10)};
}

Deliver to_deliver(const PendingReceipt& receipt, std::int64_t utc_offset_min, std::int64_t now) {
  constexpr std::uint8_t kReceipt = 0x04;
  constexpr std::uint8_t kDelivered = 2;
  constexpr std::uint8_t kUndeliverable = 5;
  Deliver out;
  out.source = receipt.destination;
  out.destination = receipt.source;
  out.esm_class = kReceipt;
  if (receipt.form != "tlv") {
    std::array<char, 8> error{};
    std::snprintf(error.data(), error.size(), "%03u", unsigned{receipt.error});
    out.text = "id:" + receipt.receipt_id + " sub:001 dlvrd:" + (receipt.failed ? "000" : "001") +
               " submit date:" + wall_clock(receipt.submitted_at, utc_offset_min) +
               " done date:" + wall_clock(now, utc_offset_min) + " stat:" + (receipt.failed ? "UNDELIV" : "DELIVRD") +
               " err:" + error.data() + " text:";
  }
  if (receipt.form != "text") {
    out.receipted_id = receipt.receipt_id;
    out.message_state = receipt.failed ? kUndeliverable : kDelivered;
    if (receipt.failed) out.network_error = receipt.error;
  }
  return out;
}

}  // namespace guardline::farside
