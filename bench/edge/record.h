// A record of investors and what they were told. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hub/notices/intake.h"
#include "hub/spine/spine.h"

#include <cstddef>
#include <vector>

namespace guardline::bench {

struct RecordSize {
  std::size_t investors{200};
  std::size_t messages{50};  ///< to each, over SMS and e-mail, all delivered
};

/// By the hub's own parts: accepts and plans notices with templates of their own (bodies sealed per investor), then
/// gives every delivery its receipts. Returns the investors.
std::vector<InvestorId> fill_record(spine::Spine& spine, notices::Intake& intake, const Clock& clock,
                                    BytesView wrap_key, BytesView pseudonym_key, const RecordSize& size);

}  // namespace guardline::bench
