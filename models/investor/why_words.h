// Why a delivery stands as it does, in sentences. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/investor_values.h"

namespace guardline::models {

/// Three sentences for every failure and every "not sent"; for what goes well, what is waited for.
struct WhyWords {
  QString title{};      ///< the question that is answered: "Why not delivered"
  QString happened{};   ///< what happened
  QString means{};      ///< what it means
  QString elsewhere{};  ///< what another channel did for the same message; may be empty
  QString next{};       ///< what to do
  bool bad{false};      ///< it failed: the first sentence bears the mark of a failure
};
WhyWords why_words(const DeliveryTrack& delivery, const HistoryEntry& message);

/// One line of the record: what happened, in words.
QString step_text(const WhyStep& step);

}  // namespace guardline::models
