// One WebSocket of the stream, from its opening to its end. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/link/options.h"
#include "core/base/bytes.h"

#include <QByteArray>
#include <QObject>
#include <QSslConfiguration>
#include <QTimer>
#include <QUrl>
#include <functional>
#include <memory>

class QWebSocket;

namespace guardline::app {

/// Used once. Link thread; tells its owner from the event loop, and nothing after `ended`. The upgrade request with its
/// ticket leaves only after the hub has shown the pinned key.
class Socket final : public QObject {
  Q_OBJECT
 public:
  enum class End {
    foreign_hub,  ///< another key: nothing was sent
    refused,      ///< no upgrade (refused, broken or too slow)
    closed,       ///< after it was open; `code` is the close code, or 1006 when the connection just broke
  };
  struct Hooks {
    std::function<void()> opened;
    std::function<void(const QString&)> message;
    std::function<void(std::chrono::milliseconds)> pong;
    std::function<void(End, std::uint16_t code)> ended;
  };

  Socket(const QUrl& url, const QByteArray& authorization, const QSslConfiguration& tls, const Digest& pin,
         const LinkOptions& options, Hooks hooks, QObject* parent);
  ~Socket() override;

  void ping();
  /// Tells its owner nothing more; then `deleteLater` is safe even inside a hook.
  void stop();

 private:
  void end(End how, std::uint16_t code);

  Hooks hooks_;
  QWebSocket* socket_;
  QTimer handshake_;
  bool open_{false};
  bool foreign_{false};
  bool over_{false};
  bool stopped_{false};
};

}  // namespace guardline::app
