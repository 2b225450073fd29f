// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/device.h"

namespace guardline::api {

GUARDLINE_WIRE_DEFINE(DeviceStanding)

}  // namespace guardline::api
