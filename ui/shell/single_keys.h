// Single letters as keys, and a way to do without. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace guardline::ui {

/// While off, letters, digits and signs without Ctrl or Alt act nowhere below its window but in fields that people type
/// into (WCAG 2.1.4): who speaks to the computer, or trembles, sets nothing off. Space and Enter stay: they press what
/// has the focus.
class SingleKeys final : public QObject {
  Q_OBJECT
 public:
  explicit SingleKeys(QWidget* window);
  void set_on(bool on) { on_ = on; }

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  QWidget* window_;
  bool on_{true};
};

}  // namespace guardline::ui
