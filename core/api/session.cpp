// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/session.h"

namespace guardline::api {

GUARDLINE_WIRE_DEFINE(SessionRequest)
GUARDLINE_WIRE_DEFINE(SessionGrant)
GUARDLINE_WIRE_DEFINE(SessionInfo)
GUARDLINE_WIRE_DEFINE(SessionRow)
GUARDLINE_WIRE_DEFINE(SessionList)
GUARDLINE_WIRE_DEFINE(StepUpRequest)
GUARDLINE_WIRE_DEFINE(StepUpGrant)

}  // namespace guardline::api
