// This computer's identity over an enrolment's life. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/device/device_record.h"
#include "app/device/secret_store.h"
#include "core/api/enrolment.h"
#include "core/crypto/enrolment_code.h"
#include "core/crypto/key.h"

#include <QObject>
#include <expected>
#include <functional>
#include <optional>
#include <string>

namespace guardline::app {

/// Why the identity could not be read or kept. Nothing is ever kept in clear instead.
struct DeviceFailure {
  enum class Kind {
    secrets,   ///< `secret` says how the Secret Service failed
    file,      ///< device.json can't be read or written
    mismatch,  ///< what the hub sent does not fit our key
    internal,
  };
  Kind kind{Kind::internal};
  std::optional<SecretFailure> secret;
};

/// Whom to call and as whom. Without a key and certificate only what needs no device may be asked.
struct DeviceIdentity {
  std::string hub_address;
  Digest hub_key{};
  std::string certificate_pem;  ///< empty: none
  std::optional<crypto::PrivateKey> key;
};

/// GUI thread; answers come later, from the event loop.
class DeviceStore final : public QObject {
  Q_OBJECT
 public:
  template <class T>
  using Done = std::function<void(std::expected<T, DeviceFailure>)>;

  DeviceStore(QString folder, const Clock& clock, QObject* parent = nullptr);

  /// Reads the file. An enrolment older than a day is dropped. Errors: io, corrupt (the store is then empty, the file
  /// is left as it is until a new enrolment replaces it).
  Status open();
  [[nodiscard]] const std::optional<DeviceRecord>& record() const { return record_; }

  /// Whom to call, without our key and certificate. Nothing without a record.
  [[nodiscard]] std::optional<DeviceIdentity> hub() const;
  /// The identity with its secrets, read once and kept in memory; a failure is tried anew at the next call, since a
  /// person may have unlocked the key store meanwhile. Without a record: mismatch.
  void identity(Done<DeviceIdentity> done);
  /// The credential of the enrolment under way.
  void enrolment_token(Done<crypto::Secret> done);

  /// This computer's part of the local copy's key: 32 bytes, made at the first call.
  void vault_secret(Done<crypto::Secret> done);

  /// A key that is safely in the Secret Service, and the request signed with it. Changes nothing else yet.
  struct Prepared {
    crypto::EnrolmentCode code;
    crypto::PrivateKey key;
    std::string slot;
    std::string csr_pem;
    std::string device_name;
    bool shared{false};
  };
  void prepare(const crypto::EnrolmentCode& code, const std::string& device_name, bool shared, Done<Prepared> done);
  /// The hub did not take the request.
  void discard(const Prepared& prepared) { drop_secrets(prepared.slot); }
  /// The hub took the request: its credential goes into the Secret Service, the rest into the file. Replaces an earlier
  /// enrolment and its secrets.
  void submitted(const Prepared& prepared, api::EnrolmentReceipt receipt, Done<void> done);
  /// Refuses (mismatch) a certificate for another key.
  std::expected<void, DeviceFailure> approved(const std::string& certificate_pem, const std::string& ca_pem);
  /// Authenticator and recovery codes are done: the enrolment's credential is of no more use.
  void steps_done();
  /// Refused or expired: everything of it goes.
  void forget();
  /// For good: the secrets are destroyed, the file remembers that this device was revoked. `done` after the secrets
  /// are gone.
  void revoked(Done<void> done);
  /// Ignored on shared devices.
  void remember_account(const std::string& account);

 private:
  void drop_secrets(const std::string& slot);
  [[nodiscard]] std::expected<void, DeviceFailure> save();

  QString folder_;
  const Clock& clock_;
  SecretStore secrets_;
  std::optional<DeviceRecord> record_;
  std::optional<crypto::PrivateKey> key_;
};

}  // namespace guardline::app
