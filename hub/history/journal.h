// Writing looks down; internal to hub/history. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "hub/history/desk.h"
#include "hub/spine/spine.h"

#include <optional>
#include <span>
#include <string_view>

namespace guardline::history {

struct Look {
  EventKind kind{EventKind::history_looked_at};
  std::string_view what;  ///< "search", "head", "history", "why", "people", or the field
  api::AccessReason reason{};
  std::optional<Timestamp> at{};  ///< when it happened, if that was earlier than now
  std::string_view note{};        ///< sealed under the investor's data key
};

/// One row per investor, or one about the session if there is none; all durable when it returns. Any failure is
/// `unavailable`: what can't be written down is not shown.
Status write_down(spine::Spine& spine, const Clock& clock, const Viewer& viewer, const Look& look,
                  std::span<const InvestorId> investors);

}  // namespace guardline::history
