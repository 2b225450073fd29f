// From a deliver_sm to what the hub records. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "core/domain/delivery.h"
#include "hub/dispatch/carriers/smpp/config.h"
#include "hub/dispatch/carriers/smpp/pdu.h"

#include <optional>
#include <string>
#include <string_view>

namespace guardline::dispatch::smpp {

/// A receipt before its id is folded (message_id.h).
struct RawReceipt {
  std::string id;
  DeliveryState state{DeliveryState::unknown};
  Reason reason{Reason::none};
  Timestamp occurred_at{};
  std::string code;  ///< status word and error, "UNDELIV 006"; a message_state without text as "state 5"
};

/// Reads parameters first (receipted_message_id, message_state, network_error_code), then the text, in any of the
/// default, Latin-1 and UCS-2 codings. Nothing where neither names a message id: then it is no receipt that can be told
/// of.
///
/// | stat | message_state | state | reason |
/// |---|---|---|---|
/// | DELIVRD | 2 | delivered | |
/// | ENROUTE, SCHEDULED, ACCEPTD | 1, 0, 6 | accepted | the centre has it: no delivery |
/// | EXPIRED | 3 | expired | carrier_expired |
/// | DELETED | 4 | failed | carrier_rejected |
/// | UNDELIV | 5 | failed | by error code, else carrier_answer_unclear |
/// | REJECTD, SKIPPED | 8, 9 | failed | by error code, else carrier_rejected |
/// | UNKNOWN, none, 7 | 7 | unknown | carrier_answer_unclear |
/// | two letters, colon, more ("MA:0001": operators' own) | | failed | by error code, else carrier_rejected |
/// | anything else | | unknown | carrier_answer_unclear |
///
/// Where text and parameter disagree the parameter holds, except that a bare 7 (unknown) yields to a status word.
/// The error code is the network's if it states one for GSM, else the text's; `overrides` go before the table of
/// `reason_of_map_error`.
///
/// `occurred_at`: the stated time less the zone's offset, where the text states one. Known to the minute only it is
/// taken as late in that minute as the arrival allows, and never later than the arrival: a report can't precede its
/// event.
std::optional<RawReceipt> read_receipt(const DeliverSm& pdu, const SmppConfig& config, Timestamp arrival);

/// True where the PDU says it is a receipt (esm_class), or carries a receipted_message_id.
bool claims_receipt(const DeliverSm& pdu);

/// Errors of the mobile application part (3GPP TS 29.002 section 17.6.6), which most carriers hand through:
/// 1, 5 no such subscriber → no_such_number · 6, 27 absent → handset_off · 9, 11, 12, 13 illegal, not provisioned,
/// barred → handset_suspended · 31 busy with another message → carrier_busy · 32 the handset's store is full or fails →
/// mailbox_full · 34 network failure → carrier_down · 21, 35, 36 refused by the network → carrier_rejected. Nothing for
/// others.
std::optional<Reason> reason_of_map_error(unsigned code);

}  // namespace guardline::dispatch::smpp
