// From one delivery to its submit_sm's. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "hub/dispatch/carrier.h"
#include "hub/dispatch/carriers/smpp/config.h"
#include "hub/dispatch/carriers/smpp/pdu.h"

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace guardline::dispatch::smpp {

/// The submits of one delivery in part order (always UCS-2, receipts asked for), or the refusal where it can never go:
/// an address that is not E.164 (no_such_number), a text that is not UTF-8 (content_refused), too many parts
/// (message_too_long), `valid_until` reached (carrier_expired).
/// `reference` joins the parts of one text: the next of the caller's counter; udh uses its lower eight bits.
std::variant<std::vector<SubmitSm>, Answer> make_parts(const Outgoing& out, const SmppConfig& config,
                                                       std::uint16_t reference, Timestamp now);

/// A relative validity period (section 7.1.1.2) of at least a second and at most 31 days, "000001000000000R" for a day.
std::string relative_validity(Micros left);

}  // namespace guardline::dispatch::smpp
