// From the terms of a search to investors; internal to hub/history. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/investor.h"
#include "core/base/bytes.h"
#include "core/db/database.h"
#include "hub/spine/sealing.h"

#include <string>
#include <string_view>
#include <vector>

namespace guardline::history {

/// invalid_argument unless the terms are one of reference, phone, email, or a name with one of these or a phone tail.
Status check_terms(const api::InvestorSearch& terms);

/// E.164 as on file: blanks, hyphens and brackets dropped, +86 before a mainland number.
std::string on_file_form(std::string_view phone);

/// Exactly those whom all terms fit, in id order, at most `max`. `store` and `projections` are reading connections.
Result<std::vector<InvestorId>> find_investors(db::Database& store, db::Database& projections, spine::Opener& opener,
                                               BytesView pseudonym_key, const api::InvestorSearch& terms,
                                               std::size_t max);

}  // namespace guardline::history
