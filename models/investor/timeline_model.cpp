// The rows of an investor's time line. SPDX-License-Identifier: GPL-3.0-or-later
#include "models/investor/timeline_model.h"

#include "models/investor/entry_words.h"
#include "models/investor/receipt_track.h"
#include "models/live/words.h"
#include "models/zone/wall_time.h"

#include <QStringList>
#include <algorithm>

namespace guardline::models {
namespace {

/// Beijing days since 1970.
auto day_number(Timestamp at) { return std::chrono::floor<std::chrono::days>(wall_midnight(at)).time_since_epoch(); }

}  // namespace

TimelineModel::TimelineModel(QObject* parent) : QAbstractTableModel(parent) {}

int TimelineModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int TimelineModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(Column::count);
}

bool TimelineModel::is_day(int row) const { return at(row).delivery == kDay; }

const DeliveryTrack* TimelineModel::delivery(int row) const {
  const auto& [entry, index] = at(row);
  return index < 0 ? nullptr : &entries_[static_cast<std::size_t>(entry)].deliveries[static_cast<std::size_t>(index)];
}

const HistoryEntry* TimelineModel::entry(int row) const {
  return is_day(row) ? nullptr : &entries_[static_cast<std::size_t>(at(row).entry)];
}

int TimelineModel::row_of(const QString& delivery) const { return row_of_.value(delivery, -1); }

Timestamp TimelineModel::time_of(int row) const {
  const auto* track = delivery(row);
  return track != nullptr ? track->planned_at : entries_[static_cast<std::size_t>(at(row).entry)].planned_at;
}

bool TimelineModel::canFetchMore(const QModelIndex& parent) const { return !parent.isValid() && more() && !asking_; }

void TimelineModel::fetchMore(const QModelIndex& parent) {
  if (!canFetchMore(parent)) return;
  asking_ = true;
  Q_EMIT more_wanted();
}

void TimelineModel::more_failed() { asking_ = false; }

void TimelineModel::begin(Timestamp now) {
  beginResetModel();
  entries_.clear();
  rows_.clear();
  row_of_.clear();
  next_.clear();
  last_ = -1;
  removed_ = 0;
  today_ = now;
  asking_ = false;
  endResetModel();
}

