// How far a delivery came, step by step, in words. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/investor_values.h"

#include <vector>

namespace guardline::models {

enum class StepMark {
  done,
  waiting,
  failed,
  unknowable,  ///< can't be told on this channel, or not any more
  machine,     ///< opened by a machine: not counted
  skipped,     ///< not sent, on purpose
};

struct TrackStep {
  StepMark mark{StepMark::waiting};
  QString word{};   ///< with its time where there is one
  QString note{};   ///< grey words after it; may be empty
  QString brief{};  ///< the word with a time to the minute, for little room; empty where there is no time
};

/// Taken on, handed over, delivered, opened, confirmed, as far as it went. Not empty.
std::vector<TrackStep> receipt_track(const DeliveryTrack& delivery);
/// The same as a sentence for assistive technology.
QString track_text(const std::vector<TrackStep>& steps);
/// Receipts that came late and changed nothing, sent again with doubt; empty without such.
QString track_remark(const DeliveryTrack& delivery);

}  // namespace guardline::models
