// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/hub.h"

namespace guardline::api {

GUARDLINE_WIRE_DEFINE(HubInfo)
GUARDLINE_WIRE_DEFINE(Health)

}  // namespace guardline::api
