// The live stream: topics in, subscribers out. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/stream.h"
#include "core/base/error.h"
#include "core/base/time.h"
#include "hub/edge/stream_sink.h"
#include "hub/edge/stream_source.h"

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace guardline::edge {

struct StreamOptions {
  std::chrono::milliseconds step{100};  ///< at least this long between two frames of a topic
  std::size_t subscribers{1000};        ///< WebSockets and waiting polls together
};

/// Takes frames from the sources in steps, encodes each once and hands it to every subscriber of its topic. Thread
/// safe. One thread of its own (the pacer).
class StreamHub {
 public:
  explicit StreamHub(StreamOptions options = {});
  ~StreamHub();
  StreamHub(const StreamHub&) = delete;
  StreamHub& operator=(const StreamHub&) = delete;

  /// Before start; the source outlives the hub's stop.
  void add(StreamSource& source);
  void start();
  /// Closes every subscriber (1001), answers every waiting poll, ends the pacer. Idempotent.
  void stop();

  /// Sends what the subscriber lacks (from `cursor`, or a snapshot), then every frame of `topics`. exhausted at the
  /// bound; unavailable when stopping.
  Status attach(std::shared_ptr<StreamSink> sink, const std::vector<api::Topic>& topics,
                const std::optional<std::string>& cursor);
  /// The sink hears nothing more once this returns.
  void detach(const StreamSink* sink);

  /// Ends all streams of a device or of a session: at once, not at their next check.
  void close_device(DeviceId device);
  void close_session(SessionId session);

  using PollDone = std::function<void(Result<api::PollAnswer>)>;
  /// The same frames without a WebSocket. `done` is called exactly once, on this or the pacer's thread, when there is
  /// something or `wait` is over. Errors as attach.
  void poll(const std::vector<api::Topic>& topics, const std::optional<std::string>& cursor,
            std::chrono::milliseconds wait, PollDone done);

  [[nodiscard]] std::size_t subscribers() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace guardline::edge