void TimelineModel::set_stale(std::optional<Timestamp> since) {
  if (since == stale_) return;
  stale_ = since;
  if (!rows_.empty()) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

/// A step that has come does not change any more.
QString TimelineModel::stale_text(const DeliveryTrack* track, bool brief) const {
  if (!stale_ || track == nullptr) return {};
  const auto steps = receipt_track(*track);
  const bool waits = std::ranges::any_of(steps, [](const auto& step) { return step.mark == StepMark::waiting; });
  if (!waits) return {};
  return (brief ? tr("截至 %1") : tr("截至 %1，可能已变化")).arg(clock_text(*stale_));
}

void TimelineModel::append(HistoryPage page) {
  asking_ = false;
  next_ = std::move(page.next);
  std::vector<Row> rows;
  for (auto& entry : page.entries) {
    const auto index = static_cast<int>(entries_.size());
    const bool new_day =
        last_ < 0 || day_number(entries_[static_cast<std::size_t>(last_)].planned_at) != day_number(entry.planned_at);
    last_ = index;
    if (new_day) rows.push_back({index, kDay});
    if (entry.deliveries.empty()) rows.push_back({index, kBare});
    // The last attempt of a message first, as the messages themselves.
    std::ranges::stable_sort(entry.deliveries, std::ranges::greater{}, &DeliveryTrack::planned_at);
    for (std::size_t i = 0; i < entry.deliveries.size(); ++i) rows.push_back({index, static_cast<int>(i)});
    entries_.push_back(std::move(entry));
  }
  if (rows.empty()) return;
  const auto first = static_cast<int>(rows_.size());
  beginInsertRows({}, first, first + static_cast<int>(rows.size()) - 1);
  rows_.insert(rows_.end(), rows.begin(), rows.end());
  for (auto row = first; row < static_cast<int>(rows_.size()); ++row) {
    if (const auto* track = delivery(row)) row_of_.insert(track->id, row);
  }
  endInsertRows();
}

void TimelineModel::insert(HistoryEntry entry) {
  const auto day = day_number(entry.planned_at);
  const auto count = static_cast<int>(rows_.size());
  const auto day_of = [&](int row) { return day_number(entry_at(row).planned_at); };
  int where = 0;
  while (where < count && (is_day(where) || entry_at(where).planned_at > entry.planned_at)) ++where;
  // Before the head of an older day, and at the end of its own.
  if (where > 0 && is_day(where - 1) && day_of(where - 1) != day) --where;
  const bool headed = where > 0 && day_of(where - 1) == day;
  const auto index = static_cast<int>(entries_.size());
  entries_.push_back(std::move(entry));
  if (last_ < 0) last_ = index;
  std::vector<Row> rows;
  if (!headed) rows.push_back({index, kDay});
  rows.push_back({index, kBare});
  beginInsertRows({}, where, where + static_cast<int>(rows.size()) - 1);
  rows_.insert(rows_.begin() + where, rows.begin(), rows.end());
  index_rows();
  endInsertRows();
}

int TimelineModel::written_row(const QString& message) const {
  for (int row = 0; row < static_cast<int>(rows_.size()); ++row) {
    if (at(row).delivery == kBare && entry_at(row).message_id == message) return row;
  }
  return -1;
}

void TimelineModel::settle(const QString& message) {
  const int row = written_row(message);
  if (row < 0) return;
  entries_[static_cast<std::size_t>(at(row).entry)].waiting = false;
  Q_EMIT dataChanged(index(row, 0), index(row, static_cast<int>(Column::count) - 1));
}

std::optional<EntryKind> TimelineModel::remove(const QString& message) {
  const int row = written_row(message);
  if (row < 0) return std::nullopt;
  const auto kind = entry_at(row).kind;
  const auto count = static_cast<int>(rows_.size());
  // A day of which nothing is left goes, too.
  const bool alone = is_day(row - 1) && (row + 1 == count || is_day(row + 1));
  const int first = alone ? row - 1 : row;
  // A day's text comes from its first entry, whose rows may be the ones that go: entries stay where they are.
  beginRemoveRows({}, first, row);
  rows_.erase(rows_.begin() + first, rows_.begin() + row + 1);
  ++removed_;
  index_rows();
  endRemoveRows();
  return kind;
}

void TimelineModel::index_rows() {
  row_of_.clear();
  for (int row = 0; row < static_cast<int>(rows_.size()); ++row) {
    if (const auto* track = delivery(row)) row_of_.insert(track->id, row);
  }
}

QString TimelineModel::day_text(Timestamp at) const {
  const auto date = wall_time(at).date();
  const auto ago = wall_time(today_).date().toJulianDay() - date.toJulianDay();
  const QStringList names{tr("周一"), tr("周二"), tr("周三"), tr("周四"), tr("周五"), tr("周六"), tr("周日")};
  const auto day = tr("%1 %2", "date, day of the week").arg(date.toString(Qt::ISODate), names.at(date.dayOfWeek() - 1));
  if (ago == 0) return tr("今天　%1").arg(day);
  if (ago == 1) return tr("昨天　%1").arg(day);
  return day;
}

QVariant TimelineModel::day_data(const Row& row, int column, int role) const {
  const auto at = entries_[static_cast<std::size_t>(row.entry)].planned_at;
  switch (role) {
    case DayRole:
      return true;
    case SortRole:
      return static_cast<qlonglong>(to_micros(at));
    case Qt::DisplayRole:
      return column == static_cast<int>(Column::time) ? QVariant(day_text(at)) : QVariant();
    case Qt::AccessibleTextRole:
      return day_text(at);
    default:
      return {};
  }
}

QString TimelineModel::subtitle(const HistoryEntry& entry, const DeliveryTrack* track) const {
  QStringList parts;
  if (entry.call) parts << direction_name(entry.call->direction);
  if (!entry.author.isEmpty()) parts << entry.author;
  if (!entry.notice_id.isEmpty()) parts << tr("通知 …%1").arg(entry.notice_id.right(6));
  if (!entry.template_id.isEmpty()) parts << tr("模板 %1 v%2").arg(entry.template_id).arg(entry.version);
  if (entry.category == NoticeCategory::marketing) parts << tr("营销类");
  if (track != nullptr && !track->carrier.isEmpty()) parts << tr("通道 %1").arg(track->carrier);
  return parts.join(u'　');
}

QVariant TimelineModel::cell_text(int row, Column column) const {
  const auto* track = delivery(row);
  switch (column) {
    case Column::time: {
      const auto at = time_of(row);
      const bool other_day = day_number(at) != day_number(entry(row)->planned_at);
      return other_day ? wall_time(at).toString(QStringLiteral("MM-dd HH:mm")) : clock_text(at);
    }
    case Column::channel:
      if (entry(row)->kind == EntryKind::note) return tr("备注");
      if (entry(row)->kind == EntryKind::call) return channel_name(Channel::phone);
      return track != nullptr ? channel_name(track->channel) : tr("未定渠道");
    case Column::what:
      if (entry(row)->kind == EntryKind::note) return tr("备注");
      if (entry(row)->call) return call_title(*entry(row)->call);
      return entry(row)->title.isEmpty() ? tr("（内容已删除或没有标题）") : entry(row)->title;
    case Column::why:
      if (entry(row)->kind != EntryKind::message && !entry(row)->text.isEmpty()) {
        return entry(row)->kind == EntryKind::call ? tr("通话小结") : tr("全文");
      }
      return track != nullptr ? tr("为什么？") : QString();
    case Column::count:
      break;
  }
  return {};
}

QVariant TimelineModel::accessible(int row, Column column) const {
  const auto* track = delivery(row);
  const auto text = cell_text(row, column).toString();
  switch (column) {
    case Column::time:
      return tr("时间 %1").arg(wall_time(time_of(row)).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")));
    case Column::channel:
      return track != nullptr ? tr("渠道 %1，%2").arg(text, state_name(track->state)) : text;
    case Column::what: {
      QStringList all;
      if (entry(row)->drill) all << tr("演练");
      all << text;
      if (entry(row)->kind != EntryKind::message) {
        if (entry(row)->waiting) all << tr("本机，待同步");
        all << subtitle(*entry(row), nullptr);
        if (!entry(row)->text.isEmpty()) all << entry(row)->text;
      }
      if (track != nullptr) all << track_text(receipt_track(*track));
      if (track != nullptr && !track_remark(*track).isEmpty()) all << track_remark(*track);
      if (const auto stale = stale_text(track); !stale.isEmpty()) all << stale;
      return all.join(tr("，", "between parts of a row"));
    }
    case Column::why:
      if (entry(row)->kind != EntryKind::message)
        return text.isEmpty() ? tr("没有文字") : tr("%1，按 W 查看").arg(text);
      return track != nullptr ? tr("为什么？按 W 查看") : tr("还没有投递");
    case Column::count:
      break;
  }
  return {};
}

QVariant TimelineModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const auto& row = at(index.row());
  if (row.delivery == kDay) return day_data(row, index.column(), role);
  const auto column = static_cast<Column>(index.column());
  const auto* track = delivery(index.row());
  switch (role) {
    case Qt::DisplayRole:
      return cell_text(index.row(), column);
    case Qt::AccessibleTextRole:
      return accessible(index.row(), column);
    case DayRole:
      return false;
    case KindRole:
      return static_cast<int>(entry(index.row())->kind);
    case ChannelRole:
      if (entry(index.row())->kind == EntryKind::call) return static_cast<int>(Channel::phone);
      return track != nullptr ? static_cast<int>(track->channel) : 0;
    case StateRole:
      return track != nullptr ? static_cast<int>(track->state) : 0;
    case DeliveryRole:
      return track != nullptr ? track->id : QString();
    case SubtitleRole:
      return subtitle(*entry(index.row()), track);
    case BodyRole:
      return entry(index.row())->text;
    case TrackRole:
      return track != nullptr ? QVariant::fromValue(receipt_track(*track)) : QVariant();
    case RemarkRole:
      return track != nullptr ? track_remark(*track) : QString();
    case StaleRole:
      return stale_text(track);
    case StaleShortRole:
      return stale_text(track, true);
    case DrillRole:
      return entry(index.row())->drill;
    case WaitingRole:
      return entry(index.row())->waiting;
    case SortRole:
      return static_cast<qlonglong>(to_micros(time_of(index.row())));
    default:
      return {};
  }
}

QVariant TimelineModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
  switch (static_cast<Column>(section)) {
    case Column::time:
      return tr("时间");
    case Column::channel:
      return tr("渠道");
    case Column::what:
      return tr("内容与回执");
    case Column::why:
      return tr("原因");
    case Column::count:
      break;
  }
  return {};
}

/// A day's head is no row that one could choose: arrow keys pass it by. Each row's time tells the day to who can't see
/// it.
Qt::ItemFlags TimelineModel::flags(const QModelIndex& index) const {
  if (!index.isValid()) return Qt::NoItemFlags;
  return is_day(index.row()) ? Qt::ItemNeverHasChildren : QAbstractTableModel::flags(index);
}

}  // namespace guardline::models
