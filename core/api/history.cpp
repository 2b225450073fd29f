// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/history.h"

namespace guardline::api {

GUARDLINE_WIRE_DEFINE(HistoryFilter)
GUARDLINE_WIRE_DEFINE(HistoryRequest)
GUARDLINE_WIRE_DEFINE(DeliveryTrack)
GUARDLINE_WIRE_DEFINE(HistoryEntry)
GUARDLINE_WIRE_DEFINE(ChannelCount)
GUARDLINE_WIRE_DEFINE(HistoryCounts)
GUARDLINE_WIRE_DEFINE(HistoryPage)
GUARDLINE_WIRE_DEFINE(WhyStep)
GUARDLINE_WIRE_DEFINE(DeliveryWhy)

}  // namespace guardline::api
