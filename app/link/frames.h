// From frames of the stream to what live pages hear, with the gap check. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/stream.h"
#include "models/gateway/alert_gateway.h"
#include "models/gateway/live_gateway.h"

#include <optional>
#include <string>
#include <string_view>

namespace guardline::app {

/// Follows topic kpi: each range must begin where the one before ended. Link thread, no I/O.
class FrameReader {
 public:
  enum class Verdict {
    deliver,  ///< `batch` holds what the frame said
    alerts,   ///< `alerts` does
    skip,     ///< a frame of a topic this version has no use for
    gap,      ///< a range was lost: ask anew from cursor()
    broken,   ///< no frame, or one without the members of its type
  };
  struct Read {
    Verdict verdict{Verdict::broken};
    models::LiveBatch batch{};
    models::AlertBatch alerts{};
  };

  /// One WebSocket message. At most `bytes` long.
  Read text(std::string_view json, std::size_t bytes, Timestamp now);
  Read frame(api::Frame&& frame, Timestamp now);

  /// Where this client stands on topic kpi; nothing before the first frame.
  [[nodiscard]] const std::optional<std::string>& cursor() const { return cursor_; }
  void forget() { cursor_.reset(); }

 private:
  std::optional<std::string> cursor_;
};

}  // namespace guardline::app
