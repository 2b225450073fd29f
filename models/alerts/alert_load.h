// How many alerts came, ten minutes at a time. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/alert_store.h"

#include <array>
#include <optional>
#include <unordered_map>
#include <vector>

namespace guardline::models {

/// What one desk has to take in, in fixed windows of ten minutes by the clock: each time an alert asks for
/// attention counts once, in the window in which it did, and so does each occurrence that was over before it was told
/// of; what a rule keeps quiet by design or what is shelved does not. Of the time before this desk began to listen, and
/// of times when it heard nothing, only what still stood afterwards is known: such windows are not whole, their numbers
/// are the least there was. Limits after EEMUA 191 / IEC 62682: one in ten minutes is steady work, more than ten is a
/// flood, which is over with a whole window below five. Not thread safe.
class AlertLoad {
 public:
  static constexpr std::chrono::minutes kWindow{10};
  static constexpr std::size_t kWindows = 12;
  static constexpr int kSteady = 1;
  static constexpr int kFlood = 10;  ///< more than this
  static constexpr int kCalm = 5;    ///< fewer than this

  struct Window {
    Timestamp from;
    int raised{};
    bool whole{true};
  };

  /// Forgets everything; from `now` on the desk listens.
  void begin(Timestamp now);
  void hear(const std::vector<AlertChange>& changes);
  /// Nothing was heard from then until now; nothing: the desk listens again.
  void deaf(std::optional<Timestamp> since, Timestamp now);

  /// kWindows of them, oldest first; the last one is running.
  [[nodiscard]] std::vector<Window> windows(Timestamp now) const;
  /// Since which window it is a flood.
  [[nodiscard]] std::optional<Timestamp> flood(Timestamp now) const;

 private:
  struct Count {
    int raised{};
    bool whole{true};
  };
  Count& at(Timestamp when);
  void mark(Timestamp from, Timestamp until);

  Timestamp begun_;
  Timestamp latest_;
  std::optional<Timestamp> deaf_since_;
  /// By the number of the window since 1970; as many as are shown, and one more.
  std::unordered_map<std::int64_t, Count> counts_;
};

/// How many ask for attention or are in hand, by severity: what 5 / 15 / 80 is held against. Source: EEMUA 191.
struct PriorityMix {
  std::array<int, 3> counts{};  ///< urgent; high; medium and low
  static constexpr std::array kTargets{0.05, 0.15, 0.80};
  [[nodiscard]] int total() const { return counts[0] + counts[1] + counts[2]; }
};
PriorityMix priority_mix(const AlertStore& store);

/// Of the alerts on a shelf those whose end is next, soonest first.
std::vector<AlertEntryPtr> next_shelves(const AlertStore& store, std::size_t most);

}  // namespace guardline::models
