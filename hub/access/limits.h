// Every number of access control. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "core/crypto/argon2id.h"

#include <chrono>
#include <cstddef>

namespace guardline::access {

/// Defaults are the house's policy (docs/decisions); tests set shorter hashes only.
struct Limits {
  // Enrolment
  Micros code_life{std::chrono::minutes(15)};       ///< of an enrolment code
  Micros enrolment_life{std::chrono::hours(24)};    ///< a request may be resumed this long; once more after approval
  Micros certificate_life{std::chrono::days(365)};  ///< of a device certificate
  int devices_per_account{3};                       ///< waiting and approved ones together

  // Sessions: stricter than NIST SP 800-63B-4 section 2.2.3 (24 h, 1 h)
  Micros session_life{std::chrono::hours(12)};
  Micros session_idle{std::chrono::minutes(30)};
  Micros seen_step{std::chrono::minutes(1)};  ///< signs of life are written at most this often
  Micros ticket_life{std::chrono::seconds(30)};
  int tickets_per_session{16};  ///< live at once

  // Guessing: NIST allows 100 failures in a row at most; five lock for a while
  int failures_per_lock{5};
  int failures_hard{100};                          ///< then only an administrator unlocks
  Micros lock_first{std::chrono::minutes(15)};     ///< doubles with each further lock ...
  Micros lock_longest{std::chrono::hours(24)};     ///< ... up to this
  Micros wait_first{std::chrono::seconds(1)};      ///< after a single failure; doubles up to the next lock
  int address_factor{4};                           ///< devices and addresses lock after this many times more failures
  Micros throttle_forget{std::chrono::hours(48)};  ///< device, address and unknown-name counters untouched this long

  // Hashes
  crypto::Argon2Params password{};
  std::size_t hashes_at_once{4};              ///< 19 MiB and a core each
  Micros hash_wait{std::chrono::seconds(5)};  ///< for a free place; then exhausted
};

}  // namespace guardline::access
