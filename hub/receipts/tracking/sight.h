// Person or machine? The rules alone, no I/O. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <optional>
#include <string_view>

namespace guardline::receipts {

/// A picture asked for sooner than this after the carrier took the mail was asked for by a machine: gateways look at
/// mail before they deliver it, prefetchers right after.
inline constexpr Micros kTooSoon = std::chrono::seconds(5);

/// What a request shows of itself. Header values as sent; empty = not there.
struct Fetch {
  std::string_view user_agent;
  std::string_view purpose;  ///< Purpose, Sec-Purpose, X-Purpose or X-Moz, whichever is there
};

/// Why the request looks like a machine's: no-agent, bare-agent (Apple's mail privacy proxy says "Mozilla/5.0" and
/// nothing else), image-proxy, scanner, library, prefetch; empty = nothing says so. A proxy that fetches when its user
/// opens (Gmail's) is counted as a machine, too: it does not tell an opening from a look ahead, and the trusted open
/// rate may be too low, never too high.
std::string_view machine_by_sight(const Fetch& fetch) noexcept;

/// Why the time makes it a machine's: "too-soon" (also when the carrier has not answered yet); empty = it does not.
std::string_view machine_by_time(Timestamp at, std::optional<Timestamp> accepted_at) noexcept;

}  // namespace guardline::receipts
