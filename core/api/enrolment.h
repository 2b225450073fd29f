// /v1/enrolment: a device becomes known, its person binds the second factor. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/words.h"
#include "core/base/id.h"
#include "core/base/time.h"
#include "core/wire/describe.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace guardline::api {

/// POST /v1/enrolment -> 201 EnrolmentReceipt. The secret is the last part of the enrolment code, works once, for the
/// account it was made for. Problems: enrolment-refused (403), csr-invalid (400), invalid-body, busy.
struct EnrolmentRequest {
  std::string secret;
  std::string csr_pem;
  std::string device_name;
  bool shared{false};
};
GUARDLINE_WIRE(EnrolmentRequest, (secret, csr_pem, device_name, shared),
               text("secret", 22, 22, "The 16-byte one-use secret of the enrolment code, base64url without padding.",
                    Format::token)
                   .hidden(),
               text("csr_pem", 64, 8192, "PKCS #10 request (PEM), EC P-256, signed by the device's new key.",
                    Format::pem),
               text("device_name", 1, 64, "What people will call this device."),
               flag("shared", "True for a desk used by several people."))

/// `poll_token` goes into `Authorization: Enrolment <poll_token>` of the other enrolment routes; it is shown once.
struct EnrolmentReceipt {
  DeviceId device_id;
  std::string fingerprint;
  std::string account;
  std::string display_name;
  Role role{Role::agent};
  bool factor_bound{false};
  std::string poll_token;
};
GUARDLINE_WIRE(EnrolmentReceipt, (device_id, fingerprint, account, display_name, role, factor_bound, poll_token),
               id("device_id", "Names the device from now on."),
               text("fingerprint", 64, 64,
                    "SHA-256 of the device's public key (SubjectPublicKeyInfo); its last 8 digits are "
                    "read to the administrator by voice.",
                    Format::hex),
               shaped("account", Format::name_id, "The account the code was made for."),
               text("display_name", 1, 64, "That person's name."), choice("role", "That person's role."),
               flag("factor_bound", "True if this person has an authenticator already: nothing more to bind."),
               shaped("poll_token", Format::token, "Credential for the rest of this enrolment.").hidden())

/// GET /v1/enrolment/{device_id} -> 200. Certificates are there from `approved` on.
struct EnrolmentStatus {
  DeviceState state{DeviceState::submitted};
  Timestamp submitted_at;
  std::optional<Timestamp> viewed_at;
  std::optional<Timestamp> approved_at;
  Timestamp expires_at;
  bool totp_verified{false};
  bool recovery_codes_issued{false};
  std::optional<std::string> certificate_pem;
  std::optional<std::string> ca_pem;
};
GUARDLINE_WIRE(EnrolmentStatus,
               (state, submitted_at, viewed_at, approved_at, expires_at, totp_verified, recovery_codes_issued,
                certificate_pem, ca_pem),
               choice("state", "submitted, viewed, approved, refused or expired."),
               time("submitted_at", "When the request came."), time("viewed_at", "When an administrator first saw it."),
               time("approved_at", "When it was approved."),
               time("expires_at", "Until then this enrolment may be resumed."),
               flag("totp_verified", "True once an authenticator is bound."),
               flag("recovery_codes_issued", "True once the recovery codes were shown."),
               shaped("certificate_pem", Format::pem, "The device's certificate."),
               shaped("ca_pem", Format::pem, "The device CA's certificate."))

/// POST /v1/enrolment/{device_id}/totp -> 200: a new secret each call, until one is verified (then 409 totp-bound).
struct TotpSecret {
  std::string secret_base32;
  std::string otpauth_uri;
};
GUARDLINE_WIRE(TotpSecret, (secret_base32, otpauth_uri),
               shaped("secret_base32", Format::base32, "160-bit shared secret for typing in.").hidden(),
               shaped("otpauth_uri", Format::uri, "The same for a QR code: SHA-1, 6 digits, 30 s.").hidden())

/// POST /v1/enrolment/{device_id}/totp/verify -> 204. Problems: totp-wrong (403), account-waits (429).
struct TotpCode {
  std::string code;
};
GUARDLINE_WIRE(TotpCode, (code), text("code", 6, 6, "What the authenticator shows now.", Format::digits).hidden())

/// POST /v1/enrolment/{device_id}/recovery-codes -> 200 once, after the authenticator is bound (409 conflict
/// otherwise). The hub keeps hashes only.
struct RecoveryCodes {
  std::vector<std::string> codes;
};
GUARDLINE_WIRE(RecoveryCodes, (codes),
               list("codes", 10, 10, "Each works once in place of an authenticator code.").each(16, 16, Format::base32))

}  // namespace guardline::api
