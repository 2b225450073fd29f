// The way to the hub for alerts. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/alert_values.h"
#include "models/gateway/handle.h"

#include <expected>
#include <functional>
#include <string>
#include <variant>

namespace guardline::models {

/// Which alerts a person may hear of. It is the hub that decides; this says by which road they come.
enum class AlertReach {
  all,  ///< by the stream, as they change
  own,  ///< only some of them (handed over, or about the hub itself): asked for again and again
};

template <class T>
using AlertAnswer = std::function<void(std::expected<T, AlertRefusal>)>;

/// In the order in which the hub told them.
using AlertBatch = std::variant<AlertSnapshot, AlertChanges, AlertFeed>;

/// GUI thread only: every method returns at once, every callback comes later, from the event loop, at most once per
/// request and never after its handle has ended. The gateway outlives its handles.
class AlertGateway {
 public:
  AlertGateway() = default;
  AlertGateway(const AlertGateway&) = delete;
  AlertGateway& operator=(const AlertGateway&) = delete;
  virtual ~AlertGateway() = default;

  /// Begins with the present AlertFeed, then an AlertSnapshot as soon as one can be had, then changes. After each loss
  /// of the link another snapshot. The handler may end its own subscription.
  virtual Handle subscribe(AlertReach reach, std::function<void(const AlertBatch&)> handler) = 0;

  /// Failures: gone, unreachable, busy, session, internal.
  virtual Handle detail(AlertId alert, AlertAnswer<AlertDetail> answer) = 0;

  /// `after`: `next` of the page before, or empty. Failures: role, unreachable, busy, session, internal.
  virtual Handle history(const std::string& after, AlertAnswer<AlertHistoryPage> answer) = 0;

  /// A wish whose handle has ended may still be done.
  virtual Handle act(const AlertWish& wish, AlertAnswer<AlertDone> answer) = 0;

  /// "Retry now" (F5): skips the rest of the wait before the next try.
  virtual void retry_now() = 0;
};

}  // namespace guardline::models
