// Words for the people behind a figure, translated. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/kpi_people_values.h"

#include <QString>
#include <QStringList>

namespace guardline::models {

/// "始终未触达", "他渠道已达", "已触达": what the side means for this figure.
QString kpi_side_name(KpiFigureName figure, KpiSide side);
/// "11-12 周四，短信", "11-22 09:00，全部渠道", "11-16 至 11-22，邮件".
QString kpi_point_name(const KpiPeopleQuery& query);
/// "未触达 354 人（已触达 5,988 ÷ 应达 6,342）": the point's own numbers.
QString kpi_point_numbers(KpiFigureName figure, const KpiPeoplePage& page);
/// What became of what was sent, one part a channel, the query's channel first: "短信 空号", "邮件 已送达". Not empty.
QStringList kpi_outcomes(const KpiPerson& person, std::optional<Channel> channel);
/// The same as one text.
QString kpi_happened(const KpiPerson& person, std::optional<Channel> channel);
/// "可触达", "弱", "失联".
QString reach_name(ReachState reach);
/// The masked name, or that there is none any more.
QString kpi_person_name(const KpiPerson& person);

}  // namespace guardline::models
