// Rows of one tab, in batches. SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/alert_list_model.h"

#include "models/alerts/alert_words.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <tuple>

namespace guardline::models {
namespace {

constexpr std::size_t kGroups = 256;  // more separate places than this are told as a new list

}  // namespace

AlertListModel::AlertListModel(const AlertStore& store, const Clock& clock, QObject* parent)
    : QAbstractTableModel(parent), store_(store), clock_(clock) {}

int AlertListModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int AlertListModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(Column::count);
}

bool AlertListModel::canFetchMore(const QModelIndex& parent) const {
  return !parent.isValid() && tab_ == AlertTab::history && more_;
}

void AlertListModel::fetchMore(const QModelIndex& parent) {
  if (canFetchMore(parent)) Q_EMIT history_wanted();
}

bool AlertListModel::before(const AlertEntryPtr& a, const AlertEntryPtr& b) const {
  const auto& x = a->alert;
  const auto& y = b->alert;
  if (tab_ == AlertTab::history) return std::tie(y.raised_at, y.id) < std::tie(x.raised_at, x.id);
  return std::tie(x.severity, x.raised_at, x.id) < std::tie(y.severity, y.raised_at, y.id);
}

void AlertListModel::index_rows() {
  index_.clear();
  index_.reserve(rows_.size());
  for (std::size_t row = 0; row < rows_.size(); ++row) index_[rows_[row]->alert.id] = static_cast<int>(row);
}

int AlertListModel::row_of(const AlertId& id) const {
  const auto found = index_.find(id);
  return found == index_.end() ? -1 : found->second;
}

void AlertListModel::rebuild() {
  beginResetModel();
  rows_ = store_.on(tab_);
  std::sort(rows_.begin(), rows_.end(), [this](const auto& a, const auto& b) { return before(a, b); });
  index_rows();
  queued_.clear();
  moved_ = 0;
  endResetModel();
}

void AlertListModel::show(AlertTab tab) {
  tab_ = tab;
  held_ = false;
  rebuild();
  Q_EMIT waitingChanged();
}

void AlertListModel::insert(std::vector<AlertEntryPtr> entries) {
  const auto order = [this](const auto& a, const auto& b) { return before(a, b); };
  std::sort(entries.begin(), entries.end(), order);
  // From the end, so that places found stay right; neighbours go in together.
  auto end = entries.end();
  while (end != entries.begin()) {
    const auto place = std::lower_bound(rows_.begin(), rows_.end(), *(end - 1), order);
    auto begin = end - 1;
    while (begin != entries.begin() && std::lower_bound(rows_.begin(), rows_.end(), *(begin - 1), order) == place) {
      --begin;
    }
    const auto row = static_cast<int>(place - rows_.begin());
    beginInsertRows({}, row, row + static_cast<int>(end - begin) - 1);
    rows_.insert(place, begin, end);
    index_rows();
    endInsertRows();
    end = begin;
  }
}

void AlertListModel::remove(std::vector<int> rows) {
  std::sort(rows.begin(), rows.end(), std::greater<>());
  for (std::size_t i = 0; i < rows.size();) {
    std::size_t j = i + 1;
    while (j < rows.size() && rows[j] == rows[j - 1] - 1) ++j;
    const int last = rows[i];
    const int first = rows[j - 1];
    beginRemoveRows({}, first, last);
    rows_.erase(rows_.begin() + first, rows_.begin() + last + 1);
    index_rows();
    endRemoveRows();
    i = j;
  }
}

void AlertListModel::take(const std::vector<AlertChange>& changes) {
  const auto here = [this](const AlertEntryPtr& entry) { return entry && entry->tab() == tab_; };
  std::vector<int> leaving;
  std::vector<AlertEntryPtr> coming;
  int first = std::numeric_limits<int>::max();
  int last = -1;
  // Of several changes of one alert only the last says how it stands.
  std::unordered_map<AlertId, std::size_t> newest;
  const auto id_of = [](const AlertChange& change) { return (change.after ? change.after : change.before)->alert.id; };
  for (std::size_t i = 0; i < changes.size(); ++i) newest[id_of(changes[i])] = i;
  for (std::size_t i = 0; i < changes.size(); ++i) {
    const auto id = id_of(changes[i]);
    if (newest[id] != i) continue;
    const auto& is = changes[i].after;
    const int row = row_of(id);
    const bool belongs = here(is);
    if (row < 0) {
      if (!belongs) {
        queued_.erase(id);
        continue;
      }
      const bool at_end = rows_.empty() || before(rows_.back(), is);
      // Older history goes below everything: nothing moves by it.
      if (held_ && !(tab_ == AlertTab::history && at_end)) {
        queued_.insert(id);
      } else {
        coming.push_back(is);
      }
      continue;
    }
    auto& shown = rows_[static_cast<std::size_t>(row)];
    const bool same_place = belongs && !before(shown, is) && !before(is, shown);
    if (held_ || same_place) {
      if (here(shown) != belongs) moved_ += belongs ? -1 : 1;
      if (is) shown = is;
      first = std::min(first, row);
      last = std::max(last, row);
      continue;
    }
    leaving.push_back(row);
    if (belongs) coming.push_back(is);
  }
  if (last >= 0) Q_EMIT dataChanged(index(first, 0), index(last, columnCount() - 1));
  const bool scattered = coming.size() > kGroups && !rows_.empty() && !held_;
  if (leaving.size() > kGroups || scattered) {
    rebuild();
  } else {
    if (!leaving.empty()) remove(std::move(leaving));
    if (!coming.empty()) insert(std::move(coming));
  }
  if (!changes.empty()) Q_EMIT waitingChanged();
}

