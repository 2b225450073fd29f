// Paints the time line's rows. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/investor/receipt_track.h"
#include "ui/widgets/shapes.h"

#include <QStyledItemDelegate>

namespace guardline::ui {

class Theme;

/// Two lines: title and where it comes from; receipt track, or the words of a note or call. Asks the model for what it
/// paints and for nothing else.
class TimelineDelegate final : public QStyledItemDelegate {
  Q_OBJECT
 public:
  TimelineDelegate(const Theme& theme, QObject* parent) : QStyledItemDelegate(parent), theme_(theme) {}
  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  /// What was looked for: marked wherever it stands in what is painted. Empty: nothing.
  void set_words(const QString& words) { words_ = words; }

 private:
  void day(QPainter* p, const QRect& rect, const QModelIndex& index) const;
  void disc(QPainter* p, const QRect& rect, const QModelIndex& index) const;
  void what(QPainter* p, const QRect& rect, const QModelIndex& index) const;
  void track(QPainter* p, const QRect& line, const QModelIndex& index) const;
  void words(QPainter* p, const QRect& line, const QModelIndex& index) const;
  int badge(QPainter* p, int x, int middle, const QString& word, Family family = Family::sup,
            Shape shape = Shape::sup) const;
  /// `text` on one line from `line`'s left edge, with what was looked for marked; returns its width.
  int marked(QPainter* p, const QRect& line, const QString& text) const;
  const Theme& theme_;
  QString words_;
};

/// The mark of a step; `unknowable` and `machine` have ones of their own, which no other state of the console has.
void paint_step_mark(QPainter& painter, const QRectF& where, models::StepMark mark, const Theme& theme);

}  // namespace guardline::ui
