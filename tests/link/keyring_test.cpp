// The secret store and the device's identity in every state of the Secret Service. SPDX-License-Identifier:
// GPL-3.0-or-later
#include "app/device/device_store.h"
#include "core/crypto/certificate.h"
#include "core/crypto/certificate_authority.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <optional>

using namespace guardline;
using namespace guardline::app;

namespace {

/// Waits for one answer of a call that takes a Done<T>.
template <class T, class E, class Call>
std::expected<T, E> wait(Call call) {
  std::optional<std::expected<T, E>> got;
  call([&got](std::expected<T, E> answer) { got = std::move(answer); });
  if (got) qFatal("answered inside the call");
  if (!QTest::qWaitFor([&got] { return got.has_value(); }, 15'000)) qFatal("no answer");
  return std::move(*got);
}

std::expected<crypto::Secret, SecretFailure> read(SecretStore& store, const QString& name) {
  return wait<crypto::Secret, SecretFailure>([&](auto done) { store.read(name, done); });
}
std::expected<void, SecretFailure> write(SecretStore& store, const QString& name, std::string_view value) {
  return wait<void, SecretFailure>([&](auto done) { store.write(name, crypto::Secret::copy_of(value), done); });
}

api::EnrolmentReceipt receipt_for(const DeviceStore::Prepared& prepared) {
  return {.device_id = DeviceId::make(SystemClock().now()),
          .fingerprint = to_hex(prepared.key.spki_sha256()),
          .account = "wang",
          .display_name = "王芳",
          .role = api::Role::supervisor,
          .factor_bound = false,
          .poll_token = "POLLTOKEN-0123456789-POLLTOKEN"};
}

QByteArray everything_in(const QString& folder) {
  QByteArray all;
  const QDir dir(folder);
  for (const auto& name : dir.entryList(QDir::Files)) {
    QFile file(dir.filePath(name));
    if (file.open(QIODevice::ReadOnly)) all += file.readAll();
  }
  return all;
}

}  // namespace

class KeyringTest : public QObject {
  Q_OBJECT

  const QString state_ = qEnvironmentVariable("KEYRING_STATE");
  SystemClock clock_;
  crypto::EnrolmentCode code_{.address = "hub.example:7443", .hub_key = {1, 2, 3}, .secret = {4, 5, 6}};

  [[nodiscard]] std::optional<SecretFailure> expected() const {
    if (state_ == QLatin1String("unlocked")) return std::nullopt;
    if (state_ == QLatin1String("locked")) return SecretFailure::locked;
    return SecretFailure::missing_service;
  }

 private Q_SLOTS:
  void the_store_says_what_is_wrong() {
    SecretStore store;
    const auto name = QStringLiteral("keyring-test");
    const auto absent = read(store, name);
    QVERIFY(!absent);
    // Locked and empty look alike to the library; they must not to us.
    QCOMPARE(absent.error(), expected().value_or(SecretFailure::absent));
    const auto written = write(store, name, std::string_view("a\0b\xff", 4));
    if (expected()) {
      QVERIFY(!written);
      QCOMPARE(written.error(), *expected());
      return;
    }
    QVERIFY(written);
    const auto back = read(store, name);
    QVERIFY(back);
    QVERIFY(back->text() == std::string_view("a\0b\xff", 4));
    QVERIFY((wait<void, SecretFailure>([&](auto done) { store.remove(name, done); })));
    QVERIFY((wait<void, SecretFailure>([&](auto done) { store.remove(name, done); })));
    QCOMPARE(read(store, name).error(), SecretFailure::absent);
  }

  void an_answer_comes_in_time() {
    SecretStore impatient(std::chrono::milliseconds(0));
    const auto got = read(impatient, QStringLiteral("keyring-test"));
    QVERIFY(!got);  // whichever clock wins, it is a failure by name and not a hang
  }

  void without_a_key_store_nothing_is_kept_in_clear() {
    if (!expected()) QSKIP("the key store works in this run");
    const QTemporaryDir home;
    DeviceStore store(home.path(), clock_);
    QVERIFY(store.open());
    const auto prepared = wait<DeviceStore::Prepared, DeviceFailure>(
        [&](auto done) { store.prepare(code_, "风控 1 号机", false, done); });
    QVERIFY(!prepared);
    QCOMPARE(prepared.error().kind, DeviceFailure::Kind::secrets);
    QVERIFY(prepared.error().secret == expected());
    QVERIFY(QDir(home.path()).isEmpty());
    QVERIFY(!store.record());
  }

  void an_enrolment_survives_a_restart() {
    if (expected()) QSKIP("needs a key store");
    const QTemporaryDir home;
    std::string slot;
    {
      DeviceStore store(home.path(), clock_);
      QVERIFY(store.open());
      const auto prepared = wait<DeviceStore::Prepared, DeviceFailure>(
          [&](auto done) { store.prepare(code_, "风控 1 号机", false, done); });
      QVERIFY(prepared);
      QVERIFY(!store.record());
      QVERIFY(crypto::CertificateRequest::from_pem(prepared->csr_pem).has_value());
      QVERIFY(
          (wait<void, DeviceFailure>([&](auto done) { store.submitted(*prepared, receipt_for(*prepared), done); })));
      slot = prepared->slot;
    }
    const auto path = QDir(home.path()).filePath(QStringLiteral("device.json"));
    QCOMPARE(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther),
             QFile::Permissions());
    const auto kept = everything_in(home.path());
    QVERIFY(kept.contains("device_id"));
    QVERIFY(!kept.contains("PRIVATE KEY"));
    QVERIFY(!kept.contains("POLLTOKEN"));

    DeviceStore again(home.path(), clock_);
    QVERIFY(again.open());
    QVERIFY(again.record());
    QCOMPARE(again.record()->binding, Binding::enrolling);
    const auto token = wait<crypto::Secret, DeviceFailure>([&](auto done) { again.enrolment_token(done); });
    QVERIFY(token);
    QVERIFY(token->text() == "POLLTOKEN-0123456789-POLLTOKEN");
    const auto identity = wait<DeviceIdentity, DeviceFailure>([&](auto done) { again.identity(done); });
    QVERIFY(identity);
    QVERIFY(identity->key.has_value());
    QVERIFY(identity->certificate_pem.empty());

    // What is no certificate for our key is refused, and changes nothing.
    const auto refused = again.approved("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", "x");
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, DeviceFailure::Kind::mismatch);
    QCOMPARE(again.record()->binding, Binding::enrolling);

    QVERIFY((wait<void, DeviceFailure>([&](auto done) { again.revoked(done); })));
    SecretStore secrets;
    QCOMPARE(read(secrets, QStringLiteral("device-key-") + QString::fromStdString(slot)).error(),
             SecretFailure::absent);
    QCOMPARE(read(secrets, QStringLiteral("enrolment-") + QString::fromStdString(slot)).error(), SecretFailure::absent);
    DeviceStore last(home.path(), clock_);
    QVERIFY(last.open());
    QCOMPARE(last.record()->binding, Binding::revoked);
  }

  void a_damaged_file_is_named() {
    const QTemporaryDir home;
    QFile file(QDir(home.path()).filePath(QStringLiteral("device.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"binding":"bound","slot":"zz"})");
    file.close();
    DeviceStore store(home.path(), clock_);
    const auto opened = store.open();
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::corrupt);
    QVERIFY(!store.record());
  }
};

QTEST_GUILESS_MAIN(KeyringTest)
#include "keyring_test.moc"
