// Pages of a time line, and of what a search finds in it; internal to hub/history. SPDX-License-Identifier:
// GPL-3.0-or-later
#pragma once

#include "core/api/history.h"
#include "core/text/masking.h"
#include "hub/history/word_search.h"
#include "hub/notices/content.h"
#include "hub/spine/sealing.h"
#include "hub/spine/timeline.h"

#include <optional>
#include <span>
#include <vector>

namespace guardline::history {

struct Lines {
  std::vector<spine::TimelineEntry> entries;
  std::optional<MessageId> next;  ///< older than this is not looked at yet
};
Result<Lines> plain_page(Result<spine::TimelinePage> page);

struct Reads {
  db::Database& store;
  db::Database& projections;
  spine::Opener& opener;
};

/// Entries older than `before` that the filter lets through and whose words, as they are shown, have the query: at most
/// `most`, and as many as can be found by opening 300 of them. `made`: pairs of those that had none. Nobody's words are
/// found once they were erased.
Result<Lines> find_inside(const Reads& reads, InvestorId investor, const spine::TimelineFilter& filter,
                          MessageId before, std::size_t most, const WordQuery& query,
                          std::vector<spine::EntryPairs>& made);

void mask(notices::ChannelText& words, std::span<const text::Known> known);
/// Title and text for the wire: of the first channel that has some, or that has the query.
void show_words(std::span<const notices::ChannelText> masked, const WordQuery* query, api::HistoryEntry& entry);

}  // namespace guardline::history
