// A round-ended button that tells a running state. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace guardline::ui {

class Theme;

/// 28 px high: icon, bold word, plain detail. `dashed` for a state in motion.
class Pill final : public QAbstractButton {
  Q_OBJECT
 public:
  enum class Tone { neutral, dashed, amber, vermillion };
  Pill(const Theme& theme, QWidget* parent = nullptr);
  void set(Tone tone, const QString& icon, const QString& word, const QString& detail);
  /// Hides the detail where room is short; the accessible name keeps it.
  void set_compact(bool compact);
  [[nodiscard]] Tone tone() const { return tone_; }
  [[nodiscard]] QString detail() const { return detail_; }
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  const Theme& theme_;
  Tone tone_{Tone::neutral};
  QString icon_;
  QString detail_;
  bool compact_{false};
};

}  // namespace guardline::ui
