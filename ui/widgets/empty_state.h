// Why there is nothing here, and the next step. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace guardline::ui {

class IconLabel;
class Theme;

/// Icon, one bold sentence, grey lines, a row for one or two buttons; centred.
class EmptyState final : public QWidget {
  Q_OBJECT
 public:
  EmptyState(const Theme& theme, const QString& icon, QWidget* parent = nullptr);
  void set(const QString& title, const QString& text);
  void set_icon(const QString& icon);
  void add(QWidget* button);

 private:
  IconLabel* icon_;
  QLabel* title_;
  QLabel* text_;
  QHBoxLayout* actions_;
};

}  // namespace guardline::ui
