// A framed part of a page with a head. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace guardline::ui {

class Theme;

/// Head (title, grey side text, controls at the right), body, and a foot when asked for. Its accessible name is its
/// title.
class Card final : public QFrame {
  Q_OBJECT
 public:
  explicit Card(Theme& theme, QWidget* parent = nullptr, int head_height = 38);
  void set_title(const QString& title, const QString& sub = {});
  /// Adds at the right end of the head.
  void add_head(QWidget* control);
  [[nodiscard]] QVBoxLayout* body() const { return body_; }
  /// Made at the first call: a row above the lower edge, divided by a line.
  QHBoxLayout* foot();
  [[nodiscard]] QLabel* title_label() const { return title_; }

 private:
  Theme& theme_;
  QLabel* title_;
  QLabel* sub_;
  QHBoxLayout* head_;
  QVBoxLayout* body_;
  QVBoxLayout* column_;
  QHBoxLayout* foot_{nullptr};
};

}  // namespace guardline::ui
