// Working without a hub, as a test says it is. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/offline_gateway.h"

#include <QObject>
#include <QTimer>
#include <utility>

namespace guardline::test {

/// Tells watchers at once; `withdraw` and `edit` change the queue as the real one does, unless `trouble` is set.
class FakeOfflineGateway final : public models::OfflineGateway {
 public:
  std::optional<models::QueueTrouble> trouble;
  int rebuilds{0};
  int retries{0};
  std::vector<std::pair<QString, bool>> resolved;

  [[nodiscard]] const models::OfflineState& state() const override { return state_; }
  void set(models::OfflineState state) {
    state_ = std::move(state);
    if (changed_) changed_(state_);
  }
  models::Handle watch(std::function<void(const models::OfflineState&)> changed) override {
    changed_ = std::move(changed);
    QTimer::singleShot(0, &context_, [this] {
      if (changed_) changed_(state_);
    });
    return models::Handle([this] { changed_ = nullptr; });
  }
  void withdraw(const QString& id, std::function<void(std::optional<models::QueueTrouble>)> done) override {
    auto state = state_;
    if (!trouble) std::erase_if(state.queue, [&](const auto& act) { return act.id == id; });
    answer(std::move(state), std::move(done));
  }
  void edit(const QString& id, const QString& text,
            std::function<void(std::optional<models::QueueTrouble>)> done) override {
    auto state = state_;
    for (auto& act : state.queue) {
      if (act.id == id && act.wish && !trouble) act.wish->text = text;
    }
    answer(std::move(state), std::move(done));
  }
  void resolve_conflict(const QString& id, bool mine) override {
    resolved.emplace_back(id, mine);
    auto state = state_;
    std::erase_if(state.conflicts, [&](const auto& each) { return each.id == id; });
    set(std::move(state));
  }
  void rebuild() override { ++rebuilds; }
  void retry_now() override { ++retries; }

 private:
  void answer(models::OfflineState state, std::function<void(std::optional<models::QueueTrouble>)> done) {
    QTimer::singleShot(0, &context_, [this, state = std::move(state), done = std::move(done)] {
      set(state);
      done(trouble);
    });
  }
  QObject context_;
  models::OfflineState state_;
  std::function<void(const models::OfflineState&)> changed_;
};

}  // namespace guardline::test
