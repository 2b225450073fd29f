// Texts and icons that follow language and look at run time. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <functional>
#include <vector>

namespace guardline::ui {

class Theme;

/// A list of small functions that set what a person reads or sees; each runs when it is added, when the language
/// changes and when the look changes. Held as a member by the widget whose children it sets.
class LiveText final : public QObject {
  Q_OBJECT
 public:
  LiveText(Theme& theme, QWidget* owner);
  void operator()(std::function<void()> set);
  /// Runs all of them again.
  void refresh();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  std::vector<std::function<void()>> sets_;
};

}  // namespace guardline::ui
