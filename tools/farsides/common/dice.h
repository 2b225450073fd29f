// Chance that hangs on the seed and the thing itself. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace guardline::farside {

/// Independent of the order of arrival: the same seed, purpose and subject give the same number in every run, however
/// many connections race.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : seed_(seed) {}
  /// 0 <= x < 1
  [[nodiscard]] double roll(std::string_view purpose, std::string_view subject) const;
  [[nodiscard]] bool hits(double share, std::string_view purpose, std::string_view subject) const {
    return share > 0 && roll(purpose, subject) < share;
  }

 private:
  std::uint64_t seed_;
};

}  // namespace guardline::farside
