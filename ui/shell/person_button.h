// Who is signed in, in which role. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace guardline::ui {

class Theme;

/// A disc with the first character, the name, the role below.
class PersonButton final : public QAbstractButton {
  Q_OBJECT
 public:
  explicit PersonButton(const Theme& theme, QWidget* parent = nullptr);
  void set(const QString& name, const QString& role);
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  const Theme& theme_;
  QString role_;
};

}  // namespace guardline::ui
