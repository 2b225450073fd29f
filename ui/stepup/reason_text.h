// The words of the reasons for looking at investors. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/session_values.h"

#include <QString>

namespace guardline::ui {

QString reason_text(models::AccessReason reason);

}  // namespace guardline::ui
