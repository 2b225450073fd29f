// A live gateway that a test plays. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/live_gateway.h"

#include <map>
#include <utility>

namespace guardline::test {

class SetClock final : public Clock {
 public:
  explicit SetClock(Timestamp start) : now_(start) {}
  [[nodiscard]] Timestamp now() const override { return now_; }
  [[nodiscard]] Micros steady() const override { return now_.time_since_epoch(); }
  void advance(Micros by) { now_ += by; }

 private:
  Timestamp now_;
};

class FakeLiveGateway final : public models::LiveGateway {
 public:
  models::Handle subscribe(models::LiveTopics topics, Handler handler) override {
    const auto id = next_++;
    readers_[id] = {topics, std::move(handler)};
    return models::Handle([this, id] { readers_.erase(id); });
  }
  void request_snapshot() override { ++snapshots_asked; }
  void retry_now() override { ++retries; }

  void tell(const models::LiveBatch& batch) {
    const auto copy = readers_;
    for (const auto& [id, reader] : copy) {
      const bool ticker = std::holds_alternative<models::TickerItems>(batch);
      const bool notice = std::holds_alternative<models::StreamNotice>(batch);
      if (notice || (ticker ? reader.first.ticker : reader.first.kpi)) reader.second(batch);
    }
  }
  [[nodiscard]] std::size_t readers() const { return readers_.size(); }

  int snapshots_asked{};
  int retries{};

 private:
  std::map<int, std::pair<models::LiveTopics, Handler>> readers_;
  int next_{1};
};

}  // namespace guardline::test
