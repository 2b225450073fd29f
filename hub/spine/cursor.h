// A reader's place in the spine. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/domain/event.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace guardline::spine {

/// How far a reader has come in each partition. Outside hub/spine a cursor is its text: kept, sent, given back, never
/// compared or taken apart. It names the spine it belongs to, so that one from another hub is refused.
class Cursor {
 public:
  Cursor() = default;
  /// Before the first event of the spine with this mark (Spine::mark) and so many partitions.
  Cursor(std::uint32_t mark, std::uint16_t partitions) : mark_(mark), last_(partitions, 0) {}

  /// At most 24 characters a partition, URL-safe.
  [[nodiscard]] std::string text() const;
  /// Errors: invalid_argument (not a cursor).
  static Result<Cursor> parse(std::string_view text);

  // For hub/spine only.
  [[nodiscard]] std::uint32_t mark() const { return mark_; }
  [[nodiscard]] std::uint16_t partitions() const { return static_cast<std::uint16_t>(last_.size()); }
  /// The last sequence seen in a partition; 0 = none.
  [[nodiscard]] std::int64_t last(std::uint16_t partition) const { return last_[partition]; }
  void advance(EventRef ref) {
    if (last_[ref.partition] < ref.seq) last_[ref.partition] = ref.seq;
  }
  [[nodiscard]] bool covers(EventRef ref) const { return ref.seq <= last_[ref.partition]; }
  /// True if this place is at or behind `other` in no partition, i.e. everything up to `other` has been seen here.
  [[nodiscard]] bool covers(const Cursor& other) const;
  /// The number of events in (from, *this]; the caller knows that *this covers `from`.
  [[nodiscard]] std::int64_t distance_from(const Cursor& from) const;
  friend bool operator==(const Cursor&, const Cursor&) = default;

 private:
  std::uint32_t mark_{0};
  std::vector<std::int64_t> last_;
};

}  // namespace guardline::spine
