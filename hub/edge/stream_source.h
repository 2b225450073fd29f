// Where the frames of one topic come from. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/stream.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guardline::edge {

/// One topic's data. The stream hub calls `take` and `catch_up` under one lock, so that a subscriber that is caught up
/// and then hears every `take` misses nothing and gets nothing twice.
class StreamSource {
 public:
  virtual ~StreamSource() = default;
  [[nodiscard]] virtual api::Topic topic() const = 0;

  /// Begins to gather. `changed` is called on any thread whenever there is something to take; it only wakes the pacer.
  virtual void start(std::function<void()> changed) = 0;
  virtual void stop() = 0;

  /// Everything new since the last take as one frame (that is the coalescing: at most ten a second); nothing if nothing
  /// is.
  virtual std::optional<api::Frame> take() = 0;

  /// What brings a subscriber from `position` (this topic's part of its cursor; nothing = it has nothing) to the last
  /// take: a delta, a snapshot, resync_required and a snapshot, or nothing if it is there already. Must not block on a
  /// database.
  virtual std::vector<api::Frame> catch_up(std::optional<std::string_view> position) = 0;

  /// The position after the last take, in the characters of wire::Format::cursor without '~'; empty for a topic that
  /// has none.
  [[nodiscard]] virtual std::string position() const = 0;
};

}  // namespace guardline::edge
