// The sheet of keys over the page. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page.h"
#include "ui/widgets/live_text.h"

#include <QPointer>

class QFrame;
class QLabel;
class QLineEdit;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace guardline::ui {

class KeyButton;

/// A child that covers its window: the page's keys first, then those that work anywhere. Esc closes it; the focus goes
/// back to where it was.
class ShortcutsOverlay final : public QWidget {
  Q_OBJECT
 public:
  ShortcutsOverlay(Theme& theme, QWidget* window);
  void open(const QString& page_title, std::vector<KeyHelp> page_keys, std::vector<KeyHelp> general_keys);
  void shut();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;
  bool focusNextPrevChild(bool next) override;

 private:
  void fill();
  void add_group(QVBoxLayout* column, const QString& title, const QString& where, const std::vector<KeyHelp>& keys);
  Theme& theme_;
  QFrame* sheet_;
  QLabel* title_;
  QLabel* hint_;
  QLineEdit* search_;
  KeyButton* close_;
  QWidget* list_{nullptr};
  QVBoxLayout* body_;
  QString page_title_;
  std::vector<KeyHelp> page_keys_, general_keys_;
  QPointer<QWidget> opener_;
  LiveText text_;
};

}  // namespace guardline::ui
