// Paints the time line's rows. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/investor/timeline_delegate.h"

#include "models/investor/timeline_model.h"
#include "ui/charts/series_style.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QPainter>
#include <algorithm>

namespace guardline::ui {

using models::StepMark;
using models::TimelineModel;
using Column = TimelineModel::Column;

namespace {

/// What of a track is written, and how wide its links are.
struct Fit {
  struct Said {
    QString word;
    QString note;
  };
  std::vector<Said> steps;
  int link{};
};

/// No word is shown by half: where room is short the links draw in, then the times lose their seconds; after that the
/// notes go and then the words, the oldest before the newest and those of a failure last. The marks stay; the cell's
/// accessible text and the panel have everything.
Fit fitting(const std::vector<models::TrackStep>& steps, const QFontMetrics& fm, const Theme& theme, int room) {
  const int mark = theme.px(14 + 4);
  const int gap = theme.px(4);
  Fit fit{.steps = {}, .link = theme.px(24)};
  for (const auto& step : steps) fit.steps.push_back({step.word, step.note});
  const auto wide = [&] {
    int all = static_cast<int>(steps.size() - 1) * fit.link;
    for (const auto& [word, note] : fit.steps) {
      all += mark + fm.horizontalAdvance(word);
      if (!note.isEmpty()) all += gap + fm.horizontalAdvance(note);
    }
    return all;
  };
  if (wide() > room) fit.link = theme.px(14);
  if (wide() > room) {
    for (std::size_t i = 0; i < steps.size(); ++i)
      if (!steps[i].brief.isEmpty()) fit.steps[i].word = steps[i].brief;
  }
  const auto spare = [&](bool failures, bool words) {
    for (std::size_t i = 0; i < steps.size() && wide() > room; ++i) {
      if ((steps[i].mark == StepMark::failed) != failures) continue;
      fit.steps[i].note.clear();
      if (words) fit.steps[i].word.clear();
    }
  };
  spare(false, false);
  spare(true, false);
  spare(false, true);
  spare(true, true);
  return fit;
}

/// As many of the parts, divided by wide blanks, as fit in whole.
QString whole_parts(const QString& text, const QFontMetrics& fm, int room) {
  auto shown = text;
  while (!shown.isEmpty() && fm.horizontalAdvance(shown) > room)
    shown.truncate(std::max<qsizetype>(0, shown.lastIndexOf(u'\u3000')));
  return shown;
}

}  // namespace

void paint_step_mark(QPainter& p, const QRectF& where, StepMark mark, const Theme& theme) {
  switch (mark) {
    case StepMark::done:
      return paint_shape(p, where, Shape::done, theme);
    case StepMark::waiting:
      return paint_shape(p, where, Shape::waiting, theme);
    case StepMark::failed:
      return paint_shape(p, where, Shape::failed, theme);
    case StepMark::skipped:
      return paint_shape(p, where, Shape::sup, theme);
    case StepMark::unknowable: {
      // A hatched bar: neither done nor waited for.
      p.save();
      p.setRenderHint(QPainter::Antialiasing);
      const QRectF bar =
          where.adjusted(where.width() * 0.06, where.height() * 0.25, -where.width() * 0.06, -where.height() * 0.25);
      p.setPen(QPen(theme.color(Token::low), 1));
      p.setBrush(QBrush(theme.color(Token::low), Qt::BDiagPattern));
      p.drawRoundedRect(bar, 2, 2);
      p.restore();
      return;
    }
    case StepMark::machine: {
      p.save();
      p.setRenderHint(QPainter::Antialiasing);
      p.setPen(QPen(theme.color(Token::low_text), 1.2));
      p.setBrush(Qt::NoBrush);
      p.drawEllipse(where.adjusted(1, 1, -1, -1));
      const auto inner = where.width() * 0.28;
      p.drawRect(where.adjusted(inner, inner * 1.2, -inner, -inner * 1.2));
      p.restore();
      return;
    }
  }
}

void TimelineDelegate::paint(QPainter* p, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  p->save();
  if (index.data(TimelineModel::DayRole).toBool()) {
    day(p, option.rect, index);
    return p->restore();
  }
  const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
  const bool current = view != nullptr && view->currentIndex().row() == index.row();
  const auto column = static_cast<Column>(index.column());
  const auto& rect = option.rect;
  const bool waiting = index.data(TimelineModel::WaitingRole).toBool();
  p->fillRect(rect, theme_.color(current ? Token::accent_soft : waiting ? Token::high_soft : Token::bg_surface));
  p->setPen(theme_.color(Token::line));
  p->drawLine(rect.bottomLeft(), rect.bottomRight());
  const QRect first(rect.left(), rect.top() + theme_.px(8), rect.width(), theme_.px(20));
  switch (column) {
    case Column::time:
      p->setPen(theme_.color(Token::text_3));
      p->setFont(theme_.font(12));
      p->drawText(first.adjusted(theme_.px(12), 0, 0, 0), Qt::AlignVCenter, index.data().toString());
      break;
    case Column::channel:
      disc(p, rect, index);
      break;
    case Column::what:
      what(p, rect, index);
      break;
    case Column::why:
      p->setPen(theme_.color(Token::accent));
      p->setFont(theme_.font(12, current ? QFont::DemiBold : QFont::Normal));
      p->drawText(first.adjusted(0, 0, -theme_.px(14), 0), Qt::AlignVCenter | Qt::AlignRight,
                  current && !index.data().toString().isEmpty() ? index.data().toString() + QStringLiteral(" W")
                                                                : index.data().toString());
      break;
    case Column::count:
      break;
  }
  if (current) {
    if (column == Column::time)
      p->fillRect(QRect(rect.topLeft(), QSize(3, rect.height())), theme_.color(Token::accent));
    if (view->hasFocus()) {
      const auto focus = theme_.color(Token::focus);
      p->fillRect(QRect(rect.left(), rect.top(), rect.width(), 2), focus);
      p->fillRect(QRect(rect.left(), rect.bottom() - 2, rect.width(), 2), focus);
      if (column == Column::why) p->fillRect(QRect(rect.right() - 1, rect.top(), 2, rect.height() - 1), focus);
    }
  }
  p->restore();
}

void TimelineDelegate::day(QPainter* p, const QRect& rect, const QModelIndex& index) const {
  p->fillRect(rect, theme_.color(Token::bg_sunken));
  p->setPen(theme_.color(Token::text_2));
  p->setFont(theme_.font(12, QFont::DemiBold));
  p->drawText(rect.adjusted(theme_.px(12), 0, 0, 0), Qt::AlignVCenter, index.data().toString());
}

void TimelineDelegate::disc(QPainter* p, const QRect& rect, const QModelIndex& index) const {
  const int number = index.data(TimelineModel::ChannelRole).toInt();
  const auto state = static_cast<DeliveryState>(index.data(TimelineModel::StateRole).toInt());
  const bool skipped = state == DeliveryState::suppressed || state == DeliveryState::cancelled;
  const auto channel = static_cast<Channel>(number);
  const auto ink = theme_.color(number == 0 ? Token::low : skipped ? Token::sup : channel_token(channel));
  const int side = theme_.px(22);
  const QRect circle(rect.left(), rect.top() + theme_.px(7), side, side);
  p->setRenderHint(QPainter::Antialiasing);
  p->setPen(QPen(ink, 1.5));
  p->setBrush(theme_.color(Token::bg_surface));
  p->drawEllipse(QRectF(circle).adjusted(0.75, 0.75, -0.75, -0.75));
  const int glyph = theme_.px(13);
  const bool note = static_cast<EntryKind>(index.data(TimelineModel::KindRole).toInt()) == EntryKind::note;
  const auto name = note ? QStringLiteral("note") : number == 0 ? QStringLiteral("clock") : channel_icon(channel);
  p->drawPixmap(QRect(circle.center().x() - glyph / 2 + 1, circle.center().y() - glyph / 2 + 1, glyph, glyph),
                icon_pixmap(name, glyph, ink, p->device()->devicePixelRatioF()));
}

int TimelineDelegate::badge(QPainter* p, int x, int middle, const QString& word, Family family, Shape shape) const {
  const auto colors = colors_of(theme_, family);
  const auto face = theme_.font(12, QFont::DemiBold);
  const int wide = theme_.px(5 + 13 + 5 + 7) + QFontMetrics(face).horizontalAdvance(word);
  const int high = theme_.px(20);
  const QRectF box(x, middle - high / 2.0, wide, high);
  p->setRenderHint(QPainter::Antialiasing);
  p->setPen(colors.line);
  p->setBrush(colors.soft);
  p->drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
  const int side = theme_.px(13);
  paint_shape(*p, QRectF(x + theme_.px(5), middle - side / 2.0, side, side), shape, theme_);
  p->setPen(colors.text);
  p->setFont(face);
  p->drawText(box.adjusted(theme_.px(23), 0, 0, 0), Qt::AlignVCenter, word);
  return wide;
}

void TimelineDelegate::what(QPainter* p, const QRect& rect, const QModelIndex& index) const {
  const QRect first(rect.left() + theme_.px(2), rect.top() + theme_.px(8), rect.width() - theme_.px(10), theme_.px(20));
  const auto state = static_cast<DeliveryState>(index.data(TimelineModel::StateRole).toInt());
  const bool skipped = state == DeliveryState::suppressed || state == DeliveryState::cancelled;
  int x = first.left();
  if (index.data(TimelineModel::DrillRole).toBool()) x += badge(p, x, first.center().y(), tr("演练")) + theme_.px(8);
  p->setFont(theme_.font(13, QFont::DemiBold));
  p->setPen(theme_.color(Token::text));
  const auto title =
      p->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, std::max(0, first.right() - x));
  x += marked(p, QRect(x, first.top(), first.right() - x, first.height()), title) + theme_.px(8);
  if (skipped && x + theme_.px(70) < first.right()) {
    const auto steps = index.data(TimelineModel::TrackRole).value<std::vector<models::TrackStep>>();
    x += badge(p, x, first.center().y(), steps.empty() ? QString() : steps.front().word) + theme_.px(8);
  }
  if (index.data(TimelineModel::WaitingRole).toBool() && x + theme_.px(90) < first.right()) {
    x += badge(p, x, first.center().y(), tr("待同步"), Family::high, Shape::waiting) + theme_.px(8);
  }
  p->setFont(theme_.font(12));
  p->setPen(theme_.color(Token::text_3));
  const int room = first.right() - x;
  p->drawText(QRect(x, first.top(), room, first.height()), Qt::AlignVCenter,
              whole_parts(index.data(TimelineModel::SubtitleRole).toString(), p->fontMetrics(), room));
  const QRect second(first.left(), first.bottom() + theme_.px(2), first.width(), theme_.px(18));
  const auto kind = static_cast<EntryKind>(index.data(TimelineModel::KindRole).toInt());
  // Where it was found in the words, these are shown in place of the receipts.
  const bool inside = !words_.isEmpty() && !index.data().toString().contains(words_, Qt::CaseInsensitive) &&
                      index.data(TimelineModel::BodyRole).toString().contains(words_, Qt::CaseInsensitive);
  kind == EntryKind::message && !inside ? track(p, second, index) : words(p, second, index);
}

