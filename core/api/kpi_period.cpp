// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/kpi_period.h"

namespace guardline::api {

GUARDLINE_WIRE_DEFINE(KpiPeriodRequest)
GUARDLINE_WIRE_DEFINE(KpiValue)
GUARDLINE_WIRE_DEFINE(KpiExclusion)
GUARDLINE_WIRE_DEFINE(KpiFigure)
GUARDLINE_WIRE_DEFINE(KpiFailures)
GUARDLINE_WIRE_DEFINE(KpiScope)
GUARDLINE_WIRE_DEFINE(KpiPoint)
GUARDLINE_WIRE_DEFINE(KpiPeriod)

}  // namespace guardline::api
