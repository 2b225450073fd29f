// What an answer's command_status means for a delivery. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/delivery.h"
#include "hub/dispatch/carrier.h"

#include <cstdint>
#include <string>

namespace guardline::dispatch::smpp {

inline constexpr std::uint32_t kOk = 0x00;
inline constexpr std::uint32_t kInvalidCommandLength = 0x02;
inline constexpr std::uint32_t kInvalidCommandId = 0x03;
inline constexpr std::uint32_t kQueueFull = 0x14;
inline constexpr std::uint32_t kThrottled = 0x58;
inline constexpr std::uint32_t kReceiverTemporary = 0x64;
inline constexpr std::uint32_t kReceiverPermanent = 0x65;
inline constexpr std::uint32_t kInvalidParameters = 0xC0;

struct Verdict {
  Answer::Outcome outcome;
  Reason reason;
};

/// For submit_sm_resp and for a generic_nack in its place (SMPP 3.4 section 5.1.3):
///
/// | status | outcome | reason |
/// |---|---|---|
/// | 00 | accepted | |
/// | 01 message length | refused | message_too_long |
/// | 04 bind state | retry | carrier_down |
/// | 08 system error, 45 submit failed, 64 temporary | retry | carrier_busy |
/// | 0B destination | refused | no_such_number |
/// | 14 queue full | retry | carrier_busy |
/// | 58 throttled | retry | carrier_throttled |
/// | 62 validity | refused | carrier_expired |
/// | 66 message rejected | refused | content_refused |
/// | FF unknown error | retry | carrier_answer_unclear |
/// | all others | refused | carrier_rejected |
Verdict verdict_of(std::uint32_t status);

/// True for the two by which a centre asks for a slower pace.
bool asks_for_pause(std::uint32_t status);

/// "ESME_RTHROTTLED (0x58)"; without a name for what the specification does not name.
std::string status_text(std::uint32_t status);

}  // namespace guardline::dispatch::smpp
