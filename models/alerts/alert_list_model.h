// The table of one tab of the alert centre. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/alert_store.h"

#include <QAbstractTableModel>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace guardline::models {

/// Work comes by urgency, then the longest waiting first; history the newest first. Changes come as batches: rows side
/// by side are inserted or removed together, and what only changed is told by one range. While held (a row is chosen or
/// read) no row moves by itself: new ones wait behind `queued`, and those that belong elsewhere now stay where they
/// are, showing how they stand and where they belong, until somebody lets them leave. The store outlives the model.
class AlertListModel : public QAbstractTableModel {
  Q_OBJECT
 public:
  enum class Column : int { severity, subject, number, state, owner, age, count };
  enum Role : int {
    SortRole = Qt::UserRole + 1,  ///< raw value: number of the severity, micros since 1970, or the display text
    SecondRole,                   ///< the second line of the cell; may be empty
    IdRole,                       ///< QString, the alert's id
  };
  AlertListModel(const AlertStore& store, const Clock& clock, QObject* parent = nullptr);

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
  bool canFetchMore(const QModelIndex& parent) const override;
  void fetchMore(const QModelIndex& parent) override;

  /// Reads the store anew; lets go of what was held.
  void show(AlertTab tab);
  [[nodiscard]] AlertTab tab() const { return tab_; }
  /// What the store just did.
  void take(const std::vector<AlertChange>& changes);

  void set_held(bool held);
  [[nodiscard]] bool held() const { return held_; }
  /// Lets in what waits although a row is held.
  void release();
  /// The rows that belong elsewhere now go, but for `stays`; what is new goes on waiting. For when the choice has moved
  /// on to another row: what was dealt with leaves then, as one would expect of a list of work.
  void let_leave(const AlertId& stays);
  /// New rows that wait.
  [[nodiscard]] int queued() const { return static_cast<int>(queued_.size()); }
  /// Rows that stand here only because the list is held.
  [[nodiscard]] int moved() const { return moved_; }
  /// The most urgent of those that wait; `low` when none does.
  [[nodiscard]] Severity queued_severity() const;

  [[nodiscard]] const AlertEntry& entry(int row) const { return *rows_[static_cast<std::size_t>(row)]; }
  /// -1: not here.
  [[nodiscard]] int row_of(const AlertId& id) const;
  /// Whether older history can still be asked for.
  void set_more(bool more) { more_ = more; }

 Q_SIGNALS:
  void waitingChanged();
  /// The view has come to the end of the history that is here.
  void history_wanted();

 private:
  void rebuild();
  void insert(std::vector<AlertEntryPtr> entries);
  void remove(std::vector<int> rows);
  void index_rows();
  /// Whether a row of this list belongs on another tab now, or is not known any more.
  [[nodiscard]] bool moved_on(const AlertEntry& entry) const;
  [[nodiscard]] bool before(const AlertEntryPtr& a, const AlertEntryPtr& b) const;
  [[nodiscard]] QString text(const AlertEntry& entry, Column column) const;
  [[nodiscard]] QString second(const AlertEntry& entry, Column column) const;
  [[nodiscard]] QVariant sort_value(const AlertEntry& entry, Column column) const;

  const AlertStore& store_;
  const Clock& clock_;
  AlertTab tab_{AlertTab::to_acknowledge};
  std::vector<AlertEntryPtr> rows_;
  std::unordered_map<AlertId, int> index_;
  std::unordered_set<AlertId> queued_;
  int moved_{0};
  bool held_{false};
  bool more_{false};
};

}  // namespace guardline::models
