// How the message centre behaves. SPDX-License-Identifier: GPL-3.0-or-later
#include "tools/farsides/smsc/settings.h"

#include <algorithm>
#include <array>
#include <utility>

#include <boost/json/value.hpp>

namespace guardline::farside {
namespace {

using Name = std::string_view;
constexpr std::array<std::pair<Name, double SmscSettings::*>, 6> kShares{{{"loss", &SmscSettings::loss},
                                                                          {"fail", &SmscSettings::fail},
                                                                          {"throttle", &SmscSettings::throttle},
                                                                          {"refuse", &SmscSettings::refuse},
                                                                          {"silent", &SmscSettings::silent},
                                                                          {"early", &SmscSettings::early}}};
constexpr std::array<std::pair<Name, std::uint64_t SmscSettings::*>, 2> kTimes{
    {{"delay_ms", &SmscSettings::delay_ms}, {"answer_delay_ms", &SmscSettings::answer_delay_ms}}};
constexpr std::array<Name, 4> kReceipts{"text", "tlv", "both", "mixed"};
constexpr std::array<Name, 5> kIds{"decimal", "hex", "hex-decimal", "decimal-hex", "text"};

template <std::size_t N>
std::optional<std::string> pick(std::string& to, const std::array<Name, N>& words, const boost::json::value& value) {
  if (!value.is_string() || std::ranges::find(words, Name(value.get_string())) == words.end()) return "no such word";
  to = Name(value.get_string());
  return std::nullopt;
}

}  // namespace

std::optional<std::string> apply(SmscSettings& settings, std::string_view name, const boost::json::value& value) {
  boost::system::error_code error;
  for (const auto& [key, member] : kShares) {
    if (key != name) continue;
    const double share = value.to_number<double>(error);
    if (error || !(share >= 0 && share <= 1)) return "not a number from 0 to 1";
    settings.*member = share;
    return std::nullopt;
  }
  for (const auto& [key, member] : kTimes) {
    // "delay" is the name that all far sides share.
    if (key != name && !(name == "delay" && key == "delay_ms")) continue;
    const auto time = value.to_number<std::uint64_t>(error);
    if (error || time > 86'400'000) return "no number of milliseconds up to a day";
    settings.*member = time;
    return std::nullopt;
  }
  if (name == "outage") {
    if (!value.is_bool()) return "neither true nor false";
    settings.outage = value.get_bool();
    return std::nullopt;
  }
  if (name == "utc_offset_min") {
    const auto minutes = value.to_number<std::int64_t>(error);
    if (error || minutes < -840 || minutes > 840) return "no offset from UTC";
    settings.utc_offset_min = minutes;
    return std::nullopt;
  }
  if (name == "receipts") return pick(settings.receipts, kReceipts, value);
  if (name == "ids") return pick(settings.ids, kIds, value);
  return "no such setting";
}

boost::json::object to_json(const SmscSettings& settings) {
  boost::json::object out;
  for (const auto& [key, member] : kShares) out[key] = settings.*member;
  for (const auto& [key, member] : kTimes) out[key] = settings.*member;
  out["outage"] = settings.outage;
  out["receipts"] = settings.receipts;
  out["ids"] = settings.ids;
  out["utc_offset_min"] = settings.utc_offset_min;
  return out;
}

}  // namespace guardline::farside
