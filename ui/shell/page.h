// What the shell knows of a page: nothing but this. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>
#include <vector>

namespace guardline::ui {

/// One line of the shortcuts overlay: what it does, and the keys ("Ctrl K", alternatives divided by '|').
struct KeyHelp {
  QString action;
  QString keys;
};

class Page : public QWidget {
  Q_OBJECT
 public:
  /// The five states every page has (empty, loading, error, offline, no permission) and the usual one.
  enum class State { ready, empty, loading, error, offline, denied };
  Q_ENUM(State)

  using QWidget::QWidget;

  /// In the language of the moment.
  [[nodiscard]] virtual QString title() const = 0;
  /// The grey words beside the title; may be empty.
  [[nodiscard]] virtual QString context() const { return {}; }
  [[nodiscard]] virtual State state() const = 0;
  /// The page's own keys, for the overlay.
  [[nodiscard]] virtual std::vector<KeyHelp> keys() const { return {}; }

 Q_SIGNALS:
  /// Title, context or state changed.
  void headline_changed();
};

}  // namespace guardline::ui
