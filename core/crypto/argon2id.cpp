// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/argon2id.h"

#include "core/crypto/random.h"

#include <array>
#include <charconv>
#include <optional>

#include <argon2.h>

namespace guardline::crypto {
namespace {

constexpr std::size_t kSaltSize = 16;
constexpr std::size_t kTagSize = 32;
constexpr std::size_t kMaxPassword = 4096;
constexpr Argon2Params kMost{.passes = 16, .memory_kib = 1U << 20, .lanes = 16};

std::unexpected<Error> failure(int code) {
  const bool memory = code == ARGON2_MEMORY_ALLOCATION_ERROR || code == ARGON2_THREAD_FAIL;
  return fail(memory ? ErrorCode::exhausted : ErrorCode::invalid_argument,
              std::string("Argon2id: ") + argon2_error_message(code));
}

bool take(std::string_view& text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text.remove_prefix(prefix.size());
  return true;
}

bool take(std::string_view& text, std::uint32_t& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc()) return false;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return true;
}

// libargon2 does not give the parameters of an encoded string back, so the head is read here.
std::optional<Argon2Params> params_of(std::string_view phc) {
  Argon2Params p;
  const bool ok = take(phc, "$argon2id$v=19$m=") && take(phc, p.memory_kib) && take(phc, ",t=") &&
                  take(phc, p.passes) && take(phc, ",p=") && take(phc, p.lanes) && phc.starts_with('$');
  return ok ? std::optional(p) : std::nullopt;
}

}  // namespace

Result<std::string> argon2id_hash(std::string_view password, const Argon2Params& params) {
  if (password.size() > kMaxPassword) return fail(ErrorCode::invalid_argument, "Argon2id: password too long");
  const auto salt = random_array<kSaltSize>();
  std::string phc(argon2_encodedlen(params.passes, params.memory_kib, params.lanes, kSaltSize, kTagSize, Argon2_id),
                  '\0');
  const int code = argon2id_hash_encoded(params.passes, params.memory_kib, params.lanes, password.data(),
                                         password.size(), salt.data(), salt.size(), kTagSize, phc.data(), phc.size());
  if (code != ARGON2_OK) return failure(code);
  phc.resize(phc.find('\0'));
  return phc;
}

Result<bool> argon2id_verify(std::string_view password, std::string_view phc) {
  const auto params = params_of(phc);
  if (!params || params->passes > kMost.passes || params->memory_kib > kMost.memory_kib ||
      params->lanes > kMost.lanes) {
    return fail(ErrorCode::corrupt, "Argon2id: unreadable hash");
  }
  if (password.size() > kMaxPassword) return false;
  const std::string encoded(phc);
  const int code = ::argon2id_verify(encoded.c_str(), password.data(), password.size());
  if (code == ARGON2_OK) return true;
  if (code == ARGON2_VERIFY_MISMATCH) return false;
  auto error = failure(code);
  if (error.error().code == ErrorCode::invalid_argument) error.error().code = ErrorCode::corrupt;
  return error;
}

bool argon2id_needs_rehash(std::string_view phc, const Argon2Params& params) { return params_of(phc) != params; }

Result<Secret> argon2id_derive(const Argon2Input& input, const Argon2Params& params, std::size_t size) {
  Secret out(size);
  const auto bytes = [](BytesView view) { return const_cast<std::uint8_t*>(view.data()); };  // only read (flags 0)
  argon2_context context{};
  context.out = out.writable().data();
  context.outlen = static_cast<std::uint32_t>(size);
  context.pwd = bytes(input.password);
  context.pwdlen = static_cast<std::uint32_t>(input.password.size());
  context.salt = bytes(input.salt);
  context.saltlen = static_cast<std::uint32_t>(input.salt.size());
  context.secret = bytes(input.secret);
  context.secretlen = static_cast<std::uint32_t>(input.secret.size());
  context.ad = bytes(input.associated);
  context.adlen = static_cast<std::uint32_t>(input.associated.size());
  context.t_cost = params.passes;
  context.m_cost = params.memory_kib;
  context.lanes = params.lanes;
  context.threads = params.lanes;
  context.version = ARGON2_VERSION_13;
  context.flags = ARGON2_DEFAULT_FLAGS;
  const int code = argon2id_ctx(&context);
  if (code != ARGON2_OK) return failure(code);
  return out;
}

}  // namespace guardline::crypto
