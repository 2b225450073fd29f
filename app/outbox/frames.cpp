// The outbox's file: frames that survive being cut anywhere. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/outbox/frames.h"

#include "core/crypto/digest.h"

#include <algorithm>
#include <array>
#include <optional>

namespace guardline::app {
namespace {

// No UTF-8 text and no frame's length begins so.
constexpr std::array<std::uint8_t, 4> kMarker{0xF7, 'G', 'L', 'o'};
constexpr std::size_t kHead = kMarker.size() + 4;
constexpr std::size_t kSum = 8;

std::optional<BytesView> payload_at(BytesView rest) {
  if (rest.size() < kHead + kSum || !std::equal(kMarker.begin(), kMarker.end(), rest.begin())) return std::nullopt;
  std::size_t length = 0;
  for (std::size_t i = 0; i < 4; ++i) length |= std::size_t{rest[kMarker.size() + i]} << (8 * i);
  if (length > kMostFrame || rest.size() - kHead - kSum < length) return std::nullopt;
  const auto sum = crypto::sha256(rest.first(kHead + length));
  if (!std::equal(sum.begin(), sum.begin() + kSum, rest.begin() + static_cast<std::ptrdiff_t>(kHead + length))) {
    return std::nullopt;
  }
  return rest.subspan(kHead, length);
}

}  // namespace

Bytes frame_of(BytesView payload) {
  Bytes frame(kMarker.begin(), kMarker.end());
  frame.reserve(kHead + payload.size() + kSum);
  for (std::size_t i = 0; i < 4; ++i) frame.push_back(static_cast<std::uint8_t>(payload.size() >> (8 * i)));
  frame.insert(frame.end(), payload.begin(), payload.end());
  const auto sum = crypto::sha256(frame);
  frame.insert(frame.end(), sum.begin(), sum.begin() + kSum);
  return frame;
}

FrameScan scan_frames(BytesView file) {
  FrameScan scan;
  bool in_gap = false;
  for (std::size_t at = 0; at < file.size();) {
    const auto rest = file.subspan(at);
    if (const auto payload = payload_at(rest)) {
      scan.payloads.emplace_back(payload->begin(), payload->end());
      scan.whole += kHead + payload->size() + kSum;
      at += kHead + payload->size() + kSum;
      in_gap = false;
      continue;
    }
    if (!in_gap) ++scan.gaps;
    in_gap = true;
    const auto next = std::find(rest.begin() + 1, rest.end(), kMarker[0]);
    at += static_cast<std::size_t>(next - rest.begin());
  }
  return scan;
}

}  // namespace guardline::app
