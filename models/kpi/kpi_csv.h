// A report as a file. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/kpi_values.h"

#include <QByteArray>
#include <QString>

namespace guardline::models {

/// Two tables under each other: every figure of every channel (numerator, denominator, percentiles, formula, the period
/// before, what was left out), then the steps of the chart as plain counts. Numbers without separators, times of
/// Beijing.
QByteArray kpi_csv(const KpiReport& report);
/// "kpi-20261116-20261122.csv".
QString kpi_file_name(const KpiReport& report);

}  // namespace guardline::models
