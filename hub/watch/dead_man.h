// Watches the watch. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/time.h"
#include "hub/watch/book.h"

#include <functional>

namespace guardline::watch {

inline constexpr std::string_view kWatchLate = "watch-late";  ///< the rule of its alert: channel none, severity urgent
inline constexpr int kLatePeriods = 3;

/// Raises the hub's own alert when the last round of the watch is more than three periods ago, and clears it when
/// rounds end well again. Runs on another thread than the watch. What it can't do: tell of a hub that is gone, or of a
/// record that can't be written (that ends in the log); consoles see those themselves.
class DeadMan {
 public:
  /// `last_round`: Clock::steady of the last good round; any thread.
  DeadMan(AlertBook& book, const Clock& clock, std::function<Micros()> last_round, Micros period);
  /// One look. Errors: those of the book.
  Status check();

 private:
  AlertBook& book_;
  const Clock& clock_;
  std::function<Micros()> last_round_;
  Micros period_;
};

}  // namespace guardline::watch
