// Each reason's three sentences. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/delivery.h"

#include <QString>

namespace guardline::models {

/// What happened, what it means, what to do next; whole sentences. Empty for Reason::none.
struct ReasonWords {
  QString happened{};
  QString means{};
  QString next{};
};
ReasonWords reason_words(Reason reason);

}  // namespace guardline::models
