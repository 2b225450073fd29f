// Work in the record that no dispatcher has in memory. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "hub/dispatch/answers.h"
#include "hub/spine/spine.h"

#include <functional>
#include <span>
#include <vector>

namespace guardline::dispatch {

/// Asks for a notice's category; an error holds the work back.
using CategoryFn = std::function<Result<Category>(NoticeId)>;

/// What partitions just taken hold of work.
struct Survivors {
  std::vector<spine::OutgoingWork> waiting;
  /// An intent was committed for it and no answer: a carrier may have it.
  std::vector<Flight> uncertain;
};

/// All outgoing work of `partitions`, whoever planned it: after a start, or when another hub has lost them. Reads on a
/// connection of its own. Errors: those of the store; then nothing is known.
Result<Survivors> read_survivors(const spine::Spine& spine, std::span<const spine::Holding> partitions,
                                 const CategoryFn& category, Timestamp now);

}  // namespace guardline::dispatch
