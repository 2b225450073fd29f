// A report as a file. SPDX-License-Identifier: GPL-3.0-or-later
#include "models/kpi/kpi_csv.h"

#include "models/kpi/csv.h"
#include "models/kpi/kpi_words.h"
#include "models/live/words.h"
#include "models/zone/wall_time.h"

#include <QCoreApplication>

namespace guardline::models {
namespace {

QString say(const char* text) { return QCoreApplication::translate("KpiCsv", text); }

QString scope_name(const std::optional<Channel>& channel) {
  return channel ? channel_name(*channel) : say(QT_TRANSLATE_NOOP("KpiCsv", "全部渠道"));
}

QString number(const std::optional<std::int64_t>& value) { return value ? QString::number(*value) : QString(); }
QString number(std::int64_t value) { return QString::number(value); }

QString time_of(Timestamp at) { return wall_time(at).toString(QStringLiteral("yyyy-MM-dd HH:mm")); }

void add_figures(Csv& csv, const KpiReport& report) {
  csv.row({say(QT_TRANSLATE_NOOP("KpiCsv", "渠道")), say(QT_TRANSLATE_NOOP("KpiCsv", "指标")),
           say(QT_TRANSLATE_NOOP("KpiCsv", "值")), say(QT_TRANSLATE_NOOP("KpiCsv", "分子")),
           say(QT_TRANSLATE_NOOP("KpiCsv", "分母")), say(QT_TRANSLATE_NOOP("KpiCsv", "P50（毫秒）")),
           say(QT_TRANSLATE_NOOP("KpiCsv", "P95（毫秒）")), say(QT_TRANSLATE_NOOP("KpiCsv", "P99（毫秒）")),
           say(QT_TRANSLATE_NOOP("KpiCsv", "上一周期")), say(QT_TRANSLATE_NOOP("KpiCsv", "公式")),
           say(QT_TRANSLATE_NOOP("KpiCsv", "公式编号")), say(QT_TRANSLATE_NOOP("KpiCsv", "说明"))});
  for (const auto& scope : report.scopes) {
    for (const auto& figure : scope.figures) {
      const auto& value = figure.value;
      csv.row({scope_name(scope.channel), kpi_title(figure.name), kpi_value(figure.name, value),
               number(value.numerator), number(value.denominator), number(value.p50_ms), number(value.p95_ms),
               number(value.p99_ms), kpi_value(figure.name, figure.before), kpi_formula(figure.name), figure.formula,
               value.unknown ? kpi_unknown(*value.unknown) : kpi_exclusions(figure)});
    }
  }
}

void add_points(Csv& csv, const KpiReport& report) {
  csv.row({say(QT_TRANSLATE_NOOP("KpiCsv", "时间（北京时间）")), say(QT_TRANSLATE_NOOP("KpiCsv", "渠道")),
           say(QT_TRANSLATE_NOOP("KpiCsv", "应达人数")), say(QT_TRANSLATE_NOOP("KpiCsv", "送达人数")),
           say(QT_TRANSLATE_NOOP("KpiCsv", "已受理条数")), say(QT_TRANSLATE_NOOP("KpiCsv", "已送达条数")),
           say(QT_TRANSLATE_NOOP("KpiCsv", "可知送达人数")), say(QT_TRANSLATE_NOOP("KpiCsv", "可信打开人数")),
           say(QT_TRANSLATE_NOOP("KpiCsv", "确认人数")), say(QT_TRANSLATE_NOOP("KpiCsv", "首次触达 P95（毫秒）"))});
  for (const auto& p : report.points) {
    csv.row({time_of(p.at), scope_name(p.channel), number(p.due), number(p.reached), number(p.accepted),
             number(p.delivered), number(p.openable), number(p.opened), number(p.confirmed), number(p.p95_ms)});
  }
}

}  // namespace

QByteArray kpi_csv(const KpiReport& report) {
  Csv csv;
  csv.row({say(QT_TRANSLATE_NOOP("KpiCsv", "区间")), kpi_days(report.from, report.until),
           say(QT_TRANSLATE_NOOP("KpiCsv", "统计截至")), time_of(report.as_of), zone_offset_text()});
  csv.row({});
  add_figures(csv, report);
  csv.row({});
  add_points(csv, report);
  return csv.bytes();
}

QString kpi_file_name(const KpiReport& report) {
  const auto day = [](Timestamp at) { return wall_time(at).toString(QStringLiteral("yyyyMMdd")); };
  return QStringLiteral("kpi-%1-%2.csv").arg(day(report.from), day(report.until - std::chrono::days(1)));
}

}  // namespace guardline::models
