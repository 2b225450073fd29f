// The figures of a period, with what they are made of. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/kpi/kpi_model.h"
#include "models/kpi/kpi_table_model.h"
#include "ui/shell/page.h"
#include "ui/widgets/live_text.h"

#include <array>
#include <vector>

class QLabel;
class QStackedWidget;
class QTableView;

namespace guardline::models {
class SessionModel;
}

namespace guardline::ui {

class Banner;
class Card;
class ChartView;
class EmptyState;
class FailureList;
class FormulaChip;
class KeyButton;
class KpiCard;
class Legend;
class PeopleDrawer;
class PeriodBar;
class StepUp;
class Theme;
class WaitLine;

/// Cards, chart, the same as a table, why deliveries did not arrive, the people behind a point. Keys: T between chart
/// and table, Enter (or a click on a point or a figure) the people behind it, Ctrl+E export, Ctrl+C copies the chosen
/// rows, F5 counts again, Esc stops waiting, then closes the people. `gateway`, `session`, `step_up` and `clock`
/// outlive the page.
class KpiPage final : public Page {
  Q_OBJECT
 public:
  KpiPage(Theme& theme, models::KpiGateway& gateway, models::SessionModel& session, StepUp& step_up, const Clock& clock,
          QWidget* parent = nullptr);
  ~KpiPage() override;

  [[nodiscard]] QString title() const override;
  [[nodiscard]] QString context() const override;
  [[nodiscard]] State state() const override;
  [[nodiscard]] std::vector<KeyHelp> keys() const override;
  [[nodiscard]] std::vector<QWidget*> panes() const override;
  void retry() override;

  [[nodiscard]] models::KpiModel& model() { return model_; }
  [[nodiscard]] PeopleDrawer* people() const { return people_; }
  [[nodiscard]] KpiCard* card(models::KpiFigureName figure) const;
  /// Writes the report there; says in the banner what went wrong. False without a report, too.
  bool export_to(const QString& path);

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  static constexpr std::size_t kFigures = std::size(models::kKpiFigures);

  QWidget* make_bar();
  QWidget* make_cards();
  Card* make_chart();
  Card* make_table();
  Card* make_failures();
  void refresh();
  void refresh_banner();
  void refresh_cards();
  void swap_chart_and_table();
  void open_point(Timestamp at, std::optional<Channel> channel, bool before, bool by_keyboard);
  void open_cell(const QModelIndex& index, bool by_keyboard);
  void make_room();
  void ask_where_to();
  /// What is held is of the days that were asked for.
  [[nodiscard]] bool shown() const;
  /// It is, but it could not be counted again.
  [[nodiscard]] bool greyed() const;

  Theme& theme_;
  models::KpiModel model_;
  models::KpiTableModel rows_;
  LiveText texts_;
  PeriodBar* period_{};
  QLabel* compared_{};
  KeyButton* export_{};
  WaitLine* wait_{};
  Banner* banner_{};
  KeyButton* retry_{};
  QStackedWidget* body_{};
  EmptyState* no_access_{};
  QWidget* cards_row_{};
  std::array<KpiCard*, kFigures> cards_{};
  Card* chart_card_{};
  FormulaChip* formula_{};
  ChartView* chart_{};
  Legend* legend_{};
  QTableView* table_{};
  Card *table_card_{}, *failures_card_{};
  FailureList* failures_{};
  QLabel* failures_rest_{};
  PeopleDrawer* people_{};
  QString export_fault_;
};

}  // namespace guardline::ui
