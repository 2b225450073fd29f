// One figure with what it is made of. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QString>

class QLabel;

namespace guardline::ui {

class Theme;

/// What a card says. `spoken` is the whole of it in one sentence.
struct KpiCardText {
  QString title;
  QString value;
  bool known{true};  ///< false: the value is words, not a figure
  QString change;
  QString formula;
  QString made_of;
  QString notes;  ///< tool tip
  QString spoken;
};

/// Chosen like a radio button: the chosen one is what chart and table show.
class KpiCard final : public QAbstractButton {
  Q_OBJECT
 public:
  explicit KpiCard(Theme& theme, QWidget* parent = nullptr);
  /// `greyed`: of an earlier answer.
  void show(const KpiCardText& text, bool greyed);
  [[nodiscard]] QString value() const;
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  Theme& theme_;
  QLabel* title_;
  QLabel* value_;
  QLabel* change_;
  QLabel* formula_;
  QLabel* made_of_;
};

}  // namespace guardline::ui
