// One channel's tile. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/live/channel_tile.h"

#include <QFrame>

class QLabel;
class QStackedWidget;

namespace guardline::ui {

class Badge;
class IconLabel;
class ShapeMark;
class Sparkline;
class Theme;

/// State, value, numerator/denominator, change, latency, backlog, small line. Its accessible name says all of it in one
/// sentence. Not a control: nothing happens on a click yet.
class ChannelTileView final : public QFrame {
  Q_OBJECT
 public:
  ChannelTileView(Theme& theme, Channel channel, QWidget* parent = nullptr);
  /// `greyed`: an old picture; no live marks.
  void show(const models::ChannelTile& tile, bool greyed);

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void show_name();
  void show_state(const models::ChannelTile& tile, bool greyed);
  void show_value(const models::ChannelTile& tile, bool greyed);
  void show_facts(const models::ChannelTile& tile);

  Theme& theme_;
  Channel channel_;
  models::ChannelTile shown_;
  bool greyed_{false};
  IconLabel* icon_;
  QLabel* name_;
  QStackedWidget* mark_;
  Badge* badge_;
  ShapeMark* shape_;
  QLabel* word_;
  QLabel* value_;
  QLabel* unit_;
  Sparkline* spark_;
  QLabel* facts_[4];
};

}  // namespace guardline::ui
