// The words of failures. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signin/session_words.h"

#include "ui/widgets/time_text.h"

#include <QCoreApplication>

namespace guardline::ui {
namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(SessionWords)
};

long long seconds_until(Timestamp at, Timestamp now) {
  return std::chrono::ceil<std::chrono::seconds>(at - now).count();
}

QString plain(const models::SessionError& error, Timestamp now) {
  using models::Failure;
  switch (error.failure) {
    case Failure::refused:
      if (error.attempts_left)
        return Words::tr("账号、密码或动态码有一项不正确，还可尝试 %1 次。请逐项核对，等下一个动态码再输入。")
            .arg(*error.attempts_left);
      return Words::tr("账号、密码或动态码有一项不正确，没有登录。请逐项核对，等下一个动态码再输入。");
    case Failure::waits:
      if (error.until && *error.until > now)
        return Words::tr("连续多次未通过，账号暂停登录至 %1。在此之前的尝试不会被核对。%2后可以再试。")
            .arg(clock_text(*error.until), duration_text(seconds_until(*error.until, now)));
      return Words::tr("连续多次未通过，账号曾暂停登录。现在可以再试一次，请先核对每一项。");
    case Failure::locked:
      return Words::tr("账号已锁定，不能登录。管理员解锁后才能再试。若不是您本人操作，请立即联系安全值班。");
    case Failure::role:
      return Words::tr("该账号未开通控制台。三项核对都已通过。请联系管理员开通角色。");
    case Failure::device_revoked:
      return Words::tr("本机已被停用，不能再登录。您的账号不受影响。请联系管理员，或用新的登记码重新登记。");
    case Failure::device_unknown:
      return Words::tr("中枢没有这台设备的登记，可能已被拒绝或过期。您的账号不受影响。请向管理员索取新的登记码。");
    case Failure::code_refused:
      return Words::tr(
          "登记码已用过、已过期或不存在，没有提交申请。登记码 15 分钟内有效，只能用一次。请向管理员索取新码。");
    case Failure::code_invalid:
      return Words::tr("登记码不完整或有误，没有提交申请。请重新复制完整的登记码。");
    case Failure::totp_wrong:
      if (error.attempts_left)
        return Words::tr("动态码不正确或已用过，还可尝试 %1 次。请等下一个码再输入。").arg(*error.attempts_left);
      return Words::tr("动态码不正确或已用过。请等下一个码再输入。");
    case Failure::already:
      return Words::tr("这一步之前已经完成，不能重复。请继续下一步。");
    case Failure::unreachable:
      return Words::tr("连不上中枢，请求没有送出。请检查网络，按 F5 立即重试。");
    case Failure::certificate_refused:
      return Words::tr(
          "对方的证书不是本中枢的，连接已中断，没有送出任何内容。线路可能被劫持。请停止操作并联系安全值班。");
    case Failure::busy:
      if (error.until && *error.until > now)
        return Words::tr("中枢正忙，这次没有处理。%1后可以再试。").arg(duration_text(seconds_until(*error.until, now)));
      return Words::tr("中枢刚才正忙，这次没有处理。现在可以再试。");
    case Failure::keychain:
      return Words::tr("系统密钥库没有打开，取不到本机密钥。请解锁系统密钥库（登录桌面时的密码），再试一次。");
    case Failure::version:
      return Words::tr("中枢的回答与本版本不符，没有继续。请联系管理员升级本程序。");
    case Failure::internal:
      break;
  }
  return Words::tr("程序内部出错，这次没有完成。没有内容丢失。请再试一次，仍不行时把错误码告诉管理员。");
}

}  // namespace

QString words_of(const models::SessionError& error, Timestamp now) {
  const auto text = plain(error, now);
  return error.reference.isEmpty() ? text : Words::tr("%1（%2）").arg(text, error.reference);
}

QString words_of(crypto::EnrolmentCodeError problem) {
  using crypto::EnrolmentCodeError;
  switch (problem) {
    case EnrolmentCodeError::empty:
      return Words::tr("请粘贴管理员给您的登记码。");
    case EnrolmentCodeError::foreign_character:
      return Words::tr("有登记码不会出现的字符。登记码只含字母 A–Z 和数字 2–7。");
    case EnrolmentCodeError::cut_short:
      return Words::tr("登记码不完整，可能没有全部复制。");
    case EnrolmentCodeError::too_long:
      return Words::tr("内容过长，可能多复制了别的文字。");
    case EnrolmentCodeError::mistyped:
      return Words::tr("校验位不符，有字符输错。请重新复制。");
    case EnrolmentCodeError::newer_version:
      return Words::tr("登记码来自更新版本的中枢。请先升级本程序。");
    case EnrolmentCodeError::invalid_address:
      return Words::tr("登记码里的中枢地址无效。请向管理员索取新码。");
  }
  return {};
}

QString words_of(models::SessionEnd end) {
  switch (end) {
    case models::SessionEnd::expired:
      return Words::tr("登录已满时限，已自动退出。请重新登录。");
    case models::SessionEnd::idle:
      return Words::tr("长时间没有操作，已自动退出。请重新登录。");
    case models::SessionEnd::ended_elsewhere:
      return Words::tr("您在别处登录或结束了这次会话，本机已退出。若不是您本人操作，请立即联系安全值班。");
    case models::SessionEnd::device_revoked:
      return Words::tr("本机已被停用，会话已结束。请联系管理员。");
  }
  return {};
}

QString role_name(models::Role role) {
  switch (role) {
    case models::Role::agent:
      return Words::tr("坐席");
    case models::Role::risk:
      return Words::tr("风控");
    case models::Role::supervisor:
      return Words::tr("运营主管");
    case models::Role::compliance:
      return Words::tr("合规");
    case models::Role::admin:
      return Words::tr("系统管理");
  }
  return {};
}

QString connection_words(const models::Connection& connection, Timestamp now) {
  using State = models::Connection::State;
  if (connection.state == State::online || connection.state == State::connecting) return {};
  if (connection.cause == models::Failure::certificate_refused || connection.cause == models::Failure::device_revoked)
    return words_of(
        models::SessionError{.failure = *connection.cause, .attempts_left = {}, .until = {}, .reference = {}}, now);
  const auto since = connection.since ? clock_text(*connection.since) : QString();
  if (connection.retry_at && *connection.retry_at > now) {
    const auto wait = duration_text(seconds_until(*connection.retry_at, now));
    return since.isEmpty() ? Words::tr("连不上中枢。将在 %1后重试，也可按 F5 立即重试。").arg(wait)
                           : Words::tr("与中枢断开（%1 起）。将在 %2后重试，也可按 F5 立即重试。").arg(since, wait);
  }
  return since.isEmpty() ? Words::tr("连不上中枢。正在重试。")
                         : Words::tr("与中枢断开（%1 起）。正在重试。").arg(since);
}

QString skew_words(models::Milliseconds skew) {
  const auto seconds = duration_text(std::chrono::abs(std::chrono::round<std::chrono::seconds>(skew)).count());
  return (skew.count() < 0 ? Words::tr("本机时间慢 %1，动态码会核对不过。请打开系统的自动校时，再回到这里。")
                           : Words::tr("本机时间快 %1，动态码会核对不过。请打开系统的自动校时，再回到这里。"))
      .arg(seconds);
}

}  // namespace guardline::ui
