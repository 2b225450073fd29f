// What access control is opened with. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bytes.h"
#include "core/base/error.h"
#include "core/crypto/certificate_authority.h"
#include "core/crypto/secret.h"
#include "core/db/database.h"
#include "hub/access/limits.h"

#include <functional>
#include <memory>
#include <string>

namespace guardline::access {

struct AccessOptions {
  crypto::Secret wrap_key;                 ///< 32 bytes of keys/wrap.key; own keys are derived from it
  crypto::CertificateAuthority device_ca;  ///< signs approved devices
  std::string hub_address;                 ///< "host:port" for enrolment codes
  Digest hub_key{};                        ///< SHA-256 of the ops listener's SubjectPublicKeyInfo
  std::string issuer{"Guardline"};         ///< shown by authenticator apps
  Limits limits{};
};

/// Opens a reading connection to the store the committer writes (spine::Stores with Use::read).
using OpenRead = std::function<Result<std::unique_ptr<db::Database>>()>;

}  // namespace guardline::access
