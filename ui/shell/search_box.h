// The way to the global search, in the top bar. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace guardline::ui {

class Theme;

/// Looks like a field of 340 px with its key; 34 px with the icon alone when compact. The field itself opens over it.
class SearchBox final : public QAbstractButton {
  Q_OBJECT
 public:
  explicit SearchBox(const Theme& theme, QWidget* parent = nullptr);
  /// What may be typed; it leaves words out at its end where room is short.
  void set_hint(const QString& hint);
  /// What was looked for last, masked; empty shows the hint again.
  void set_kept(const QString& kept);
  [[nodiscard]] const QString& kept() const { return kept_; }
  void set_compact(bool compact);
  [[nodiscard]] bool compact() const { return compact_; }
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  const Theme& theme_;
  QString hint_, kept_;
  bool compact_{false};
};

}  // namespace guardline::ui
