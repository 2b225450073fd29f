// Where the frames of one stream go. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace guardline::edge {

/// One subscriber of the stream hub. Thread safe, never blocks: push queues, and closes the stream itself when its
/// queue is full.
class StreamSink {
 public:
  virtual ~StreamSink() = default;
  /// `text` is one frame (core/api/stream.h), shared by all subscribers.
  virtual void push(std::shared_ptr<const std::string> text) = 0;
  /// Ends the stream with a WebSocket close code. Idempotent.
  virtual void close(std::uint16_t code, std::string_view reason) = 0;
  [[nodiscard]] virtual DeviceId device() const = 0;
  [[nodiscard]] virtual SessionId session() const = 0;
};

}  // namespace guardline::edge
