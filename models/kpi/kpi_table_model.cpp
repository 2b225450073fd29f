// The chart of a figure as a table. SPDX-License-Identifier: GPL-3.0-or-later
#include "models/kpi/kpi_table_model.h"

#include "models/kpi/kpi_words.h"
#include "models/live/words.h"

#include <QStringList>
#include <algorithm>
#include <map>

namespace guardline::models {
namespace {

std::size_t place_of(const std::optional<Channel>& channel) { return channel ? static_cast<std::size_t>(*channel) : 0; }
bool is_channel(KpiTableModel::Column column) {
  return column >= KpiTableModel::Column::sms && column <= KpiTableModel::Column::phone;
}
Channel channel_of(KpiTableModel::Column column) {
  return static_cast<Channel>(static_cast<int>(column) - static_cast<int>(KpiTableModel::Column::all));
}

}  // namespace

int KpiTableModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}
int KpiTableModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(Column::count);
}

void KpiTableModel::show(const KpiModel& model) {
  beginResetModel();
  rows_.clear();
  used_ = {};
  figure_ = model.chosen();
  if (const auto& report = model.report()) {
    hourly_ = report->hourly;
    std::map<Timestamp, Row, std::greater<>> rows;
    for (const auto& point : report->points) {
      const auto step = kpi_step(figure_, point);
      auto& row = rows[point.at];
      row.at = point.at;
      row.cells[place_of(point.channel)] = {step.numerator, step.denominator, step.number};
      used_[place_of(point.channel)] = true;
    }
    const auto shift = report->from - report->before_from;
    for (const auto& point : report->points_before) {
      if (point.channel) continue;
      const auto step = kpi_step(figure_, point);
      if (const auto found = rows.find(point.at + shift); found != rows.end()) {
        found->second.before = {step.numerator, step.denominator, step.number};
      }
    }
    for (auto& [at, row] : rows) rows_.push_back(row);
  }
  endResetModel();
}

void KpiTableModel::clear() {
  if (rows_.empty()) return;
  beginResetModel();
  rows_.clear();
  endResetModel();
}

bool KpiTableModel::used(Column column) const {
  return !is_channel(column) || used_[static_cast<std::size_t>(channel_of(column))];
}

int KpiTableModel::row_of(Timestamp at) const {
  const auto found = std::ranges::find(rows_, at, &Row::at);
  return found == rows_.end() ? -1 : static_cast<int>(found - rows_.begin());
}

std::optional<KpiTableModel::Point> KpiTableModel::point(const QModelIndex& index) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return std::nullopt;
  const auto& row = rows_[static_cast<std::size_t>(index.row())];
  const auto column = static_cast<Column>(index.column());
  if (column == Column::denominator) return Point{.at = row.at};
  const auto* of = cell(row, column);
  if (of == nullptr || of->denominator == 0) return std::nullopt;
  Point point{.at = row.at, .before = column == Column::before};
  if (is_channel(column)) point.channel = channel_of(column);
  return point;
}

const KpiTableModel::Cell* KpiTableModel::cell(const Row& row, Column column) const {
  if (column == Column::all) return &row.cells[0];
  if (column == Column::before) return &row.before;
  return is_channel(column) ? &row.cells[static_cast<std::size_t>(channel_of(column))] : nullptr;
}

QString KpiTableModel::display(const Row& row, Column column) const {
  if (column == Column::time) return kpi_step_time(row.at, hourly_);
  if (column == Column::denominator) return count_text(row.cells[0].denominator);
  const auto* of = cell(row, column);
  return of != nullptr && of->number ? kpi_number_text(figure_, *of->number) : QStringLiteral("—");
}

QString KpiTableModel::spoken(const Row& row, Column column) const {
  const auto name = headerData(static_cast<int>(column), Qt::Horizontal, Qt::DisplayRole).toString();
  const auto* of = cell(row, column);
  if (of == nullptr) return tr("%1 %2", "column and value").arg(name, display(row, column));
  if (!of->number) return tr("%1 无数据").arg(name);
  return tr("%1 %2，%3 ÷ %4").arg(name, display(row, column), count_text(of->numerator), count_text(of->denominator));
}

QVariant KpiTableModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const auto& row = rows_[static_cast<std::size_t>(index.row())];
  const auto column = static_cast<Column>(index.column());
  switch (role) {
    case kRawRole: {
      if (column == Column::time) return static_cast<qlonglong>(to_micros(row.at));
      if (column == Column::denominator) return static_cast<qlonglong>(row.cells[0].denominator);
      const auto* of = cell(row, column);
      return of != nullptr && of->number ? QVariant(*of->number) : QVariant();
    }
    case Qt::DisplayRole:
      return display(row, column);
    case Qt::TextAlignmentRole:
      return static_cast<int>((column == Column::time ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    case Qt::AccessibleTextRole:
      return spoken(row, column);
    default:
      return {};
  }
}

QVariant KpiTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal) return {};
  const auto column = static_cast<Column>(section);
  if (role == Qt::TextAlignmentRole) {
    return static_cast<int>((column == Column::time ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
  }
  if (role != Qt::DisplayRole) return {};
  switch (column) {
    case Column::time:
      return hourly_ ? tr("小时") : tr("日期");
    case Column::all:
      return tr("全部渠道");
    case Column::before:
      return tr("上一周期");
    case Column::denominator:
      return kpi_denominator_name(figure_);
    case Column::count:
      return {};
    default:
      return channel_short_name(channel_of(column));
  }
}

}  // namespace guardline::models
