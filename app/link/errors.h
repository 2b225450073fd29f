// From answers of the wire to the failures that pages know. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/device/device_store.h"
#include "app/link/http_answer.h"
#include "core/base/time.h"
#include "models/gateway/session_values.h"

#include <string>

namespace guardline::app {

/// Codes for the help desk where the hub gave none of its own:
///   E-1001 unreachable · E-1002 no answer in time · E-1003 not our hub · E-1004 our certificate refused · E-1005 proxy
///   E-1006 answer too large · E-1007 too many requests · E-1008 answer not understood · E-1009 no hub known
///   E-1101 no key store · E-1102 key store locked · E-1103 secret missing from it · E-1104 it refused ·
///   E-1105 no answer from it · E-1201 device.json can't be used · E-1202 certificate and key don't fit · E-1203
///   internal
models::SessionError error_of(Trouble trouble);
models::SessionError error_of(const DeviceFailure& failure);
/// An answer that is not 2xx: its problem document's code decides; times count from `now`.
models::SessionError error_of(const HttpAnswer& answer, Timestamp now);
/// A 2xx whose body is none that this version knows.
models::SessionError not_understood();

/// The `code` of a problem document; empty when there is none.
std::string problem_code(const HttpAnswer& answer);

}  // namespace guardline::app
