// The event ticker: a sample of what is happening, for the eye. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/words.h"
#include "core/base/id.h"
#include "core/base/time.h"
#include "core/wire/describe.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace guardline::api {

/// One delivery that moved. Sampled (at most 20 a second) and masked: no investor, no contact. The ticker has no
/// resume.
struct TickerItem {
  Timestamp at;
  Channel channel{Channel::sms};
  DeliveryState state{DeliveryState::planned};
  std::optional<std::string> reason;
  std::optional<std::string> carrier;
  std::optional<NoticeId> notice;
  bool drill{false};
};
GUARDLINE_WIRE(TickerItem, (at, channel, state, reason, carrier, notice, drill),  //
               time("at", "When the hub learned of it."), choice("channel", "The channel."),
               choice("state", "What the delivery became."),
               shaped("reason", Format::name_id, "Why, from the list of reasons; absent where there is none."),
               shaped("carrier", Format::name_id, "The carrier account."), id("notice", "The notice it belongs to."),
               flag("drill", "Part of a drill."))

}  // namespace guardline::api
