// This computer's identity over an enrolment's life. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/device/device_store.h"

#include "core/crypto/certificate.h"
#include "core/crypto/random.h"

#include <QTimer>
#include <algorithm>
#include <memory>

namespace guardline::app {
namespace {

QString key_name(const std::string& slot) { return QStringLiteral("device-key-") + QString::fromStdString(slot); }
QString vault_name(const std::string& slot) { return QStringLiteral("vault-") + QString::fromStdString(slot); }
QString token_name(const std::string& slot) { return QStringLiteral("enrolment-") + QString::fromStdString(slot); }

std::unexpected<DeviceFailure> no(DeviceFailure::Kind kind) { return std::unexpected(DeviceFailure{kind, {}}); }
std::unexpected<DeviceFailure> no(SecretFailure why) {
  return std::unexpected(DeviceFailure{DeviceFailure::Kind::secrets, why});
}

}  // namespace

DeviceStore::DeviceStore(QString folder, const Clock& clock, QObject* parent)
    : QObject(parent), folder_(std::move(folder)), clock_(clock) {}

Status DeviceStore::open() {
  auto loaded = load_record(folder_);
  if (!loaded) return std::unexpected(loaded.error());
  record_ = std::move(*loaded);
  if (record_ && record_->binding == Binding::enrolling && clock_.now() - record_->requested_at > kEnrolmentLife) {
    forget();
  }
  return {};
}

std::expected<void, DeviceFailure> DeviceStore::save() {
  if (!save_record(folder_, *record_)) return no(DeviceFailure::Kind::file);
  return {};
}

std::optional<DeviceIdentity> DeviceStore::hub() const {
  if (!record_) return std::nullopt;
  const auto pin = from_hex(record_->hub_key);
  DeviceIdentity identity;
  if (!pin || pin->size() != identity.hub_key.size()) return std::nullopt;
  std::copy(pin->begin(), pin->end(), identity.hub_key.begin());
  identity.hub_address = record_->hub_address;
  return identity;
}

void DeviceStore::identity(Done<DeviceIdentity> done) {
  if (!record_) {
    QTimer::singleShot(0, this, [done = std::move(done)] { done(no(DeviceFailure::Kind::mismatch)); });
    return;
  }
  auto finish = [this, slot = record_->slot, done] {
    auto identity = hub();
    if (!identity || record_->slot != slot) return done(no(DeviceFailure::Kind::mismatch));
    identity->key = key_;
    identity->certificate_pem = record_->certificate_pem.value_or("");
    done(std::move(*identity));
  };
  if (key_) {
    QTimer::singleShot(0, this, std::move(finish));
    return;
  }
  secrets_.read(key_name(record_->slot),
                [this, finish, done, slot = record_->slot](std::expected<crypto::Secret, SecretFailure> secret) {
                  if (!secret) return done(no(secret.error()));
                  auto key = crypto::PrivateKey::from_pem(secret->text());
                  if (!key || !record_ || record_->slot != slot || to_hex(key->spki_sha256()) != record_->fingerprint) {
                    return done(no(DeviceFailure::Kind::mismatch));
                  }
                  key_ = std::move(*key);
                  finish();
                });
}

void DeviceStore::enrolment_token(Done<crypto::Secret> done) {
  if (!record_ || !record_->open_steps) {
    QTimer::singleShot(0, this, [done = std::move(done)] { done(no(DeviceFailure::Kind::mismatch)); });
    return;
  }
  secrets_.read(token_name(record_->slot), [done = std::move(done)](std::expected<crypto::Secret, SecretFailure> got) {
    if (!got) return done(no(got.error()));
    done(std::move(*got));
  });
}

void DeviceStore::vault_secret(Done<crypto::Secret> done) {
  if (!record_) {
    QTimer::singleShot(0, this, [done = std::move(done)] { done(no(DeviceFailure::Kind::mismatch)); });
    return;
  }
  const auto name = vault_name(record_->slot);
  secrets_.read(name, [this, name, done = std::move(done)](std::expected<crypto::Secret, SecretFailure> got) {
    constexpr std::size_t kSize = 32;
    if (got && got->size() == kSize) return done(std::move(*got));
    if (!got && got.error() != SecretFailure::absent) return done(no(got.error()));
    auto made = std::make_shared<crypto::Secret>(crypto::Secret::random(kSize));
    secrets_.write(name, *made, [made, done](std::expected<void, SecretFailure> kept) {
      if (!kept) return done(no(kept.error()));
      done(std::move(*made));
    });
  });
}

void DeviceStore::prepare(const crypto::EnrolmentCode& code, const std::string& device_name, bool shared,
                          Done<Prepared> done) {
  const auto later = [this](auto call) { QTimer::singleShot(0, this, std::move(call)); };
  auto key = crypto::PrivateKey::generate();
  if (!key) return later([done] { done(no(DeviceFailure::Kind::internal)); });
  auto request = crypto::CertificateRequest::make(*key, device_name);
  auto pem = key->pem();
  if (!request || !pem) return later([done] { done(no(DeviceFailure::Kind::internal)); });
  Prepared prepared{.code = code,
                    .key = *key,
                    .slot = to_hex(crypto::random_bytes(16)),
                    .csr_pem = request->pem(),
                    .device_name = device_name,
                    .shared = shared};
  const auto name = key_name(prepared.slot);
  secrets_.write(name, *pem, [done, prepared = std::move(prepared)](std::expected<void, SecretFailure> kept) {
    if (!kept) return done(no(kept.error()));
    done(prepared);
  });
}

void DeviceStore::submitted(const Prepared& prepared, api::EnrolmentReceipt receipt, Done<void> done) {
  DeviceRecord record{.binding = Binding::enrolling,
                      .slot = prepared.slot,
                      .hub_address = prepared.code.address,
                      .hub_key = to_hex(prepared.code.hub_key),
                      .device_id = receipt.device_id.text(),
                      .device_name = prepared.device_name,
                      .shared = prepared.shared,
                      .fingerprint = std::move(receipt.fingerprint),
                      .account = std::move(receipt.account),
                      .display_name = std::move(receipt.display_name),
                      .role = receipt.role,
                      .factor_bound = receipt.factor_bound,
                      .requested_at = clock_.now(),
                      .open_steps = true,
                      .certificate_pem = {},
                      .ca_pem = {},
                      .last_account = {}};
  const auto token = crypto::Secret::copy_of(receipt.poll_token);
  crypto::wipe(receipt.poll_token);
  secrets_.write(token_name(prepared.slot), token,
                 [this, done = std::move(done), key = prepared.key,
                  record = std::move(record)](std::expected<void, SecretFailure> kept) {
                   if (!kept) {
                     drop_secrets(record.slot);
                     return done(no(kept.error()));
                   }
                   const auto before = record_;
                   record_ = record;
                   if (auto saved = save(); !saved) {
                     record_ = before;
                     drop_secrets(record.slot);
                     return done(saved);
                   }
                   key_ = key;
                   if (before && before->slot != record.slot) drop_secrets(before->slot);
                   done({});
                 });
}

std::expected<void, DeviceFailure> DeviceStore::approved(const std::string& certificate_pem,
                                                         const std::string& ca_pem) {
  if (!record_) return no(DeviceFailure::Kind::mismatch);
  const auto certificate = crypto::Certificate::from_pem(certificate_pem);
  if (!certificate || to_hex(certificate->spki_sha256()) != record_->fingerprint) {
    return no(DeviceFailure::Kind::mismatch);
  }
  record_->binding = Binding::bound;
  record_->certificate_pem = certificate_pem;
  record_->ca_pem = ca_pem;
  return save();
}

void DeviceStore::steps_done() {
  if (!record_ || !record_->open_steps) return;
  record_->open_steps = false;
  // If this write fails the steps are found done at the next start, by asking the hub.
  static_cast<void>(save());
  secrets_.remove(token_name(record_->slot), [](std::expected<void, SecretFailure>) {});
}

void DeviceStore::forget() {
  if (!record_) return;
  drop_secrets(record_->slot);
  record_.reset();
  key_.reset();
  static_cast<void>(remove_record(folder_));
}

void DeviceStore::revoked(Done<void> done) {
  if (!record_) return;
  record_->binding = Binding::revoked;
  record_->open_steps = false;
  record_->last_account.reset();
  key_.reset();
  auto saved = save();
  secrets_.remove(token_name(record_->slot), [](std::expected<void, SecretFailure>) {});
  secrets_.remove(vault_name(record_->slot), [](std::expected<void, SecretFailure>) {});
  secrets_.remove(key_name(record_->slot), [saved, done = std::move(done)](std::expected<void, SecretFailure> gone) {
    if (!gone) return done(no(gone.error()));
    done(saved);
  });
}

void DeviceStore::remember_account(const std::string& account) {
  if (!record_ || record_->shared || record_->last_account == account) return;
  record_->last_account = account;
  static_cast<void>(save());  // a convenience: without it the field is empty next time
}

void DeviceStore::drop_secrets(const std::string& slot) {
  secrets_.remove(key_name(slot), [](std::expected<void, SecretFailure>) {});
  secrets_.remove(token_name(slot), [](std::expected<void, SecretFailure>) {});
  secrets_.remove(vault_name(slot), [](std::expected<void, SecretFailure>) {});
}

}  // namespace guardline::app
