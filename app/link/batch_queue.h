// Values on their way from the link thread to the GUI thread. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/alert_gateway.h"
#include "models/gateway/live_gateway.h"

#include <cstddef>
#include <mutex>
#include <utility>
#include <variant>
#include <vector>

namespace guardline::app {

/// What the stream told: of its live topics, or of alerts.
using StreamBatch = std::variant<models::LiveBatch, models::AlertBatch>;

/// Bounded: a GUI thread that takes nothing for long finds a notice to start over instead of old frames. Thread safe.
class BatchQueue {
 public:
  explicit BatchQueue(std::size_t most) : most_(most) {}

  enum class Pushed {
    first,     ///< it was empty: wake the reader
    more,      ///< the reader has been told
    overflow,  ///< everything waiting was dropped for a `resync` notice: the writer starts over with a snapshot
  };
  Pushed push(StreamBatch batch, Timestamp now) {
    const std::lock_guard lock(mutex_);
    if (waiting_.size() >= most_) {
      waiting_.clear();
      waiting_.emplace_back(models::LiveBatch(models::StreamNotice{models::StreamNotice::Kind::resync, now}));
      return Pushed::overflow;  // the reader was told of the first and has not come yet
    }
    waiting_.push_back(std::move(batch));
    return waiting_.size() == 1 ? Pushed::first : Pushed::more;
  }
  std::vector<StreamBatch> take() {
    const std::lock_guard lock(mutex_);
    return std::exchange(waiting_, {});
  }

 private:
  const std::size_t most_;
  std::mutex mutex_;
  std::vector<StreamBatch> waiting_;
};

}  // namespace guardline::app
