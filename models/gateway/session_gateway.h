// The way to the hub for enrolment, sign-in and the connection's state. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/handle.h"
#include "models/gateway/session_values.h"

#include <expected>
#include <functional>
#include <vector>

namespace guardline::models {

template <class T>
using Answer = std::function<void(std::expected<T, SessionError>)>;

/// GUI thread only: every method is called there and returns at once, and every callback is delivered there, later,
/// from the event loop, at most once per request and never after its handle has ended. The gateway outlives its
/// handles. Secrets (password, codes, TOTP secret, recovery codes) are neither stored nor logged by an implementation.
class SessionGateway {
 public:
  SessionGateway() = default;
  SessionGateway(const SessionGateway&) = delete;
  SessionGateway& operator=(const SessionGateway&) = delete;
  virtual ~SessionGateway() = default;

  /// Read from this computer only: no request. Its standing changes by `enrol`, by an `enrolment_state` that says
  /// approved, refused or expired, and by a revocation.
  [[nodiscard]] virtual LocalDevice local_device() const = 0;

  /// Name, version, latency and clock offset of the hub. Failures: unreachable, certificate_refused, device_revoked.
  virtual Handle hub_info(Answer<HubInfo> answer) = 0;

  /// Makes the device key, asks for approval. `code` is what a person pasted (core/crypto/enrolment_code.h); `name`
  /// 1..64 characters. Failures: code_invalid, code_refused, unreachable, certificate_refused, keychain, busy.
  virtual Handle enrol(const QString& code, const QString& name, bool shared, Answer<EnrolmentReceipt> answer) = 0;

  /// The receipt of the enrolment that is under way on this computer, kept across restarts; none otherwise.
  [[nodiscard]] virtual std::optional<EnrolmentReceipt> pending_enrolment() const = 0;

  /// Where the enrolment stands. On approved the gateway has stored the certificate before it answers.
  virtual Handle enrolment_state(Answer<EnrolmentStatus> answer) = 0;

  /// Failures: already, unreachable, device_unknown (expired or refused meanwhile).
  virtual Handle totp_secret(Answer<TotpSecret> answer) = 0;

  /// `code`: six digits. Failures: totp_wrong, waits, already, unreachable.
  virtual Handle verify_totp(const QString& code, Answer<void> answer) = 0;

  /// Ten codes of 16 base32 characters, given out once. Failures: already, unreachable.
  virtual Handle recovery_codes(Answer<QStringList> answer) = 0;

  /// All three parts are checked together. Failures: refused, waits, locked, role, device_revoked, device_unknown,
  /// unreachable, certificate_refused, busy, keychain. A live session is replaced.
  virtual Handle sign_in(const SignInRequest& request, Answer<Session> answer) = 0;

  /// Of the live session. Failures: totp_wrong, waits, locked, unreachable, busy.
  virtual Handle step_up(const StepUpRequest& request, Answer<StepUp> answer) = 0;

  /// The person's own live sessions, newest first. Only with a live session. Failures: unreachable, busy, internal.
  virtual Handle own_sessions(Answer<std::vector<OwnSession>> answer) = 0;

  /// Ends one of them, on whatever device it is. Failures: already (it is over), unreachable, busy, internal.
  virtual Handle end_session(const QString& id, Answer<void> answer) = 0;

  /// Forgets the session at once, here; the hub is told when it can be.
  virtual void sign_out() = 0;

  /// Called once soon after subscribing with the present state, then at each change (at most ten a second).
  virtual Handle watch_connection(std::function<void(const Connection&)> changed) = 0;

  /// Called when a live session ends without `sign_out`.
  virtual Handle watch_session_end(std::function<void(SessionEnd)> ended) = 0;

  /// Starts the next try now; does nothing while online or while one runs.
  virtual void retry_now() = 0;
};

}  // namespace guardline::models
