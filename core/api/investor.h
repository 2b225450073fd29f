// /v1/investors: who somebody is, as far as it may be seen. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/session.h"
#include "core/api/words.h"
#include "core/base/id.h"
#include "core/base/time.h"
#include "core/wire/describe.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace guardline::api {

// All of this needs a step-up no older than 15 minutes: otherwise 401 step-up-required (RFC 9470). Each look is a row
// of the record, durable before the answer; where it can't be written the answer is 503 journal-unavailable and shows
// nothing.

/// POST /v1/investors/search -> 200 InvestorMatches: exact, and in the body on purpose (addresses are logged, bodies
/// are not). Either one of `reference`, `phone`, `email`; or `name` with one of these or `phone_tail`. Anything else is
/// 422 search-refused.
struct InvestorSearch {
  std::optional<std::string> reference{};
  std::optional<std::string> phone{};
  std::optional<std::string> email{};
  std::optional<std::string> name{};
  std::optional<std::string> phone_tail{};
};
GUARDLINE_WIRE(InvestorSearch, (reference, phone, email, name, phone_tail),
               text("reference", 1, 128,
                    "Id of an investor, a message or a delivery, or a carrier's reference as `carrier:reference`."),
               text("phone", 5, 24, "E.164, or a mainland number of 11 digits; blanks and hyphens don't count."),
               text("email", 3, 254, "Mailbox as on file; tried in lower case, too."),
               text("name", 1, 100, "The whole name."),
               text("phone_tail", 4, 4, "The last four digits of the telephone number.", Format::digits))

/// From failures that are the person's alone. reachable: some way works (or none was tried); weak: none surely, some
/// perhaps; lost: every way that was tried is dead.
enum class ReachState : std::uint8_t { reachable = 1, weak = 2, lost = 3 };
GUARDLINE_WIRE_ENUM(ReachState, reachable, weak, lost)
enum class ContactHealth : std::uint8_t { healthy = 1, doubtful = 2, dead = 3 };
GUARDLINE_WIRE_ENUM(ContactHealth, healthy, doubtful, dead)

/// One way to an investor: a contact point on file, or one that was tried.
struct ContactState {
  Channel channel{Channel::sms};
  bool on_file{false};
  bool valid{false};
  bool opted_out{false};
  std::optional<ContactHealth> health{};
  std::int64_t failures_in_a_row{};
  std::optional<std::string> last_reason{};
};
GUARDLINE_WIRE(ContactState, (channel, on_file, valid, opted_out, health, failures_in_a_row, last_reason),
               choice("channel", "The channel."), flag("on_file", "There is a contact point."),
               flag("valid", "It was not found dead; false without one."),
               flag("opted_out", "The investor wants nothing over it."),
               choice("health", "By the outcomes so far; absent before the first one."),
               count("failures_in_a_row", "Failures of the person's side since the last delivery."),
               shaped("last_reason", Format::name_id, "Reason of the last such failure."))

/// GET /v1/investors/{id} -> 200. Personal data are masked; one at a time can be had by POST .../reveal.
struct InvestorHead {
  InvestorId investor_id;
  std::string name;
  std::optional<std::string> phone{};
  std::optional<std::string> email{};
  std::string tier;
  std::string language;
  std::string time_zone;
  bool marketing_consent{false};
  bool erased{false};
  Timestamp since;
  ReachState reach{ReachState::reachable};
  std::vector<ContactState> contacts{};
};
GUARDLINE_WIRE(InvestorHead,
               (investor_id, name, phone, email, tier, language, time_zone, marketing_consent, erased, since, reach,
                contacts),
               id("investor_id", "Names the investor."), text("name", 0, 200, "Masked; empty once erased."),
               text("phone", 1, 40, "Masked."), text("email", 1, 254, "Masked."),
               shaped("tier", Format::name_id, "The investor's tier."), text("language", 1, 16, "BCP 47."),
               text("time_zone", 1, 64, "IANA."), flag("marketing_consent", "Agreed to marketing."),
               flag("erased", "Personal data were destroyed; what happened stays."), time("since", "On file since."),
               choice("reach", "Whether the investor can be reached."), list("contacts", 0, 6, "By channel."))

/// At most 20; `more` asks for another term.
struct InvestorMatches {
  std::vector<InvestorHead> investors{};
  bool more{false};
};
GUARDLINE_WIRE(InvestorMatches, (investors, more), list("investors", 0, 20, "Who fits."),
               flag("more", "There are others: a further term is needed."))

/// POST /v1/investors/{id}/seen-offline -> 204, with `Idempotency-Key`: what a console showed of its own copy while it
/// had no hub is written down now. Needs no step-up, for it has happened; `at` is that computer's word, kept as the
/// event's own time and never later than now.
struct SeenOffline {
  Timestamp at;
};
GUARDLINE_WIRE(SeenOffline, (at), time("at", "When it was shown."))

enum class RevealField : std::uint8_t { name = 1, phone = 2, email = 3 };
GUARDLINE_WIRE_ENUM(RevealField, name, phone, email)

/// POST /v1/investors/{id}/reveal -> 200 Revealed: one field in plain, journaled with its own reason. 404 where the
/// investor has none.
struct RevealRequest {
  RevealField field{RevealField::phone};
  AccessReason reason{AccessReason::caller_check};
  std::optional<std::string> note{};
};
GUARDLINE_WIRE(RevealRequest, (field, reason, note), choice("field", "What is to be seen."), choice("reason", "Why."),
               text("note", 6, 200, "What else there is to say about it; needed with reason `other`."))

struct Revealed {
  RevealField field{RevealField::phone};
  std::string value;
  Timestamp hide_at;
};
GUARDLINE_WIRE(Revealed, (field, value, hide_at), choice("field", "What this is."),
               text("value", 1, 254, "In plain. Never stored by a console.").hidden(),
               time("hide_at", "Consoles show it until then: 30 seconds."))

}  // namespace guardline::api
