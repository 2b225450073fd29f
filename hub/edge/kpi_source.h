// Topic kpi: from the spine's projection to frames. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/db/database.h"
#include "hub/edge/stream_source.h"
#include "hub/spine/kpi.h"
#include "hub/spine/projection.h"
#include "hub/spine/subscribe.h"

#include <cstddef>
#include <functional>
#include <memory>
#include <string>

namespace guardline::edge {

/// Holds the buckets of the last 24 hours in memory and a ring of recent steps. A cursor inside the ring is brought up
/// to date by one delta of the buckets changed since; an older one by one snapshot whose `from` is that cursor; one of
/// another spine, or from after a restored backup, by resync_required and a snapshot.
class KpiSource final : public StreamSource {
 public:
  using Subscribe = std::function<spine::Subscription(spine::DeltaFn)>;
  using Load = std::function<Result<spine::KpiSnapshot>()>;

  /// Subscribes, then loads (`Projector::subscribe` and `read_kpi` in the hub): no step is missed in between.
  static Result<std::unique_ptr<KpiSource>> open(const Subscribe& subscribe, const Load& load, std::size_t ring = 1200);
  ~KpiSource() override;

  [[nodiscard]] api::Topic topic() const override { return api::Topic::kpi; }
  void start(std::function<void()> changed) override;
  void stop() override;
  std::optional<api::Frame> take() override;
  std::vector<api::Frame> catch_up(std::optional<std::string_view> position) override;
  [[nodiscard]] std::string position() const override;

 private:
  struct State;
  explicit KpiSource(std::size_t ring);
  std::unique_ptr<State> state_;
};

}  // namespace guardline::edge
