// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/outbox.h"

namespace guardline::api {

GUARDLINE_WIRE_DEFINE(OutboxAct)
GUARDLINE_WIRE_DEFINE(OutboxKey)
GUARDLINE_WIRE_DEFINE(OutboxEntry)
GUARDLINE_WIRE_DEFINE(OutboxReplay)
GUARDLINE_WIRE_DEFINE(OutboxResult)
GUARDLINE_WIRE_DEFINE(OutboxAnswer)
GUARDLINE_WIRE_DEFINE(VaultRelease)

}  // namespace guardline::api
