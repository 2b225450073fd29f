// The one style sheet. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace guardline::ui {

class Tokens;

/// Widgets ask for a look by the dynamic property "kind" (labels: h1, h2, label, hint, secondary, link...; buttons:
/// primary, quiet, small; frames: card, sunken, rail, topbar...). See style_sheet.cpp for the list.
/// Lengths are multiplied by `scale` (1.0 .. 2.0); `dark` picks the pictures of the look.
QString style_sheet(const Tokens& tokens, bool dark, double scale);

}  // namespace guardline::ui
