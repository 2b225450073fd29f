// How a figure is reckoned, beside its title. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

class QLabel;

namespace guardline::ui {

/// The whole formula where there is room, else its short form, on a ground no wider than its words.
class FormulaChip final : public QWidget {
  Q_OBJECT
 public:
  explicit FormulaChip(QWidget* parent = nullptr);
  /// There is always room for `brief`; a screen reader is told `full`.
  void set(const QString& full, const QString& brief);
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void choose();
  [[nodiscard]] int width_of(const QString& text) const;
  QLabel* label_;
  QString full_;
  QString brief_;
};

}  // namespace guardline::ui
