// Alerts made again from the spine. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/crypto/secret.h"
#include "hub/spine/spine.h"

#include <cstddef>

namespace guardline::watch {

/// Empties alert and alert_log and makes them again from the first row, in one transaction. For a hub whose rules are
/// not being evaluated: what is recorded meanwhile makes it fail (conflict) and changes nothing. `wrap_key` opens the
/// details. Returns the number of facts. corrupt: a row that can't follow the one before it.
Result<std::size_t> rebuild_alerts(spine::Spine& spine, crypto::Secret wrap_key);

}  // namespace guardline::watch
