// What the session gateway speaks in: plain values. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <QString>
#include <QStringList>
#include <chrono>
#include <cstdint>
#include <optional>

namespace guardline::models {

using Milliseconds = std::chrono::milliseconds;

enum class Role { agent, risk, supervisor, compliance, admin };

/// This computer as the hub knows it. Kept by the console between starts.
struct LocalDevice {
  enum class Standing {
    unknown,    ///< never enrolled: the only way on is an enrolment code
    enrolling,  ///< a request is at the hub; an enrolment may be resumed until it expires
    bound,      ///< approved, its certificate is here: sign-in is possible
    revoked,    ///< the hub refused it for good
  };
  Standing standing{Standing::unknown};
  QString id;            ///< the hub's id of the device; empty while unknown
  QString name;          ///< suggested from the host name while unknown
  bool shared{false};    ///< a desk of several people: account names are not remembered
  QString fingerprint;   ///< SHA-256 of the device's public key, 64 lower-case hex digits; empty while unknown
  QString system;        ///< the operating system's name and version, for people
  QString hub_address;   ///< "host:port"; empty while unknown
  QString last_account;  ///< the account last signed in here; always empty on a shared device
};

/// GET /v1/hub, measured by the console.
struct HubInfo {
  QString name;
  QString version;
  Milliseconds latency{};       ///< round trip
  Milliseconds clock_offset{};  ///< this computer's clock minus the hub's; more than 15 s makes codes fail
  QString protocol;             ///< "TLS 1.3"
  bool mutual{false};           ///< both sides' certificates were checked
};

enum class Failure {
  refused,              ///< account, password or code: never said which
  waits,                ///< too many failures: `until` says when the next try is looked at
  locked,               ///< the account is locked until an administrator unlocks it
  role,                 ///< proved, but this account has not been opened for the console
  device_revoked,       ///< this device was revoked
  device_unknown,       ///< the hub has no such device (or it was refused): enrol again
  code_refused,         ///< enrolment code unknown, used or expired
  code_invalid,         ///< enrolment code is no code
  totp_wrong,           ///< the code is wrong or was used already
  already,              ///< done before (authenticator bound, recovery codes shown)
  unreachable,          ///< no connection to the hub
  certificate_refused,  ///< the other side did not prove to be our hub; nothing was sent
  busy,                 ///< the hub asks to come back at `until`
  keychain,             ///< the system's key store is locked or missing: no key can be made or read
  version,              ///< the hub speaks something that this version does not understand
  internal,
};

/// `reference` is a code for the help desk ("sign-in-refused", "E-1003"), never shown alone.
struct SessionError {
  Failure failure{Failure::internal};
  std::optional<int> attempts_left;  ///< only for refused and totp_wrong, from the second failure on
  std::optional<Timestamp> until;    ///< only for waits and busy
  QString reference;
};

/// What POST /v1/enrolment answered, without its credential (the gateway keeps that).
struct EnrolmentReceipt {
  QString device_id;
  QString fingerprint;  ///< 64 lower-case hex digits
  QString account;
  QString display_name;
  Role role{Role::agent};
  bool factor_bound{false};  ///< the person has an authenticator already: steps 1 and 3 fall away
};

struct EnrolmentStatus {
  enum class State { submitted, viewed, approved, refused, expired };
  State state{State::submitted};
  Timestamp submitted_at;
  std::optional<Timestamp> viewed_at;
  std::optional<Timestamp> approved_at;
  Timestamp expires_at;
  bool totp_verified{false};
  bool recovery_codes_issued{false};
};

/// A new one with every call until one is verified. Never stored, never logged.
struct TotpSecret {
  QString base32;       ///< 32 characters A-Z, 2-7
  QString otpauth_uri;  ///< the same for a QR code
};

struct SignInRequest {
  QString account;
  QString password;
  QString code;  ///< six digits, or a recovery code (16 base32 characters without blanks)
};

/// A live session. Its token stays in the gateway.
struct Session {
  QString account;
  QString display_name;
  Role role{Role::agent};
  Timestamp expires_at;
  std::chrono::seconds idle{};
  Timestamp second_factor_at;
  std::optional<int> recovery_codes_left;  ///< only after signing in with a recovery code
};

/// Why somebody looks at investors: the list of the step-up.
enum class AccessReason { caller_check, complaint, risk_case, regulator, quality_review, other };

struct StepUpRequest {
  QString code;  ///< six digits
  AccessReason reason{AccessReason::caller_check};
  QString note;  ///< 6..200 characters with `other`; else it may be empty
};

/// A fresh second factor of the live session, with the reason that each look until its end is written down with.
struct StepUp {
  Timestamp until;  ///< the hub's clock
  AccessReason reason{AccessReason::caller_check};
  QString note;
};

/// One live session of the person who asks.
struct OwnSession {
  QString id;
  QString device;       ///< its name
  bool shared{false};   ///< a desk of several people
  bool current{false};  ///< this one
  QString place;        ///< the network it was opened from, "10.3.7.*"; may be empty
  Timestamp since;
  Timestamp seen;  ///< last sign of life, to the minute
};

/// Why a session that was live is no more, when nobody signed out.
enum class SessionEnd { expired, idle, ended_elsewhere, device_revoked };

struct Connection {
  enum class State { connecting, online, reconnecting, offline };
  State state{State::connecting};
  Milliseconds latency{};             ///< online: round trip of the last ping
  int attempt{0};                     ///< reconnecting: counts from 1
  std::optional<Timestamp> retry_at;  ///< reconnecting and offline: when the next try starts; none while one runs
  std::optional<Timestamp> since;     ///< reconnecting and offline: when the connection was lost
  std::optional<Failure> cause;       ///< reconnecting and offline: unreachable, certificate_refused, device_revoked
  QString position;                   ///< opaque label of the last event seen, for people; may be empty
  std::optional<Timestamp> last_event_at;
};

}  // namespace guardline::models
