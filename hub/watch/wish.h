// What a person wants done, and what they saw of an alert. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "hub/watch/record.h"
#include "hub/watch/table.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace guardline::watch {

/// What a person wants done to an alert.
struct PersonAct {
  AlertId alert;
  AlertAct act{};              ///< acknowledged, resolved, assigned, shelved, unshelved
  std::int64_t occurrence{0};  ///< what the person saw
  AccountId actor;             ///< none = the local operator
  std::string words;
  std::optional<Timestamp> until;
  AccountId owner;
  std::string key;  ///< Idempotency-Key, 1..128 visible ASCII characters
};

struct AlertReading {
  AlertRecord alert;
  std::vector<LogLine> log;  ///< the newest 500, newest first
};

}  // namespace guardline::watch
