// The alert gateway with the queue behind it. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/offline/act_queue.h"
#include "models/gateway/alert_gateway.h"

#include <map>

namespace guardline::app {

/// Online everything is the hub's. Without one, acts that may be done offline are kept in the outbox (AlertDone with
/// `queued_at`) under the key of the wish, so that a try whose answer was lost and the entry are done once; details
/// that were seen in this session are shown as they were. GUI thread; outlived by gateway and queue.
class OfflineAlerts final : public models::AlertGateway {
 public:
  OfflineAlerts(models::AlertGateway& hub, ActQueue& queue) : hub_(hub), queue_(queue) {}

  models::Handle subscribe(models::AlertReach reach, std::function<void(const models::AlertBatch&)> handler) override;
  models::Handle detail(AlertId alert, models::AlertAnswer<models::AlertDetail> answer) override;
  models::Handle history(const std::string& after, models::AlertAnswer<models::AlertHistoryPage> answer) override;
  models::Handle act(const models::AlertWish& wish, models::AlertAnswer<models::AlertDone> answer) override;
  void retry_now() override { hub_.retry_now(); }
  /// Nothing of one person is there for the next.
  void forget();

 private:
  void remember(const std::vector<models::Alert>& alerts);

  models::AlertGateway& hub_;
  ActQueue& queue_;
  std::map<AlertId, models::Alert> alerts_;
  std::map<AlertId, models::AlertDetail> details_;
};

}  // namespace guardline::app
