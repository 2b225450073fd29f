// One WebSocket of the stream. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/edge/stream_session.h"

#include "hub/edge/identities.h"
#include "hub/edge/stream_hub.h"
#include "hub/edge/worker_pool.h"

#include <deque>
#include <mutex>

#include <boost/asio/buffer.hpp>
#include <boost/asio/dispatch.hpp>
#include <boost/beast/websocket/ssl.hpp>
#include <boost/beast/websocket/stream.hpp>

namespace guardline::edge {
namespace {

namespace net = boost::asio;
namespace websocket = boost::beast::websocket;
using boost::system::error_code;

/// Frames wait in one queue; one write is under way at a time. The queue's lock is the only thing other threads touch,
/// all else is on the strand.
class StreamSession final : public StreamSink, public std::enable_shared_from_this<StreamSession> {
 public:
  StreamSession(TlsStream stream, StreamGrant grant, const Surroundings& around)
      : socket_(std::move(stream)), check_(socket_.get_executor()), grant_(std::move(grant)), around_(around) {}

  [[nodiscard]] DeviceId device() const override { return grant_.device; }
  [[nodiscard]] SessionId session() const override { return grant_.session; }

  void push(std::shared_ptr<const std::string> text) override {
    {
      const std::lock_guard lock(mutex_);
      if (closing_) return;
      const auto& limits = around_.limits;
      if (queue_.size() < limits.stream_frames && (queue_.empty() || bytes_ + text->size() <= limits.stream_bytes)) {
        bytes_ += text->size();
        queue_.push_back(std::move(text));
        if (writing_) return;
        writing_ = true;
        text = nullptr;
      }
    }
    if (text) return close(api::kCloseTooSlow, "too slow");
    net::post(socket_.get_executor(), [self = shared_from_this()] { self->write(); });
  }

  void close(std::uint16_t code, std::string_view reason) override {
    {
      const std::lock_guard lock(mutex_);
      if (closing_) return;
      closing_ = true;
      queue_.clear();  // what was not sent comes again by cursor
      bytes_ = 0;
    }
    net::post(socket_.get_executor(), [self = shared_from_this(), code, text = std::string(reason)] {
      // Waits for the write under way; Beast's time limit for handshakes ends it when the client takes nothing any
      // more.
      self->socket_.async_close(websocket::close_reason(static_cast<websocket::close_code>(code), text),
                                [self](error_code) {});
    });
  }

  net::awaitable<void> run(HttpRequest request) {
    namespace http = boost::beast::http;
    websocket::stream_base::timeout timeout{};
    timeout.handshake_timeout = std::chrono::seconds(10);
    timeout.idle_timeout = 2 * around_.limits.stream_ping;  // Beast pings after half of it
    timeout.keep_alive_pings = true;
    socket_.set_option(timeout);
    socket_.read_message_max(around_.limits.stream_message);
    socket_.text(true);
    const auto [error] = co_await socket_.async_accept(request, kNoThrow);
    if (error) co_return;
    attach();
    watch();
    boost::beast::flat_buffer buffer;
    while (true) {
      const auto [read_error, count] = co_await socket_.async_read(buffer, kNoThrow);
      if (read_error) break;
      close(websocket::close_code::policy_error, "the stream takes no messages");
      buffer.clear();
    }
    check_.cancel();
    {
      const std::lock_guard lock(mutex_);
      closing_ = true;
    }
    around_.streams.detach(this);
  }

 private:
  /// On the pool: a snapshot may be long to encode.
  void attach() {
    const bool taken = around_.pool.post([self = shared_from_this()] {
      const auto ok = self->around_.streams.attach(self, self->grant_.topics, self->grant_.cursor);
      if (!ok) return self->close(websocket::close_code::try_again_later, "too many streams");
      // The client may have gone in the meantime, after run() had detached.
      const std::lock_guard lock(self->mutex_);
      if (self->closing_) self->late_detach();
    });
    if (!taken) close(websocket::close_code::try_again_later, "busy");
  }
  void late_detach() {
    net::post(socket_.get_executor(), [self = shared_from_this()] { self->around_.streams.detach(self.get()); });
  }

  /// Device and session are looked at again and again: an open stream is no way around the gate.
  void watch() {
    check_.expires_after(around_.limits.stream_check);
    check_.async_wait([self = shared_from_this()](error_code error) {
      if (error) return;
      const bool taken = self->around_.pool.post([self] {
        const auto ok = self->around_.identities.still_valid(self->grant_.device, self->grant_.session);
        if (ok) return;
        if (ok.error().code == ErrorCode::denied) return self->close(api::kCloseDeviceRevoked, "device revoked");
        if (ok.error().code == ErrorCode::unauthenticated) return self->close(api::kCloseSessionEnded, "session ended");
      });
      static_cast<void>(taken);  // a full pool: the next look comes soon
      self->watch();
    });
  }

  void write() {
    {
      const std::lock_guard lock(mutex_);
      if (closing_ || queue_.empty()) {
        writing_ = false;
        return;
      }
      current_ = std::move(queue_.front());
      queue_.pop_front();
      bytes_ -= current_->size();
    }
    socket_.async_write(net::buffer(*current_), [self = shared_from_this()](error_code error, std::size_t) {
      self->current_.reset();
      if (!error) self->write();  // after an error the pending read ends too, and with it the session
    });
  }

  websocket::stream<TlsStream> socket_;
  net::steady_timer check_;
  const StreamGrant grant_;
  const Surroundings& around_;
  std::shared_ptr<const std::string> current_;

  std::mutex mutex_;  // guards what follows
  std::deque<std::shared_ptr<const std::string>> queue_;
  std::size_t bytes_{0};
  bool writing_{false};
  bool closing_{false};
};

}  // namespace

net::awaitable<void> run_stream(TlsStream& stream, Upgrade& upgrade, const Surroundings& around) {
  auto session = std::make_shared<StreamSession>(std::move(stream), std::move(upgrade.grant), around);
  HttpRequest request = std::move(upgrade.request);
  co_await session->run(std::move(request));
}

}  // namespace guardline::edge
