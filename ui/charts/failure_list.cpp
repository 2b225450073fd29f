// Why deliveries failed, as bars. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/failure_list.h"

#include "models/live/words.h"
#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QPainter>
#include <QStringList>
#include <algorithm>
#include <utility>

namespace guardline::ui {
namespace {

constexpr int kRow = 33;
constexpr int kPad = 12;
constexpr int kLeastBar = 24;

/// An old picture has no live colours, but still tells the sides apart.
Token side_token(bool client, bool greyed) {
  if (greyed) return client ? Token::text_3 : Token::low_line;
  return client ? Token::med : Token::low;
}

}  // namespace

FailureList::FailureList(const Theme& theme, QWidget* parent) : QWidget(parent), theme_(theme) {
  connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

QSize FailureList::minimumSizeHint() const {
  const QFontMetrics metrics(theme_.font(12));
  int names = 0;
  for (const auto& share : mix_)
    names = std::max(names, metrics.horizontalAdvance(models::failure_name(share.failure)));
  const auto numbers = metrics.horizontalAdvance(QStringLiteral("00,000"));
  return {std::max(theme_.px(200), names + numbers + theme_.px(2 * kPad + 10 + kLeastBar + 8)),
          theme_.px(8 + 4 * kRow + 22 + 20 + 4)};
}

void FailureList::show(std::vector<models::FailureShare> mix, bool greyed) {
  mix_ = std::move(mix);
  greyed_ = greyed;
  QStringList words;
  for (const auto& share : mix_) {
    words.append(tr("%1 %2 条（%3）", "reason, count, whose side")
                     .arg(models::failure_name(share.failure), models::count_text(share.count),
                          share.client_side ? tr("客户侧") : tr("通道侧")));
  }
  const auto text = words.isEmpty() ? tr("没有数据") : words.join(tr("；"));
  if (accessibleDescription() != text) {
    setAccessibleDescription(text);
    updateGeometry();
  }
  update();
}

void FailureList::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setFont(theme_.font(12));
  const QFontMetrics metrics(painter.font());
  const int pad = theme_.px(kPad);
  const int bar = theme_.px(12);
  const int foot = theme_.px(4) + 2 * metrics.height() + theme_.px(3);
  // Where the card is low the rows draw together: the line below them is never cut.
  const int rows = std::max(1, static_cast<int>(mix_.size()));
  const int row_height =
      std::clamp((height() - theme_.px(6) - foot) / rows, std::max(bar, metrics.height()), theme_.px(kRow));
  std::int64_t most = 1;
  int names = 0;
  int numbers = metrics.horizontalAdvance(QStringLiteral("000"));
  for (const auto& share : mix_) {
    most = std::max(most, share.count);
    names = std::max(names, metrics.horizontalAdvance(models::failure_name(share.failure)));
    numbers = std::max(numbers, metrics.horizontalAdvance(models::count_text(share.count)));
  }
  const double left = pad + names + theme_.px(10);
  const auto room = std::max(10.0, width() - left - numbers - theme_.px(8) - pad);
  double y = theme_.px(6);
  for (const auto& share : mix_) {
    painter.setPen(theme_.color(greyed_ ? Token::text_3 : Token::text));
    painter.drawText(QRectF(pad, y, names + 4, row_height), Qt::AlignVCenter, models::failure_name(share.failure));
    painter.setPen(Qt::NoPen);
    const QRectF track(left, y + (row_height - bar) / 2.0, room, bar);
    painter.setBrush(theme_.color(Token::bg_sunken));
    painter.drawRoundedRect(track, 2, 2);
    if (share.count > 0) {
      const auto part = std::max(3.0, room * static_cast<double>(share.count) / static_cast<double>(most));
      painter.setBrush(theme_.color(side_token(share.client_side, greyed_)));
      painter.drawRoundedRect(QRectF(track.left(), track.top(), part, bar), 2, 2);
    }
    painter.setPen(theme_.color(greyed_ ? Token::text_3 : Token::text));
    painter.drawText(QRectF(width() - pad - numbers - 2, y, numbers + 2, row_height), Qt::AlignVCenter | Qt::AlignRight,
                     models::count_text(share.count));
    y += row_height;
  }
  y += theme_.px(4);
  double x = pad;
  for (const bool client : {false, true}) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme_.color(side_token(client, greyed_)));
    painter.drawRoundedRect(QRectF(x, y + (metrics.height() - bar) / 2.0, bar, bar), 2, 2);
    painter.setPen(theme_.color(Token::text_3));
    const auto word = client ? tr("客户侧") : tr("通道侧");
    const auto width = metrics.horizontalAdvance(word);
    painter.drawText(QRectF(x + bar + theme_.px(5), y, width + 2, metrics.height()), Qt::AlignVCenter, word);
    x += bar + theme_.px(5) + width + theme_.px(14);
  }
  y += metrics.height() + theme_.px(3);
  painter.drawText(QRectF(pad, y, width() - 2 * pad, metrics.height()), Qt::AlignVCenter, tr("仅客户侧计入失联评分"));
}

}  // namespace guardline::ui
