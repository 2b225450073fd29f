// A body that a route accepts, made from what its type says. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wire/type.h"

#include <string>

namespace guardline::attack {

/// JSON with every required member at its smallest allowed value: a new route's body needs no hand.
std::string sample(const wire::Type& type);

}  // namespace guardline::attack
