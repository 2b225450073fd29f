// The live monitor. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/live/draw_log.h"
#include "models/live/kpi_live_model.h"
#include "models/live/ticker_model.h"
#include "ui/shell/page.h"
#include "ui/widgets/live_text.h"

#include <array>
#include <vector>

class QGridLayout;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace guardline::models {
class DeliveryTableModel;
}

namespace guardline::ui {

class Banner;
class Card;
class ChannelTileView;
class ChartView;
class EmptyState;
class FailureList;
class KeyButton;
class Legend;
class Segmented;
class StackLegend;
class StackedBars;
class Theme;
class TickerList;

/// Tiles, delivery rate, open rate ("no data" until some are reported), throughput, failure mix, ticker. Keys: Space
/// pause, T table, F5 retry, and those of the charts. `gateway`, `clock` and `log` outlive the page.
class MonitorPage final : public Page {
  Q_OBJECT
 public:
  /// What the role may see: agents get the tiles alone.
  enum class Access { full, tiles };

  MonitorPage(Theme& theme, models::LiveGateway& gateway, const Clock& clock, models::DrawLog& log,
              Access access = Access::full, QWidget* parent = nullptr);
  ~MonitorPage() override;

  [[nodiscard]] QString title() const override;
  [[nodiscard]] QString context() const override;
  [[nodiscard]] State state() const override;
  [[nodiscard]] std::vector<KeyHelp> keys() const override;
  [[nodiscard]] std::vector<QWidget*> panes() const override;

  [[nodiscard]] models::KpiLiveModel& model() { return model_; }
  [[nodiscard]] models::TickerModel& ticker() { return ticker_; }
  [[nodiscard]] bool table_shown() const;

 protected:
  void outage_told_changed() override { refresh_state(); }
  void keyPressEvent(QKeyEvent* event) override;
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;

 private:
  QWidget* make_bar();
  QWidget* make_tiles();
  Card* make_delivery();
  Card* make_opens();
  Card* make_throughput();
  Card* make_failures();
  Card* make_ticker();
  void refresh();
  void refresh_state();
  void refresh_pause();
  void show_table(bool on);
  void toggle_pause();
  void log_paint();
  void show_wider();
  void take_wider();
  [[nodiscard]] bool greyed() const;
  [[nodiscard]] QString range_words() const;

  Theme& theme_;
  models::DrawLog& log_;
  Access access_;
  models::KpiLiveModel model_;
  models::TickerModel ticker_;
  models::DrawnFrames pushed_;

  LiveText texts_;
  std::vector<QWidget*> panes_;
  Banner* banner_{};
  KeyButton* retry_{};
  Segmented* range_{};
  QLabel* pause_words_{};
  KeyButton* pause_{};
  KeyButton* table_button_{};
  std::array<ChannelTileView*, models::kChannelCount> tiles_{};
  QStackedWidget* body_{};
  EmptyState* no_access_{};
  QStackedWidget* delivery_stack_{};
  ChartView* delivery_{};
  QPushButton* wider_{};
  QTableView* table_{};
  models::DeliveryTableModel* table_model_{};
  Legend* legend_{};
  ChartView* opens_{};
  StackedBars* bars_{};
  StackLegend* bars_legend_{};
  QLabel* bars_now_{};
  FailureList* failures_{};
  Card* failures_card_{};
  TickerList* ticker_list_{};
};

}  // namespace guardline::ui
