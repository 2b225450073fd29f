// What has been drawn, as a file of lines. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "models/gateway/live_gateway.h"

#include <QFile>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace guardline::models {

/// A range of the spine that a picture shows.
struct DrawnFrame {
  enum class Kind : std::uint8_t { snapshot, delta };
  Kind kind{Kind::delta};
  std::optional<std::string> from;  ///< nothing: a beginning
  std::string to;
  std::int64_t events{};  ///< of deltas; a snapshot doesn't say
};

/// Frames that reached the widgets but not the screen yet, in order. Deltas that follow on each other become one range.
/// Bounded by that joining: between two paints there is at most one delta range per snapshot.
class DrawnFrames {
 public:
  void add(const KpiSnapshot& snapshot);
  void add(const KpiDelta& delta);
  void add(std::vector<DrawnFrame> frames);
  [[nodiscard]] std::vector<DrawnFrame> take();
  [[nodiscard]] bool empty() const { return frames_.empty(); }

 private:
  void add(DrawnFrame frame);
  std::vector<DrawnFrame> frames_;
};

/// Appends {"at":us,"from":..,"to":..,"events":n,"kind":"snapshot|delta"} per frame; call it after the paint. Off
/// unless the environment names a file in GUARDLINE_DRAW_LOG. Cursors and counts only: nothing about people. GUI
/// thread.
class DrawLog {
 public:
  explicit DrawLog(const Clock& clock);
  DrawLog(const Clock& clock, const QString& path);
  [[nodiscard]] bool enabled() const { return file_.isOpen(); }
  void painted(const std::vector<DrawnFrame>& frames);

 private:
  const Clock& clock_;
  QFile file_;
};

}  // namespace guardline::models
