// Paints the cells of the alert table. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/alerts/alert_row_painter.h"

#include "models/alerts/alert_list_model.h"
#include "ui/theme/theme.h"
#include "ui/widgets/badge.h"

#include <QPainter>

namespace guardline::ui {

using models::AlertListModel;
using Column = AlertListModel::Column;

Family family_of(Severity severity) {
  switch (severity) {
    case Severity::urgent:
      return Family::crit;
    case Severity::high:
      return Family::high;
    case Severity::medium:
      return Family::med;
    case Severity::low:
      break;
  }
  return Family::low;
}

Shape shape_of(Severity severity) {
  switch (severity) {
    case Severity::urgent:
      return Shape::crit;
    case Severity::high:
      return Shape::high;
    case Severity::medium:
      return Shape::med;
    case Severity::low:
      break;
  }
  return Shape::low;
}

Family family_of(const models::Alert& alert) {
  return alert.suppression == Suppression::none ? family_of(alert.severity) : Family::sup;
}

Shape shape_of(const models::Alert& alert) {
  return alert.suppression == Suppression::none ? shape_of(alert.severity) : Shape::sup;
}

AlertRowPainter::AlertRowPainter(const Theme& theme, QObject* parent) : QStyledItemDelegate(parent), theme_(theme) {}

void AlertRowPainter::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const auto* model = qobject_cast<const AlertListModel*>(index.model());
  if (model == nullptr) return;
  const auto& alert = model->entry(index.row()).alert;
  const auto column = static_cast<Column>(index.column());
  const bool chosen = option.state.testFlag(QStyle::State_Selected);
  const bool under = option.state.testFlag(QStyle::State_MouseOver);
  const auto& box = option.rect;
  painter->fillRect(box, theme_.color(chosen ? Token::accent_soft : under ? Token::bg_hover : Token::bg_surface));
  if (chosen && column == Column::severity) {
    painter->fillRect(QRect(box.left(), box.top(), 3, box.height()), theme_.color(Token::accent));
  }
  painter->setPen(theme_.color(Token::line));
  painter->drawLine(box.bottomLeft(), box.bottomRight());
  // A row that belongs on another tab now stays for the eye's sake, but says that it has moved on.
  const bool gone = model->entry(index.row()).tab() != model->tab();
  const auto ink = theme_.color(greyed_ || gone ? Token::text_3 : Token::text);
  const auto quiet = theme_.color(Token::text_3);
  const auto text = index.data(Qt::DisplayRole).toString();
  const int pad = theme_.px(column == Column::severity ? 12 : 4);
  const auto inner = box.adjusted(pad, 0, -pad, -1);
  if (column == Column::severity) {
    const auto size = Badge::size_of(theme_, Family::crit, text);
    paint_badge(*painter, QRect({inner.left(), inner.center().y() - size.height() / 2}, size), theme_,
                greyed_ ? Family::plain : family_of(alert), shape_of(alert), text);
    return;
  }
  const auto line = [&](const QRect& where, const QString& words, const QFont& font, const QColor& color) {
    painter->setFont(font);
    painter->setPen(color);
    const auto side = column == Column::age ? Qt::AlignRight : Qt::AlignLeft;
    painter->drawText(where, Qt::AlignVCenter | side,
                      QFontMetrics(font).elidedText(words, Qt::ElideRight, where.width()));
  };
  if (column == Column::number) return line(inner, text, theme_.mono(12), ink);
  const auto second = index.data(AlertListModel::SecondRole).toString();
  const int size = column == Column::subject ? 13 : 12;
  if (second.isEmpty()) return line(inner, text, theme_.font(size), alert.owner ? ink : quiet);
  const int upper = theme_.px(18);
  const int lower = theme_.px(17);
  const int top = inner.top() + (inner.height() - upper - lower) / 2;
  line(QRect(inner.left(), top, inner.width(), upper), text, theme_.font(size), ink);
  const bool waits = model->entry(index.row()).queued_at && column == Column::state;
  line(QRect(inner.left(), top + upper, inner.width(), lower), second, theme_.font(12),
       waits ? theme_.color(Token::high_text) : quiet);
}

}  // namespace guardline::ui
