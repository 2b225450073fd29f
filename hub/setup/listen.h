// A port that is free where the settings leave the choice. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "hub/setup/config.h"

namespace guardline::setup {

/// The port of a listener that enrolment codes must name before it listens: the settings' own, or, for 0, one that is
/// free at this moment (1..65535). Somebody else may take it in between; the listener then says so. Errors:
/// invalid_argument (no address of this machine), io.
Result<std::int64_t> settled_port(const Listen& listen);

}  // namespace guardline::setup
