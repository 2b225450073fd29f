// An answer that comes from the hub, or from this computer. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/handle.h"

#include <functional>
#include <memory>
#include <utility>

namespace guardline::app {

/// Calls back at most once, and not after the handle's end, whichever side answers. The hub's own handle lives as long
/// as this one. GUI thread.
template <class Result>
class Either {
 public:
  explicit Either(std::function<void(Result)> answer) : held_(std::make_shared<Held>()) {
    held_->answer = std::move(answer);
  }
  [[nodiscard]] models::Handle handle() const {
    return models::Handle([held = held_] {
      held->answer = nullptr;
      held->hub.reset();
    });
  }
  void keep(models::Handle hub) const {
    if (held_->answer) held_->hub = std::move(hub);
  }
  void operator()(Result result) const {
    if (auto call = std::exchange(held_->answer, nullptr)) call(std::move(result));
  }
  [[nodiscard]] bool wanted() const { return static_cast<bool>(held_->answer); }

 private:
  struct Held {
    std::function<void(Result)> answer;
    models::Handle hub;
  };
  std::shared_ptr<Held> held_;
};

}  // namespace guardline::app
