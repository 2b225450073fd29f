// Ctrl+C in every table and list. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/table_copy.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QTableView>
#include <algorithm>
#include <set>
#include <utility>

namespace guardline::ui {
namespace {

QString clean(QString text) {
  for (const auto sign : {u'\t', u'\n', u'\r', u'\u2028', u'\u2029'}) text.replace(sign, u' ');
  // A minus or plus before a number is a value, not a formula.
  bool number = false;
  QString(text).remove(u',').toDouble(&number);
  const auto first = text.trimmed().left(1);
  if (!first.isEmpty() && QStringLiteral("=+-@＝＋－＠").contains(first) && !number) text.prepend(u'\'');
  return text;
}

/// Left to right as they stand on the screen.
std::vector<int> shown_columns(const QAbstractItemView& view) {
  std::vector<int> columns;
  const auto* table = qobject_cast<const QTableView*>(&view);
  if (table == nullptr) return {0};
  const auto* header = table->horizontalHeader();
  for (int at = 0; at < header->count(); ++at) {
    if (const int column = header->logicalIndex(at); !header->isSectionHidden(column)) columns.push_back(column);
  }
  return columns;
}

}  // namespace

QString rows_as_tsv(const QAbstractItemView& view, const QList<int>& roles) {
  const auto* model = view.model();
  if (model == nullptr) return {};
  std::set<int> rows;
  for (const auto& index : view.selectionModel()->selectedIndexes()) rows.insert(index.row());
  if (rows.empty() && view.currentIndex().isValid()) rows.insert(view.currentIndex().row());
  if (rows.empty()) return {};
  const auto columns = shown_columns(view);
  QStringList lines;
  if (qobject_cast<const QTableView*>(&view) != nullptr) {
    QStringList heads;
    for (const int column : columns) heads << clean(model->headerData(column, Qt::Horizontal).toString());
    lines << heads.join(u'\t');
  }
  for (const int row : rows) {
    QStringList cells;
    for (const int column : columns) {
      QStringList parts;
      for (const int role : roles) parts << model->index(row, column).data(role).toString();
      parts.removeAll(QString());
      cells << clean(parts.join(u' '));
    }
    lines << cells.join(u'\t');
  }
  return lines.join(u'\n') + u'\n';
}

void copy_rows_on_key(QAbstractItemView* view, QList<int> roles) {
  auto* copy = new QAction(view);
  copy->setShortcut(QKeySequence::Copy);
  copy->setShortcutContext(Qt::WidgetShortcut);
  view->addAction(copy);
  QObject::connect(copy, &QAction::triggered, view, [view, roles = std::move(roles)] {
    if (const auto text = rows_as_tsv(*view, roles); !text.isEmpty()) QGuiApplication::clipboard()->setText(text);
  });
}

}  // namespace guardline::ui
