// Draws what libqrencode computes. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/qr_view.h"

#include "ui/theme/theme.h"

#include <QPainter>
#include <algorithm>
#include <memory>

#include <qrencode.h>

namespace guardline::ui {
namespace {

constexpr int quiet = 4;

}  // namespace

QrView::QrView(const Theme& theme, QWidget* parent) : QWidget(parent), theme_(theme) {
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize QrView::sizeHint() const { return {theme_.px(270), theme_.px(270)}; }

bool QrView::set_text(const QString& text) {
  side_ = 0;
  dark_.clear();
  update();
  if (text.isEmpty()) return true;
  const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
      QRcode_encodeString8bit(text.toUtf8().constData(), 0, QR_ECLEVEL_M), &QRcode_free);
  if (!code) return false;
  side_ = code->width;
  const auto count = static_cast<std::size_t>(side_) * static_cast<std::size_t>(side_);
  dark_.resize(count);
  for (std::size_t i = 0; i < count; ++i) dark_[i] = (code->data[i] & 1U) != 0;
  return true;
}

void QrView::paintEvent(QPaintEvent*) {
  QPainter p(this);
  const double ratio = devicePixelRatioF();
  p.setRenderHint(QPainter::Antialiasing);
  p.setPen(theme_.color(Token::line_strong));
  p.setBrush(Qt::white);
  p.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
  if (side_ == 0) return;
  p.setRenderHint(QPainter::Antialiasing, false);
  // Device pixels from here: a module of 4.6 pixels would be drawn uneven and read badly.
  const int device = static_cast<int>(width() * ratio);
  const int module = std::max(1, device / (side_ + 2 * quiet));
  const int start = (device - module * side_) / 2;
  p.scale(1 / ratio, 1 / ratio);
  p.setPen(Qt::NoPen);
  p.setBrush(QColor(0x17, 0x21, 0x2B));
  for (int y = 0; y < side_; ++y) {
    for (int x = 0; x < side_; ++x) {
      if (dark_[static_cast<std::size_t>(y) * static_cast<std::size_t>(side_) + static_cast<std::size_t>(x)])
        p.drawRect(start + x * module, start + y * module, module, module);
    }
  }
}

}  // namespace guardline::ui
