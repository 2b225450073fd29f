// Topic ticker: a masked sample of what moves. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "hub/edge/stream_source.h"
#include "hub/spine/event.h"
#include "hub/spine/projection.h"
#include "hub/spine/subscribe.h"

#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace guardline::edge {

/// At most 20 items a second, the newest ones; the rest is left out on purpose. Names no investor and no contact.
class TickerSource final : public StreamSource {
 public:
  using Subscribe = std::function<spine::Subscription(spine::DeltaFn)>;
  TickerSource(const Subscribe& subscribe, const Clock& clock);
  ~TickerSource() override;

  [[nodiscard]] api::Topic topic() const override { return api::Topic::ticker; }
  void start(std::function<void()> changed) override;
  void stop() override;
  std::optional<api::Frame> take() override;
  /// The newest items (at most 20) for a new reader; those since its place for a polling one.
  std::vector<api::Frame> catch_up(std::optional<std::string_view> position) override;
  [[nodiscard]] std::string position() const override;

 private:
  void on_delta(const spine::ProjectionDelta& delta);

  const Clock& clock_;
  mutable std::mutex mutex_;
  std::function<void()> changed_;
  std::deque<api::TickerItem> fresh_;  // bounded, newest last
  std::deque<api::TickerItem> told_;   // the last ones that went out
  std::uint64_t told_until_;  // number of the newest in `told_`; begins at the clock, so it rises over restarts
  double allowance_;          // items that may go out now
  Micros refilled_;
  spine::Subscription subscription_;
};

/// What the ticker shows of a row; nothing for rows that moved no delivery.
std::optional<api::TickerItem> ticker_item(const spine::StoredEvent& event);

}  // namespace guardline::edge
