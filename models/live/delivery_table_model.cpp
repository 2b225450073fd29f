// The delivery-rate chart as a table. SPDX-License-Identifier: GPL-3.0-or-later
#include "models/live/delivery_table_model.h"

#include "models/live/channel_tile.h"
#include "models/live/words.h"

#include <algorithm>
#include <utility>

namespace guardline::models {
namespace {

bool before(const KpiBucket& a, const KpiBucket& b) {
  if (a.minute != b.minute) return a.minute > b.minute;
  return a.channel < b.channel;
}

bool same_key(const KpiBucket& a, const KpiBucket& b) { return a.minute == b.minute && a.channel == b.channel; }

}  // namespace

int DeliveryTableModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int DeliveryTableModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(Column::count);
}

void DeliveryTableModel::show(const KpiStore& store, Timestamp from, Timestamp to) {
  std::vector<KpiBucket> wanted;
  for (const auto channel : kChannels) {
    for (const auto* bucket : store.range(channel, from, to)) wanted.push_back(*bucket);
  }
  std::sort(wanted.begin(), wanted.end(), before);
  show(std::move(wanted));
}

void DeliveryTableModel::clear() { show({}); }

void DeliveryTableModel::show(std::vector<KpiBucket> wanted) {
  // Both lists have the same order: leave out what went, put in what came, in runs, from the end so that row numbers
  // in front stay true.
  const auto has = [](const std::vector<KpiBucket>& list, const KpiBucket& key) {
    const auto it = std::lower_bound(list.begin(), list.end(), key, before);
    return it != list.end() && same_key(*it, key);
  };
  for (auto end = static_cast<int>(rows_.size()); end > 0;) {
    if (has(wanted, rows_[static_cast<std::size_t>(end - 1)])) {
      --end;
      continue;
    }
    auto begin = end - 1;
    while (begin > 0 && !has(wanted, rows_[static_cast<std::size_t>(begin - 1)])) --begin;
    beginRemoveRows({}, begin, end - 1);
    rows_.erase(rows_.begin() + begin, rows_.begin() + end);
    endRemoveRows();
    end = begin;
  }
  for (std::size_t i = 0; i < wanted.size();) {
    if (i < rows_.size() && same_key(rows_[i], wanted[i])) {
      ++i;
      continue;
    }
    auto end = i;
    while (end < wanted.size() && !(i < rows_.size() && same_key(rows_[i], wanted[end]))) ++end;
    beginInsertRows({}, static_cast<int>(i), static_cast<int>(end) - 1);
    rows_.insert(rows_.begin() + static_cast<std::ptrdiff_t>(i), wanted.begin() + static_cast<std::ptrdiff_t>(i),
                 wanted.begin() + static_cast<std::ptrdiff_t>(end));
    endInsertRows();
    i = end;
  }
  int first = -1;
  int last = -1;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    if (rows_[i] == wanted[i]) continue;
    rows_[i] = wanted[i];
    if (first < 0) first = static_cast<int>(i);
    last = static_cast<int>(i);
  }
  if (first >= 0) Q_EMIT dataChanged(index(first, 0), index(last, static_cast<int>(Column::count) - 1));
}

QVariant DeliveryTableModel::raw(const KpiBucket& row, Column column) const {
  switch (column) {
    case Column::minute:
      return static_cast<qlonglong>(to_micros(row.minute));
    case Column::channel:
      return static_cast<int>(row.channel);
    case Column::rate:
      if (row.accepted <= 0) return {};
      return 100.0 * static_cast<double>(row.delivered) / static_cast<double>(row.accepted);
    case Column::delivered:
      return static_cast<qlonglong>(row.delivered);
    case Column::accepted:
      return static_cast<qlonglong>(row.accepted);
    case Column::handed:
      return static_cast<qlonglong>(row.handed);
    case Column::failed_client:
      return static_cast<qlonglong>(row.failed_person);
    case Column::failed_channel:
      return static_cast<qlonglong>(row.failed_message + row.failed_carrier + row.failed_system);
    case Column::p95:
      return row.latency_p95_ms ? QVariant(static_cast<qlonglong>(*row.latency_p95_ms)) : QVariant();
    case Column::count:
      break;
  }
  return {};
}

QString DeliveryTableModel::display(const KpiBucket& row, Column column) const {
  const auto value = raw(row, column);
  if (!value.isValid()) return QStringLiteral("—");
  switch (column) {
    case Column::minute:
      return minute_text(row.minute);
    case Column::channel:
      return channel_name(row.channel);
    case Column::rate:
      return QStringLiteral("%1%").arg(value.toDouble(), 0, 'f', 2);
    case Column::p95:
      return duration_text(value.toLongLong());
    case Column::delivered:
    case Column::accepted:
    case Column::handed:
    case Column::failed_client:
    case Column::failed_channel:
      return count_text(value.toLongLong());
    case Column::count:
      break;
  }
  return {};
}

QVariant DeliveryTableModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const auto& row = rows_[static_cast<std::size_t>(index.row())];
  const auto column = static_cast<Column>(index.column());
  switch (role) {
    case kRawRole:
      return raw(row, column);
    case Qt::DisplayRole:
      return display(row, column);
    case Qt::TextAlignmentRole:
      return static_cast<int>(column == Column::channel || column == Column::minute
                                  ? Qt::AlignLeft | Qt::AlignVCenter
                                  : Qt::AlignRight | Qt::AlignVCenter);
    case Qt::AccessibleTextRole: {
      const auto name = headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString();
      if (column == Column::rate && row.accepted > 0 && row.accepted < kMinimumSample) {
        return tr("%1 %2，样本少于 30 条").arg(name, display(row, column));
      }
      return QStringLiteral("%1 %2").arg(name, raw(row, column).isValid() ? display(row, column) : tr("无数据"));
    }
    default:
      return {};
  }
}

QVariant DeliveryTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole) {
    return static_cast<int>(section <= static_cast<int>(Column::channel) ? Qt::AlignLeft | Qt::AlignVCenter
                                                                         : Qt::AlignRight | Qt::AlignVCenter);
  }
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
  switch (static_cast<Column>(section)) {
    case Column::minute:
      return tr("时间");
    case Column::channel:
      return tr("渠道");
    case Column::rate:
      return tr("送达率");
    case Column::delivered:
      return tr("已送达");
    case Column::accepted:
      return tr("已受理");
    case Column::handed:
      return tr("已交付");
    case Column::failed_client:
      return tr("客户侧失败");
    case Column::failed_channel:
      return tr("通道侧失败");
    case Column::p95:
      return tr("时延 P95");
    case Column::count:
      break;
  }
  return {};
}

}  // namespace guardline::models
