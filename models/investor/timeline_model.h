// The rows of an investor's time line. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/investor_values.h"
#include "models/investor/receipt_track.h"

#include <QAbstractTableModel>
#include <QHash>
#include <optional>
#include <vector>

namespace guardline::models {

/// Newest first: a row for each day, then one for each delivery of its messages (or for the message alone while it has
/// none), and one for each note and call. Words are made when a row is asked for, so that a long line costs nothing
/// until it is seen. Older rows come when a view asks for more: `more_wanted` goes to who can ask the hub. GUI thread.
class TimelineModel : public QAbstractTableModel {
  Q_OBJECT
 public:
  enum class Column : int { time, channel, what, why, count };
  enum Role : int {
    DayRole = Qt::UserRole + 1,  ///< bool: this row is a day's head
    KindRole,                    ///< int of EntryKind
    ChannelRole,                 ///< int of Channel; a call's is the telephone; 0 without one
    StateRole,                   ///< int of DeliveryState; 0 without one
    DeliveryRole,                ///< QString id; empty without one
    SubtitleRole,                ///< QString: notice, template, carrier; who wrote it
    BodyRole,                    ///< QString: what was said; of a message its beginning
    TrackRole,                   ///< std::vector<TrackStep>
    RemarkRole,                  ///< QString: late receipts and the like
    DrillRole,                   ///< bool
    WaitingRole,                 ///< bool: kept on this computer until the hub has it
    SortRole,                    ///< qlonglong: micros since 1970
    StaleRole,                   ///< QString: since when a step that is waited for may have come; else empty
    StaleShortRole,              ///< QString: the same where there is little room
  };
  explicit TimelineModel(QObject* parent = nullptr);

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
  Qt::ItemFlags flags(const QModelIndex& index) const override;
  bool canFetchMore(const QModelIndex& parent) const override;
  void fetchMore(const QModelIndex& parent) override;

  /// `now` tells which days are called today and yesterday.
  void begin(Timestamp now);
  void append(HistoryPage page);
  /// The rows are as they were then and are not followed; nothing while there is a hub.
  void set_stale(std::optional<Timestamp> since);
  /// One more, where it belongs by its time.
  void insert(HistoryEntry entry);
  /// It waits no more.
  void settle(const QString& message);
  /// It was taken back; its kind, if it was there.
  std::optional<EntryKind> remove(const QString& message);
  /// A wish for more has failed: it may be told again.
  void more_failed();

  [[nodiscard]] bool more() const { return !next_.isEmpty(); }
  [[nodiscard]] bool asking() const { return asking_; }
  [[nodiscard]] const QString& next() const { return next_; }
  [[nodiscard]] int messages() const { return static_cast<int>(entries_.size()) - removed_; }
  [[nodiscard]] bool is_day(int row) const;
  /// Null for a day, and for a message without deliveries.
  [[nodiscard]] const DeliveryTrack* delivery(int row) const;
  /// Null for a day.
  [[nodiscard]] const HistoryEntry* entry(int row) const;
  /// -1 when it is not (or not yet) there.
  [[nodiscard]] int row_of(const QString& delivery) const;

 Q_SIGNALS:
  void more_wanted();

 private:
  struct Row {
    int entry;     ///< index of the message; of its first message for a day
    int delivery;  ///< index in the message; kDay, kBare
  };
  static constexpr int kDay = -1;
  static constexpr int kBare = -2;
  [[nodiscard]] const Row& at(int row) const { return rows_[static_cast<std::size_t>(row)]; }
  [[nodiscard]] QString day_text(Timestamp at) const;
  [[nodiscard]] QVariant day_data(const Row& row, int column, int role) const;
  [[nodiscard]] QVariant cell_text(int row, Column column) const;
  [[nodiscard]] QVariant accessible(int row, Column column) const;
  [[nodiscard]] QString subtitle(const HistoryEntry& entry, const DeliveryTrack* track) const;
  [[nodiscard]] Timestamp time_of(int row) const;
  [[nodiscard]] QString stale_text(const DeliveryTrack* track, bool brief = false) const;
  [[nodiscard]] const HistoryEntry& entry_at(int row) const {
    return entries_[static_cast<std::size_t>(at(row).entry)];
  }
  [[nodiscard]] int written_row(const QString& message) const;
  void index_rows();

  /// In the order in which they came; what stands where is told by the rows.
  std::vector<HistoryEntry> entries_;
  int last_{-1};    ///< the oldest message of the pages so far
  int removed_{0};  ///< entries without rows
  std::vector<Row> rows_;
  QHash<QString, int> row_of_;
  QString next_;
  Timestamp today_{};
  std::optional<Timestamp> stale_;
  bool asking_{false};
};

}  // namespace guardline::models

Q_DECLARE_METATYPE(std::vector<guardline::models::TrackStep>)
