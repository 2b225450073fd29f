// Notes and calls: written down, and read back; internal to hub/history. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/history.h"
#include "core/text/masking.h"
#include "hub/history/desk.h"
#include "hub/notices/content.h"
#include "hub/notices/investors.h"
#include "hub/spine/sealing.h"
#include "hub/spine/spine.h"
#include "hub/spine/timeline.h"

#include <optional>
#include <span>
#include <vector>

namespace guardline::history {

/// What must be masked in words about somebody. Views into `record`.
std::vector<text::Known> known_of(const notices::SealedRecord& record);

/// Who wrote it, and what is known of a call.
void add_facts(const StaffNames& names, AccountId author, const std::optional<CallFacts>& call,
               api::HistoryEntry& entry);

using Words = std::vector<notices::ChannelText>;
/// The words of an investor's entries in plain, by channel; a note's and a call's as the telephone's. None once erased.
/// `store` is a reading connection of the spine's store.
Result<std::vector<Words>> words_of(db::Database& store, spine::Opener& opener, InvestorId investor,
                                    std::span<const spine::TimelineEntry> lines);

/// Durable when it returns; the entry as it will be read. Errors as Desk::write.
Result<api::HistoryEntry> put_down(spine::Spine& spine, const Clock& clock, const Viewer& viewer, InvestorId investor,
                                   const NewEntry& entry, const StaffNames& names, std::span<const text::Known> known);

}  // namespace guardline::history
