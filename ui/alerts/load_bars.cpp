// Paints alerts in windows of ten minutes. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/alerts/load_bars.h"

#include "models/live/words.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <algorithm>

namespace guardline::ui {

using models::AlertLoad;

LoadBars::LoadBars(const Theme& theme, QWidget* parent) : QWidget(parent), theme_(theme) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
  connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

QSize LoadBars::minimumSizeHint() const { return {theme_.px(240), theme_.px(84)}; }

QString LoadBars::words(const AlertLoad::Window& window) const {
  const auto at = models::minute_text(window.from);
  return window.whole ? tr("%1 起 %n 条", "begin of ten minutes, count", window.raised).arg(at)
                      : tr("%1 起至少 %n 条", "begin of ten minutes, least count", window.raised).arg(at);
}

void LoadBars::show(std::vector<AlertLoad::Window> windows) {
  windows_ = std::move(windows);
  QStringList all;
  for (const auto& window : windows_) all << words(window);
  setAccessibleDescription(all.join(tr("，", "between counts")));
  update();
}

void LoadBars::paintEvent(QPaintEvent*) {
  if (windows_.empty()) return;
  QPainter p(this);
  const auto small = theme_.font(11);
  p.setFont(small);
  const QFontMetrics fm(small);
  const int left = theme_.px(8) + fm.horizontalAdvance(QStringLiteral("00"));
  const int foot = fm.height() + theme_.px(2);
  const int head = fm.height();
  const int floor = height() - foot;
  const int high = std::max(1, floor - head);
  int most = AlertLoad::kFlood + 2;
  for (const auto& window : windows_) most = std::max(most, window.raised);
  const auto y_of = [&](int count) { return floor - high * count / most; };
  const double step = static_cast<double>(width() - left - theme_.px(4)) / static_cast<double>(windows_.size());

  p.setPen(theme_.color(Token::text_3));
  for (const int mark : {0, AlertLoad::kFlood}) {
    p.drawText(QRect(0, y_of(mark) - fm.height() / 2, left - theme_.px(6), fm.height()),
               Qt::AlignRight | Qt::AlignVCenter, QString::number(mark));
  }
  p.setPen(theme_.color(Token::grid));
  p.drawLine(left, floor, width(), floor);

  // Labels of every other window where each would touch the next.
  const int every = fm.horizontalAdvance(QStringLiteral("00:00 ")) > step ? 2 : 1;
  for (std::size_t i = 0; i < windows_.size(); ++i) {
    const auto& window = windows_[i];
    const double x = left + step * static_cast<double>(i);
    const bool flood = window.raised > AlertLoad::kFlood;
    const auto ink = theme_.color(flood ? Token::crit : Token::med);
    const QRectF bar(x + step * 0.22, y_of(window.raised), step * 0.56, floor - y_of(window.raised));
    if (!window.whole) {
      p.fillRect(QRectF(x, head, step, floor - head), QBrush(theme_.color(Token::low_line), Qt::BDiagPattern));
    }
    if (window.raised > 0) p.fillRect(bar, ink);
    p.setPen(theme_.color(window.whole ? Token::text : Token::text_3));
    // Where the count of a window is the least there was, nought says nothing.
    if (window.whole || window.raised > 0) {
      const auto count = window.whole ? QString::number(window.raised) : QStringLiteral("≥%1").arg(window.raised);
      const QRectF where(x, bar.top() - fm.height(), step, fm.height());
      p.drawText(where, Qt::AlignCenter, count);
    }
    const bool last = i + 1 == windows_.size();
    if ((windows_.size() - 1 - i) % static_cast<std::size_t>(every) != 0) continue;
    p.setPen(theme_.color(last ? Token::text : Token::text_3));
    const double wide = step * every;
    p.drawText(QRectF(x + step / 2 - wide / 2, floor + theme_.px(2), wide, fm.height()), Qt::AlignCenter,
               models::minute_text(window.from));
  }
  p.setPen(QPen(theme_.color(Token::text_3), 1, Qt::DotLine));
  p.drawLine(left, y_of(AlertLoad::kSteady), width(), y_of(AlertLoad::kSteady));
  p.setPen(QPen(theme_.color(Token::crit_text), 1, Qt::DashLine));
  p.drawLine(left, y_of(AlertLoad::kFlood), width(), y_of(AlertLoad::kFlood));
}

}  // namespace guardline::ui
