// The hub put together: constructed in order, destroyed in reverse. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/time.h"

#include <cstdint>
#include <filesystem>
#include <memory>

namespace guardline {

/// Everything that runs in `guardline-hub serve DIR`. The only place where the parts meet; each knows only the
/// interfaces it was given.
class Hub {
 public:
  /// Opens the folder's record and starts serving. Writes the ports it listens on to DIR/run/ops.port and
  /// DIR/run/open.port. Errors: those of the parts, with their words.
  static Result<std::unique_ptr<Hub>> start(const std::filesystem::path& folder, const Clock& clock);
  /// Stops: no new requests, carriers' answers in, everything durable, threads ended.
  ~Hub();
  Hub(const Hub&) = delete;
  Hub& operator=(const Hub&) = delete;

  [[nodiscard]] std::uint16_t ops_port() const;
  [[nodiscard]] std::uint16_t open_port() const;

 private:
  struct Parts;
  explicit Hub(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace guardline
