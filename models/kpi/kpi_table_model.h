// The chart of a figure as a table. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/kpi/kpi_model.h"

#include <QAbstractTableModel>
#include <array>
#include <vector>

namespace guardline::models {

/// One row per step of the period, newest first; a column per channel. A step without data is a dash, never nought.
/// Columns of channels that are not in the report stand empty: the view hides them (`used`).
class KpiTableModel final : public QAbstractTableModel {
  Q_OBJECT
 public:
  enum class Column : int { time, all, sms, email, push, web, chat, phone, before, denominator, count };
  /// To sort and compare by: micros (time), percent or milliseconds (figures), count (denominator); nothing = no data.
  static constexpr int kRawRole = Qt::UserRole + 1;

  using QAbstractTableModel::QAbstractTableModel;
  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  void show(const KpiModel& model);
  void clear();
  [[nodiscard]] bool used(Column column) const;
  /// What a cell of a figure counts: its step, its channel (none: all) and whether it is of the period before. Nothing
  /// for the time of the row, and where there is no data.
  struct Point {
    Timestamp at;
    std::optional<Channel> channel{};
    bool before{false};
  };
  [[nodiscard]] std::optional<Point> point(const QModelIndex& index) const;
  /// The row whose step begins at `at`; -1 when there is none.
  [[nodiscard]] int row_of(Timestamp at) const;

 private:
  struct Cell {
    std::int64_t numerator{};
    std::int64_t denominator{};
    std::optional<double> number;
  };
  struct Row {
    Timestamp at;
    std::array<Cell, 7> cells{};  ///< all, then by channel
    Cell before;                  ///< all channels, one period earlier
  };
  [[nodiscard]] const Cell* cell(const Row& row, Column column) const;
  [[nodiscard]] QString display(const Row& row, Column column) const;
  [[nodiscard]] QString spoken(const Row& row, Column column) const;

  KpiFigureName figure_{KpiFigureName::people_reached};
  bool hourly_{false};
  std::array<bool, 7> used_{};
  std::vector<Row> rows_;
};

}  // namespace guardline::models
