// Finds painted texts that are cut, by looking at what is really drawn. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <QPaintDevice>
#include <QPaintEngine>
#include <QPainter>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QWidget>
#include <functional>
#include <vector>

namespace guardline::test {

/// One run of text on the window.
struct PaintedText {
  QString text;
  QRectF box;   ///< of its glyphs' advances, in px of the painted widget
  QRectF room;  ///< what the clip shows
};

/// Notes texts with their clip; draws nothing.
class TextRecorder final : public QPaintEngine {
 public:
  TextRecorder() : QPaintEngine(AllFeatures) {}
  bool begin(QPaintDevice*) override { return true; }
  bool end() override { return true; }
  void updateState(const QPaintEngineState&) override {}
  void drawPixmap(const QRectF&, const QPixmap&, const QRectF&) override {}
  void drawImage(const QRectF&, const QImage&, const QRectF&, Qt::ImageConversionFlags) override {}
  void drawTiledPixmap(const QRectF&, const QPixmap&, const QPointF&) override {}
  void drawPath(const QPainterPath&) override {}
  void drawPolygon(const QPointF*, int, PolygonDrawMode) override {}
  [[nodiscard]] Type type() const override { return User; }

  void drawTextItem(const QPointF& at, const QTextItem& item) override {
    const auto to_device = painter()->deviceTransform();
    if (to_device.isRotating()) return;  // an axis label
    const QRectF box =
        to_device.mapRect(QRectF(at.x(), at.y() - item.ascent(), item.width(), item.ascent() + item.descent()));
    QRectF room = box;
    if (painter()->hasClipping()) room &= to_device.mapRect(painter()->clipBoundingRect());
    if (const auto system = systemClip(); !system.isEmpty()) room &= QRectF(system.boundingRect());
    // One text of several scripts comes in pieces.
    if (!texts.empty()) {
      auto& last = texts.back();
      if (std::abs(last.box.right() - box.left()) < 1 && std::abs(baseline_ - to_device.map(at).y()) < 0.5) {
        last.text += item.text();
        last.box |= box;
        last.room |= room;
        return;
      }
    }
    baseline_ = to_device.map(at).y();
    texts.push_back({item.text(), box, room});
  }
  std::vector<PaintedText> texts;

 private:
  double baseline_{};
};

/// As large as the widget, in its px.
class TextDevice final : public QPaintDevice {
 public:
  explicit TextDevice(QSize size) : size_(size) {}
  [[nodiscard]] QPaintEngine* paintEngine() const override { return &recorder_; }
  [[nodiscard]] const std::vector<PaintedText>& texts() const { return recorder_.texts; }

 protected:
  [[nodiscard]] int metric(PaintDeviceMetric metric) const override {
    switch (metric) {
      case PdmWidth:
        return size_.width();
      case PdmHeight:
        return size_.height();
      case PdmWidthMM:
        return size_.width() * 254 / 960;
      case PdmHeightMM:
        return size_.height() * 254 / 960;
      case PdmNumColors:
        return 0x7fffffff;
      case PdmDepth:
        return 32;
      case PdmDpiX:
      case PdmDpiY:
      case PdmPhysicalDpiX:
      case PdmPhysicalDpiY:
        return 96;
      case PdmDevicePixelRatio:
        return 1;
      case PdmDevicePixelRatioScaled:
        return static_cast<int>(devicePixelRatioFScale());
    }
    return 0;
  }

 private:
  QSize size_;
  mutable TextRecorder recorder_;
};

inline std::vector<PaintedText> painted_texts(QWidget& root) {
  TextDevice device(root.size());
  root.render(&device);
  return device.texts();
}

/// One line for each text that is painted beyond its room to the left or right, or that was shortened to an ellipsis.
/// Fields that scroll their own text are left out, and whatever a label or button says in whole (「正在读取…」).
/// `shortened`: texts that may end in an ellipsis, for what people wrote has no longest length.
inline QStringList cut_texts(QWidget& root,
                             const QRegularExpression& shortened = QRegularExpression(QStringLiteral("(?!)"))) {
  QStringList whole;
  for (const auto* w : root.findChildren<QWidget*>()) {
    if (const auto text = w->property("text").toString(); text.contains(u'…')) whole << text;
    if (const auto text = w->property("placeholderText").toString(); text.contains(u'…')) whole << text;
  }
  QStringList found;
  for (const auto& painted : painted_texts(root)) {
    const auto text = painted.text.trimmed();
    if (text.isEmpty() || painted.room.isEmpty()) continue;  // scrolled away
    const auto* under = root.childAt(painted.room.center().toPoint());
    if (qobject_cast<const QLineEdit*>(under) != nullptr ||
        (under != nullptr && qobject_cast<const QPlainTextEdit*>(under->parentWidget()) != nullptr))
      continue;
    const double left = painted.room.left() - painted.box.left();
    const double right = painted.box.right() - painted.room.right();
    const auto on = under == nullptr ? QStringLiteral("?") : QString::fromLatin1(under->metaObject()->className());
    if (left > 1.5 || right > 1.5)
      found << QStringLiteral("%1 \"%2\": %3 px cut").arg(on, text).arg(std::max(left, right), 0, 'f', 1);
    const bool known = std::ranges::any_of(whole, [&](const QString& all) { return all.contains(text); });
    if (text.size() > 1 && text.endsWith(u'…') && !known && !shortened.match(text).hasMatch())
      found << QStringLiteral("%1 \"%2\": shortened").arg(on, text);
  }
  found.removeDuplicates();
  return found;
}

}  // namespace guardline::test
