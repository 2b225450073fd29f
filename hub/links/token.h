// The part of a link that names what it is about. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/id.h"
#include "core/base/time.h"
#include "core/crypto/secret.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace guardline::links {

/// A token of one purpose is none of another.
enum class Purpose : std::uint8_t {
  letter = 1,  ///< the message in the web inbox
  pixel = 2,   ///< the picture that tells of an opening
  click = 3,   ///< a link of the message's own words, by its place among them
};

inline constexpr auto kLinkLife = std::chrono::days(30);
inline constexpr std::size_t kTokenSize = 32;    ///< characters
inline constexpr std::uint8_t kMostClicks = 20;  ///< links of one message that are followed

/// Makes and reads tokens. The delivery's id is sealed by AES key wrap (RFC 3394) under a key of the purpose: nobody
/// can make or change a token without the key (a guess passes with 2^-64, and has to hit a delivery that exists), the
/// same delivery always has the same one, nothing is stored, and a foreign one is refused without asking the store.
/// Thread safe.
class Tokens {
 public:
  /// `key`: 32 bytes, outside the record. Another key ends every link there is.
  explicit Tokens(crypto::Secret key) : key_(std::move(key)) {}

  /// 32 characters of [A-Za-z0-9_-]. `place` is for clicks: 0..kMostClicks-1.
  [[nodiscard]] std::string make(Purpose purpose, DeliveryId delivery, std::uint8_t place = 0) const;
  /// Nothing for anything that `make` has not made with these arguments. Any text is safe.
  [[nodiscard]] std::optional<DeliveryId> read(Purpose purpose, std::string_view token, std::uint8_t place = 0) const;

  /// A proof that whoever shows it has passed the one-time code of this delivery's message; ends at `until` (whole
  /// seconds). At most 64 characters of [A-Za-z0-9_.-].
  [[nodiscard]] std::string make_pass(DeliveryId delivery, Timestamp until) const;
  [[nodiscard]] bool holds(std::string_view pass, DeliveryId delivery, Timestamp now) const;

  /// The one-time code that the notice `carrying` tells: six digits, the same at every try of its hand-over, and kept
  /// nowhere.
  [[nodiscard]] std::string code(NoticeId carrying) const;

 private:
  [[nodiscard]] crypto::Secret key_for(std::string_view what) const;
  crypto::Secret key_;
};

}  // namespace guardline::links
