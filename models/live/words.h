// Words for domain values, translated. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "core/domain/delivery.h"

#include <QString>

namespace guardline::models {

QString channel_name(Channel channel);
/// As few letters as a legend allows: "推送", "网页".
QString channel_short_name(Channel channel);
QString state_name(DeliveryState state);
/// As it stands after a channel's name: "Web notice accepted".
QString state_in_sentence(DeliveryState state);
/// Short words that follow a colon in lists; empty for Reason::none.
QString reason_name(Reason reason);
QString failure_name(FailureClass failure);
/// Wall time of the screen's zone, "10:42:17" and "10:42".
QString clock_text(Timestamp at);
QString minute_text(Timestamp at);
/// 612 ms, 3.1 s, 2 min 06 s.
QString duration_text(std::int64_t ms);
QString count_text(std::int64_t count);
/// "92.6%"; "—" for none is the caller's.
QString percent_text(double percent);

}  // namespace guardline::models
