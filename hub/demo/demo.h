// Fills a hub's record with invented investors, templates and a history. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "hub/spine/spine.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace guardline::demo {

struct DemoSize {
  std::size_t investors{2000};
  std::size_t messages{50'000};  ///< of the past 90 days
  std::uint64_t seed{1};
};

/// What was made, for the caller's word about it.
struct DemoReport {
  std::size_t investors{};
  std::size_t messages{};
  std::size_t events{};
};

/// Writes through the committer, as the hub itself would: investors with sealed records, template versions, and for
/// each message of the history its plan, hand-overs and receipts at past times. Blocks; several minutes at millions.
/// Not to be run while the hub serves this store (the embedded store has one owner). Errors: those of the committer;
/// conflict where the same demo was written before.
Result<DemoReport> fill(spine::Spine& spine, BytesView pseudonym_key, const Clock& clock, const DemoSize& size);

}  // namespace guardline::demo
