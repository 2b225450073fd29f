// Rows of what asked for attention. SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/notification_model.h"

#include "models/alerts/alert_words.h"
#include "models/live/words.h"

#include <algorithm>

namespace guardline::models {

NotificationModel::NotificationModel(AlertCentre& centre, QObject* parent)
    : QAbstractListModel(parent), centre_(centre) {
  connect(&centre, &AlertCentre::announced, this, &NotificationModel::take);
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
  std::vector<Row> top;
  for (const auto& entry : news) {
    Row row{.entry = entry, .at = entry->alert.announced_at};
    const auto old = std::find_if(rows_.begin(), rows_.end(),
                                  [&](const Row& known) { return known.entry->alert.id == entry->alert.id; });
    if (old != rows_.end()) {
      row.times = old->times + 1;
      const int at = static_cast<int>(old - rows_.begin());
      beginRemoveRows({}, at, at);
      rows_.erase(old);
      endRemoveRows();
    }
    top.push_back(std::move(row));
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
  if (standing) return;
  std::stable_sort(news.begin(), news.end(),
                   [](const auto& a, const auto& b) { return a->alert.severity < b->alert.severity; });
  Q_EMIT arrived(news);
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
  const auto waits = [](const Row& row) { return row.unread && row.entry->tab() == AlertTab::to_acknowledge; };
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
      return row.entry->tab() != AlertTab::to_acknowledge;
    case Qt::AccessibleTextRole:
      return tr("%1，%2，%3，%4", "severity, title, time, how it stands")
          .arg(severity_name(alert.severity), alert_title(alert), clock_text(row.at), second(row));
    default:
      return {};
  }
}

}  // namespace guardline::models
