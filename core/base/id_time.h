// The time inside an id. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/base/time.h"

#include <cstdint>

namespace guardline {

/// When a UUIDv7 was made (RFC 9562 section 5.7), millisecond precision. Of a delivery: when it was planned.
template <class Tag>
Timestamp time_of(const Id<Tag>& id) noexcept {
  std::int64_t milliseconds = 0;
  for (std::size_t i = 0; i < 6; ++i) milliseconds = milliseconds << 8 | id.value[i];
  return from_micros(milliseconds * 1000);
}

}  // namespace guardline
