// What is said about the connection. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "models/gateway/session_values.h"

#include <chrono>
#include <string_view>

namespace guardline::app {

/// The words behind the pill: a small machine without timers. `online` is only ever entered by a proof (an answer of
/// the pinned hub). Waits are counted by the caller on the monotonic clock; `retry_at` is that moment on the wall
/// clock.
class ConnectionTracker {
 public:
  explicit ConnectionTracker(int attempts_until_offline) : limit_(attempts_until_offline) {}

  void proved(std::chrono::milliseconds latency) {
    connection_.state = models::Connection::State::online;
    connection_.latency = latency;
    connection_.attempt = 0;
    connection_.retry_at.reset();
    connection_.since.reset();
    connection_.cause.reset();
  }
  void measured(std::chrono::milliseconds latency) {
    if (connection_.state == models::Connection::State::online) connection_.latency = latency;
  }
  /// The connection broke, or a try failed. `heard`: when the hub was last heard.
  void lost(models::Failure cause, Timestamp heard, Timestamp retry_at) {
    if (!connection_.since) connection_.since = heard;
    ++connection_.attempt;
    connection_.state =
        connection_.attempt > limit_ ? models::Connection::State::offline : models::Connection::State::reconnecting;
    connection_.cause = cause;
    connection_.retry_at = retry_at;
  }
  /// A try runs now.
  void trying() { connection_.retry_at.reset(); }
  /// What held may not hold any more (sleep, another network): not online until proved again.
  void doubt(Timestamp heard) {
    if (connection_.state != models::Connection::State::online) return;
    connection_.state = models::Connection::State::reconnecting;
    connection_.attempt = 1;
    connection_.since = heard;
    connection_.cause = models::Failure::unreachable;
    connection_.retry_at.reset();
  }
  /// The hub will not have this device: no further try.
  void ended(models::Failure cause, Timestamp heard) {
    if (!connection_.since) connection_.since = heard;
    connection_.state = models::Connection::State::offline;
    connection_.cause = cause;
    connection_.retry_at.reset();
  }
  void begin() { connection_ = {}; }

  void position(std::string_view cursor, Timestamp at) {
    // A cursor means nothing outside the hub: its tail is enough to compare two desks by voice.
    constexpr std::size_t kShown = 12;
    if (cursor.size() > kShown) cursor.remove_prefix(cursor.size() - kShown);
    connection_.position = QString::fromLatin1(cursor.data(), static_cast<qsizetype>(cursor.size()));
    connection_.last_event_at = at;
  }

  [[nodiscard]] const models::Connection& connection() const { return connection_; }
  [[nodiscard]] bool online() const { return connection_.state == models::Connection::State::online; }

 private:
  const int limit_;
  models::Connection connection_;
};

}  // namespace guardline::app