int TimelineDelegate::marked(QPainter* p, const QRect& line, const QString& text) const {
  const auto ink = p->pen();
  const QFontMetrics fm = p->fontMetrics();
  for (auto at = words_.isEmpty() ? -1 : text.indexOf(words_, 0, Qt::CaseInsensitive); at >= 0;
       at = text.indexOf(words_, at + words_.size(), Qt::CaseInsensitive)) {
    const int left = line.left() + fm.horizontalAdvance(text.left(at));
    const int wide = fm.horizontalAdvance(text.mid(at, words_.size()));
    const QRect mark(left, line.center().y() - fm.height() / 2, wide, fm.height() + 1);
    p->fillRect(mark, theme_.color(Token::high_soft));
    p->fillRect(QRect(mark.left(), mark.bottom() - 1, mark.width(), 2), theme_.color(Token::high_text));
  }
  p->setPen(ink);
  p->drawText(line, Qt::AlignVCenter, text);
  return fm.horizontalAdvance(text);
}

void TimelineDelegate::words(QPainter* p, const QRect& line, const QModelIndex& index) const {
  p->setFont(theme_.font(12));
  p->setPen(theme_.color(Token::text_2));
  // One line of it: a row is as high as any other; from shortly before the place that was looked for.
  auto text = index.data(TimelineModel::BodyRole).toString().simplified();
  if (text.isEmpty()) text = tr("没有写小结。");
  const auto at = words_.isEmpty() ? -1 : text.indexOf(words_, 0, Qt::CaseInsensitive);
  if (at > 12 && p->fontMetrics().horizontalAdvance(text.left(at + words_.size())) > line.width())
    text = QStringLiteral("…") + text.mid(at - 10);
  marked(p, line, p->fontMetrics().elidedText(text, Qt::ElideRight, line.width()));
}

