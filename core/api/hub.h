// GET /v1/hub: who answers, and what time it has. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "core/wire/describe.h"

#include <string>

namespace guardline::api {

/// Any identity may ask. The console measures its clock's offset with `time` and half the round trip.
struct HubInfo {
  std::string name;
  Timestamp time;
  std::string version;
};
GUARDLINE_WIRE(HubInfo, (name, time, version),  //
               text("name", 1, 64, "The firm's name for this hub, for people."),
               time("time", "The hub's clock when it answered, microseconds since 1970-01-01 UTC."),
               text("version", 1, 32, "Version of the program."))

/// GET /healthz on the public listener.
struct Health {
  std::string status;
};
GUARDLINE_WIRE(Health, (status), text("status", 2, 16, "\"ok\" while the hub takes requests."))

}  // namespace guardline::api
