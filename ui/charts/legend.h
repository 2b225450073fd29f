// Names of the channels with what stands for them in a chart. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/delivery.h"

#include <QWidget>
#include <vector>

namespace guardline::ui {

class Theme;

/// The lines' dash, marker and name, in one row. With less room the names get shorter and the dashes too: six channels
/// must fit beside the title of a card in the smallest window.
class Legend final : public QWidget {
  Q_OBJECT
 public:
  explicit Legend(const Theme& theme, QWidget* parent = nullptr);
  void show(std::vector<Channel> channels, bool greyed);
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  struct Form;
  static const Form kFull;
  static const Form kShort;
  [[nodiscard]] QSize size_in(const Form& form) const;
  const Theme& theme_;
  std::vector<Channel> channels_;
  bool greyed_{false};
};

}  // namespace guardline::ui
