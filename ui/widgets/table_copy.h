// Ctrl+C in every table and list. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

class QAbstractItemView;

namespace guardline::ui {

/// Ctrl+C copies the chosen rows, or the current one, as TSV with a line of heads: the columns that are shown, in their
/// order on the screen. A model holds masked values only, so nothing else can be copied. Tabs and breaks inside a cell
/// become blanks, and a cell that a table program would take for a formula is told as text. `roles`: what of a cell,
/// divided by a blank; a delegate may paint more than one.
void copy_rows_on_key(QAbstractItemView* view, QList<int> roles = {Qt::DisplayRole});
/// The same by call: what would be put on the clipboard; empty when no row is chosen.
QString rows_as_tsv(const QAbstractItemView& view, const QList<int>& roles = {Qt::DisplayRole});

}  // namespace guardline::ui
