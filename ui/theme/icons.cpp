// Recolours the embedded SVG drawings. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icons.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>
#include <cmath>

namespace guardline::ui {
namespace {

QByteArray drawing(const QString& name) {
  QFile file(QStringLiteral(":/guardline/icons/%1.svg").arg(name));
  if (!file.open(QIODevice::ReadOnly)) qFatal("no icon %s", qPrintable(name));
  return file.readAll();
}

class LineIcon final : public QIconEngine {
 public:
  LineIcon(QString name, QColor color) : name_(std::move(name)), color_(std::move(color)) {}
  void paint(QPainter* painter, const QRect& rect, QIcon::Mode, QIcon::State) override {
    painter->drawPixmap(rect, icon_pixmap(name_, rect.width(), color_, painter->device()->devicePixelRatioF()));
  }
  QPixmap pixmap(const QSize& size, QIcon::Mode, QIcon::State) override {
    return icon_pixmap(name_, size.width(), color_, 1.0);
  }
  [[nodiscard]] QIconEngine* clone() const override { return new LineIcon(*this); }  // owned by the QIcon

 private:
  QString name_;
  QColor color_;
};

}  // namespace

QPixmap icon_pixmap(const QString& name, int side, const QColor& color, qreal ratio) {
  const auto key = QStringLiteral("gl/%1/%2/%3/%4").arg(name, color.name(QColor::HexArgb)).arg(side).arg(ratio);
  QPixmap pixmap;
  if (QPixmapCache::find(key, &pixmap)) return pixmap;
  auto svg = drawing(name);
  svg.replace("#000", color.name().toLatin1());
  const int device = static_cast<int>(std::ceil(side * ratio));
  pixmap = QPixmap(device, device);
  pixmap.fill(Qt::transparent);
  QPainter painter(&pixmap);
  QSvgRenderer(svg).render(&painter, QRectF(0, 0, device, device));
  painter.end();
  pixmap.setDevicePixelRatio(ratio);
  QPixmapCache::insert(key, pixmap);
  return pixmap;
}

QIcon icon(const QString& name, const QColor& color) { return QIcon(new LineIcon(name, color)); }

QIcon app_icon() { return icon(QStringLiteral("mark"), Qt::black); }

}  // namespace guardline::ui
