// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/problem.h"

namespace guardline::wire {

GUARDLINE_WIRE_DEFINE(ProblemField)
GUARDLINE_WIRE_DEFINE(Problem)

}  // namespace guardline::wire
