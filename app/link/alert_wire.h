// Alerts from the wire's structs to what pages know. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/alert.h"
#include "models/gateway/alert_values.h"

#include <vector>

namespace guardline::app {

models::Alert alert_of(api::Alert&& from);
std::vector<models::Alert> alerts_of(std::vector<api::Alert>&& from);
models::AlertDetail detail_of(api::AlertDetail&& from);

}  // namespace guardline::app
