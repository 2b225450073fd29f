// The people behind one point of a figure, page by page. SPDX-License-Identifier: GPL-3.0-or-later
#include "models/kpi/people_model.h"

#include "models/kpi/people_words.h"

#include <QStringList>
#include <utility>

namespace guardline::models {

PeopleModel::PeopleModel(KpiGateway& gateway, QObject* parent) : QAbstractTableModel(parent), gateway_(gateway) {}
PeopleModel::~PeopleModel() = default;

void PeopleModel::open(const KpiPeopleQuery& query) {
  // The same point again goes on with what it shows.
  if (state_ != State::closed && state_ != State::failed && query == query_) return;
  auto same = query;
  same.side = query_.side;
  if (state_ == State::closed || !(same == query_)) numbers_.reset();
  query_ = query;
  clear_rows();
  ask();
}

void PeopleModel::close() {
  if (state_ == State::closed) return;
  asking_.reset();
  waits_ = false;
  state_ = State::closed;
  numbers_.reset();
  error_.reset();
  clear_rows();
  Q_EMIT changed();
}

void PeopleModel::show(std::optional<KpiSide> side) {
  if (state_ == State::closed) return;
  auto query = query_;
  query.side = side;
  open(query);
}

void PeopleModel::more() {
  if (state_ == State::ready && has_more() && !waiting()) ask();
}

void PeopleModel::retry() {
  if (state_ == State::closed || waiting()) return;
  if (state_ == State::failed || error_) ask();
}

void PeopleModel::resume() {
  if (std::exchange(waits_, false)) ask();
}

void PeopleModel::drop() {
  if (!std::exchange(waits_, false)) return;
  error_ = LookError{.failure = LookFailure::step_up, .until = {}, .reference = {}};
  if (state_ == State::asking) state_ = State::failed;
  Q_EMIT changed();
}

void PeopleModel::ask() {
  if (state_ != State::ready || next_.isEmpty()) state_ = State::asking;
  error_.reset();
  asking_ = gateway_.people(query_, next_, [this](std::expected<KpiPeoplePage, LookError> answer) {
    asking_ = {};
    if (answer) return take(std::move(*answer));
    if (answer.error().failure == LookFailure::step_up) {
      waits_ = true;
      Q_EMIT changed();
      Q_EMIT step_up_needed();
      return;
    }
    // A list that has moved on is read from its beginning.
    if (answer.error().failure == LookFailure::stale) next_.clear();
    error_ = answer.error();
    if (state_ == State::asking) state_ = State::failed;
    Q_EMIT changed();
  });
  Q_EMIT changed();
}

void PeopleModel::take(KpiPeoplePage page) {
  if (state_ == State::asking) clear_rows();
  state_ = State::ready;
  next_ = page.next;
  if (!page.people.empty()) {
    const auto first = static_cast<int>(people_.size());
    beginInsertRows({}, first, first + static_cast<int>(page.people.size()) - 1);
    for (auto& person : page.people) people_.push_back(std::move(person));
    endInsertRows();
  }
  page.people.clear();
  numbers_ = std::move(page);
  Q_EMIT changed();
}

void PeopleModel::clear_rows() {
  next_.clear();
  if (people_.empty()) return;
  beginResetModel();
  people_.clear();
  endResetModel();
}

std::int64_t PeopleModel::on_side(KpiSide side) const {
  return numbers_ ? numbers_->sides.at(static_cast<std::size_t>(side) - 1) : 0;
}

const KpiPerson* PeopleModel::person(int row) const {
  return row >= 0 && row < rowCount() ? &people_[static_cast<std::size_t>(row)] : nullptr;
}

int PeopleModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(people_.size());
}

int PeopleModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(Column::count);
}

QString PeopleModel::tsv(const QList<int>& rows) const {
  QStringList lines;
  for (int line = -1; line < rows.size(); ++line) {
    QStringList cells;
    for (int column = 0; column < columnCount(); ++column) {
      cells << (line < 0 ? headerData(column, Qt::Horizontal, Qt::DisplayRole).toString()
                         : index(rows[line], column).data(Qt::DisplayRole).toString());
    }
    lines << cells.join(QLatin1Char('\t'));
  }
  return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

QVariant PeopleModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const auto& person = people_[static_cast<std::size_t>(index.row())];
  const auto column = static_cast<Column>(index.column());
  const auto text = [&] {
    return column == Column::name    ? kpi_person_name(person)
           : column == Column::reach ? reach_name(person.reach)
                                     : kpi_happened(person, query_.channel);
  };
  switch (role) {
    case Qt::DisplayRole:
      return text();
    case Qt::ToolTipRole:
      return column == Column::happened ? QVariant(text()) : QVariant();
    case Qt::AccessibleTextRole:
      return tr("%1：%2", "column: cell")
          .arg(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(), text());
    case IdRole:
      return person.id;
    case OutcomesRole:
      return kpi_outcomes(person, query_.channel);
    case ReachRole:
      return static_cast<int>(person.reach);
    default:
      return {};
  }
}

QVariant PeopleModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
  switch (static_cast<Column>(section)) {
    case Column::name:
      return tr("投资者");
    case Column::happened:
      return tr("经过");
    case Column::reach:
      return tr("现在");
    case Column::count:
      break;
  }
  return {};
}

}  // namespace guardline::models
