// A QR code in whole pixels. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

namespace guardline::ui {

class Theme;

/// 270 px with its quiet zone of 4 modules; every module is the same whole number of device pixels; always dark on
/// white, in both looks, since many readers don't know the inverse.
class QrView final : public QWidget {
  Q_OBJECT
 public:
  explicit QrView(const Theme& theme, QWidget* parent = nullptr);
  /// Error correction M. An empty text clears it. False when the text is too long for any code.
  bool set_text(const QString& text);
  [[nodiscard]] int modules() const { return side_; }
  [[nodiscard]] QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  const Theme& theme_;
  int side_{0};
  std::vector<bool> dark_;
};

}  // namespace guardline::ui
