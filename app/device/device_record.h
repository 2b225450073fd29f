// What this computer keeps about its enrolment, as a file. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/words.h"
#include "core/base/error.h"
#include "core/base/time.h"
#include "core/wire/describe.h"

#include <QString>
#include <optional>
#include <string>

namespace guardline::app {

enum class Binding : std::uint8_t { enrolling = 1, bound = 2, revoked = 3 };
GUARDLINE_WIRE_ENUM(Binding, enrolling, bound, revoked)

/// Nothing in here is a secret: the key and the enrolment's credential stand in the Secret Service under names that end
/// in `slot`, so that two enrolments (another folder, a second try) never overwrite each other's.
struct DeviceRecord {
  Binding binding{Binding::enrolling};
  std::string slot;
  std::string hub_address;
  std::string hub_key;  ///< the pin: SHA-256 of the hub's SubjectPublicKeyInfo
  std::string device_id;
  std::string device_name;
  bool shared{false};
  std::string fingerprint;
  std::string account;  ///< the person the enrolment code was made for
  std::string display_name;
  api::Role role{api::Role::agent};
  bool factor_bound{false};
  Timestamp requested_at;
  bool open_steps{false};  ///< the enrolment's credential is still of use (authenticator, recovery codes)
  std::optional<std::string> certificate_pem;
  std::optional<std::string> ca_pem;
  std::optional<std::string> last_account;
};
GUARDLINE_WIRE(DeviceRecord,
               (binding, slot, hub_address, hub_key, device_id, device_name, shared, fingerprint, account, display_name,
                role, factor_bound, requested_at, open_steps, certificate_pem, ca_pem, last_account),
               choice("binding", "Where this computer stands."),
               text("slot", 32, 32, "Names the secrets of this enrolment.", Format::hex),
               text("hub_address", 3, 200, "host:port."), text("hub_key", 64, 64, "The hub's pin.", Format::hex),
               text("device_id", 36, 36, "The hub's id of this device."), text("device_name", 1, 64, "For people."),
               flag("shared", "A desk of several people."),
               text("fingerprint", 64, 64, "SHA-256 of the device's public key.", Format::hex),
               shaped("account", Format::name_id, "Whose enrolment."), text("display_name", 1, 64, "Their name."),
               choice("role", "Their role."), flag("factor_bound", "Had an authenticator before."),
               time("requested_at", "When the enrolment began."), flag("open_steps", "Steps are left."),
               shaped("certificate_pem", Format::pem, "The device's certificate."),
               shaped("ca_pem", Format::pem, "The device CA."), text("last_account", 1, 64, "Last signed in here."))

/// An enrolment that is under way may be taken up again so long after it began; the hub keeps the same limit.
inline constexpr Micros kEnrolmentLife = std::chrono::hours(24);

/// The console's folder: $GUARDLINE_HOME if set, else the user's configuration folder for this program. Made with mode
/// 0700 when missing. Errors: io.
Result<QString> home_folder();

/// `folder`/device.json. Nothing when there is no file. Errors: io, corrupt (no record of ours; the text says where).
Result<std::optional<DeviceRecord>> load_record(const QString& folder);
/// Replaces the file as a whole (mode 0600): a crash leaves the old or the new one. Errors: io.
Status save_record(const QString& folder, const DeviceRecord& record);
Status remove_record(const QString& folder);

}  // namespace guardline::app
