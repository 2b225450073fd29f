// From the live model to what the charts are given. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/live/kpi_live_model.h"
#include "ui/charts/chart_data.h"
#include "ui/charts/stacked_bars.h"

#include <vector>

namespace guardline::ui {

/// Channels that sent something in 24 hours, in the fixed order.
std::vector<Channel> active_channels(const models::KpiStore& store);

/// True when nothing was planned, accepted or waiting in the window.
bool nothing_sent(const models::KpiStore& store, models::KpiLiveModel::Window window);

/// Rate per minute of each active channel. A minute whose receipts are mostly still on their way (the running one, at
/// times the one before) is left out until they are in: its rate isn't known yet.
ChartData delivery_chart(const models::KpiLiveModel& model, bool greyed);

/// Openings by people of what was delivered, per minute of acceptance, for channels that can report them and did; the
/// "no data" form with its reason where none did.
ChartData open_chart(const models::KpiLiveModel& model, bool greyed);

/// Messages handed over per minute for the last 15 minutes of the window.
std::vector<BarColumn> throughput(const models::KpiLiveModel& model, const std::vector<Channel>& channels);

}  // namespace guardline::ui
