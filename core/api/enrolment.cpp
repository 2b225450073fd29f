// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/enrolment.h"

namespace guardline::api {

GUARDLINE_WIRE_DEFINE(EnrolmentRequest)
GUARDLINE_WIRE_DEFINE(EnrolmentReceipt)
GUARDLINE_WIRE_DEFINE(EnrolmentStatus)
GUARDLINE_WIRE_DEFINE(TotpSecret)
GUARDLINE_WIRE_DEFINE(TotpCode)
GUARDLINE_WIRE_DEFINE(RecoveryCodes)

}  // namespace guardline::api
