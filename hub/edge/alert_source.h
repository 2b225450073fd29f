// Topic alerts: what changed, as it stands. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/time.h"
#include "hub/edge/stream_source.h"

#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace guardline::edge {

/// Compares the alerts with those it has told of: whoever changed them, this hub or another on the same record. A new
/// reader gets a snapshot of the alerts that ask for something; then every change. Changes are absolute, so one that
/// comes twice does no harm.
class AlertSource final : public StreamSource {
 public:
  using Load = std::function<Result<std::vector<api::Alert>>()>;
  AlertSource(Load load, const Clock& clock);

  /// Looks for changes; blocks on the store. Call it after every act and every round of the watch, on any thread but
  /// the network's. Errors: those of `load`; nothing is lost, the next call finds it.
  Status refresh();

  [[nodiscard]] api::Topic topic() const override { return api::Topic::alerts; }
  void start(std::function<void()> changed) override;
  void stop() override;
  std::optional<api::Frame> take() override;
  std::vector<api::Frame> catch_up(std::optional<std::string_view> position) override;
  [[nodiscard]] std::string position() const override;

 private:
  [[nodiscard]] api::Frame frame(api::FrameType type, const std::set<AlertId>& ids) const;

  Load load_;
  std::mutex loading_;  // one load at a time, so that an older one never comes in behind a newer
  mutable std::mutex mutex_;
  std::function<void()> changed_;
  std::map<AlertId, api::Alert> alerts_;
  std::set<AlertId> pending_;
  std::deque<std::pair<std::uint64_t, AlertId>> told_;  // bounded
  std::uint64_t forgotten_until_;                       // `told_` begins behind this
  std::uint64_t told_until_;                            // begins at the clock, so that it rises over restarts
};

}  // namespace guardline::edge
