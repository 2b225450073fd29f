// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/admin.h"

namespace guardline::api {

GUARDLINE_WIRE_DEFINE(AccountCreate)
GUARDLINE_WIRE_DEFINE(AccountCreated)
GUARDLINE_WIRE_DEFINE(AccountName)
GUARDLINE_WIRE_DEFINE(EnrolmentCodeMade)
GUARDLINE_WIRE_DEFINE(DeviceRow)
GUARDLINE_WIRE_DEFINE(DeviceApproval)
GUARDLINE_WIRE_DEFINE(DeviceList)
GUARDLINE_WIRE_DEFINE(InvestorErased)

}  // namespace guardline::api
