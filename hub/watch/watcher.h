// Evaluates the rules, round by round. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/time.h"
#include "hub/spine/stores.h"
#include "hub/watch/book.h"
#include "hub/watch/condition.h"

#include <atomic>
#include <map>
#include <memory>
#include <string>
#include <utility>

namespace guardline::watch {

inline constexpr Micros kWatchEvery{std::chrono::seconds(5)};

/// One round: reads rules, alerts and the KPI projection, and writes what follows: raised and cleared, shelves that
/// have ended, acknowledgements that have lapsed, alerts that another one explains, rules switched off and on. Called
/// by one thread of its own, every kWatchEvery; several hubs on one record may all do it (the book decides who was
/// first).
class Watcher {
 public:
  Watcher(AlertBook& book, spine::Stores stores, const Clock& clock);
  ~Watcher();
  Watcher(const Watcher&) = delete;
  Watcher& operator=(const Watcher&) = delete;

  /// Errors: those of the stores; the next round begins afresh. What another hub or a person has just done to an alert
  /// is no error: the next round sees it.
  Status round();
  /// Clock::steady at the end of the last round that ended well; of the construction before the first. Any thread.
  [[nodiscard]] Micros last_round() const { return last_round_.load(); }

 private:
  using Point = std::pair<std::string, Channel>;
  struct View;
  Result<View> look(Timestamp now);
  Status write(const View& view, Timestamp now);

  AlertBook& book_;
  spine::Stores stores_;
  const Clock& clock_;
  std::unique_ptr<db::Database> reads_;
  std::unique_ptr<db::Database> projections_;
  std::map<Point, Condition> conditions_;
  std::string told_;  // broken rules that the log has heard of
  std::atomic<Micros> last_round_;
};

}  // namespace guardline::watch
