// What the spine records. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/base/time.h"
#include "core/domain/delivery.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace guardline {

/// Kinds of events. Numbers are stored and hashed: never renumber, never reuse.
enum class EventKind : std::uint16_t {
  // notices and deliveries
  notice_accepted = 100,
  message_planned = 101,
  delivery_planned = 110,
  delivery_intent = 111,
  delivery_handed = 112,
  delivery_accepted = 113,
  delivery_delivered = 114,
  delivery_failed = 115,
  delivery_expired = 116,
  delivery_unknown = 117,
  delivery_suppressed = 118,
  delivery_cancelled = 119,
  delivery_retry = 120,    ///< a try failed in a way that another try may cure; state unchanged
  resent_uncertain = 121,  ///< sent again although the first may have arrived
  part_receipt = 122,      ///< one part of a long message has its receipt; the delivery moves with the last
  notice_cancelled = 130,
  // engagement
  opened = 200,
  clicked = 201,
  replied = 202,
  read_confirmed = 203,
  links_ended = 210,  ///< the links of a message were revoked
  // people and trust
  account_created = 300,
  device_enrolment_code = 301,
  device_enrolment_requested = 302,
  device_approved = 303,
  device_refused = 304,
  device_revoked = 305,
  device_wiped = 306,
  device_viewed = 307,  ///< an administrator looked at the request
  /// A secret of an enrolment code was refused; `code` says why (unknown, expired, used, inactive), `detail` from which
  /// address. Thinned out: see Enrolment::request.
  device_enrolment_failed = 308,
  signed_in = 310,
  sign_in_failed = 311,
  account_locked = 312,
  signed_out = 313,
  stepped_up = 314,
  factor_bound = 315,
  account_changed = 316,  ///< `code` says what: password, unlocked, activated, deactivated, factor-reset
  investor_changed = 330,
  consent_changed = 331,
  investor_erased = 332,
  // alerts
  alert_raised = 400,
  alert_cleared = 401,
  alert_acknowledged = 402,
  alert_resolved = 403,
  alert_shelved = 404,
  alert_unshelved = 405,
  alert_assigned = 406,
  alert_suppressed = 407,  ///< by design, or out of service
  alert_unsuppressed = 408,
  alert_unacknowledged = 409,  ///< by time: seen, but nothing was said to be done
  alert_contested = 410,       ///< an act from without a hub that came too late, in its own words
  alert_rule_changed = 420,    ///< `code` names the rule; what it said before and since, and why, is the sealed detail
  // the journal of looks
  history_looked_at = 500,
  field_revealed = 501,
  exported = 502,
  // what people say about an investor; the words are the sealed detail
  note_written = 600,
  call_logged = 601,  ///< `code` as code_of(CallFacts), `channel` phone
};

std::string_view name(EventKind kind) noexcept;

/// What `subject_id` of an event names.
enum class SubjectType : std::uint8_t {
  none = 0,
  notice = 1,
  message = 2,
  delivery = 3,
  investor = 4,
  account = 5,
  device = 6,
  session = 7,
  alert = 8,
  template_ = 9,
};

/// Where in the spine an event stands; only valid once committed.
struct EventRef {
  std::uint16_t partition{};
  std::int64_t seq{};
  friend auto operator<=>(const EventRef&, const EventRef&) = default;
};

/// The state a delivery event of this kind moves its delivery to; nothing for kinds that move none.
std::optional<DeliveryState> target_state(EventKind kind) noexcept;

}  // namespace guardline
