// What the mail far side does to the mail it gets. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <boost/json/object.hpp>

namespace guardline::farside {

/// Set on the command line, changed while running over the control socket. Probabilities 0..1.
struct Settings {
  bool outage{false};                ///< connections are refused and open ones are cut
  std::uint64_t delay_ms{0};         ///< mean time from acceptance to the report; 0 = at once
  std::uint64_t answer_delay_ms{0};  ///< before the answer to the final dot
  double greylist{0};                ///< 450 at the first try of a return path and recipient
  double refuse{0};                  ///< 550 5.1.1 at RCPT, by recipient
  double reject{0};                  ///< 554 5.7.1 after the final dot, by delivery
  double drop{0};                    ///< taken, but the connection is cut instead of the answer, by delivery and try
  double loss{0};                    ///< taken, never delivered and never reported, by delivery
  double fail{0};                    ///< taken, then bounced, by recipient
  std::string fail_status;           ///< "5.1.1"; empty = a mix
  double open_person{0};             ///< read by a person, by delivery
  double open_machine{0};            ///< its picture is fetched by a scanner or a prefetcher, by delivery
  double confirm{0};                 ///< of the readers: press the inbox's button where there is one
  double click{0};                   ///< of the readers: follow the first link
  std::uint64_t read_delay_ms{0};    ///< mean time until a person reads, beyond the first 6.5 seconds
  bool success_reports{false};       ///< reports of delivery, as if asked for by NOTIFY=SUCCESS
};

/// Sets one value by its name; the words of what is wrong with it otherwise.
std::optional<std::string> apply(Settings& settings, std::string_view name, const boost::json::value& value);
boost::json::object to_json(const Settings& settings);

}  // namespace guardline::farside
