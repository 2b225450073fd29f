// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/access/hash_gate.h"

#include "core/base/bytes.h"
#include "core/crypto/random.h"

namespace guardline::access {

HashGate::HashGate(std::size_t at_once, Micros wait, const crypto::Argon2Params& params)
    : places_(static_cast<std::ptrdiff_t>(at_once)),
      wait_(wait),
      params_(params),
      dummy_(crypto::argon2id_hash(to_hex(crypto::random_bytes(32)), params).value_or("")) {}

template <class F>
auto HashGate::inside(F work) -> decltype(work()) {
  if (!places_.try_acquire_for(wait_)) return fail(ErrorCode::exhausted, "too many password checks at once");
  auto result = work();
  places_.release();
  return result;
}

Result<std::string> HashGate::hash(std::string_view secret) {
  return inside([&] { return crypto::argon2id_hash(secret, params_); });
}

Result<bool> HashGate::verify(std::string_view secret, std::string_view phc) {
  return inside([&]() -> Result<bool> {
    auto same = crypto::argon2id_verify(secret, phc.empty() ? std::string_view(dummy_) : phc);
    if (same && phc.empty()) return false;
    return same;
  });
}

}  // namespace guardline::access
