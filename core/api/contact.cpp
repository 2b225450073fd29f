// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/contact.h"

namespace guardline::api {

GUARDLINE_WIRE_DEFINE(NewNote)
GUARDLINE_WIRE_DEFINE(NewCall)

}  // namespace guardline::api
