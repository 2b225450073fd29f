// Words for working without the hub. SPDX-License-Identifier: GPL-3.0-or-later
#include "models/offline/words.h"

#include "models/alerts/alert_words.h"
#include "models/investor/entry_words.h"
#include "models/zone/wall_time.h"

#include <QCoreApplication>
#include <QDateTime>
#include <algorithm>
#include <chrono>

namespace guardline::models {
namespace {

using std::chrono::hours;

QString say(const char* text) { return QCoreApplication::translate("Offline", text); }
QString time_of(Timestamp at) { return wall_time(at).toString(QStringLiteral("HH:mm:ss")); }

QString written_name(QueuedKind kind) {
  return kind == QueuedKind::call ? say(QT_TRANSLATE_NOOP("Offline", "电话记录"))
                                  : say(QT_TRANSLATE_NOOP("Offline", "备注"));
}

}  // namespace

QString lease_text(Micros left) {
  const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(left).count();
  return QStringLiteral("%1:%2").arg(minutes / 60, 2, 10, QLatin1Char('0')).arg(minutes % 60, 2, 10, QLatin1Char('0'));
}

QString vault_trouble_text(VaultTrouble trouble, std::size_t waiting) {
  const auto count = QString::number(waiting);
  switch (trouble) {
    case VaultTrouble::absent:
      return say(QT_TRANSLATE_NOOP("Offline", "本机还没有副本。联网查看过的投资者会保存在这里，断网时可以继续查阅。"));
    case VaultTrouble::wrong_key:
      return say(QT_TRANSLATE_NOOP(
                     "Offline",
                     "本机副本打不开：密码、本机密钥或中枢密钥与建立副本时不同，可能是密码已更改。中枢数据不"
                     "受影响。请按「重建副本」；待同步 %1 项已另行保存。"))
          .arg(count);
    case VaultTrouble::not_encrypted:
      return say(QT_TRANSLATE_NOOP(
                     "Offline",
                     "本机副本的文件没有加密，不是本程序写的，未读取其中内容。请通知安全值班，再按「重建副"
                     "本」；待同步 %1 项已另行保存。"))
          .arg(count);
    case VaultTrouble::older_format:
      return say(QT_TRANSLATE_NOOP("Offline",
                                   "本机副本由较旧的版本写成，本版本不再读取。中枢数据不受影响。请按「重建副本」；待同"
                                   "步 %1 项已另行保存。"))
          .arg(count);
    case VaultTrouble::newer_format:
      return say(QT_TRANSLATE_NOOP(
                     "Offline",
                     "本机副本由较新的版本写成，本版本不能读取。请先升级本程序；副本未被改动，待同步 %1 项已"
                     "另行保存。"))
          .arg(count);
    case VaultTrouble::corrupt:
      return say(QT_TRANSLATE_NOOP(
                     "Offline",
                     "本机副本校验失败，可能在异常关机时损坏。中枢数据不受影响。请按「重建副本」；待同步 %1 "
                     "项已另行保存。"))
          .arg(count);
    case VaultTrouble::lease_over:
      return say(QT_TRANSLATE_NOOP("Offline", "租约已到期，本机副本已清除。联网登录后可继续，待同步 %1 项仍在。"))
          .arg(count);
    case VaultTrouble::offline_start:
      return say(QT_TRANSLATE_NOOP(
                     "Offline",
                     "离线时不能打开本机副本，因为钥匙的一部分由中枢在两项验证之后发放，不在本机。请在连上"
                     "中枢后登录；待同步 %1 项仍在。"))
          .arg(count);
    case VaultTrouble::unavailable:
      return say(QT_TRANSLATE_NOOP(
                     "Offline",
                     "本机副本暂时打不开，可能磁盘已满或被其他程序占用。请腾出空间或关闭其他程序后按「重建副"
                     "本」；待同步 %1 项已另行保存。"))
          .arg(count);
  }
  return {};
}

bool can_rebuild(VaultTrouble trouble) {
  switch (trouble) {
    case VaultTrouble::wrong_key:
    case VaultTrouble::not_encrypted:
    case VaultTrouble::older_format:
    case VaultTrouble::corrupt:
    case VaultTrouble::unavailable:
      return true;
    case VaultTrouble::absent:
    case VaultTrouble::newer_format:
    case VaultTrouble::lease_over:
    case VaultTrouble::offline_start:
      return false;
  }
  return false;
}

QString offline_banner_text(const OfflineState& state, Timestamp now) {
  const auto since = state.since ? time_of(*state.since) : QStringLiteral("—");
  if (!state.vault.open) {
    return say(QT_TRANSLATE_NOOP("Offline", "%1 起与中枢断开，本机没有可读的副本。告警的处理会排队，以联网后为准。"))
        .arg(since);
  }
  return say(QT_TRANSLATE_NOOP(
                 "Offline",
                 "%1 起与中枢断开。可继续查阅本机加密副本；告警的处理会排队，以联网后为准。租约到 %2 到期，"
                 "届时本机副本自动清除。"))
      .arg(since, lease_end_text(state, now));
}

QString lease_end_text(const OfflineState& state, Timestamp now) {
  return wall_time(now + state.vault.lease_left).toString(QStringLiteral("MM-dd HH:mm"));
}

QString lease_warning_text(Micros left) {
  if (left <= Micros::zero() || left > hours(8)) return {};
  if (left <= hours(1)) {
    return say(QT_TRANSLATE_NOOP("Offline", "租约不到 1 小时。到期后本机副本会清除，请尽快联网。"));
  }
  return say(QT_TRANSLATE_NOOP("Offline", "租约不到 8 小时。到期后本机副本会清除，请安排联网。"));
}

QString queued_title(const QueuedAct& act) {
  if (act.kind != QueuedKind::alert) {
    return act.subject.isEmpty() ? written_name(act.kind)
                                 : say(QT_TRANSLATE_NOOP("Offline", "%1：%2")).arg(written_name(act.kind), act.subject);
  }
  if (!act.wish) return say(QT_TRANSLATE_NOOP("Offline", "告警 %1")).arg(act_name(act.act));
  // The number is how people call it; the occurrence comes with it once the hub has answered.
  const auto number = alert_number(act.wish->alert, act.wish->occurrence).section(QLatin1Char('#'), 0, 0);
  return say(QT_TRANSLATE_NOOP("Offline", "告警 %1 %2")).arg(number, act_name(act.act));
}

QString queued_text(const QueuedAct& act) {
  if (act.entry) return act.entry->text.simplified();
  if (!act.wish) return {};
  if (!act.wish->account.isEmpty()) {
    return say(QT_TRANSLATE_NOOP("Offline", "转交给 %1")).arg(act.wish->account);
  }
  return act.wish->text.simplified();
}

QString queued_note(const QueuedAct& act) {
  const auto at = time_of(act.made_at);
  if (act.sending) return say(QT_TRANSLATE_NOOP("Offline", "%1　正在提交")).arg(at);
  if (act.step_up) return say(QT_TRANSLATE_NOOP("Offline", "%1　中枢要求再次验证；在顶栏验证后自动提交")).arg(at);
  if (!act.wish && !act.entry) return say(QT_TRANSLATE_NOOP("Offline", "%1　内容已加密，只有中枢能读")).arg(at);
  if (act.entry && act.kind == QueuedKind::call) {
    return say(QT_TRANSLATE_NOOP("Offline", "%1　%2，联网后写入")).arg(at, call_title(act.entry->call));
  }
  if (act.entry) return say(QT_TRANSLATE_NOOP("Offline", "%1　联网后写入")).arg(at);
  return say(QT_TRANSLATE_NOOP("Offline", "%1　若已被他人处理将提示冲突")).arg(at);
}

QString queue_trouble_text(QueueTrouble trouble) {
  switch (trouble) {
    case QueueTrouble::full:
      return say(QT_TRANSLATE_NOOP("Offline", "待同步已满，这一项没有保存。请先联网提交。"));
    case QueueTrouble::sealing:
      return say(QT_TRANSLATE_NOOP("Offline", "登录后还没有取得中枢的公钥，这一项没有保存。请联网后再试。"));
    case QueueTrouble::sending:
      return say(QT_TRANSLATE_NOOP("Offline", "这一项正在提交，不能再改。"));
    case QueueTrouble::gone:
      return say(QT_TRANSLATE_NOOP("Offline", "这一项已不在待同步中。"));
    case QueueTrouble::disk:
      return say(QT_TRANSLATE_NOOP("Offline", "磁盘写入失败，这一项没有改动。请检查磁盘空间。"));
  }
  return {};
}

QStringList offline_can() {
  return {say(QT_TRANSLATE_NOOP("Offline", "查阅本机副本、关注、写备注与电话记录")),
          say(QT_TRANSLATE_NOOP("Offline", "确认知晓、处置、转交、搁置告警（排队，注明离线时间）"))};
}

QStringList offline_cannot() {
  return {say(QT_TRANSLATE_NOOP("Offline", "发送、查询新投资者、显示完整号码")),
          say(QT_TRANSLATE_NOOP("Offline", "审批、导出、取消搁置"))};
}

QString conflict_title(const OfflineConflict& conflict) {
  if (conflict.kind != QueuedKind::alert) {
    return conflict.subject.isEmpty()
               ? written_name(conflict.kind)
               : say(QT_TRANSLATE_NOOP("Offline", "%1：%2")).arg(written_name(conflict.kind), conflict.subject);
  }
  const auto number = alert_number(conflict.mine.alert, conflict.mine.occurrence).section(QLatin1Char('#'), 0, 0);
  return say(QT_TRANSLATE_NOOP("Offline", "告警 %1 %2")).arg(number, act_name(conflict.mine.act));
}

QString conflict_reason(const OfflineConflict& conflict) {
  if (conflict.kind != QueuedKind::alert) {
    switch (conflict.refused) {
      case LookFailure::gone:
        return say(
            QT_TRANSLATE_NOOP("Offline", "中枢没有这位投资者，所以没有写入。您写的内容见左侧，请核对后另行记录。"));
      case LookFailure::erased:
        return say(
            QT_TRANSLATE_NOOP("Offline", "这位投资者的资料已按要求删除，所以没有写入。请勿另行保存其个人信息。"));
      case LookFailure::role:
        return say(QT_TRANSLATE_NOOP("Offline", "您现在的角色不能写入，所以没有保存。请把左侧内容交给有权限的同事。"));
      default:
        return say(QT_TRANSLATE_NOOP("Offline", "中枢没有收下这一项，所以没有写入。请把左侧内容重新记录一次。"));
    }
  }
  using Kind = AlertRefusal::Kind;
  // The alert page's words speak of a field on that page; here the act lies before the person.
  const auto done_by = [&](AlertAct act) -> const AlertLogLine* {
    if (!conflict.hub) return nullptr;
    const auto found = std::ranges::find(conflict.hub->log, act, &AlertLogLine::act);
    const bool named = found != conflict.hub->log.end() && found->actor && !found->actor->name.isEmpty();
    return named ? &*found : nullptr;
  };
  if (conflict.why == Kind::already_acknowledged) {
    if (const auto* line = done_by(AlertAct::acknowledged)) {
      return say(QT_TRANSLATE_NOOP("Offline", "%1已于 %2 先确认，无需再次确认。您的说明已留在告警记录里，不再生效。"))
          .arg(line->actor->name, time_of(line->at));
    }
    return say(QT_TRANSLATE_NOOP("Offline", "已有人先确认，无需再次确认。您的说明已留在告警记录里，不再生效。"));
  }
  if (conflict.why == Kind::already_resolved) {
    if (const auto* line = done_by(AlertAct::resolved)) {
      return say(QT_TRANSLATE_NOOP("Offline", "%1已于 %2 记为处置完成。您的说明已留在告警记录里，不再生效。"))
          .arg(line->actor->name, time_of(line->at));
    }
    return say(QT_TRANSLATE_NOOP("Offline", "已有人记为处置完成。您的说明已留在告警记录里，不再生效。"));
  }
  return refusal_text({.kind = conflict.why, .present = conflict.hub, .until = {}, .reference = {}}, conflict.mine.act);
}

QString conflict_mine(const OfflineConflict& conflict) {
  if (conflict.kind != QueuedKind::alert) {
    QStringList lines{
        say(QT_TRANSLATE_NOOP("Offline", "%1　%2")).arg(time_of(conflict.made_at), written_name(conflict.kind))};
    if (!conflict.subject.isEmpty()) lines << conflict.subject;
    if (conflict.entry && conflict.kind == QueuedKind::call) lines << call_title(conflict.entry->call);
    if (conflict.entry && !conflict.entry->text.isEmpty()) lines << conflict.entry->text;
    return lines.join(QLatin1Char('\n'));
  }
  auto text = say(QT_TRANSLATE_NOOP("Offline", "%1　%2")).arg(time_of(conflict.made_at), act_name(conflict.mine.act));
  if (!conflict.mine.text.isEmpty()) text += QLatin1Char('\n') + conflict.mine.text;
  if (!conflict.mine.account.isEmpty()) {
    text += QLatin1Char('\n') + say(QT_TRANSLATE_NOOP("Offline", "转交给 %1")).arg(conflict.mine.account);
  }
  return text;
}

QString conflict_hub(const OfflineConflict& conflict) {
  if (conflict.kind != QueuedKind::alert) return say(QT_TRANSLATE_NOOP("Offline", "没有写入。"));
  if (!conflict.hub) return say(QT_TRANSLATE_NOOP("Offline", "中枢没有给出这条告警的现状。"));
  const auto& [alert, log] = *conflict.hub;
  if (log.empty()) return axes_text(alert);
  // What was in the way, not what has come of the alert since; the axes tell that.
  using Kind = AlertRefusal::Kind;
  auto found = std::ranges::find_if(log, [](const AlertLogLine& line) { return line.act != AlertAct::contested; });
  if (conflict.why == Kind::already_acknowledged)
    found = std::ranges::find(log, AlertAct::acknowledged, &AlertLogLine::act);
  if (conflict.why == Kind::already_resolved) found = std::ranges::find(log, AlertAct::resolved, &AlertLogLine::act);
  const auto& line = found == log.end() ? log.front() : *found;
  return say(QT_TRANSLATE_NOOP("Offline", "%1　%2")).arg(time_of(line.at), log_text(line, alert.trigger.metric)) +
         QLatin1Char('\n') + axes_text(alert);
}

bool can_send_again(const OfflineConflict& conflict) {
  return conflict.why == AlertRefusal::Kind::stale && conflict.hub && conflict.hub->alert.active;
}

}  // namespace guardline::models
