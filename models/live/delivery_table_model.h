// The delivery-rate chart as a table. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/live/kpi_store.h"

#include <QAbstractTableModel>
#include <vector>

namespace guardline::models {

/// One row per minute and channel of the shown range, newest minute first, then by channel. Kept by key: an update of
/// figures is dataChanged, a new minute an insert at the top, so a selection stays where it is.
class DeliveryTableModel final : public QAbstractTableModel {
  Q_OBJECT
 public:
  enum class Column : int {
    minute,
    channel,
    rate,
    delivered,
    accepted,
    handed,
    failed_client,
    failed_channel,
    p95,
    count
  };
  /// The value to sort and compare by: micros (minute), number (channel, counts), percent or nothing (rate), ms (p95).
  static constexpr int kRawRole = Qt::UserRole + 1;

  using QAbstractTableModel::QAbstractTableModel;
  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  void show(const KpiStore& store, Timestamp from, Timestamp to);
  void clear();

 private:
  void show(std::vector<KpiBucket> wanted);
  [[nodiscard]] QVariant raw(const KpiBucket& row, Column column) const;
  [[nodiscard]] QString display(const KpiBucket& row, Column column) const;

  std::vector<KpiBucket> rows_;
};

}  // namespace guardline::models
