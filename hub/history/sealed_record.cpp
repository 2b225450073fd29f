// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/history/sealed_record.h"

namespace guardline::history {

Result<std::optional<notices::SealedRecord>> record_of(spine::Opener& opener, InvestorId investor) {
  auto record = notices::read_record(opener, investor);
  if (record) return std::optional(std::move(*record));
  if (record.error().code == ErrorCode::denied) return std::nullopt;
  if (record.error().code == ErrorCode::not_found) return fail(ErrorCode::corrupt, "an investor has no record");
  return std::unexpected(record.error());
}

}  // namespace guardline::history
