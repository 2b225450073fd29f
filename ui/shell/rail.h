// The dark rail at the left: which pages there are. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page.h"

#include <QFrame>
#include <map>

class QAbstractButton;
class QVBoxLayout;

namespace guardline::ui {

class Theme;

/// 84 px wide, 56 when compact (icon and tool tip). Items stand in the order of their places; Ctrl+1..9 is the
/// window's.
class Rail final : public QFrame {
  Q_OBJECT
 public:
  explicit Rail(Theme& theme, QWidget* parent = nullptr);
  void add(Place place, const QString& icon);
  void set_text(Place place, const QString& text);
  void set_shown(Place place, bool shown);
  /// How many things wait there; none for 0.
  void set_badge(Place place, int count);
  void set_current(Place place);
  void set_compact(bool compact);

 Q_SIGNALS:
  void chosen(guardline::ui::Place place);

 private:
  void dress();
  void name(Place place);
  Theme& theme_;
  QVBoxLayout* column_;
  std::map<Place, QAbstractButton*> items_;
  bool compact_{false};
};

}  // namespace guardline::ui
