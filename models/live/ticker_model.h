// The event ticker's rows. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/live_gateway.h"

#include <QAbstractTableModel>
#include <QTimer>
#include <deque>
#include <vector>

namespace guardline::models {

/// A bounded list, newest first. New rows come in batches (one insert, one trim, whatever their number). While a row is
/// held (selected or being read) new ones wait in a queue of the same bound, so that nothing moves under the eye.
class TickerModel final : public QAbstractTableModel {
  Q_OBJECT
 public:
  enum class Column : int { time, mark, text, count };
  enum Role : int {
    ItemRole = Qt::UserRole + 1,  ///< micros since 1970 (time), state number (mark, text)
    ChannelRole,                  ///< int of Channel
    StateRole,                    ///< int of DeliveryState
    DrillRole,                    ///< bool
  };
  explicit TickerModel(LiveGateway* gateway = nullptr, std::size_t capacity = 10'000, QObject* parent = nullptr);

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  /// Oldest first, as the hub tells them.
  void add(const std::vector<TickerItem>& items);
  void set_held(bool held);
  [[nodiscard]] bool held() const { return held_; }
  [[nodiscard]] int queued() const { return static_cast<int>(queue_.size()); }
  /// Lets the queue in although a row is held.
  void release();
  [[nodiscard]] const TickerItem& item(int row) const { return rows_[static_cast<std::size_t>(row)]; }

 Q_SIGNALS:
  void queuedChanged(int queued);

 private:
  void flush();
  [[nodiscard]] QString text(const TickerItem& item) const;

  std::size_t capacity_;
  std::deque<TickerItem> rows_;   // newest first
  std::deque<TickerItem> queue_;  // newest first; dropped from the back
  bool held_{false};
  QTimer coalesce_;
  Handle subscription_;
};

}  // namespace guardline::models
