// TLS as the console wants it: the hub is known by its key. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/device/device_store.h"
#include "core/base/bytes.h"

#include <QList>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslError>
#include <QUrl>
#include <optional>

namespace guardline::app {

/// TLS 1.3, our certificate if there is one, no session resumption, and no certificate authority at all: so the library
/// always objects to the hub's certificate and asks `acceptable` before a single byte of a request has left. Nothing
/// when key and certificate can't be used together.
std::optional<QSslConfiguration> make_tls(const DeviceIdentity& identity);

/// The pinned key and no objection but those a pin answers: who signed the certificate, and for which name (name and
/// pin come from the same enrolment code). Time, key use, broken signatures and the like still refuse.
bool acceptable(const QSslCertificate& shown, const QList<QSslError>& objections, const Digest& pin);
/// SHA-256 of the SubjectPublicKeyInfo equals `pin`.
bool has_key(const QSslCertificate& shown, const Digest& pin);

/// `scheme`: "https" or "wss"; empty path allowed. Invalid when the address is.
QUrl hub_url(const std::string& scheme, const std::string& address, const std::string& path);

}  // namespace guardline::app
