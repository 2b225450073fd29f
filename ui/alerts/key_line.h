// Keys and what they do, in one line. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>
#include <utility>
#include <vector>

namespace guardline::ui {

class Theme;

/// Decoration for the eye: the same stands in the shortcuts overlay, where assistive technology reads it. Leaves out at
/// the end what has no room.
class KeyLine final : public QWidget {
  Q_OBJECT
 public:
  explicit KeyLine(const Theme& theme, QWidget* parent = nullptr);
  /// Keys ("J|K" for two caps), words.
  void set(std::vector<std::pair<QString, QString>> keys);
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  [[nodiscard]] int width_of(const std::pair<QString, QString>& key) const;
  const Theme& theme_;
  std::vector<std::pair<QString, QString>> keys_;
};

}  // namespace guardline::ui
