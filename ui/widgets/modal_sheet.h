// A dialog inside its window: a sheet over a scrim. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QPointer>

class QFrame;
class QVBoxLayout;

namespace guardline::ui {

class Theme;

/// Covers the window it was made for: what lies behind can neither be clicked nor reached by Tab, and no shortcut of
/// the window acts but Ctrl+L (whoever wants to lock must be able to). Esc rejects. The focus goes back to where it
/// was. A dialog to assistive technology; opened by open(), never by a loop of its own.
class ModalSheet : public QDialog {
  Q_OBJECT
 public:
  /// `width`: of the sheet in design px; 0: whoever derives places it.
  ModalSheet(Theme& theme, QWidget* window, int width);

  /// What stands on the sheet.
  [[nodiscard]] QVBoxLayout* column() const { return column_; }
  [[nodiscard]] QFrame* sheet() const { return sheet_; }
  void open() override;

  /// The screen is locked: nothing of it is seen, and what was typed stays. Unsealed it stands there as before. One
  /// that must not outlive a lock rejects itself.
  virtual void seal();
  void unseal();
  [[nodiscard]] bool sealed() const { return sealed_; }

 protected:
  [[nodiscard]] Theme& theme() const { return theme_; }
  void paintEvent(QPaintEvent* event) override;
  bool event(QEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;
  bool focusNextPrevChild(bool next) override;
  /// Its place is the whole window: it is not put into the middle of one.
  void showEvent(QShowEvent* event) override;

 private:
  Theme& theme_;
  QFrame* sheet_;
  QVBoxLayout* column_;
  int width_;
  QPointer<QWidget> opener_;
  QPointer<QWidget> left_;  ///< had the focus when it was sealed
  bool sealed_{false};
};

}  // namespace guardline::ui
