// What has been drawn, as a file of lines. SPDX-License-Identifier: GPL-3.0-or-later
#include "models/live/draw_log.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <utility>

namespace guardline::models {

void DrawnFrames::add(const KpiSnapshot& snapshot) {
  add(DrawnFrame{.kind = DrawnFrame::Kind::snapshot, .from = snapshot.from, .to = snapshot.to, .events = 0});
}

void DrawnFrames::add(const KpiDelta& delta) {
  add(DrawnFrame{.kind = DrawnFrame::Kind::delta, .from = delta.from, .to = delta.to, .events = delta.event_count});
}

void DrawnFrames::add(std::vector<DrawnFrame> frames) {
  for (auto& frame : frames) add(std::move(frame));
}

void DrawnFrames::add(DrawnFrame frame) {
  if (frame.kind == DrawnFrame::Kind::delta && !frames_.empty()) {
    auto& last = frames_.back();
    if (last.kind == DrawnFrame::Kind::delta && frame.from == last.to) {
      last.to = std::move(frame.to);
      last.events += frame.events;
      return;
    }
  }
  frames_.push_back(std::move(frame));
}

std::vector<DrawnFrame> DrawnFrames::take() { return std::exchange(frames_, {}); }

DrawLog::DrawLog(const Clock& clock) : DrawLog(clock, qEnvironmentVariable("GUARDLINE_DRAW_LOG")) {}

DrawLog::DrawLog(const Clock& clock, const QString& path) : clock_(clock) {
  if (path.isEmpty()) return;
  file_.setFileName(path);
  if (!file_.open(QIODevice::WriteOnly | QIODevice::Append)) {
    qWarning("draw log: can't open the file named in GUARDLINE_DRAW_LOG");
  }
}

void DrawLog::painted(const std::vector<DrawnFrame>& frames) {
  if (!file_.isOpen() || frames.empty()) return;
  const auto at = static_cast<qint64>(to_micros(clock_.now()));
  for (const auto& frame : frames) {
    QJsonObject line;
    line[QLatin1String("at")] = at;
    line[QLatin1String("from")] = frame.from ? QJsonValue(QString::fromStdString(*frame.from)) : QJsonValue();
    line[QLatin1String("to")] = QString::fromStdString(frame.to);
    line[QLatin1String("events")] = static_cast<qint64>(frame.events);
    line[QLatin1String("kind")] =
        frame.kind == DrawnFrame::Kind::snapshot ? QLatin1String("snapshot") : QLatin1String("delta");
    file_.write(QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n');
  }
  // The run's report reads the file while and after the console lives: a line must not wait in a buffer.
  file_.flush();
}

}  // namespace guardline::models
