// The words the wire uses for channels, states, roles and the like. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/contact.h"
#include "core/domain/delivery.h"
#include "core/domain/notice.h"
#include "core/wire/describe.h"

#include <cstdint>

namespace guardline {

// Enumerators' names are the wire's words; a test compares them with name() of the domain.
GUARDLINE_WIRE_ENUM(Channel, sms, email, push, web, chat, phone)
GUARDLINE_WIRE_ENUM(DeliveryState, planned, intent, handed, accepted, unknown, delivered, failed, expired, suppressed,
                    cancelled)
GUARDLINE_WIRE_ENUM(FailureClass, person, message, carrier, system)
GUARDLINE_WIRE_ENUM(Category, core_risk, service, marketing, one_time_code)
GUARDLINE_WIRE_ENUM(StepMode, parallel, then)
GUARDLINE_WIRE_ENUM(EntryKind, message, note, call)
GUARDLINE_WIRE_ENUM(CallDirection, incoming, outgoing)
GUARDLINE_WIRE_ENUM(CallOutcome, answered, no_answer, busy, switched_off, wrong_person)
GUARDLINE_WIRE(CallFacts, (direction, outcome, minutes), choice("direction", "Who called."),
               choice("outcome", "What became of it."),
               integer("minutes", 0, kLongestCall, "How long it took; 0 for less than one."))

}  // namespace guardline

namespace guardline::api {

/// What a member of staff may do; the permission table stands in hub/edge/gate.
enum class Role : std::uint8_t { agent = 1, risk = 2, supervisor = 3, compliance = 4, admin = 5 };
GUARDLINE_WIRE_ENUM(Role, agent, risk, supervisor, compliance, admin)

/// Where a device stands on its way in (and out).
enum class DeviceState : std::uint8_t {
  submitted = 1,
  viewed = 2,
  approved = 3,
  refused = 4,
  expired = 5,
  revoked = 6,
  wiped = 7
};
GUARDLINE_WIRE_ENUM(DeviceState, submitted, viewed, approved, refused, expired, revoked, wiped)

}  // namespace guardline::api
