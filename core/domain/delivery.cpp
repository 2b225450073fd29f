// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/delivery.h"

#include <algorithm>
#include <array>
#include <utility>

namespace guardline {
namespace {

template <class E>
using Names = std::pair<E, std::string_view>;

constexpr auto kChannelNames = std::to_array<Names<Channel>>({{Channel::sms, "sms"},
                                                              {Channel::email, "email"},
                                                              {Channel::push, "push"},
                                                              {Channel::web, "web"},
                                                              {Channel::chat, "chat"},
                                                              {Channel::phone, "phone"}});

constexpr auto kStateNames = std::to_array<Names<DeliveryState>>({{DeliveryState::planned, "planned"},
                                                                  {DeliveryState::intent, "intent"},
                                                                  {DeliveryState::handed, "handed"},
                                                                  {DeliveryState::accepted, "accepted"},
                                                                  {DeliveryState::unknown, "unknown"},
                                                                  {DeliveryState::delivered, "delivered"},
                                                                  {DeliveryState::failed, "failed"},
                                                                  {DeliveryState::expired, "expired"},
                                                                  {DeliveryState::suppressed, "suppressed"},
                                                                  {DeliveryState::cancelled, "cancelled"}});

constexpr auto kEngagementNames = std::to_array<Names<Engagement>>({{Engagement::opened_person, "opened_person"},
                                                                    {Engagement::opened_machine, "opened_machine"},
                                                                    {Engagement::clicked, "clicked"},
                                                                    {Engagement::replied, "replied"},
                                                                    {Engagement::confirmed, "confirmed"}});

constexpr auto kFailureNames = std::to_array<Names<FailureClass>>({{FailureClass::person, "person"},
                                                                   {FailureClass::message, "message"},
                                                                   {FailureClass::carrier, "carrier"},
                                                                   {FailureClass::system, "system"}});

constexpr auto kReasonNames =
    std::to_array<Names<Reason>>({{Reason::none, "none"},
                                  {Reason::no_such_number, "no_such_number"},
                                  {Reason::no_such_mailbox, "no_such_mailbox"},
                                  {Reason::mailbox_full, "mailbox_full"},
                                  {Reason::handset_off, "handset_off"},
                                  {Reason::handset_suspended, "handset_suspended"},
                                  {Reason::blocked_by_recipient, "blocked_by_recipient"},
                                  {Reason::content_refused, "content_refused"},
                                  {Reason::message_too_long, "message_too_long"},
                                  {Reason::template_not_filed, "template_not_filed"},
                                  {Reason::carrier_busy, "carrier_busy"},
                                  {Reason::carrier_down, "carrier_down"},
                                  {Reason::carrier_throttled, "carrier_throttled"},
                                  {Reason::carrier_rejected, "carrier_rejected"},
                                  {Reason::carrier_expired, "carrier_expired"},
                                  {Reason::carrier_answer_unclear, "carrier_answer_unclear"},
                                  {Reason::retries_exhausted, "retries_exhausted"},
                                  {Reason::no_carrier_configured, "no_carrier_configured"},
                                  {Reason::queue_full, "queue_full"},
                                  {Reason::internal_error, "internal_error"},
                                  {Reason::answer_lost, "answer_lost"},
                                  {Reason::no_contact_point, "no_contact_point"},
                                  {Reason::contact_point_invalid, "contact_point_invalid"},
                                  {Reason::no_consent, "no_consent"},
                                  {Reason::opted_out, "opted_out"},
                                  {Reason::quiet_hours, "quiet_hours"},
                                  {Reason::marketing_cap, "marketing_cap"},
                                  {Reason::reached_by_other_channel, "reached_by_other_channel"},
                                  {Reason::notice_cancelled, "notice_cancelled"},
                                  {Reason::unknown_not_resent, "unknown_not_resent"},
                                  {Reason::investor_erased, "investor_erased"}});

template <class E, std::size_t N>
std::string_view lookup(const std::array<Names<E>, N>& names, E value) {
  const auto at = std::ranges::find(names, value, &Names<E>::first);
  return at == names.end() ? std::string_view("?") : at->second;
}

template <class E, std::size_t N>
std::optional<E> reverse(const std::array<Names<E>, N>& names, std::string_view text) {
  const auto at = std::ranges::find(names, text, &Names<E>::second);
  return at == names.end() ? std::nullopt : std::optional<E>(at->first);
}

}  // namespace

std::uint8_t rank(DeliveryState state) noexcept {
  switch (state) {
    case DeliveryState::planned:
      return 1;
    case DeliveryState::intent:
      return 2;
    case DeliveryState::handed:
      return 3;
    case DeliveryState::unknown:
      return 4;  // an answer that arrives after all must still count
    case DeliveryState::accepted:
      return 5;
    case DeliveryState::suppressed:
      return 6;
    case DeliveryState::cancelled:
      return 7;
    case DeliveryState::expired:
      return 8;
    case DeliveryState::failed:
      return 9;
    case DeliveryState::delivered:
      return 10;
  }
  return 0;
}

bool is_end_state(DeliveryState state) noexcept { return rank(state) >= rank(DeliveryState::suppressed); }

std::optional<FailureClass> failure_class(Reason reason) noexcept {
  switch (static_cast<std::uint16_t>(reason) / 100) {
    case 1:
      return FailureClass::person;
    case 2:
      return FailureClass::message;
    case 3:
      return FailureClass::carrier;
    case 4:
      return FailureClass::system;
    default:
      return std::nullopt;
  }
}

std::string_view name(Channel channel) noexcept { return lookup(kChannelNames, channel); }
std::string_view name(DeliveryState state) noexcept { return lookup(kStateNames, state); }
std::string_view name(Engagement engagement) noexcept { return lookup(kEngagementNames, engagement); }
std::string_view name(FailureClass failure) noexcept { return lookup(kFailureNames, failure); }
std::string_view name(Reason reason) noexcept { return lookup(kReasonNames, reason); }
std::optional<Channel> channel_from(std::string_view text) noexcept { return reverse(kChannelNames, text); }
std::optional<DeliveryState> delivery_state_from(std::string_view text) noexcept { return reverse(kStateNames, text); }
std::optional<Reason> reason_from(std::uint16_t number) noexcept {
  const auto at = std::ranges::find(kReasonNames, static_cast<Reason>(number), &Names<Reason>::first);
  return at == kReasonNames.end() ? std::nullopt : std::optional<Reason>(at->first);
}

}  // namespace guardline
