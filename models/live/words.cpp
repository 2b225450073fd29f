// Words for domain values, translated. SPDX-License-Identifier: GPL-3.0-or-later
#include "models/live/words.h"

#include "models/zone/wall_time.h"

#include <QCoreApplication>
#include <QLocale>

namespace guardline::models {
namespace {

struct Noted {
  const char* source;
  const char* comment;
};

QString say(const char* text) { return QCoreApplication::translate("Words", text); }
QString say(Noted text) { return QCoreApplication::translate("Words", text.source, text.comment); }

}  // namespace

// The switches have no default: a new value of the domain must not compile without its words.

QString channel_name(Channel channel) {
  switch (channel) {
    case Channel::sms:
      return say(QT_TRANSLATE_NOOP("Words", "短信"));
    case Channel::email:
      return say(QT_TRANSLATE_NOOP("Words", "邮件"));
    case Channel::push:
      return say(QT_TRANSLATE_NOOP("Words", "APP 推送"));
    case Channel::web:
      return say(QT_TRANSLATE_NOOP("Words", "网页公告"));
    case Channel::chat:
      return say(QT_TRANSLATE_NOOP("Words", "在线会话"));
    case Channel::phone:
      return say(QT_TRANSLATE_NOOP("Words", "电话"));
  }
  return {};
}

QString channel_short_name(Channel channel) {
  switch (channel) {
    case Channel::sms:
      return say(Noted QT_TRANSLATE_NOOP3("Words", "短信", "short channel name"));
    case Channel::email:
      return say(Noted QT_TRANSLATE_NOOP3("Words", "邮件", "short channel name"));
    case Channel::push:
      return say(Noted QT_TRANSLATE_NOOP3("Words", "推送", "short channel name"));
    case Channel::web:
      return say(Noted QT_TRANSLATE_NOOP3("Words", "网页", "short channel name"));
    case Channel::chat:
      return say(Noted QT_TRANSLATE_NOOP3("Words", "会话", "short channel name"));
    case Channel::phone:
      return say(Noted QT_TRANSLATE_NOOP3("Words", "电话", "short channel name"));
  }
  return {};
}

QString state_name(DeliveryState state) {
  switch (state) {
    case DeliveryState::planned:
      return say(QT_TRANSLATE_NOOP("Words", "已计划"));
    case DeliveryState::intent:
      return say(QT_TRANSLATE_NOOP("Words", "待交付"));
    case DeliveryState::handed:
      return say(QT_TRANSLATE_NOOP("Words", "已交付"));
    case DeliveryState::accepted:
      return say(QT_TRANSLATE_NOOP("Words", "已受理"));
    case DeliveryState::unknown:
      return say(QT_TRANSLATE_NOOP("Words", "结果不明"));
    case DeliveryState::delivered:
      return say(QT_TRANSLATE_NOOP("Words", "已送达"));
    case DeliveryState::failed:
      return say(QT_TRANSLATE_NOOP("Words", "未送达"));
    case DeliveryState::expired:
      return say(QT_TRANSLATE_NOOP("Words", "已过期"));
    case DeliveryState::suppressed:
      return say(QT_TRANSLATE_NOOP("Words", "未发送"));
    case DeliveryState::cancelled:
      return say(QT_TRANSLATE_NOOP("Words", "已取消"));
  }
  return {};
}

QString state_in_sentence(DeliveryState state) {
  switch (state) {
    case DeliveryState::planned:
      return say(Noted QT_TRANSLATE_NOOP3("Words", "已计划", "after a channel's name"));
    case DeliveryState::intent:
      return say(Noted QT_TRANSLATE_NOOP3("Words", "待交付", "after a channel's name"));
    case DeliveryState::handed:
      return say(Noted QT_TRANSLATE_NOOP3("Words", "已交付", "after a channel's name"));
    case DeliveryState::accepted:
      return say(Noted QT_TRANSLATE_NOOP3("Words", "已受理", "after a channel's name"));
    case DeliveryState::unknown:
      return say(Noted QT_TRANSLATE_NOOP3("Words", "结果不明", "after a channel's name"));
    case DeliveryState::delivered:
      return say(Noted QT_TRANSLATE_NOOP3("Words", "已送达", "after a channel's name"));
    case DeliveryState::failed:
      return say(Noted QT_TRANSLATE_NOOP3("Words", "未送达", "after a channel's name"));
    case DeliveryState::expired:
      return say(Noted QT_TRANSLATE_NOOP3("Words", "已过期", "after a channel's name"));
    case DeliveryState::suppressed:
      return say(Noted QT_TRANSLATE_NOOP3("Words", "未发送", "after a channel's name"));
    case DeliveryState::cancelled:
      return say(Noted QT_TRANSLATE_NOOP3("Words", "已取消", "after a channel's name"));
  }
  return {};
}

QString reason_name(Reason reason) {
  switch (reason) {
    case Reason::none:
      return {};
    case Reason::no_such_number:
      return say(QT_TRANSLATE_NOOP("Words", "空号"));
    case Reason::no_such_mailbox:
      return say(QT_TRANSLATE_NOOP("Words", "邮箱不存在"));
    case Reason::mailbox_full:
      return say(QT_TRANSLATE_NOOP("Words", "邮箱已满"));
    case Reason::handset_off:
      return say(QT_TRANSLATE_NOOP("Words", "关机或不在网"));
    case Reason::handset_suspended:
      return say(QT_TRANSLATE_NOOP("Words", "停机"));
    case Reason::blocked_by_recipient:
      return say(QT_TRANSLATE_NOOP("Words", "被收件人屏蔽"));
    case Reason::content_refused:
      return say(QT_TRANSLATE_NOOP("Words", "内容被拒"));
    case Reason::message_too_long:
      return say(QT_TRANSLATE_NOOP("Words", "内容过长"));
    case Reason::template_not_filed:
      return say(QT_TRANSLATE_NOOP("Words", "模板未报备"));
    case Reason::carrier_busy:
      return say(QT_TRANSLATE_NOOP("Words", "通道繁忙"));
    case Reason::carrier_down:
      return say(QT_TRANSLATE_NOOP("Words", "通道中断"));
    case Reason::carrier_throttled:
      return say(QT_TRANSLATE_NOOP("Words", "通道限速"));
    case Reason::carrier_rejected:
      return say(QT_TRANSLATE_NOOP("Words", "网关拒绝"));
    case Reason::carrier_expired:
      return say(QT_TRANSLATE_NOOP("Words", "通道内过期"));
    case Reason::carrier_answer_unclear:
      return say(QT_TRANSLATE_NOOP("Words", "通道应答不明"));
    case Reason::retries_exhausted:
      return say(QT_TRANSLATE_NOOP("Words", "重试用尽"));
    case Reason::no_carrier_configured:
      return say(QT_TRANSLATE_NOOP("Words", "未接入通道"));
    case Reason::queue_full:
      return say(QT_TRANSLATE_NOOP("Words", "队列已满"));
    case Reason::internal_error:
      return say(QT_TRANSLATE_NOOP("Words", "本系统故障"));
    case Reason::answer_lost:
      return say(QT_TRANSLATE_NOOP("Words", "应答丢失"));
    case Reason::no_contact_point:
      return say(QT_TRANSLATE_NOOP("Words", "没有联系方式"));
    case Reason::contact_point_invalid:
      return say(QT_TRANSLATE_NOOP("Words", "联系方式无效"));
    case Reason::no_consent:
      return say(QT_TRANSLATE_NOOP("Words", "未授权"));
    case Reason::opted_out:
      return say(QT_TRANSLATE_NOOP("Words", "已退订"));
    case Reason::quiet_hours:
      return say(QT_TRANSLATE_NOOP("Words", "静默时段"));
    case Reason::marketing_cap:
      return say(QT_TRANSLATE_NOOP("Words", "营销条数已满"));
    case Reason::reached_by_other_channel:
      return say(QT_TRANSLATE_NOOP("Words", "其他渠道已送达"));
    case Reason::notice_cancelled:
      return say(QT_TRANSLATE_NOOP("Words", "通知已取消"));
    case Reason::unknown_not_resent:
      return say(QT_TRANSLATE_NOOP("Words", "结果不明，按规则不重发"));
    case Reason::investor_erased:
      return say(QT_TRANSLATE_NOOP("Words", "资料已删除"));
  }
  return {};
}

QString failure_name(FailureClass failure) {
  switch (failure) {
    case FailureClass::person:
      return say(QT_TRANSLATE_NOOP("Words", "号码或邮箱失效"));
    case FailureClass::message:
      return say(QT_TRANSLATE_NOOP("Words", "内容被拒"));
    case FailureClass::carrier:
      return say(QT_TRANSLATE_NOOP("Words", "通道拒绝或中断"));
    case FailureClass::system:
      return say(QT_TRANSLATE_NOOP("Words", "本系统故障"));
  }
  return {};
}

QString clock_text(Timestamp at) { return wall_time(at).toString(QStringLiteral("HH:mm:ss")); }

QString minute_text(Timestamp at) { return wall_time(at).toString(QStringLiteral("HH:mm")); }

QString duration_text(std::int64_t ms) {
  if (ms < 1000) return say(QT_TRANSLATE_NOOP("Words", "%1 毫秒")).arg(ms);
  const auto seconds = static_cast<double>(ms) / 1000.0;
  if (seconds < 10) return say(QT_TRANSLATE_NOOP("Words", "%1 秒")).arg(seconds, 0, 'f', 1);
  if (seconds < 100) return say(QT_TRANSLATE_NOOP("Words", "%1 秒")).arg(seconds, 0, 'f', 0);
  const auto whole = ms / 1000;
  return say(QT_TRANSLATE_NOOP("Words", "%1 分 %2 秒")).arg(whole / 60).arg(whole % 60, 2, 10, QLatin1Char('0'));
}

QString count_text(std::int64_t count) { return QLocale(QLocale::English).toString(static_cast<qlonglong>(count)); }

QString percent_text(double percent) { return QStringLiteral("%1%").arg(percent, 0, 'f', 1); }

}  // namespace guardline::models
