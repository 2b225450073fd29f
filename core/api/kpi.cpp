// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/kpi.h"

namespace guardline::api {

GUARDLINE_WIRE_DEFINE(KpiBucket)
GUARDLINE_WIRE_DEFINE(KpiData)

}  // namespace guardline::api
