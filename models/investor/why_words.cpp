// Why a delivery stands as it does, in sentences. SPDX-License-Identifier: GPL-3.0-or-later
#include "models/investor/why_words.h"

#include "models/investor/reason_words.h"
#include "models/live/words.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>
#include <algorithm>
#include <array>
#include <utility>

namespace guardline::models {
namespace {

struct Why {
  Q_DECLARE_TR_FUNCTIONS(WhyWords)
};

/// What the carrier said, and how often it was tried.
QString with_evidence(const QString& happened, const DeliveryTrack& d) {
  QStringList said;
  if (!d.carrier.isEmpty()) said << Why::tr("通道 %1").arg(d.carrier);
  if (!d.code.isEmpty()) said << Why::tr("应答 %1").arg(d.code);
  if (d.attempts > 1) said << Why::tr("共试 %1 次").arg(d.attempts);
  if (d.ended_at) said << Why::tr("%1 结束").arg(clock_text(*d.ended_at));
  return said.isEmpty() ? happened
                        : Why::tr("%1（%2）", "what happened, evidence")
                              .arg(happened, said.join(Why::tr("，", "between evidence")));
}

/// The best that another channel did: delivered beats handed over.
QString other_channel(const DeliveryTrack& d, const HistoryEntry& message) {
  const DeliveryTrack* best = nullptr;
  for (const auto& other : message.deliveries) {
    if (other.id == d.id || other.state != DeliveryState::delivered) continue;
    if (best == nullptr || (other.opened_at && !best->opened_at)) best = &other;
  }
  if (best == nullptr) return {};
  const auto channel = channel_name(best->channel);
  const auto at = clock_text(best->ended_at.value_or(best->planned_at));
  if (best->opened_at)
    return Why::tr("%1已于 %2 送达，%3 打开。重发可能造成重复。").arg(channel, at, clock_text(*best->opened_at));
  return Why::tr("%1已于 %2 送达。重发可能造成重复。").arg(channel, at);
}

WhyWords going(const DeliveryTrack& d) {
  WhyWords words{.title = Why::tr("现在到哪一步")};
  switch (d.state) {
    case DeliveryState::planned:
    case DeliveryState::intent:
      words.happened = Why::tr("已排入发送，还没有交给通道。");
      words.means = Why::tr("客户还没有收到，现在谈不上成败。");
      words.next = Why::tr("轮到时会自动发送，请等回执。");
      break;
    case DeliveryState::handed:
      words.happened = Why::tr("已交给通道，还没有应答。");
      words.means = Why::tr("通道可能已接手，现在不可知。");
      words.next = Why::tr("请等通道应答，不要重发。");
      break;
    case DeliveryState::accepted:
      words.happened = Why::tr("通道已受理，还没有送达回执。");
      words.means = d.channel == Channel::email ? Why::tr("受理不等于送达。邮件没有退信也不当作已送达。")
                                                : Why::tr("受理不等于送达。回执到了会改写这里。");
      words.next = Why::tr("请等回执；紧急事项请改用电话。");
      break;
    case DeliveryState::unknown:
      words.title = Why::tr("为什么结果不明");
      words.happened = Why::tr("已交给通道，但没有等到应答。");
      words.means = Why::tr("可能已送达，也可能没有，现在不可知。");
      words.next = Why::tr("重发前请先向客户核实是否已收到。");
      break;
    default:
      break;
  }
  return words;
}

WhyWords arrived(const DeliveryTrack& d) {
  WhyWords words{.title = Why::tr("为什么算已送达")};
  words.happened = Why::tr("通道给出了送达回执。");
  if (d.confirmed_at) {
    words.means = Why::tr("客户已于 %1 确认阅读。").arg(clock_text(*d.confirmed_at));
    words.next = Why::tr("不需要处理。");
  } else if (d.opened_at) {
    words.means = Why::tr("客户已于 %1 打开，还没有确认阅读。").arg(clock_text(*d.opened_at));
    words.next = Why::tr("需要留痕时，请客户确认阅读。");
  } else if (d.machine_opened_at) {
    words.means = Why::tr("只有机器打开过（安全扫描或预取），不计入打开。");
    words.next = Why::tr("不能据此认为客户已读。");
  } else {
    words.means = d.channel == Channel::sms || d.channel == Channel::phone
                      ? Why::tr("已到终端。这个渠道得不到打开回执，是否读过不可知。")
                      : Why::tr("已到客户处，还没有打开。");
    words.next = Why::tr("需要留痕时，请客户确认阅读。");
  }
  return words;
}

/// The hub's own remark in words; what a carrier wrote stays as it came.
QString remark(const WhyStep& step) {
  static const QRegularExpression step_number(QStringLiteral("^step (\\d{1,3})$"));
  static const QRegularExpression attempt(QStringLiteral("^attempt (\\d{1,4})$"));
  static const QRegularExpression part(QStringLiteral("^part (\\d{1,3})/(\\d{1,3})(?: (.*))?$"));
  if (const auto m = step_number.match(step.code); m.hasMatch())
    return Why::tr("第 %1 步", "of a route").arg(m.captured(1).toInt() + 1);
  if (const auto m = attempt.match(step.code); m.hasMatch())
    return Why::tr("第 %1 次", "of trying to send").arg(m.captured(1).toInt());
  if (const auto m = part.match(step.code); m.hasMatch()) {
    const auto which = Why::tr("第 %1/%2 段", "of a long short message").arg(m.captured(1), m.captured(2));
    return m.captured(3).isEmpty() ? which : which + u'　' + m.captured(3);
  }
  if (step.kind == QLatin1String("opened")) {
    return step.code == QLatin1String("machine") ? Why::tr("机器打开，不计入") : Why::tr("本人");
  }
  if (step.kind == QLatin1String("read_confirmed")) {
    return step.code == QLatin1String("code") ? Why::tr("输入一次性验证码后") : Why::tr("凭链接");
  }
  return step.code;
}

}  // namespace

WhyWords why_words(const DeliveryTrack& d, const HistoryEntry& message) {
  WhyWords words;
  switch (d.state) {
    case DeliveryState::planned:
    case DeliveryState::intent:
    case DeliveryState::handed:
    case DeliveryState::accepted:
    case DeliveryState::unknown:
      words = going(d);
      break;
    case DeliveryState::delivered:
      words = arrived(d);
      break;
    case DeliveryState::failed:
    case DeliveryState::expired:
      words.title = Why::tr("为什么没送达");
      words.bad = true;
      break;
    case DeliveryState::suppressed:
    case DeliveryState::cancelled:
      words.title = Why::tr("为什么没发送");
      break;
  }
  if (const auto reason = reason_words(d.reason); !reason.happened.isEmpty() && d.state != DeliveryState::delivered) {
    words.happened = reason.happened;
    words.means = reason.means;
    words.next = reason.next;
  } else if (words.happened.isEmpty()) {
    words.happened = Why::tr("通道没有说明原因。");
    words.means = Why::tr("不能判断是客户侧还是通道侧，不计入失联评分。");
    words.next = Why::tr("请用其他渠道联系客户。");
  }
  words.happened = with_evidence(words.happened, d);
  if (d.state != DeliveryState::delivered) words.elsewhere = other_channel(d, message);
  return words;
}

QString step_text(const WhyStep& step) {
  static constexpr std::array<std::pair<const char*, const char*>, 19> kinds{{
      {"notice_accepted", QT_TRANSLATE_NOOP("WhyWords", "通知受理")},
      {"message_planned", QT_TRANSLATE_NOOP("WhyWords", "列入名单")},
      {"delivery_planned", QT_TRANSLATE_NOOP("WhyWords", "选定渠道")},
      {"delivery_intent", QT_TRANSLATE_NOOP("WhyWords", "准备发送")},
      {"delivery_handed", QT_TRANSLATE_NOOP("WhyWords", "交给通道")},
      {"delivery_accepted", QT_TRANSLATE_NOOP("WhyWords", "通道受理")},
      {"delivery_delivered", QT_TRANSLATE_NOOP("WhyWords", "送达回执")},
      {"delivery_failed", QT_TRANSLATE_NOOP("WhyWords", "失败回执")},
      {"delivery_expired", QT_TRANSLATE_NOOP("WhyWords", "有效期已过")},
      {"delivery_unknown", QT_TRANSLATE_NOOP("WhyWords", "结果不明")},
      {"delivery_suppressed", QT_TRANSLATE_NOOP("WhyWords", "按规则不发")},
      {"delivery_cancelled", QT_TRANSLATE_NOOP("WhyWords", "取消")},
      {"delivery_retry", QT_TRANSLATE_NOOP("WhyWords", "重试")},
      {"resent_uncertain", QT_TRANSLATE_NOOP("WhyWords", "存疑重发")},
      {"part_receipt", QT_TRANSLATE_NOOP("WhyWords", "分段回执")},
      {"opened", QT_TRANSLATE_NOOP("WhyWords", "打开")},
      {"clicked", QT_TRANSLATE_NOOP("WhyWords", "点击")},
      {"replied", QT_TRANSLATE_NOOP("WhyWords", "回复")},
      {"read_confirmed", QT_TRANSLATE_NOOP("WhyWords", "确认阅读")},
  }};
  // The record's own word where this version has none for it.
  auto text = step.kind;
  for (const auto& [kind, words] : kinds) {
    if (step.kind == QLatin1String(kind)) text = Why::tr(words);
  }
  QStringList more;
  if (const auto why = reason_name(step.reason); !why.isEmpty()) more << why;
  if (!step.carrier.isEmpty()) more << step.carrier;
  if (!step.code.isEmpty()) more << remark(step);
  if (step.mark == EventMark::late) more << Why::tr("迟到，未改变结论");
  if (step.mark == EventMark::duplicate) more << Why::tr("重复，未计");
  return more.isEmpty() ? text : Why::tr("%1：%2", "event: particulars").arg(text, more.join(u'　'));
}

}  // namespace guardline::models