void TimelineDelegate::track(QPainter* p, const QRect& line, const QModelIndex& index) const {
  const auto steps = index.data(TimelineModel::TrackRole).value<std::vector<models::TrackStep>>();
  p->setFont(theme_.font(12));
  const auto& fm = p->fontMetrics();
  const auto small = [&](int x, const QString& text, Token ink) {
    p->setPen(theme_.color(ink));
    const auto shown = fm.elidedText(text, Qt::ElideRight, std::max(0, line.right() - x));
    p->drawText(QRect(x, line.top(), line.right() - x, line.height()), Qt::AlignVCenter, shown);
    return fm.horizontalAdvance(shown);
  };
  int x = line.left();
  if (steps.empty()) {
    small(x, tr("还没有投递"), Token::text_3);
    return;
  }
  if (steps.front().mark == StepMark::skipped) {
    // The mark stands in the badge above.
    small(x, tr("%1，按规则跳过，不计为失败。").arg(steps.front().note), Token::text_2);
    return;
  }
  const int side = theme_.px(14);
  const auto fit = fitting(steps, fm, theme_, line.width() - 1);  // QRect::right() is the last pixel inside
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const auto& [word, note] = fit.steps[i];
    if (i > 0) {
      p->setPen(theme_.color(Token::low_line));
      p->drawLine(x + theme_.px(4), line.center().y(), x + fit.link - theme_.px(5), line.center().y());
      x += fit.link;
    }
    paint_step_mark(*p, QRectF(x, line.center().y() - side / 2.0 + 0.5, side, side), steps[i].mark, theme_);
    x += side + theme_.px(4);
    if (!word.isEmpty()) x += small(x, word, steps[i].mark == StepMark::failed ? Token::crit_text : Token::text_2);
    if (!note.isEmpty()) x += theme_.px(4) + small(x + theme_.px(4), note, Token::text_3);
  }
  // A time is never shown by half: the longest of its forms that fits, or none.
  for (const int role : {static_cast<int>(TimelineModel::StaleRole), static_cast<int>(TimelineModel::StaleShortRole)}) {
    const auto stale = index.data(role).toString();
    const int from = x + theme_.px(14);
    if (stale.isEmpty() || from + fm.horizontalAdvance(stale) > line.right()) continue;
    x = from + small(from, stale, Token::text_3);
    break;
  }
  const auto remark = index.data(TimelineModel::RemarkRole).toString();
  if (!remark.isEmpty() && x + theme_.px(14) + fm.horizontalAdvance(remark) <= line.right())
    small(x + theme_.px(14), remark, Token::text_3);
}

}  // namespace guardline::ui
