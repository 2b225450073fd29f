// What the durability cases share. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hub/spine/verify.h"
#include "tests/spine/fixture.h"

#include <map>
#include <set>
#include <string>

namespace guardline::spine::test {

extern int kill_runs;

inline const Bytes kFileKey(32, 0x42);

/// The spine's file through another VFS, or with another `synchronous`, checkpointed every few groups so that faults
/// hit checkpoints too.
Stores fragile_stores(const std::string& folder, const std::string& vfs, bool full);

/// How often each number's event (delivery `number`) stands in the spine; also checks the whole chain. No threads.
std::map<std::uint64_t, int> numbers_in(const std::string& folder);
std::uint64_t number_of(DeliveryId delivery);

/// One event about delivery `number`, sent under an idempotency key of its own.
Submission numbered(const Clock& clock, std::uint64_t number);

}  // namespace guardline::spine::test
