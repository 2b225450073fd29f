// Investors between what pages speak in and what the local copy keeps. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/vault/vault_store.h"
#include "models/gateway/investor_values.h"

#include <optional>
#include <string>
#include <vector>

namespace guardline::app {

/// Bodies are the wire's own JSON, so a later version reads them by the wire's rules. Nothing for what has no id.
std::optional<PersonCopy> copy_of(const models::InvestorHead& head, Timestamp as_of);
std::vector<EntryCopy> copies_of(const models::HistoryPage& page, Timestamp as_of);

/// With `as_of` set; nothing for a body that is none.
std::optional<models::InvestorHead> head_of(const PersonCopy& copy);
/// Those that the filter lets through, newest first; counts are over all of `copies`.
models::HistoryPage page_of(const std::vector<EntryCopy>& copies, const models::HistoryFilter& filter);

/// What to look for in the copy when somebody types `terms`: numbers and names stand masked there, so they are masked
/// the same way first.
std::vector<std::string> needles_of(const models::InvestorTerms& terms);

}  // namespace guardline::app
