// The outbox's file: frames that survive being cut anywhere. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bytes.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace guardline::app {

inline constexpr std::size_t kMostFrame = 32768;

/// One frame: marker (4 bytes) ‖ length u32 little endian ‖ payload ‖ the first 8 bytes of SHA-256 over all before.
/// `payload` at most kMostFrame.
Bytes frame_of(BytesView payload);

struct FrameScan {
  std::vector<Bytes> payloads;  ///< in the file's order
  std::size_t whole{0};         ///< bytes that belong to whole frames
  std::size_t gaps{0};          ///< stretches that don't: a cut end, or damage between frames
};

/// Every whole frame of a file, whatever lies between: after damage it goes on at the next marker. Any bytes are safe.
FrameScan scan_frames(BytesView file);

}  // namespace guardline::app
