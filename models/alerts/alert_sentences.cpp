// Words for alerts: what was done, what was refused. SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/alert_words.h"
#include "models/live/words.h"
#include "models/zone/wall_time.h"

#include <QCoreApplication>
#include <algorithm>

namespace guardline::models {
namespace {

QString say(const char* text) { return QCoreApplication::translate("Alerts", text); }

QString person(const std::optional<AlertPerson>& who) {
  if (!who) return say(QT_TRANSLATE_NOOP("Alerts", "系统"));
  return who->name.isEmpty() ? say(QT_TRANSLATE_NOOP("Alerts", "已注销的账号")) : who->name;
}

/// The newest line of the present occurrence in which somebody did this.
const AlertLogLine* who_did(const AlertRefusal& refusal, AlertAct act) {
  if (!refusal.present) return nullptr;
  const auto& log = refusal.present->log;
  const auto found = std::find_if(log.begin(), log.end(), [&](const AlertLogLine& line) {
    return line.act == act && line.occurrence == refusal.present->alert.occurrence;
  });
  return found == log.end() ? nullptr : &*found;
}

QString obstacle_text(AlertObstacle obstacle) {
  switch (obstacle) {
    case AlertObstacle::raised_again:
      return say(QT_TRANSLATE_NOOP("Alerts", "告警已再次触发"));
    case AlertObstacle::already_acknowledged:
      return say(QT_TRANSLATE_NOOP("Alerts", "已有人先确认"));
    case AlertObstacle::not_acknowledged:
      return say(QT_TRANSLATE_NOOP("Alerts", "还没有人确认知晓"));
    case AlertObstacle::already_resolved:
      return say(QT_TRANSLATE_NOOP("Alerts", "已有人记为处置完成"));
    case AlertObstacle::kept_quiet:
      return say(QT_TRANSLATE_NOOP("Alerts", "告警已抑制或停用"));
    case AlertObstacle::not_shelved:
      return say(QT_TRANSLATE_NOOP("Alerts", "告警已不在搁置中"));
  }
  return {};
}

/// What somebody did without the hub, and why it did not count; their words stay readable.
QString contested_text(const AlertLogLine& line) {
  const auto contest = line.contest.value_or(AlertContest{});
  auto text = say(QT_TRANSLATE_NOOP("Alerts", "%1 离线于 %2 的%3未生效，%4"))
                  .arg(person(line.actor), wall_time(contest.written_at).toString(QStringLiteral("MM-dd HH:mm")),
                       act_name(contest.wanted), obstacle_text(contest.obstacle));
  const auto words = contest.wanted == AlertAct::assigned ? person(line.owner) : line.text;
  if (!words.isEmpty()) text = say(QT_TRANSLATE_NOOP("Alerts", "%1：%2")).arg(text, words);
  return text;
}

}  // namespace

QString act_name(AlertAct act) {
  switch (act) {
    case AlertAct::resolved:
      return say(QT_TRANSLATE_NOOP("Alerts", "处置完成"));
    case AlertAct::assigned:
      return say(QT_TRANSLATE_NOOP("Alerts", "转交"));
    case AlertAct::shelved:
      return say(QT_TRANSLATE_NOOP("Alerts", "搁置"));
    case AlertAct::unshelved:
      return say(QT_TRANSLATE_NOOP("Alerts", "取消搁置"));
    default:
      return say(QT_TRANSLATE_NOOP("Alerts", "确认知晓"));
  }
}

QString log_text(const AlertLogLine& line, AlertMetric metric) {
  const auto who = person(line.actor);
  const auto measured = line.value ? alert_value_text(metric, *line.value) : QString();
  switch (line.act) {
    case AlertAct::raised:
      if (!line.value) return say(QT_TRANSLATE_NOOP("Alerts", "触发 #%1，无数据")).arg(line.occurrence);
      return say(QT_TRANSLATE_NOOP("Alerts", "触发 #%1，%2，样本 %3 条"))
          .arg(line.occurrence)
          .arg(measured, count_text(line.sample.value_or(0)));
    case AlertAct::cleared:
      if (!line.value) return say(QT_TRANSLATE_NOOP("Alerts", "恢复 #%1")).arg(line.occurrence);
      return say(QT_TRANSLATE_NOOP("Alerts", "恢复 #%1，%2，样本 %3 条"))
          .arg(line.occurrence)
          .arg(measured, count_text(line.sample.value_or(0)));
    case AlertAct::acknowledged:
      return say(QT_TRANSLATE_NOOP("Alerts", "%1 确认知晓：%2")).arg(who, line.text);
    case AlertAct::resolved:
      return say(QT_TRANSLATE_NOOP("Alerts", "%1 处置完成：%2")).arg(who, line.text);
    case AlertAct::assigned:
      return say(QT_TRANSLATE_NOOP("Alerts", "%1 转交 %2")).arg(who, person(line.owner));
    case AlertAct::shelved:
      return say(QT_TRANSLATE_NOOP("Alerts", "%1 搁置至 %2：%3"))
          .arg(who, line.until ? minute_text(*line.until) : QStringLiteral("—"), line.text);
    case AlertAct::unshelved:
      return line.actor ? say(QT_TRANSLATE_NOOP("Alerts", "%1 取消搁置")).arg(who)
                        : say(QT_TRANSLATE_NOOP("Alerts", "搁置到期"));
    case AlertAct::unacknowledged:
      return say(QT_TRANSLATE_NOOP("Alerts", "到时未记处置，确认自动取消"));
    case AlertAct::contested:
      return contested_text(line);
    case AlertAct::suppressed:
      return say(QT_TRANSLATE_NOOP("Alerts", "开始抑制"));
    case AlertAct::unsuppressed:
      return say(QT_TRANSLATE_NOOP("Alerts", "结束抑制"));
  }
  return {};
}

QString refusal_text(const AlertRefusal& refusal, AlertAct act) {
  using Kind = AlertRefusal::Kind;
  switch (refusal.kind) {
    case Kind::stale:
      return refusal.present
                 ? say(QT_TRANSLATE_NOOP("Alerts", "该触发已恢复并再次触发（#%1）。请确认新的触发。"))
                       .arg(refusal.present->alert.occurrence)
                 : say(QT_TRANSLATE_NOOP("Alerts", "该触发已恢复并再次触发。请按 F5 取得新的触发，再确认。"));
    case Kind::already_acknowledged: {
      const auto* line = who_did(refusal, AlertAct::acknowledged);
      if (line == nullptr)
        return say(QT_TRANSLATE_NOOP("Alerts", "该告警已有人确认，无需再次确认。您的说明仍在输入框里。"));
      return say(QT_TRANSLATE_NOOP("Alerts", "该告警已由%1于 %2 确认，无需再次确认。您的说明仍在输入框里。"))
          .arg(person(line->actor), clock_text(line->at));
    }
    case Kind::not_acknowledged:
      return say(QT_TRANSLATE_NOOP("Alerts", "还没有人确认知晓，不能记为处置完成。请先按 A 确认知晓。"));
    case Kind::already_resolved: {
      const auto* line = who_did(refusal, AlertAct::resolved);
      if (line == nullptr)
        return say(QT_TRANSLATE_NOOP("Alerts", "该告警已记为处置完成，无需再次填写。您的说明仍在输入框里。"));
      return say(QT_TRANSLATE_NOOP("Alerts", "该告警已由%1于 %2 处置完成。您的说明仍在输入框里。"))
          .arg(person(line->actor), clock_text(line->at));
    }
    case Kind::not_shelvable:
      return say(QT_TRANSLATE_NOOP("Alerts", "该告警已按设计抑制或停用，不需要再搁置。"));
    case Kind::not_shelved:
      return say(QT_TRANSLATE_NOOP("Alerts", "该告警已不在搁置中，没有可取消的搁置。"));
    case Kind::shelf_refused:
      return say(QT_TRANSLATE_NOOP("Alerts", "搁置的到期时间已过，或超出您的角色可用的时长。请改短后再提交。"));
    case Kind::owner_refused:
      return say(QT_TRANSLATE_NOOP("Alerts", "没有这个账号，或该账号不处理告警。请核对账号后再转交。"));
    case Kind::gone:
      return say(QT_TRANSLATE_NOOP("Alerts", "找不到这条告警，可能已转交他人。列表会随后更新。"));
    case Kind::role:
      return say(QT_TRANSLATE_NOOP("Alerts", "您的角色只能查看告警。如需处理，请联系值班风控或主管。"));
    case Kind::unreachable:
      return act == AlertAct::acknowledged
                 ? say(QT_TRANSLATE_NOOP("Alerts",
                                         "没有收到中枢的回答，不能确定是否已确认。说明仍在输入框里；连接恢复后再按 A，"
                                         "不会重复记录。"))
                 : say(QT_TRANSLATE_NOOP(
                       "Alerts", "没有收到中枢的回答，不能确定是否已记录。内容仍在；连接恢复后再提交，不会重复记录。"));
    case Kind::busy:
      return refusal.until ? say(QT_TRANSLATE_NOOP("Alerts", "中枢正忙，没有记录。请在 %1 之后再提交，内容仍在。"))
                                 .arg(clock_text(*refusal.until))
                           : say(QT_TRANSLATE_NOOP("Alerts", "中枢正忙，没有记录。请在 10 秒后再提交，内容仍在。"));
    case Kind::session:
      return say(QT_TRANSLATE_NOOP("Alerts", "登录已结束，没有记录。重新登录后内容仍在。"));
    case Kind::internal:
      break;
  }
  return say(QT_TRANSLATE_NOOP("Alerts", "没有记录，中枢没能完成这一步。请联系支持，并告知编号 %1。"))
      .arg(refusal.reference.isEmpty() ? QStringLiteral("—") : refusal.reference);
}

QString done_text(AlertAct act) {
  switch (act) {
    case AlertAct::acknowledged:
      return say(QT_TRANSLATE_NOOP("Alerts", "已确认知晓"));
    case AlertAct::resolved:
      return say(QT_TRANSLATE_NOOP("Alerts", "已记为处置完成"));
    case AlertAct::assigned:
      return say(QT_TRANSLATE_NOOP("Alerts", "已转交"));
    case AlertAct::shelved:
      return say(QT_TRANSLATE_NOOP("Alerts", "已搁置"));
    case AlertAct::unshelved:
      return say(QT_TRANSLATE_NOOP("Alerts", "已取消搁置"));
    case AlertAct::raised:
    case AlertAct::cleared:
    case AlertAct::suppressed:
    case AlertAct::unsuppressed:
    case AlertAct::unacknowledged:
    case AlertAct::contested:
      break;
  }
  return {};
}

}  // namespace guardline::models
