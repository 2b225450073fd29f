// The demo firm's templates. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hub/notices/templates.h"

#include <vector>

namespace guardline::demo {

/// margin-call (core risk), statement (service), seminar (marketing): SMS, mail and push, zh-CN and en. Version 2 of the
/// first two has links: it needs a hub with a public address.
std::vector<notices::TemplateText> demo_templates();

}  // namespace guardline::demo
