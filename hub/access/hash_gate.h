// A bound on password hashes that run at once. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/time.h"
#include "core/crypto/argon2id.h"

#include <cstddef>
#include <semaphore>
#include <string>
#include <string_view>

namespace guardline::access {

/// Without it, a burst of sign-ins would take 19 MiB and a core each until the machine has neither. Thread safe,
/// blocking. Calls that find no place in time fail with exhausted.
class HashGate {
 public:
  HashGate(std::size_t at_once, Micros wait, const crypto::Argon2Params& params);

  Result<std::string> hash(std::string_view secret);
  /// `phc` empty: computes all the same, against a hash of nothing anybody knows, and answers false.
  Result<bool> verify(std::string_view secret, std::string_view phc);
  [[nodiscard]] bool needs_rehash(std::string_view phc) const { return crypto::argon2id_needs_rehash(phc, params_); }

 private:
  template <class F>
  auto inside(F work) -> decltype(work());

  std::counting_semaphore<> places_;
  Micros wait_;
  crypto::Argon2Params params_;
  std::string dummy_;
};

}  // namespace guardline::access
