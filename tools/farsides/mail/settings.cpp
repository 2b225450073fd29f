// What the mail far side does to the mail it gets. SPDX-License-Identifier: GPL-3.0-or-later
#include "tools/farsides/mail/settings.h"

#include <array>
#include <utility>

#include <boost/json/value.hpp>

namespace guardline::farside {
namespace {

constexpr std::array<std::pair<std::string_view, double Settings::*>, 10> kShares{
    {{"greylist", &Settings::greylist},
     {"refuse", &Settings::refuse},
     {"reject", &Settings::reject},
     {"drop", &Settings::drop},
     {"loss", &Settings::loss},
     {"fail", &Settings::fail},
     {"open_person", &Settings::open_person},
     {"open_machine", &Settings::open_machine},
     {"confirm", &Settings::confirm},
     {"click", &Settings::click}}};
constexpr std::array<std::pair<std::string_view, bool Settings::*>, 2> kSwitches{
    {{"outage", &Settings::outage}, {"success_reports", &Settings::success_reports}}};
constexpr std::array<std::pair<std::string_view, std::uint64_t Settings::*>, 3> kTimes{
    {{"delay_ms", &Settings::delay_ms},
     {"answer_delay_ms", &Settings::answer_delay_ms},
     {"read_delay_ms", &Settings::read_delay_ms}}};

bool is_status(std::string_view text) {
  return text.empty() || (text.size() >= 5 && text.size() <= 9 && (text[0] == '4' || text[0] == '5') &&
                          text[1] == '.' && text.find_first_not_of("0123456789.") == std::string_view::npos);
}

}  // namespace

std::optional<std::string> apply(Settings& settings, std::string_view name, const boost::json::value& value) {
  for (const auto& [key, member] : kShares) {
    if (key != name) continue;
    boost::system::error_code error;
    const double share = value.to_number<double>(error);
    if (error || !(share >= 0 && share <= 1)) return "value is not a number from 0 to 1";
    settings.*member = share;
    return std::nullopt;
  }
  for (const auto& [key, member] : kSwitches) {
    if (key != name) continue;
    if (!value.is_bool()) return "value is neither true nor false";
    settings.*member = value.get_bool();
    return std::nullopt;
  }
  for (const auto& [key, member] : kTimes) {
    if (key != name) continue;
    boost::system::error_code error;
    const auto time = value.to_number<std::uint64_t>(error);
    if (error || time > 86'400'000) return "value is no number of milliseconds up to a day";
    settings.*member = time;
    return std::nullopt;
  }
  if (name == "fail_status") {
    if (!value.is_string() || !is_status(value.get_string())) return "value is no status such as \"5.1.1\"";
    settings.fail_status = value.get_string();
    return std::nullopt;
  }
  return "no such setting";
}

boost::json::object to_json(const Settings& settings) {
  boost::json::object out;
  for (const auto& [key, member] : kShares) out[key] = settings.*member;
  for (const auto& [key, member] : kSwitches) out[key] = settings.*member;
  for (const auto& [key, member] : kTimes) out[key] = settings.*member;
  out["fail_status"] = settings.fail_status;
  return out;
}

}  // namespace guardline::farside
