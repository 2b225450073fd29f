// The RAII end of a request or subscription. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <utility>

namespace guardline::models {

/// Whoever holds it wants the answer. When it is destroyed (or `reset`), the gateway calls the callback no more; a
/// request that is under way may still reach the hub. An empty handle does nothing. GUI thread only.
class [[nodiscard]] Handle {
 public:
  Handle() = default;
  explicit Handle(std::function<void()> end) : end_(std::move(end)) {}
  Handle(Handle&& other) noexcept : end_(std::exchange(other.end_, nullptr)) {}
  Handle& operator=(Handle&& other) noexcept {
    if (this != &other) {
      reset();
      end_ = std::exchange(other.end_, nullptr);
    }
    return *this;
  }
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;
  ~Handle() { reset(); }

  void reset() {
    if (auto end = std::exchange(end_, nullptr)) end();
  }
  [[nodiscard]] bool active() const { return static_cast<bool>(end_); }

 private:
  std::function<void()> end_;
};

}  // namespace guardline::models
