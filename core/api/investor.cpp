// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/investor.h"

namespace guardline::api {

GUARDLINE_WIRE_DEFINE(InvestorSearch)
GUARDLINE_WIRE_DEFINE(ContactState)
GUARDLINE_WIRE_DEFINE(InvestorHead)
GUARDLINE_WIRE_DEFINE(InvestorMatches)
GUARDLINE_WIRE_DEFINE(SeenOffline)
GUARDLINE_WIRE_DEFINE(RevealRequest)
GUARDLINE_WIRE_DEFINE(Revealed)

}  // namespace guardline::api
