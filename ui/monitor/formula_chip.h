// How a figure is reckoned, beside its title. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QString>

namespace guardline::ui {

/// The whole formula where there is room, else its short form.
class FormulaChip final : public QLabel {
  Q_OBJECT
 public:
  explicit FormulaChip(QWidget* parent = nullptr);
  /// `brief` is what the chip never gets narrower than; a screen reader is told `full`.
  void set(const QString& full, const QString& brief);
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void choose();
  [[nodiscard]] int width_of(const QString& text) const;
  QString full_;
  QString brief_;
};

}  // namespace guardline::ui
