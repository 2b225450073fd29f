// The words of notes and calls. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/contact.h"

#include <QString>

namespace guardline::models {

QString direction_name(CallDirection direction);
QString outcome_name(CallOutcome outcome);
/// "来电，已接通 2 分钟", "去电，未接听".
QString call_title(const CallFacts& call);

}  // namespace guardline::models
