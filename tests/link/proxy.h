// What may stand between a console and its hub. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSslConfiguration>
#include <QSslServer>
#include <QTcpServer>
#include <optional>

namespace guardline::app::test {

/// Copies bytes both ways; can be cut and mended. With `forbid_upgrades` it is the kind of proxy that ends TLS itself
/// (with the hub's own key) and lets no WebSocket through: it then speaks to the hub with the device's certificate.
class Proxy final : public QObject {
  Q_OBJECT
 public:
  Proxy();
  [[nodiscard]] QString address() const;
  void forward_to(quint16 port) { port_ = port; }
  void cut();
  void mend() { cut_ = false; }
  void forbid_upgrades(const QSslConfiguration& as_hub, const QSslConfiguration& as_device);
  void allow_upgrades() { as_hub_.reset(); }

  [[nodiscard]] int upgrades_refused() const { return upgrades_refused_; }

 private:
  class Server;
  void take(qintptr descriptor);
  void plain(qintptr descriptor);
  void ending(qintptr descriptor);

  Server* server_;
  quint16 port_{0};
  bool cut_{false};
  int upgrades_refused_{0};
  std::optional<QSslConfiguration> as_hub_;
  QSslConfiguration as_device_;
};

/// A TLS server with a key of its own, which is nobody's hub. Counts what clients say after the handshake.
class Stranger final : public QObject {
  Q_OBJECT
 public:
  explicit Stranger(const QSslConfiguration& identity);
  [[nodiscard]] QString address() const;
  [[nodiscard]] int callers() const { return callers_; }
  [[nodiscard]] qint64 bytes_heard() const { return bytes_; }

 private:
  QSslServer server_;
  int callers_{0};
  qint64 bytes_{0};
};

/// A self-signed server identity with a fresh key.
QSslConfiguration fresh_identity();
/// The identity in a hub's folder.
QSslConfiguration hub_identity(const QString& hub_folder);

}  // namespace guardline::app::test
