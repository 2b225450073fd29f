// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/words.h"

namespace guardline::api {

GUARDLINE_WIRE_DEFINE(CallFacts)

}  // namespace guardline::api
