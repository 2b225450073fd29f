// How the message centre behaves. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <boost/json/object.hpp>

namespace guardline::farside {

/// Set on the command line (as --delay-ms, --outage …), changed while running over the control socket. Shares are 0..1.
struct SmscSettings {
  bool outage{false};                ///< connections are refused and open ones are cut
  std::uint64_t delay_ms{0};         ///< mean time from a submit to its receipt, exponential; 0 = at once
  std::uint64_t answer_delay_ms{0};  ///< from a submit to its answer
  double loss{0};                    ///< receipts that are never sent
  double fail{0};                    ///< submits that end undelivered
  double throttle{0};                ///< submits answered "throttled"
  double refuse{0};                  ///< submits answered "invalid destination"
  double silent{0};                  ///< submits that are taken and never answered
  double early{0};                   ///< receipts sent before the submit's answer
  std::string receipts{"mixed"};     ///< where the receipt says what it says: text, tlv, both, mixed
  /// Bases of ids in answers and in receipts: decimal, hex, hex-decimal (answer hex), decimal-hex, text.
  std::string ids{"decimal"};
  std::int64_t utc_offset_min{480};  ///< of the wall clock in receipts
};

/// Sets one value by its name; says what is wrong with it otherwise.
std::optional<std::string> apply(SmscSettings& settings, std::string_view name, const boost::json::value& value);
boost::json::object to_json(const SmscSettings& settings);

}  // namespace guardline::farside
