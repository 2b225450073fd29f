// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/kpi_people.h"

namespace guardline::api {

GUARDLINE_WIRE_DEFINE(KpiPeopleRequest)
GUARDLINE_WIRE_DEFINE(KpiPerson)
GUARDLINE_WIRE_DEFINE(KpiPeople)

}  // namespace guardline::api
