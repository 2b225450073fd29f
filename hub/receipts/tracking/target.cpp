// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/receipts/tracking/target.h"

#include "core/base/id_time.h"
#include "hub/dispatch/references.h"
#include "hub/links/token.h"
#include "hub/spine/outgoing.h"

#include <utility>

namespace guardline::receipts {
namespace {

Result<bool> is_over(db::Database& store, const Target& target) {
  auto ended = store.prepare(
      "SELECT 1 FROM link_ended WHERE message = $1 UNION ALL SELECT 1 FROM investor WHERE id = $2 AND erased_at IS NOT "
      "NULL");
  if (!ended) return std::unexpected(ended.error());
  bool over = false;
  auto ok =
      (*ended)->run({target.message.bytes(), target.investor.bytes()}, [&](const db::Row&) { return over = true; });
  if (!ok) return std::unexpected(ok.error());
  return over;
}

}  // namespace

Result<Target> find_target(db::Database& store, DeliveryId delivery, Timestamp now) {
  auto last = spine::read_last_event(store, delivery);
  if (!last) return std::unexpected(last.error());
  if (!*last || (*last)->message.empty() || (*last)->investor.empty() || !(*last)->channel)
    return fail(ErrorCode::not_found, "no such delivery");
  Target target{.delivery = delivery,
                .message = (*last)->message,
                .notice = (*last)->notice,
                .investor = (*last)->investor,
                .channel = *(*last)->channel,
                .carrier = (*last)->carrier,
                .drill = (*last)->drill,
                .planned_at = time_of(delivery),
                .accepted_at = {}};
  if (now >= target.planned_at + links::kLinkLife) return fail(ErrorCode::denied, "the link is too old");
  const auto over = is_over(store, target);
  if (!over) return std::unexpected(over.error());
  if (*over) return fail(ErrorCode::denied, "the link was ended");
  const auto parts = dispatch::parts_of(store, delivery);
  if (!parts) return std::unexpected(parts.error());
  if (!parts->empty()) target.accepted_at = parts->front().accepted_at;
  return target;
}

}  // namespace guardline::receipts
