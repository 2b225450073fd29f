// Words for alerts, translated. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/alert_tab.h"

#include <QString>
#include <chrono>

namespace guardline::models {

QString severity_name(Severity severity);
QString tab_name(AlertTab tab);
/// As short as a badge: 搁置, 抑制, 停用; empty for none.
QString quiet_name(Suppression suppression);
/// "搁置将于 10:52 到期"; empty without an end.
QString shelf_end_text(const Alert& alert);
QString owner_missing();
QString metric_name(AlertMetric metric);
/// A measured value or a limit in the metric's own unit: "92.6%", "1,204 条", "45 秒".
QString alert_value_text(AlertMetric metric, std::int64_t value);

/// "短信送达率 92.6%，低于 97%".
QString alert_title(const Alert& alert);
/// What it is about: rule, window, sample.
QString alert_object(const Alert& alert);
/// "A-C03A48#2": the last six hex digits of the id, short enough to say on the phone, and the occurrence.
QString alert_number(const Alert& alert);
QString alert_number(const AlertId& id, std::int64_t occurrence);

/// First and second axis: "活动，未确认".
QString axes_text(const Alert& alert);
QString active_text(const Alert& alert, Timestamp now);
QString acknowledged_text(const Alert& alert);
/// Third axis with its reason: "未抑制", "搁置至 12:00", "被规则 no-receipts 抑制".
QString quiet_text(const Alert& alert);
QString queued_text(Timestamp since);
/// How long the occurrence has lasted, or lasted until it returned to normal.
std::chrono::seconds alert_age(const Alert& alert, Timestamp now);
/// "0:13:26", "2 天 03:04:05".
QString age_text(std::chrono::seconds age);
/// "10:28:50 起", with its date when it was on another day.
QString since_text(const Alert& alert, Timestamp now);
/// "近 5 分钟送达率低于 95%".
QString trigger_text(const AlertTrigger& trigger);
/// "92.6%，样本 692 条"; words of their own when there was no data.
QString measured_text(const AlertTrigger& trigger);
/// One line of the log, without its time.
QString log_text(const AlertLogLine& line, AlertMetric metric);
/// Why a wish was not done, and what to do; `present` of the refusal is used for who and when.
QString refusal_text(const AlertRefusal& refusal, AlertAct act);
/// "确认知晓": an act of a person, by its name.
QString act_name(AlertAct act);
/// "已确认知晓", for what a person just did.
QString done_text(AlertAct act);

}  // namespace guardline::models
