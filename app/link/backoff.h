// How long to wait before the next try. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <chrono>

namespace guardline::app {

/// Doubles from `first` to `most`; each wait is drawn from the upper half of its step, so that a thousand consoles that
/// lost the same hub don't come back in the same instant, and none comes back at once.
class Backoff {
 public:
  Backoff(std::chrono::milliseconds first, std::chrono::milliseconds most) : first_(first), most_(most), step_(first) {}

  /// `chance` in [0, 1). The result is within [first, most].
  std::chrono::milliseconds next(double chance) {
    const auto wait = std::chrono::milliseconds(
        static_cast<std::chrono::milliseconds::rep>(static_cast<double>(step_.count()) * (0.5 + chance / 2)));
    step_ = std::min(step_ * 2, most_);
    return std::clamp(wait, first_, most_);
  }
  void reset() { step_ = first_; }

 private:
  std::chrono::milliseconds first_;
  std::chrono::milliseconds most_;
  std::chrono::milliseconds step_;
};

}  // namespace guardline::app
