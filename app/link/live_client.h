// The live gateway over the link. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/link/link.h"
#include "models/gateway/live_gateway.h"

#include <QObject>
#include <functional>
#include <memory>
#include <vector>

namespace guardline::app {

/// GUI thread. One stream for all subscribers; it is open while somebody subscribes and a person is signed in.
class LiveClient final : public QObject, public models::LiveGateway {
  Q_OBJECT
 public:
  LiveClient(Link& link, const Clock& clock, QObject* parent = nullptr);

  models::Handle subscribe(models::LiveTopics topics, Handler handler) override;
  void request_snapshot() override;
  void retry_now() override;

  /// Topic alerts of the same stream: the present AlertFeed, a snapshot, then changes.
  models::Handle subscribe_alerts(std::function<void(const models::AlertBatch&)> handler);

 private:
  struct Subscriber {
    models::LiveTopics topics;
    Handler handler;
    bool begun{false};  ///< has its first snapshot: deltas mean something to it
  };

  struct AlertSubscriber {
    std::function<void(const models::AlertBatch&)> handler;
    bool begun{false};
  };

  void hand_out();
  void hand_out(const models::LiveBatch& batch);
  void hand_out(const models::AlertBatch& batch);
  void topics_changed();

  Link& link_;
  models::StreamNotice present_;
  std::vector<std::shared_ptr<Subscriber>> subscribers_;
  std::vector<std::shared_ptr<AlertSubscriber>> alert_subscribers_;
};

}  // namespace guardline::app
