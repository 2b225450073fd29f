// HTTPS requests to the one pinned hub. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/device/device_store.h"
#include "app/link/http_answer.h"
#include "app/link/options.h"

#include <QNetworkAccessManager>
#include <QObject>
#include <QSslConfiguration>
#include <functional>
#include <memory>
#include <optional>

namespace guardline::app {

/// On the link thread; answers come from its event loop, once each. A request body leaves only after the hub has shown
/// the pinned key. No HTTP/2, no cookies, no cache, no redirects, no passwords for proxies.
class Https final : public QObject {
  Q_OBJECT
 public:
  using Done = std::function<void(HttpAnswer)>;

  explicit Https(LinkOptions options, QObject* parent = nullptr);
  ~Https() override;

  /// Connections of another identity are never used again: a kept-alive TLS connection would go on speaking for the old
  /// certificate. What is under way ends as unreachable.
  void set_identity(std::optional<DeviceIdentity> identity);
  void send(const HttpRequest& request, Done done);
  /// Idle connections may be dead after a loss: the next request opens a new one.
  void drop_connections();

  [[nodiscard]] const std::optional<DeviceIdentity>& identity() const { return identity_; }
  /// For the WebSocket of the same identity.
  [[nodiscard]] const QSslConfiguration& tls() const { return tls_; }

 private:
  LinkOptions options_;
  std::optional<DeviceIdentity> identity_;
  QSslConfiguration tls_;
  std::unique_ptr<QNetworkAccessManager> manager_;
  std::size_t under_way_{0};
};

}  // namespace guardline::app
