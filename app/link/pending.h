// An answer that somebody may still want. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/session_gateway.h"

#include <QObject>
#include <QTimer>
#include <memory>
#include <utility>

namespace guardline::app {

/// Shared between the caller's handle and the request: calls back at most once, and not after the handle's end. GUI
/// thread.
template <class T>
class Pending {
 public:
  explicit Pending(models::Answer<T> answer) : call_(std::make_shared<models::Answer<T>>(std::move(answer))) {}

  [[nodiscard]] models::Handle handle() const {
    return models::Handle([call = call_] { *call = nullptr; });
  }
  /// False once the handle has ended.
  [[nodiscard]] bool wanted() const { return *call_ != nullptr; }
  void operator()(std::expected<T, models::SessionError> result) const {
    if (auto call = std::exchange(*call_, nullptr)) call(std::move(result));
  }
  /// From the event loop of `context`.
  void later(QObject* context, std::expected<T, models::SessionError> result) const {
    QTimer::singleShot(0, context, [self = *this, result = std::move(result)] { self(result); });
  }

 private:
  std::shared_ptr<models::Answer<T>> call_;
};

}  // namespace guardline::app
