// The event ticker's rows. SPDX-License-Identifier: GPL-3.0-or-later
#include "models/live/ticker_model.h"

#include "models/live/kpi_live_model.h"
#include "models/live/words.h"

#include <algorithm>

namespace guardline::models {

TickerModel::TickerModel(LiveGateway* gateway, std::size_t capacity, QObject* parent)
    : QAbstractTableModel(parent), capacity_(std::max<std::size_t>(1, capacity)) {
  coalesce_.setSingleShot(true);
  coalesce_.setInterval(kCoalesce);
  connect(&coalesce_, &QTimer::timeout, this, [this] {
    if (!held_) flush();
  });
  if (gateway == nullptr) return;
  subscription_ = gateway->subscribe({.kpi = false, .ticker = true}, [this](const LiveBatch& batch) {
    if (const auto* items = std::get_if<TickerItems>(&batch)) add(items->items);
  });
}

int TickerModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int TickerModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(Column::count);
}

void TickerModel::add(const std::vector<TickerItem>& items) {
  if (items.empty()) return;
  const auto skip = items.size() > capacity_ ? items.size() - capacity_ : 0;
  for (auto i = skip; i < items.size(); ++i) queue_.push_front(items[i]);
  while (queue_.size() > capacity_) queue_.pop_back();
  if (held_) {
    Q_EMIT queuedChanged(queued());
  } else if (!coalesce_.isActive()) {
    coalesce_.start();
  }
}

void TickerModel::set_held(bool held) {
  if (held_ == held) return;
  held_ = held;
  if (!held_) flush();
  Q_EMIT queuedChanged(held_ ? queued() : 0);
}

void TickerModel::release() {
  flush();
  Q_EMIT queuedChanged(0);
}

void TickerModel::flush() {
  if (queue_.empty()) return;
  const auto keep = capacity_ - queue_.size();
  if (rows_.size() > keep) {
    beginRemoveRows({}, static_cast<int>(keep), static_cast<int>(rows_.size()) - 1);
    rows_.resize(keep);
    endRemoveRows();
  }
  beginInsertRows({}, 0, static_cast<int>(queue_.size()) - 1);
  rows_.insert(rows_.begin(), queue_.begin(), queue_.end());
  queue_.clear();
  endInsertRows();
}

QString TickerModel::text(const TickerItem& item) const {
  const auto what = tr("%1 %2", "channel, state").arg(channel_name(item.channel), state_in_sentence(item.state));
  const auto why = reason_name(item.reason);
  const auto carrier = QString::fromStdString(item.carrier);
  if (!why.isEmpty()) return tr("%1：%2", "what happened: why").arg(what, why);
  if (!carrier.isEmpty()) return tr("%1 · 通道 %2", "what happened, carrier account").arg(what, carrier);
  return what;
}

QVariant TickerModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const auto& row = item(index.row());
  switch (role) {
    case ItemRole:
      return index.column() == static_cast<int>(Column::time) ? QVariant(static_cast<qlonglong>(to_micros(row.at)))
                                                              : QVariant(static_cast<int>(row.state));
    case ChannelRole:
      return static_cast<int>(row.channel);
    case StateRole:
      return static_cast<int>(row.state);
    case DrillRole:
      return row.drill;
    case Qt::DisplayRole:
      if (index.column() == static_cast<int>(Column::time)) return clock_text(row.at);
      if (index.column() == static_cast<int>(Column::text)) return text(row);
      return {};
    case Qt::AccessibleTextRole:
      if (index.column() == static_cast<int>(Column::time)) return tr("时间 %1").arg(clock_text(row.at));
      if (index.column() == static_cast<int>(Column::mark)) return tr("状态 %1").arg(state_name(row.state));
      return row.drill ? tr("演练：%1").arg(text(row)) : text(row);
    default:
      return {};
  }
}

QVariant TickerModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
  switch (static_cast<Column>(section)) {
    case Column::time:
      return tr("时间");
    case Column::mark:
      return tr("状态");
    case Column::text:
      return tr("事件");
    case Column::count:
      break;
  }
  return {};
}

}  // namespace guardline::models
