// The sealed part of an investor, as far as it is still there; internal to hub/history. SPDX-License-Identifier:
// GPL-3.0-or-later
#pragma once

#include "hub/notices/investors.h"

#include <optional>

namespace guardline::history {

/// Nothing once erased. corrupt: there is an investor but no record.
Result<std::optional<notices::SealedRecord>> record_of(spine::Opener& opener, InvestorId investor);

}  // namespace guardline::history
