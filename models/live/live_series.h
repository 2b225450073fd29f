// A bounded series with a min/max pyramid. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace guardline::models {

/// What one clock-aligned bucket knows. `count` 0: nothing was measured (a gap, never zero).
struct SeriesBucket {
  double min{};
  double max{};
  double first{};
  double last{};
  std::uint32_t count{};
};

/// One drawn stroke: the buckets between two gaps, oldest first, `at` is the bucket's start.
struct SeriesPoint {
  Timestamp at;
  SeriesBucket bucket;
};
using SeriesSegment = std::vector<SeriesPoint>;

/// Values by time, kept as absolute buckets of `base` width and folded into coarser ones. Putting a value again at the
/// same base bucket replaces it, so merging is idempotent and late corrections are cheap (one parent per level).
/// Bounded: holds `span` back from the newest bucket; older puts are ignored. Not thread safe.
class LiveSeries {
 public:
  enum class Level : std::uint8_t { second = 0, ten_seconds = 1, minute = 2, ten_minutes = 3 };
  static constexpr std::array<std::int64_t, 4> kStep{1'000'000, 10'000'000, 60'000'000, 600'000'000};  // us

  /// `base` is the cadence at which values come: two base buckets apart is a gap.
  LiveSeries(Level base, Micros span);

  /// The value of the base bucket that holds `at`. NaN and infinities are ignored.
  void put(Timestamp at, double value);
  /// Folds one more value into the base bucket (several a second, one bucket a second).
  void fold(Timestamp at, double value);
  /// Makes the base bucket a gap again.
  void clear(Timestamp at);
  void clear();

  [[nodiscard]] bool empty() const { return !newest_; }
  /// Start of the newest base bucket ever put; nothing when empty.
  [[nodiscard]] std::optional<Timestamp> newest() const;
  [[nodiscard]] SeriesBucket at(Level level, Timestamp when) const;
  [[nodiscard]] Level base() const { return base_; }

  /// The coarsest level that still has at least one bucket per pixel over (to - from); the base level if none has.
  [[nodiscard]] Level level_for(Timestamp from, Timestamp to, int pixels) const;
  /// What to draw of [from, to): at most one point per pixel (each carries min and max), broken at gaps.
  [[nodiscard]] std::vector<SeriesSegment> view(Timestamp from, Timestamp to, int pixels) const;

 private:
  struct Ring {
    std::int64_t step{};
    std::vector<SeriesBucket> buckets;
    std::vector<std::int64_t> index;  // which bucket number stands in the slot; -1: none
  };
  [[nodiscard]] const Ring& ring(Level level) const;
  [[nodiscard]] const SeriesBucket* find(Level level, std::int64_t number) const;
  SeriesBucket& slot(Level level, std::int64_t number);
  [[nodiscard]] bool accepts(std::int64_t number) const;
  void refold(std::int64_t base_number);

  Level base_;
  std::int64_t capacity_;  // base buckets
  std::array<Ring, 4> rings_;
  std::optional<std::int64_t> newest_;
};

}  // namespace guardline::models
