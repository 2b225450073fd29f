// Variable envelope return paths: which delivery a bounce is about, proven. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bytes.h"
#include "core/base/error.h"
#include "core/base/id.h"

#include <optional>
#include <string>
#include <string_view>

namespace guardline::mail {

/// Makes and checks the tokens of return paths `<local>+<token>@<domain>`. A token is 42 characters of lower-case
/// base32 (RFC 4648 section 6): the 16 bytes of the delivery id, then the first 80 bits of HMAC-SHA-256 over them.
/// Base32, because a relay may fold the case of a local part (RFC 5321 section 2.4 forbids it, some do) and a local
/// part ends at 64 characters. Whoever receives a message sees its return path, so a recipient can make a bounce for
/// their own delivery; nobody can make one for another's. Immutable after `make`; thread safe.
class Verp {
 public:
  static constexpr std::size_t kTokenSize = 42;

  /// `key`: at least 32 bytes, the hub's alone, the same for sending and reading. `local` [a-z0-9-]{1,16}, `domain` a
  /// host name in ASCII. Errors: invalid_argument.
  static Result<Verp> make(Bytes key, std::string local, std::string domain);

  [[nodiscard]] std::string token(const DeliveryId& delivery) const;
  /// The envelope sender of a delivery, without angle brackets.
  [[nodiscard]] std::string return_path(const DeliveryId& delivery) const;

  enum class Finding { ours, forged, none };
  struct Match {
    Finding finding{Finding::none};
    DeliveryId delivery;  ///< only where ours
    std::string token;    ///< lower case; only where ours
  };
  /// Reads one mailbox ("bounce+...@domain", case ignored, angle brackets allowed). `none`: not in the form of our
  /// return paths; `forged`: in the form, but the proof is wrong.
  [[nodiscard]] Match match(std::string_view mailbox) const;

  [[nodiscard]] const std::string& domain() const noexcept { return domain_; }

 private:
  Verp(Bytes key, std::string local, std::string domain);

  Bytes key_;
  std::string local_;
  std::string domain_;
};

/// True for an ASCII host name as mail uses it: labels of letters, digits and '-', at most 253 characters.
bool is_host_name(std::string_view text) noexcept;

}  // namespace guardline::mail
