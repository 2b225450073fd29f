// What a person typed to find an investor, as terms. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/investor_values.h"

#include <expected>

namespace guardline::models {

enum class TermsProblem {
  empty,
  name_alone,  ///< a name needs a second term
  part,        ///< part of a number: only whole ones find anybody
  too_many,    ///< more terms than a search takes
};

/// One term (telephone number, mailbox, id, carrier:reference), or a name and then one of these or the last four digits
/// of the telephone number, divided by blanks. Blanks and hyphens inside a number don't count. No network.
std::expected<InvestorTerms, TermsProblem> parse_terms(const QString& typed);

/// What may stay on the screen of what was typed: "138****6204", "c***@example.com", "陈**  6204".
QString masked_terms(const InvestorTerms& terms);

}  // namespace guardline::models
