// The words of looking at investors: failures, reach, tiers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/investor_values.h"
#include "models/investor/search_terms.h"
#include "ui/widgets/shapes.h"

namespace guardline::ui {

/// What happened, what it means, what to do; with the code at its end.
QString words_of(const models::LookError& error, Timestamp now);
/// The same of a note or call that was not saved.
QString write_words(const models::LookError& error, Timestamp now);
QString words_of(models::TermsProblem problem);

struct StateWords {
  Family family{Family::plain};
  Shape shape{Shape::low};
  QString word{};
};
StateWords words_of(models::ReachState reach);
StateWords words_of(const models::ContactState& contact);
/// "vip", "important", "standard" in words; others as the hub names them.
QString tier_text(const QString& tier);

}  // namespace guardline::ui
