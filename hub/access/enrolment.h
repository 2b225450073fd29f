// A device's way in: code, request, second factor, certificate. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/words.h"
#include "core/base/bytes.h"
#include "core/base/error.h"
#include "core/base/id.h"
#include "core/base/time.h"
#include "hub/access/actor.h"
#include "hub/access/refusal.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guardline::access {

class Backend;

struct IssuedCode {
  std::string text;  ///< crypto::EnrolmentCode in its text form; shown once, stored only as a hash
  Timestamp expires_at;
};

struct EnrolmentRequest {
  std::string secret;  ///< the 16 bytes of the code, base64url without padding (22 characters)
  std::string csr_pem;
  std::string device_name;  ///< 1..64 characters of UTF-8 without control characters
  bool shared{false};       ///< a desk used by several people: any account may sign in on it
  std::string address;      ///< where it came from, for throttling; never stored in the clear
};

struct EnrolmentReceipt {
  DeviceId device;
  std::string fingerprint;  ///< 64 lower-case hexadecimal digits: SHA-256 of the device's SubjectPublicKeyInfo
  std::string account;
  std::string display_name;
  api::Role role{api::Role::agent};
  bool factor_bound{false};  ///< this person has an authenticator already: the steps after this one fall away
  std::string poll_token;    ///< for the other calls; stored only as a hash
};

struct EnrolmentState {
  api::DeviceState state{api::DeviceState::submitted};
  Timestamp submitted_at{};
  std::optional<Timestamp> viewed_at;
  std::optional<Timestamp> approved_at;
  Timestamp expires_at{};     ///< end of this enrolment (24 h, and 24 h from the approval)
  bool totp_verified{false};  ///< bound in this enrolment or before it
  bool recovery_codes_issued{false};
  std::string certificate_pem;  ///< from `approved` on
  std::string ca_pem;           ///< from `approved` on
};

struct TotpSecret {
  std::string secret_base32;
  std::string otpauth_uri;
};

/// What the person binds here (authenticator, recovery codes) comes into force only with the administrator's approval:
/// someone who stole a code gains nothing from a request that is refused. Blocking; thread safe.
class Enrolment {
 public:
  explicit Enrolment(Backend& backend) : backend_(backend) {}

  /// An administrator's order: a code for one account, 15 minutes, one use. denied, not_found, conflict (account
  /// inactive, or has its number of devices).
  Result<IssuedCode> issue_code(AccountId account, const Actor& actor);

  /// unauthenticated (secret unknown, used, or expired: not told apart), invalid_argument (request or name), conflict
  /// (key enrolled before; too many devices), exhausted (this address guesses). A repeat with the same secret and the
  /// same key within the code's time gives the same device a new poll token: an answer lost on the way costs nothing.
  Checked<EnrolmentReceipt> request(const EnrolmentRequest& request);

  // With the poll token. unauthenticated: unknown device, wrong token, or the enrolment's time is over.

  Result<EnrolmentState> state(DeviceId device, std::string_view poll_token);
  /// A new secret each call. conflict: an authenticator is bound already, or the request was refused.
  Result<TotpSecret> new_totp(DeviceId device, std::string_view poll_token);
  /// denied with code wrong (tries left), exhausted (wait), conflict (no secret made yet, or bound already).
  /// Note: here `unauthenticated` means the token, `denied` the code.
  Checked<void> verify_totp(DeviceId device, std::string_view poll_token, std::string_view code);
  /// Ten codes of 16 base32 characters, once, after the authenticator is verified; stored only as Argon2id hashes.
  /// conflict: issued before, or no authenticator verified in this enrolment.
  Result<std::vector<std::string>> recovery_codes(DeviceId device, std::string_view poll_token);

 private:
  Backend& backend_;
};

}  // namespace guardline::access
