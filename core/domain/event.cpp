// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/event.h"

namespace guardline {

std::string_view name(EventKind kind) noexcept {
  switch (kind) {
    case EventKind::notice_accepted:
      return "notice_accepted";
    case EventKind::message_planned:
      return "message_planned";
    case EventKind::delivery_planned:
      return "delivery_planned";
    case EventKind::delivery_intent:
      return "delivery_intent";
    case EventKind::delivery_handed:
      return "delivery_handed";
    case EventKind::delivery_accepted:
      return "delivery_accepted";
    case EventKind::delivery_delivered:
      return "delivery_delivered";
    case EventKind::delivery_failed:
      return "delivery_failed";
    case EventKind::delivery_expired:
      return "delivery_expired";
    case EventKind::delivery_unknown:
      return "delivery_unknown";
    case EventKind::delivery_suppressed:
      return "delivery_suppressed";
    case EventKind::delivery_cancelled:
      return "delivery_cancelled";
    case EventKind::delivery_retry:
      return "delivery_retry";
    case EventKind::resent_uncertain:
      return "resent_uncertain";
    case EventKind::part_receipt:
      return "part_receipt";
    case EventKind::notice_cancelled:
      return "notice_cancelled";
    case EventKind::opened:
      return "opened";
    case EventKind::clicked:
      return "clicked";
    case EventKind::replied:
      return "replied";
    case EventKind::read_confirmed:
      return "read_confirmed";
    case EventKind::links_ended:
      return "links_ended";
    case EventKind::account_created:
      return "account_created";
    case EventKind::device_enrolment_code:
      return "device_enrolment_code";
    case EventKind::device_enrolment_requested:
      return "device_enrolment_requested";
    case EventKind::device_approved:
      return "device_approved";
    case EventKind::device_refused:
      return "device_refused";
    case EventKind::device_revoked:
      return "device_revoked";
    case EventKind::device_wiped:
      return "device_wiped";
    case EventKind::device_viewed:
      return "device_viewed";
    case EventKind::device_enrolment_failed:
      return "device_enrolment_failed";
    case EventKind::signed_in:
      return "signed_in";
    case EventKind::sign_in_failed:
      return "sign_in_failed";
    case EventKind::account_locked:
      return "account_locked";
    case EventKind::signed_out:
      return "signed_out";
    case EventKind::stepped_up:
      return "stepped_up";
    case EventKind::factor_bound:
      return "factor_bound";
    case EventKind::account_changed:
      return "account_changed";
    case EventKind::investor_changed:
      return "investor_changed";
    case EventKind::consent_changed:
      return "consent_changed";
    case EventKind::investor_erased:
      return "investor_erased";
    case EventKind::alert_raised:
      return "alert_raised";
    case EventKind::alert_cleared:
      return "alert_cleared";
    case EventKind::alert_acknowledged:
      return "alert_acknowledged";
    case EventKind::alert_resolved:
      return "alert_resolved";
    case EventKind::alert_shelved:
      return "alert_shelved";
    case EventKind::alert_unshelved:
      return "alert_unshelved";
    case EventKind::alert_assigned:
      return "alert_assigned";
    case EventKind::alert_suppressed:
      return "alert_suppressed";
    case EventKind::alert_unsuppressed:
      return "alert_unsuppressed";
    case EventKind::alert_unacknowledged:
      return "alert_unacknowledged";
    case EventKind::alert_contested:
      return "alert_contested";
    case EventKind::alert_rule_changed:
      return "alert_rule_changed";
    case EventKind::history_looked_at:
      return "history_looked_at";
    case EventKind::field_revealed:
      return "field_revealed";
    case EventKind::exported:
      return "exported";
    case EventKind::note_written:
      return "note_written";
    case EventKind::call_logged:
      return "call_logged";
  }
  return "?";
}

std::optional<DeliveryState> target_state(EventKind kind) noexcept {
  // Kinds 110..119 stand in their own order; every other kind leaves the exclusive axis alone.
  if (kind == EventKind::delivery_planned) return DeliveryState::planned;
  if (kind == EventKind::delivery_intent) return DeliveryState::intent;
  if (kind == EventKind::delivery_handed) return DeliveryState::handed;
  if (kind == EventKind::delivery_accepted) return DeliveryState::accepted;
  if (kind == EventKind::delivery_delivered) return DeliveryState::delivered;
  if (kind == EventKind::delivery_failed) return DeliveryState::failed;
  if (kind == EventKind::delivery_expired) return DeliveryState::expired;
  if (kind == EventKind::delivery_unknown) return DeliveryState::unknown;
  if (kind == EventKind::delivery_suppressed) return DeliveryState::suppressed;
  if (kind == EventKind::delivery_cancelled) return DeliveryState::cancelled;
  return std::nullopt;
}

}  // namespace guardline
