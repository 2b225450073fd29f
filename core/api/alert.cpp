// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/alert.h"

namespace guardline::api {

GUARDLINE_WIRE_DEFINE(AlertPerson)
GUARDLINE_WIRE_DEFINE(AlertTrigger)
GUARDLINE_WIRE_DEFINE(Alert)
GUARDLINE_WIRE_DEFINE(AlertContest)
GUARDLINE_WIRE_DEFINE(AlertLogEntry)
GUARDLINE_WIRE_DEFINE(AlertDetail)
GUARDLINE_WIRE_DEFINE(AlertCounts)
GUARDLINE_WIRE_DEFINE(AlertPage)
GUARDLINE_WIRE_DEFINE(AlertAcknowledge)
GUARDLINE_WIRE_DEFINE(AlertAssign)
GUARDLINE_WIRE_DEFINE(AlertResolve)
GUARDLINE_WIRE_DEFINE(AlertShelve)
GUARDLINE_WIRE_DEFINE(AlertUnshelve)

}  // namespace guardline::api
