// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/setup/keys.h"

#include "hub/setup/files.h"

#include <utility>

#include <sys/stat.h>

namespace guardline::setup {
namespace {

constexpr const char* kRawKeys[] = {"db.key",   "wrap.key",  "chain-sign.key", "pseudonym.key",
                                    "verp.key", "links.key", "outbox.key",     "vault.key"};

Result<crypto::Secret> load_raw(const std::filesystem::path& file) {
  auto key = read_private(file);
  if (key && key->size() != 32) return fail(ErrorCode::corrupt, file.filename().string() + " is not 32 bytes");
  return key;
}

}  // namespace

Status make_keys(const std::filesystem::path& folder, const std::vector<std::string>& hosts, const Clock& clock) {
  if (::mkdir(folder.c_str(), 0700) != 0) return fail(ErrorCode::conflict, "the folder of keys is there already");
  for (const auto* name : kRawKeys) {
    const auto key = crypto::Secret::random(32);
    if (auto ok = write_private(folder / name, key.view()); !ok) return ok;
  }
  const auto now = clock.now();
  const crypto::Validity decade{now - std::chrono::hours(1), now + std::chrono::days(3650)};
  const crypto::Validity two_years{now - std::chrono::hours(1), now + std::chrono::days(730)};
  auto ca = crypto::CertificateAuthority::create("Guardline device CA", decade);
  if (!ca) return std::unexpected(ca.error());
  auto ca_key = ca->key().pem();
  if (!ca_key) return std::unexpected(ca_key.error());
  auto listener = crypto::PrivateKey::generate();
  if (!listener) return std::unexpected(listener.error());
  auto listener_key = listener->pem();
  if (!listener_key) return std::unexpected(listener_key.error());
  auto certificate = ca->sign_server(*listener, hosts, two_years);
  if (!certificate) return std::unexpected(certificate.error());

  if (auto ok = write_private(folder / "device-ca.key", ca_key->view()); !ok) return ok;
  if (auto ok = write_private(folder / "device-ca.crt", as_bytes(ca->certificate().pem())); !ok) return ok;
  if (auto ok = write_private(folder / "tls.key", listener_key->view()); !ok) return ok;
  return write_private(folder / "tls.crt", as_bytes(certificate->pem()));
}

Result<Keys> load_keys(const std::filesystem::path& folder) {
  crypto::Secret raw[std::size(kRawKeys)];
  for (std::size_t i = 0; i < std::size(kRawKeys); ++i) {
    auto key = load_raw(folder / kRawKeys[i]);
    if (!key) return std::unexpected(key.error());
    raw[i] = std::move(*key);
  }
  auto ca_certificate = read_private(folder / "device-ca.crt");
  if (!ca_certificate) return std::unexpected(ca_certificate.error());
  auto ca_key = read_private(folder / "device-ca.key");
  if (!ca_key) return std::unexpected(ca_key.error());
  auto ca = crypto::CertificateAuthority::load(ca_certificate->text(), ca_key->text());
  if (!ca) return std::unexpected(ca.error());
  auto pem = read_private(folder / "tls.key");
  if (!pem) return std::unexpected(pem.error());
  auto listener = crypto::PrivateKey::from_pem(pem->text());
  if (!listener) return std::unexpected(listener.error());
  return Keys{std::move(raw[0]), std::move(raw[1]), std::move(raw[2]), std::move(raw[3]), std::move(raw[4]),
              std::move(raw[5]), std::move(raw[6]), std::move(raw[7]), std::move(*ca),    std::move(*listener)};
}

Status replace_key(const std::filesystem::path& file, BytesView key) { return write_private(file, key); }

}  // namespace guardline::setup
