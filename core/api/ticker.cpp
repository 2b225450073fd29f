// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/ticker.h"

namespace guardline::api {

GUARDLINE_WIRE_DEFINE(TickerItem)

}  // namespace guardline::api
