// Both sides of one conflict, and the choice. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/offline_gateway.h"

#include <QFrame>

namespace guardline::ui {

class Theme;

/// Two columns, 本机 and 中枢, with the reason above and the choice below. Made anew when the conflict or the language
/// changes.
class ConflictCard final : public QFrame {
  Q_OBJECT
 public:
  ConflictCard(Theme& theme, const models::OfflineConflict& conflict, QWidget* parent = nullptr);

 Q_SIGNALS:
  /// `mine`: the person's own act is sent again on the alert as it stands.
  void chosen(bool mine);
};

}  // namespace guardline::ui