void AlertListModel::set_held(bool held) {
  if (held_ == held) return;
  held_ = held;
  if (!held_) release();
}

bool AlertListModel::moved_on(const AlertEntry& entry) const {
  return entry.tab() != tab_ || store_.find(entry.alert.id) == nullptr;
}

void AlertListModel::let_leave(const AlertId& stays) {
  if (!held_ || moved_ == 0) return;
  std::vector<int> leaving;
  for (std::size_t row = 0; row < rows_.size(); ++row) {
    if (rows_[row]->alert.id != stays && moved_on(*rows_[row])) leaving.push_back(static_cast<int>(row));
  }
  if (leaving.empty()) return;
  moved_ -= static_cast<int>(leaving.size());
  remove(std::move(leaving));
  Q_EMIT waitingChanged();
}

void AlertListModel::release() {
  if (queued_.empty() && moved_ == 0) {
    // A row that was raised again while held may stand at its old place.
    if (std::is_sorted(rows_.begin(), rows_.end(), [this](const auto& a, const auto& b) { return before(a, b); }))
      return;
  }
  rebuild();
  Q_EMIT waitingChanged();
}

Severity AlertListModel::queued_severity() const {
  auto most = Severity::low;
  for (const auto& id : queued_) {
    if (const auto entry = store_.find(id)) most = std::min(most, entry->alert.severity);
  }
  return most;
}

QString AlertListModel::text(const AlertEntry& entry, Column column) const {
  const auto& alert = entry.alert;
  switch (column) {
    case Column::severity:
      return alert.suppression == Suppression::none ? severity_name(alert.severity) : quiet_name(alert.suppression);
    case Column::subject:
      return alert_title(alert);
    case Column::number:
      return alert_number(alert);
    case Column::state:
      return axes_text(alert);
    case Column::owner:
      return alert.owner ? alert.owner->name : owner_missing();
    case Column::age:
      return age_text(alert_age(alert, clock_.now()));
    case Column::count:
      break;
  }
  return {};
}

QString AlertListModel::second(const AlertEntry& entry, Column column) const {
  const auto& alert = entry.alert;
  switch (column) {
    case Column::subject:
      return alert_object(alert);
    case Column::state:
      if (entry.queued_at) return queued_text(*entry.queued_at);
      if (held_ && entry.tab() != tab_) return tr("已移到「%1」", "another tab").arg(tab_name(entry.tab()));
      return quiet_text(alert);
    case Column::age:
      return since_text(alert, clock_.now());
    default:
      return {};
  }
}

QVariant AlertListModel::sort_value(const AlertEntry& entry, Column column) const {
  switch (column) {
    case Column::severity:
      return static_cast<int>(entry.alert.severity);
    case Column::age:
      return static_cast<qlonglong>(to_micros(entry.alert.raised_at));
    default:
      return text(entry, column);
  }
}

QVariant AlertListModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const auto& row = entry(index.row());
  const auto column = static_cast<Column>(index.column());
  switch (role) {
    case Qt::DisplayRole:
      return text(row, column);
    case SecondRole:
      return second(row, column);
    case SortRole:
      return sort_value(row, column);
    case IdRole:
      return QString::fromStdString(row.alert.id.text());
    case Qt::AccessibleTextRole: {
      const auto more = second(row, column);
      const auto said =
          more.isEmpty() ? text(row, column) : tr("%1，%2", "two lines of a cell").arg(text(row, column), more);
      return tr("%1：%2", "column: cell")
          .arg(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(), said);
    }
    default:
      return {};
  }
}

QVariant AlertListModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole && section == static_cast<int>(Column::age)) {
    return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
  }
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
  switch (static_cast<Column>(section)) {
    case Column::severity:
      return tr("级别");
    case Column::subject:
      return tr("告警与对象");
    case Column::number:
      return tr("触发号");
    case Column::state:
      return tr("状态（三轴）");
    case Column::owner:
      return tr("负责人");
    case Column::age:
      return tr("持续 / 起");
    case Column::count:
      break;
  }
  return {};
}

}  // namespace guardline::models
