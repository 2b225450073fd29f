// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/notice.h"

namespace guardline::api {

GUARDLINE_WIRE_DEFINE(Variable)
GUARDLINE_WIRE_DEFINE(Audience)
GUARDLINE_WIRE_DEFINE(RouteStepSpec)
GUARDLINE_WIRE_DEFINE(NoticeRequest)
GUARDLINE_WIRE_DEFINE(NoticeAccepted)
GUARDLINE_WIRE_DEFINE(NoticeProgress)

}  // namespace guardline::api
