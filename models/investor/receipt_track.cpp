// How far a delivery came, step by step, in words. SPDX-License-Identifier: GPL-3.0-or-later
#include "models/investor/receipt_track.h"

#include "core/domain/channel_reports.h"
#include "models/live/words.h"

#include <QCoreApplication>
#include <QStringList>

namespace guardline::models {
namespace {

struct Track {
  Q_DECLARE_TR_FUNCTIONS(ReceiptTrack)
};

/// "送达 09:46:30", and "送达 09:46" for little room. `text`: a translated word with the time's place in it.
TrackStep timed(StepMark mark, const QString& text, Timestamp at, const QString& note = {}) {
  return {.mark = mark, .word = text.arg(clock_text(at)), .note = note, .brief = text.arg(minute_text(at))};
}

TrackStep handed_step(const DeliveryTrack& d) {
  if (d.handed_at || d.accepted_at) return {.mark = StepMark::done, .word = Track::tr("提交")};
  const bool over = d.state == DeliveryState::failed || d.state == DeliveryState::expired;
  if (over) return {.mark = StepMark::failed, .word = Track::tr("未提交"), .note = reason_name(d.reason)};
  return {.mark = StepMark::waiting, .word = Track::tr("提交")};
}

TrackStep delivered_step(const DeliveryTrack& d) {
  const auto why = reason_name(d.reason);
  switch (d.state) {
    case DeliveryState::delivered:
      if (d.ended_at) return timed(StepMark::done, Track::tr("送达 %1"), *d.ended_at);
      return {.mark = StepMark::done, .word = Track::tr("送达")};
    case DeliveryState::failed:
      return {.mark = StepMark::failed, .word = why.isEmpty() ? Track::tr("未送达") : why};
    case DeliveryState::expired:
      return {.mark = StepMark::failed, .word = Track::tr("过期未达"), .note = why};
    case DeliveryState::unknown:
      return {.mark = StepMark::unknowable, .word = Track::tr("送达"), .note = Track::tr("结果不明")};
    default:
      return {.mark = StepMark::waiting, .word = Track::tr("送达")};
  }
}

void add_engagement(const DeliveryTrack& d, std::vector<TrackStep>& steps) {
  const bool on_its_way = d.state != DeliveryState::failed && d.state != DeliveryState::expired;
  if (d.opened_at) {
    steps.push_back(timed(StepMark::done, Track::tr("打开 %1"), *d.opened_at, Track::tr("可信")));
  } else if (!reports_opens(d.channel)) {
    if (on_its_way || d.confirmed_at)
      steps.push_back({.mark = StepMark::unknowable, .word = Track::tr("打开"), .note = Track::tr("此渠道不可知")});
  } else if (d.machine_opened_at) {
    steps.push_back(timed(StepMark::machine, Track::tr("机器打开 %1"), *d.machine_opened_at, Track::tr("不计入")));
  } else if (on_its_way) {
    steps.push_back({.mark = StepMark::waiting, .word = Track::tr("打开")});
  }
  if (d.clicked_at) steps.push_back(timed(StepMark::done, Track::tr("点击 %1"), *d.clicked_at));
  if (d.replied_at) steps.push_back(timed(StepMark::done, Track::tr("回复 %1"), *d.replied_at));
  if (d.confirmed_at) {
    steps.push_back(timed(StepMark::done, Track::tr("确认 %1"), *d.confirmed_at));
  } else if (on_its_way) {
    steps.push_back({.mark = StepMark::waiting, .word = Track::tr("确认")});
  }
}

QString mark_word(StepMark mark) {
  switch (mark) {
    case StepMark::done:
      return Track::tr("已完成");
    case StepMark::waiting:
      return Track::tr("等待");
    case StepMark::failed:
      return Track::tr("失败");
    case StepMark::unknowable:
      return Track::tr("不可知");
    case StepMark::machine:
      return Track::tr("机器");
    case StepMark::skipped:
      return Track::tr("未发送");
  }
  return {};
}

}  // namespace

std::vector<TrackStep> receipt_track(const DeliveryTrack& d) {
  if (d.state == DeliveryState::suppressed || d.state == DeliveryState::cancelled) {
    return {{.mark = StepMark::skipped, .word = state_name(d.state), .note = reason_name(d.reason)}};
  }
  std::vector<TrackStep> steps;
  steps.push_back({.mark = StepMark::done, .word = Track::tr("受理")});
  steps.push_back(handed_step(d));
  if (steps.back().mark == StepMark::failed) return steps;
  steps.push_back(delivered_step(d));
  add_engagement(d, steps);
  return steps;
}

QString track_text(const std::vector<TrackStep>& steps) {
  QStringList all;
  for (const auto& step : steps) {
    all << (step.note.isEmpty() ? Track::tr("%1（%2）", "step, how it stands").arg(step.word, mark_word(step.mark))
                                : Track::tr("%1（%2，%3）", "step, how it stands, remark")
                                      .arg(step.word, mark_word(step.mark), step.note));
  }
  return all.join(Track::tr("，", "between the steps of a track"));
}

QString track_remark(const DeliveryTrack& d) {
  QStringList all;
  if (d.late_receipts > 0) all << Track::tr("迟到回执 %n 条，未改变结论", nullptr, d.late_receipts);
  if (d.resent_uncertain) all << Track::tr("可能重复：首发结果不明");
  return all.join(u'　');
}

}  // namespace guardline::models
