// The alert gateway over the link. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/link/link.h"
#include "app/link/live_client.h"
#include "models/gateway/alert_gateway.h"

#include <QObject>
#include <chrono>
#include <memory>

namespace guardline::app {

/// GUI thread. `all` comes by the stream; `own` is asked for every `own_every` and at once when the link is back, for
/// the stream tells alerts only to those who may see all of them. Outlived by link, stream and clock.
class AlertClient final : public QObject, public models::AlertGateway {
  Q_OBJECT
 public:
  AlertClient(Link& link, LiveClient& stream, const Clock& clock,
              std::chrono::milliseconds own_every = std::chrono::seconds(15), QObject* parent = nullptr);

  models::Handle subscribe(models::AlertReach reach, std::function<void(const models::AlertBatch&)> handler) override;
  models::Handle detail(AlertId alert, models::AlertAnswer<models::AlertDetail> answer) override;
  models::Handle history(const std::string& after, models::AlertAnswer<models::AlertHistoryPage> answer) override;
  models::Handle act(const models::AlertWish& wish, models::AlertAnswer<models::AlertDone> answer) override;
  void retry_now() override;

 private:
  Link& link_;
  LiveClient& stream_;
  const Clock& clock_;
  std::chrono::milliseconds own_every_;
};

}  // namespace guardline::app
