// Parts of long messages put together again. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bytes.h"
#include "tools/farsides/smsc/codec.h"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace guardline::farside {

/// Where a submit stands in its message; a message of one part is part 1 of 1 with reference 0.
struct Place {
  std::uint16_t reference{};
  std::uint8_t total{1};
  std::uint8_t number{1};
  Bytes text;  ///< octets without the user data header
};

/// By the user data header (8 and 16 bit references) or sar_* parameters. A header that lies is read as no header.
Place place_of(const Submit& submit);

/// The message as a handset would show it.
struct Whole {
  std::vector<std::string> message_ids;  ///< in part order
  std::string text;                      ///< UTF-8; empty where the octets are no UTF-16
};

/// Bounded: past `kMostOpen` unfinished messages the oldest is forgotten. One thread.
class Assembly {
 public:
  static constexpr std::size_t kMostOpen = 10'000;
  /// The message once its last part is there. A part that comes again replaces the first.
  std::optional<Whole> add(const Submit& submit, const Place& place, const std::string& message_id);

 private:
  using Key = std::tuple<std::string, std::string, std::uint16_t, std::uint8_t>;
  struct Piece {
    std::string message_id;
    Bytes text;
  };
  std::map<Key, std::map<std::uint8_t, Piece>> open_;
  std::deque<Key> order_;
};

}  // namespace guardline::farside
