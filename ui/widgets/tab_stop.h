// Where Tab enters a group of which one is chosen. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QButtonGroup;

namespace guardline::ui {

/// Of an exclusive group only the chosen button is a stop of Tab (while none is chosen: the first that can be had);
/// arrows go on from there. Qt moves the stop by focus alone, so that a choice made otherwise (by a model, by another
/// page) would leave Tab and F6 entering beside it, where the arrows choose nothing. Once, after the buttons were
/// added.
void stop_tab_at_chosen(QButtonGroup* group);

}  // namespace guardline::ui
