// Keeps the link up: proves it, opens the stream, falls back, waits, tries again. SPDX-License-Identifier:
// GPL-3.0-or-later
#pragma once

#include "app/link/backoff.h"
#include "app/link/batch_queue.h"
#include "app/link/connection_tracker.h"
#include "app/link/frames.h"
#include "app/link/https.h"
#include "app/link/options.h"
#include "app/link/socket.h"
#include "models/gateway/live_gateway.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace guardline::app {

/// One round: GET /v1/hub proves the hub and measures latency; then, if a session and topics are there, a ticket and a
/// WebSocket, or polls where the way there takes no WebSocket. Any loss ends the round and starts the next after a
/// wait. Link thread.
class Connector final : public QObject {
  Q_OBJECT
 public:
  struct Hooks {
    std::function<void(const models::Connection&)> connection;
    std::function<void(StreamBatch)> batch;
    std::function<void()> session_refused;  ///< the hub knows our session no more
    std::function<void()> device_revoked;
  };

  Connector(LinkOptions options, const Clock& clock, Https& https, Hooks hooks, QObject* parent);
  ~Connector() override;

  /// After Https has the new one. Everything begins anew; without an identity it rests.
  void identity_changed();
  /// Empty: no session. Forgets the place in the stream when `same_person` is false.
  void set_session(const QByteArray& token, bool same_person);
  void set_topics(std::vector<api::Topic> topics);
  void request_snapshot();
  void retry_now();
  /// Another part of the console heard these from the hub.
  void heard_session_refused() { lose_session(); }
  void heard_device_revoked() { revoke(); }

 private:
  enum class Phase {
    idle,       ///< nobody to call
    proving,    ///< GET /v1/hub
    ticket,     ///< POST /v1/stream/tickets
    opening,    ///< the WebSocket's handshake
    streaming,  ///< frames come over the WebSocket
    polling,    ///< frames come by long poll
    resting,    ///< proved, no stream wanted
    waiting,    ///< until the next try
  };

  [[nodiscard]] bool stream_wanted() const { return !token_.isEmpty() && !topics_.empty() && !denied_; }
  void begin_round();
  void reopen();
  void proved(const HttpAnswer& answer);
  void get_ticket();
  void open_socket(const std::string& ticket);
  void socket_ended(Socket::End how, std::uint16_t code);
  void poll(std::chrono::seconds wait);
  void polled(const HttpAnswer& answer);
  void pulse();
  void tick();
  bool take(FrameReader::Read read);
  void refused(const HttpAnswer& answer);
  void lose(models::Failure cause);
  void lose_session();
  void revoke();
  void heard();
  void notice(models::StreamNotice::Kind kind);
  void say();
  void end_stream();
  [[nodiscard]] models::Failure cause_of(const HttpAnswer& answer) const;

  const LinkOptions options_;
  const Clock& clock_;
  Https& https_;
  const Hooks hooks_;
  ConnectionTracker tracker_;
  FrameReader reader_;
  Backoff backoff_;

  Phase phase_{Phase::idle};
  std::uint64_t round_{0};  ///< answers of an earlier round are passed over
  std::unique_ptr<Socket> socket_;
  QTimer retry_;
  QTimer tick_;
  QTimer pulse_;
  QElapsedTimer silence_;  ///< since the hub was last heard on the stream; monotonic
  Micros awake_{};         ///< how far the wall-with-sleep clock is ahead of the monotonic one
  Timestamp last_heard_{};
  models::StreamNotice::Kind said_{models::StreamNotice::Kind::offline};
  QElapsedTimer fallback_;               ///< since the WebSocket was given up
  std::chrono::milliseconds latency_{};  ///< of the last proof
  int websocket_refusals_{0};
  int gaps_{0};
  bool probing_{false};
  bool denied_{false};

  QByteArray token_;
  std::vector<api::Topic> topics_;
  std::optional<std::string> poll_cursor_;
};

}  // namespace guardline::app
