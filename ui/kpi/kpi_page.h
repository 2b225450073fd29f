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
class PeriodBar;
class Theme;
class WaitLine;

/// Cards, chart, the same as a table, why deliveries did not arrive. Keys: T between chart and table, Ctrl+E export,
/// Ctrl+C copies the chosen rows, F5 counts again, Esc stops waiting. `gateway` and `clock` outlive the page.
class KpiPage final : public Page {
  Q_OBJECT
 public:
  KpiPage(Theme& theme, models::KpiGateway& gateway, const Clock& clock, QWidget* parent = nullptr);
  ~KpiPage() override;

  [[nodiscard]] QString title() const override;
  [[nodiscard]] QString context() const override;
  [[nodiscard]] State state() const override;
  [[nodiscard]] std::vector<KeyHelp> keys() const override;
  [[nodiscard]] std::vector<QWidget*> panes() const override;
  void retry() override;

  [[nodiscard]] models::KpiModel& model() { return model_; }
  [[nodiscard]] KpiCard* card(models::KpiFigureName figure) const;
  /// Writes the report there; says in the banner what went wrong. False without a report, too.
  bool export_to(const QString& path);

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;

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
  void copy_rows();
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
  FailureList* failures_{};
  QLabel* failures_rest_{};
  QString export_fault_;
};

}  // namespace guardline::ui
