// Working without a hub, as a test plays it. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/offline_gateway.h"

#include <map>
#include <utility>

namespace guardline::test {

class FakeOfflineGateway final : public models::OfflineGateway {
 public:
  using Told = std::function<void(std::optional<models::QueueTrouble>)>;
  [[nodiscard]] const models::OfflineState& state() const override { return now; }
  models::Handle watch(std::function<void(const models::OfflineState&)> changed) override {
    const int id = ++next_;
    watchers_[id] = std::move(changed);
    return models::Handle([this, id] { watchers_.erase(id); });
  }
  void withdraw(const QString& id, Told done) override {
    std::erase_if(now.queue, [&](const auto& act) { return act.id == id; });
    done({});
    tell();
  }
  void edit(const QString&, const QString& text, Told done) override {
    edited = text;
    done({});
  }
  void resolve_conflict(const QString& id, bool) override {
    std::erase_if(now.conflicts, [&](const auto& each) { return each.id == id; });
    tell();
  }
  void rebuild() override { ++rebuilds; }
  void retry_now() override { ++retries; }

  void tell() {
    for (const auto& [id, changed] : std::map(watchers_)) changed(now);
  }
  models::OfflineState now;
  QString edited;
  int rebuilds{0}, retries{0};

 private:
  int next_{0};
  std::map<int, std::function<void(const models::OfflineState&)>> watchers_;
};

}  // namespace guardline::test
