// Alerts of a person who may see only some of them: asked for again and again. SPDX-License-Identifier:
// GPL-3.0-or-later
#pragma once

#include "app/link/link.h"
#include "app/link/live_client.h"
#include "core/api/alert.h"
#include "models/gateway/alert_gateway.h"

#include <QTimer>
#include <chrono>
#include <expected>
#include <functional>
#include <string>
#include <vector>

namespace guardline::app {

/// Each round reads all pages and tells one snapshot; a round that fails tells what is missing and keeps what was
/// told. GUI thread.
class AlertPoll final : public QObject {
  Q_OBJECT
 public:
  AlertPoll(Link& link, LiveClient& stream, const Clock& clock, std::chrono::milliseconds every,
            std::function<void(const models::AlertBatch&)> tell);
  /// Tells nothing more; then `deleteLater` is safe even inside a call of `tell`.
  void end();

 private:
  void begin_round();
  void ask(const std::string& cursor);
  void take(std::expected<api::AlertPage, models::SessionError> page);
  void say(models::AlertFeed::Kind kind);

  Link& link_;
  const Clock& clock_;
  std::function<void(const models::AlertBatch&)> tell_;
  QTimer every_;
  bool asking_{false};
  bool ended_{false};
  std::vector<models::Alert> found_;
  Timestamp heard_;
  models::Handle notices_;  // last: ends before what its handler touches
};

}  // namespace guardline::app
