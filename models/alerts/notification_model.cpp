// Rows of what asked for attention. SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/notification_model.h"

#include "models/alerts/alert_words.h"
#include "models/live/words.h"

#include <algorithm>

namespace guardline::models {

NotificationModel::NotificationModel(AlertCentre& centre, QObject* parent)
    : QAbstractListModel(parent), centre_(centre) {
  connect(&centre, &AlertCentre::announced, this, &NotificationModel::take);
  connect(&centre, &AlertCentre::shelf_ending, this, &NotificationModel::take_shelves);
  connect(&centre, &AlertCentre::changed, this, &NotificationModel::refresh);
}

int NotificationModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

void NotificationModel::take(const std::vector<AlertEntryPtr>& entries, bool standing) {
  auto news = entries;
  std::sort(news.begin(), news.end(), [](const auto& a, const auto& b) {
    return std::tie(b->alert.announced_at, b->alert.id) < std::tie(a->alert.announced_at, a->alert.id);
  });
  if (news.size() > static_cast<std::size_t>(kMost)) news.resize(static_cast<std::size_t>(kMost));
  std::vector<Row> rows;
  for (const auto& entry : news) rows.push_back({.entry = entry, .at = entry->alert.announced_at});
  put(std::move(rows));
  if (news.empty() || standing) return;
  std::stable_sort(news.begin(), news.end(),
                   [](const auto& a, const auto& b) { return a->alert.severity < b->alert.severity; });
  Q_EMIT arrived(news);
}

void NotificationModel::take_shelves(const std::vector<AlertEntryPtr>& entries) {
  std::vector<Row> rows;
  for (const auto& entry : entries) rows.push_back({.entry = entry, .at = centre_.clock().now(), .shelf = true});
  if (rows.size() > static_cast<std::size_t>(kMost)) rows.resize(static_cast<std::size_t>(kMost));
  put(std::move(rows));
  Q_EMIT arrived(entries);
}

/// The newest first.
void NotificationModel::put(std::vector<Row> top) {
  for (auto& row : top) {
    const auto old = std::find_if(rows_.begin(), rows_.end(),
                                  [&](const Row& known) { return known.entry->alert.id == row.entry->alert.id; });
    if (old != rows_.end()) {
      row.times = row.shelf ? old->times : old->times + 1;
      const int at = static_cast<int>(old - rows_.begin());
      beginRemoveRows({}, at, at);
      rows_.erase(old);
      endRemoveRows();
    }
  }
  if (top.empty()) return;
  beginInsertRows({}, 0, static_cast<int>(top.size()) - 1);
  rows_.insert(rows_.begin(), std::make_move_iterator(top.begin()), std::make_move_iterator(top.end()));
  endInsertRows();
  if (rowCount() > kMost) {
    beginRemoveRows({}, kMost, rowCount() - 1);
    rows_.resize(static_cast<std::size_t>(kMost));
    endRemoveRows();
  }
  count();
}

bool NotificationModel::Row::over() const {
  return entry->tab() != (shelf ? AlertTab::shelved : AlertTab::to_acknowledge);
}

/// How they stand may have changed; nothing comes or goes by that, except with the person.
void NotificationModel::refresh() {
  if (!centre_.running()) return clear();
  if (rows_.empty()) return;
  for (auto& row : rows_) {
    if (auto now = centre_.store().find(row.entry->alert.id)) row.entry = std::move(now);
  }
  Q_EMIT dataChanged(index(0), index(rowCount() - 1));
  count();
}

void NotificationModel::count() {
  const auto waits = [](const Row& row) { return row.unread && !row.over(); };
  const auto unread = static_cast<int>(std::count_if(rows_.begin(), rows_.end(), waits));
  if (unread == unread_) return;
  unread_ = unread;
  Q_EMIT unreadChanged();
}

void NotificationModel::mark_all_read() {
  if (rows_.empty()) return;
  for (auto& row : rows_) row.unread = false;
  Q_EMIT dataChanged(index(0), index(rowCount() - 1));
  count();
}

void NotificationModel::clear() {
  if (rows_.empty()) return;
  beginResetModel();
  rows_.clear();
  endResetModel();
  count();
}

QString NotificationModel::second(const Row& row) const {
  const auto& alert = row.entry->alert;
  const auto number =
      row.times > 1 ? tr("%1，%n 次提醒", nullptr, row.times).arg(alert_number(alert)) : alert_number(alert);
  if (row.shelf && !row.over()) return tr("%1 · %2", "number, how it stands").arg(number, shelf_end_text(alert));
  return tr("%1 · %2", "number, how it stands").arg(number, axes_text(alert));
}

QVariant NotificationModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const auto& row = rows_[static_cast<std::size_t>(index.row())];
  const auto& alert = row.entry->alert;
  switch (role) {
    case Qt::DisplayRole:
      return alert_title(alert);
    case SecondRole:
      return second(row);
    case IdRole:
      return QString::fromStdString(alert.id.text());
    case SeverityRole:
      return static_cast<int>(alert.severity);
    case TimeRole:
      return clock_text(row.at);
    case UnreadRole:
      return row.unread;
    case OverRole:
      return row.over();
    case Qt::AccessibleTextRole:
      return tr("%1，%2，%3，%4", "severity, title, time, how it stands")
          .arg(severity_name(alert.severity), alert_title(alert), clock_text(row.at), second(row));
    default:
      return {};
  }
}

}  // namespace guardline::models
