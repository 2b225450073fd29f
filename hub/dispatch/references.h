// Carrier references: the thread from a receipt back to its delivery. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/id.h"
#include "core/base/time.h"
#include "core/db/database.h"
#include "core/domain/delivery.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace guardline::dispatch {

/// One part of one accepted delivery as the carrier names it.
struct Reference {
  std::string carrier;
  std::string reference;
  DeliveryId delivery;
  MessageId message;
  NoticeId notice;
  InvestorId investor;
  Channel channel{};
  std::int64_t part{0};
  std::int64_t parts{1};
  std::optional<DeliveryState> state;  ///< by this part's receipt; nothing = none yet
  bool drill{false};
  Timestamp accepted_at{};
};

/// The form in which a carrier's reference is kept and looked for: a carrier may put any byte into it, the record takes
/// text. Bytes outside printable ASCII, and `%`, become `%` and two hexadecimal digits; all others stay.
std::string kept_reference(std::string_view reference);

/// For `also` of the acceptance. A reference the carrier has given out before is overwritten: carriers reuse their ids
/// after days, and the newest acceptance is what a new receipt means.
Status store_references(db::Database& database, std::span<const Reference> references);
/// not_found for a reference that is not known (yet).
Result<Reference> find_reference(db::Database& database, std::string_view carrier, std::string_view reference);
/// All parts of a delivery, in part order.
Result<std::vector<Reference>> parts_of(db::Database& database, DeliveryId delivery);
/// Records what a part's receipt said; for `also`.
Status set_part_state(db::Database& database, std::string_view carrier, std::string_view reference,
                      DeliveryState state);

}  // namespace guardline::dispatch
