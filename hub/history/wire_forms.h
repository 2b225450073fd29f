// From what the record says to what the wire says; internal to hub/history. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/history.h"
#include "core/api/investor.h"
#include "hub/notices/lookup.h"
#include "hub/spine/event.h"
#include "hub/spine/reach.h"
#include "hub/spine/timeline.h"

#include <string>

namespace guardline::history {

api::DeliveryTrack wire_form(const spine::Track& track);
/// Without template and words.
api::HistoryEntry wire_form(const spine::TimelineEntry& entry);
api::HistoryCounts wire_form(const spine::TimelineCounts& counts);
api::WhyStep wire_form(const spine::StoredEvent& event);
/// Every channel with a contact point or an outcome.
std::vector<api::ContactState> contacts_of(const notices::InvestorRow& row, const spine::InvestorReach& reach);
/// The first so many code points at most, never cutting a character as people see it; ill-formed text gives "".
std::string beginning(std::string_view text, std::size_t most);

}  // namespace guardline::history
