// What asked for attention, newest first. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/alert_centre.h"

#include <QAbstractListModel>
#include <vector>

namespace guardline::models {

/// One row for each alert, however often it asks (or its shelf is about to end): the newest time, how many times, and
/// how it stands now. Bounded: the oldest goes. What stood already when the person came is listed, unread, but not
/// `arrived`. GUI thread; the centre outlives it.
class NotificationModel final : public QAbstractListModel {
  Q_OBJECT
 public:
  static constexpr int kMost = 200;
  enum Role : int {
    IdRole = Qt::UserRole + 1,  ///< QString, the alert's id
    SecondRole,                 ///< the second line: number, times, how it stands
    SeverityRole,               ///< int of Severity
    TimeRole,                   ///< "10:42:17"
    UnreadRole,                 ///< bool
    OverRole,                   ///< bool: nobody has to do anything about it any more
  };
  explicit NotificationModel(AlertCentre& centre, QObject* parent = nullptr);

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;

  [[nodiscard]] int unread() const { return unread_; }
  void mark_all_read();
  void clear();
  [[nodiscard]] const AlertEntry& entry(int row) const { return *rows_[static_cast<std::size_t>(row)].entry; }

 Q_SIGNALS:
  void unreadChanged();
  /// These came just now, the most urgent first.
  void arrived(const std::vector<guardline::models::AlertEntryPtr>& entries);

 private:
  struct Row {
    AlertEntryPtr entry;
    Timestamp at;
    int times{1};
    bool unread{true};
    bool shelf{false};  ///< about the end of its shelf
    [[nodiscard]] bool over() const;
  };
  void take(const std::vector<AlertEntryPtr>& entries, bool standing);
  void take_shelves(const std::vector<AlertEntryPtr>& entries);
  void put(std::vector<Row> rows);
  void refresh();
  void count();
  [[nodiscard]] QString second(const Row& row) const;

  AlertCentre& centre_;
  std::vector<Row> rows_;  // newest first
  int unread_{0};
};

}  // namespace guardline::models
