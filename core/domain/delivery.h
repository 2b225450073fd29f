// The two axes of what became of a message. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace guardline {

/// Ways to reach an investor. Numbers are stored: never renumber.
enum class Channel : std::uint8_t { sms = 1, email = 2, push = 3, web = 4, chat = 5, phone = 6 };
inline constexpr Channel kChannels[] = {Channel::sms, Channel::email, Channel::push,
                                        Channel::web, Channel::chat,  Channel::phone};

/// The exclusive axis. Numbers are stored: never renumber.
enum class DeliveryState : std::uint8_t {
  planned = 1,   ///< decided, waiting for its turn
  intent = 2,    ///< committed before any byte leaves; an intent without an answer after a restart is `unknown`
  handed = 3,    ///< bytes have left, no answer yet
  accepted = 4,  ///< the carrier took responsibility (SMTP 250, SMPP submit_sm_resp 0): not delivered
  unknown = 5,   ///< we can't tell whether the carrier has it
  delivered = 6,
  failed = 7,
  expired = 8,     ///< the validity period ended without an end state
  suppressed = 9,  ///< not sent, on purpose; carries a reason
  cancelled = 10,
};

/// The place of a state in the only direction a delivery moves. The status guard is `rank < :new`: equal or lower ranks
/// are late or doubled receipts, which become marked events and change nothing else. End states rank so that proof of
/// delivery beats every guess (a `delivered` receipt after a `failed` one is the stronger fact), whatever the order in
/// which they arrive: the end state depends on the set of receipts alone.
std::uint8_t rank(DeliveryState state) noexcept;
/// True for states that nothing is expected after (a `delivered` may still replace `failed`, `expired`).
bool is_end_state(DeliveryState state) noexcept;

/// The axis of which many may hold at once.
enum class Engagement : std::uint8_t { opened_person = 1, opened_machine = 2, clicked = 3, replied = 4, confirmed = 5 };

/// Whose failure it is. Only `person` counts against an investor's reach.
enum class FailureClass : std::uint8_t {
  person = 1,   ///< no such number or mailbox, switched off for long, blocked by the person
  message = 2,  ///< content refused
  carrier = 3,  ///< busy, down, throttled past its time
  system = 4,   ///< ours
};

/// Why something was not sent, failed, or came late: one list, each with its words in the catalogue of reasons
/// (docs/reasons.md and the console's translations). Numbers are stored: never renumber.
enum class Reason : std::uint16_t {
  none = 0,
  // person
  no_such_number = 101,
  no_such_mailbox = 102,
  mailbox_full = 103,
  handset_off = 104,
  handset_suspended = 105,
  blocked_by_recipient = 106,
  // message
  content_refused = 201,
  message_too_long = 202,
  template_not_filed = 203,
  // carrier
  carrier_busy = 301,
  carrier_down = 302,
  carrier_throttled = 303,
  carrier_rejected = 304,
  carrier_expired = 305,  ///< the carrier's own validity period ended
  carrier_answer_unclear = 306,
  // system
  retries_exhausted = 401,
  no_carrier_configured = 402,
  queue_full = 403,
  internal_error = 404,
  answer_lost = 405,  ///< handed over, answer never seen (restart, broken connection)
  // not sent, on purpose
  no_contact_point = 501,
  contact_point_invalid = 502,
  no_consent = 503,
  opted_out = 504,
  quiet_hours = 505,
  marketing_cap = 506,
  reached_by_other_channel = 507,
  notice_cancelled = 508,
  unknown_not_resent = 509,  ///< category policy forbids sending again what may have arrived
  investor_erased = 510,
};

/// The class a failure reason belongs to; nothing for reasons that are no failure (5xx, none).
std::optional<FailureClass> failure_class(Reason reason) noexcept;

/// Stable lower-case names for wire and logs ("sms", "delivered", "no_such_number"); the reverse finds nothing for
/// others.
std::string_view name(Channel channel) noexcept;
std::string_view name(DeliveryState state) noexcept;
std::string_view name(Engagement engagement) noexcept;
std::string_view name(FailureClass failure) noexcept;
std::string_view name(Reason reason) noexcept;
std::optional<Channel> channel_from(std::string_view name) noexcept;
std::optional<DeliveryState> delivery_state_from(std::string_view name) noexcept;
std::optional<Reason> reason_from(std::uint16_t number) noexcept;

}  // namespace guardline
