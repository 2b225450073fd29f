// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/stream.h"

namespace guardline::api {

GUARDLINE_WIRE_DEFINE(StreamTicketRequest)
GUARDLINE_WIRE_DEFINE(StreamTicket)
GUARDLINE_WIRE_DEFINE(PollRequest)
GUARDLINE_WIRE_DEFINE(Frame)
GUARDLINE_WIRE_DEFINE(PollAnswer)

}  // namespace guardline::api
