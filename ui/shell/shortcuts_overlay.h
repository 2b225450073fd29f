// The sheet of keys over the page. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page.h"
#include "ui/widgets/live_text.h"

#include <QPointer>

class QCheckBox;
class QFrame;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace guardline::ui {

class KeyButton;
class Preferences;

/// A child that covers its window: the page's keys first, then those that work anywhere. Typing filters by action and
/// by key; the sheet can be printed; its foot switches single keys off. Esc closes it; the focus goes back to where it
/// was.
class ShortcutsOverlay final : public QWidget {
  Q_OBJECT
 public:
  ShortcutsOverlay(Preferences& preferences, QWidget* window);
  /// The first group is the page's.
  void open(std::vector<KeyGroup> groups, const QString& filter);
  void shut();
  [[nodiscard]] const std::vector<KeyGroup>& groups() const { return groups_; }

 protected:
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  bool event(QEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;
  bool focusNextPrevChild(bool next) override;

 private:
  void fill();
  void print();
  bool add_group(QVBoxLayout* column, const KeyGroup& group);
  Preferences& preferences_;
  Theme& theme_;
  QFrame* sheet_;
  QLabel *title_, *hint_, *back_;
  QLineEdit* search_;
  QPushButton* print_;
  QCheckBox* single_;
  KeyButton* close_;
  QWidget* list_{nullptr};
  QVBoxLayout* body_;
  std::vector<KeyGroup> groups_;
  QPointer<QWidget> opener_;
  LiveText text_;
};

}  // namespace guardline::ui
