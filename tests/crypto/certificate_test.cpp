// Keys, requests, the device CA; checked with the openssl program too. SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/certificate_authority.h"
#include "tests/crypto/program.h"

#include <gtest/gtest.h>

namespace guardline::crypto {
namespace {

constexpr Timestamp kNow{std::chrono::seconds(1'790'000'000)};
constexpr Validity kYear{kNow, kNow + std::chrono::days(365)};

std::string openssl(const std::string& arguments) {
  const auto out = test::run(std::string(OPENSSL_PROGRAM) + " " + arguments + " 2>&1");
  EXPECT_EQ(out.status, 0) << arguments << "\n" << out.text;
  return out.text;
}

struct Device {
  PrivateKey key = PrivateKey::generate().value();
  CertificateRequest request = CertificateRequest::make(key, "desk 12").value();
};

TEST(PrivateKey, PemRoundTripKeepsThePublicKey) {
  const auto key = PrivateKey::generate().value();
  const auto back = PrivateKey::from_pem(key.pem()->text()).value();
  EXPECT_EQ(key.spki_sha256(), back.spki_sha256());
  EXPECT_NE(key.spki_sha256(), PrivateKey::generate()->spki_sha256());
}

TEST(PrivateKey, RefusesOtherKindsAndRubbish) {
  EXPECT_EQ(PrivateKey::from_pem("").error().code, ErrorCode::corrupt);
  EXPECT_EQ(PrivateKey::from_pem("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n").error().code,
            ErrorCode::corrupt);
  EXPECT_EQ(PrivateKey::from_pem(openssl("genpkey -algorithm ed25519")).error().code, ErrorCode::invalid_argument);
  EXPECT_EQ(PrivateKey::from_pem(openssl("genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-384")).error().code,
            ErrorCode::invalid_argument);
  // An encrypted key must be refused, not asked for at the terminal.
  EXPECT_EQ(PrivateKey::from_pem(
                openssl("genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -aes256 -pass pass:something"))
                .error()
                .code,
            ErrorCode::corrupt);
}

TEST(CertificateRequest, RoundTrip) {
  const Device device;
  const auto back = CertificateRequest::from_pem(device.request.pem()).value();
  EXPECT_EQ(back.spki_sha256(), device.key.spki_sha256());
  EXPECT_EQ(back.common_name(), "desk 12");
}

TEST(CertificateRequest, RefusesWhatIsNoProofOfAP256Key) {
  const Device device;
  EXPECT_EQ(CertificateRequest::from_pem("").error().code, ErrorCode::invalid_argument);
  EXPECT_EQ(CertificateRequest::from_pem(std::string(20'000, 'A')).error().code, ErrorCode::invalid_argument);
  EXPECT_EQ(CertificateRequest::from_pem(
                openssl("req -new -newkey rsa:2048 -nodes -keyout /dev/null -subj /CN=x 2>/dev/null"))
                .error()
                .code,
            ErrorCode::invalid_argument);

  // Flip one bit of the signature (the last byte of the DER).
  const test::TempDir dir;
  const std::string pem = dir.write("request.pem", device.request.pem());
  openssl("req -in " + pem + " -outform der -out " + dir.file("request.der"));
  std::fstream der(dir.file("request.der"), std::ios::in | std::ios::out | std::ios::binary);
  der.seekg(-1, std::ios::end);
  const char last = static_cast<char>(der.get());
  der.seekp(-1, std::ios::end);
  der.put(static_cast<char>(last ^ 1));
  der.close();
  const std::string edited = openssl("req -inform der -in " + dir.file("request.der") + " -outform pem");
  const auto refused = CertificateRequest::from_pem(edited);
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().code, ErrorCode::invalid_argument);
}

TEST(CertificateRequest, NamesAreChecked) {
  const auto key = PrivateKey::generate().value();
  EXPECT_TRUE(CertificateRequest::make(key, "守护台 12 号").has_value());
  for (const std::string& name : {std::string(), std::string(65, 'x'), std::string("\xff\xfe")}) {
    EXPECT_EQ(CertificateRequest::make(key, name).error().code, ErrorCode::invalid_argument);
  }
}

TEST(CertificateAuthority, SignsDevicesForClientAuthenticationOnly) {
  const auto ca = CertificateAuthority::create("Guardline device CA", {kNow, kNow + std::chrono::days(3650)}).value();
  const Device device;
  const auto certificate = ca.sign_device(device.request, "device-1", kYear).value();
  EXPECT_EQ(certificate.spki_sha256(), device.key.spki_sha256());
  EXPECT_EQ(certificate.common_name(), "device-1") << "the name is ours, not the one asked for";
  EXPECT_EQ(certificate.validity().not_before, kYear.not_before);
  EXPECT_EQ(certificate.validity().not_after, kYear.not_after);
  EXPECT_EQ(certificate.serial_hex().size(), 32U);
  EXPECT_NE(certificate.serial_hex(), ca.sign_device(device.request, "device-1", kYear)->serial_hex());

  const Timestamp later = kNow + std::chrono::days(1);
  EXPECT_TRUE(certificate.check(ca.certificate(), later, CertificateUse::client).has_value());
  EXPECT_EQ(certificate.check(ca.certificate(), later, CertificateUse::server).error().code, ErrorCode::denied);
  EXPECT_EQ(certificate.check(ca.certificate(), kNow + std::chrono::days(366), CertificateUse::client).error().code,
            ErrorCode::denied);
  EXPECT_EQ(certificate.check(ca.certificate(), kNow - std::chrono::days(1), CertificateUse::client).error().code,
            ErrorCode::denied);
  const auto stranger = CertificateAuthority::create("Guardline device CA", kYear).value();
  EXPECT_EQ(certificate.check(stranger.certificate(), later, CertificateUse::client).error().code, ErrorCode::denied);
}

TEST(CertificateAuthority, ServerCertificateNamesItsHosts) {
  const auto ca = CertificateAuthority::create("Guardline device CA", kYear).value();
  const auto key = PrivateKey::generate().value();
  const std::string hosts[] = {"hub.example", "127.0.0.1", "::1"};
  const auto certificate = ca.sign_server(key, hosts, kYear).value();
  EXPECT_TRUE(certificate.check(ca.certificate(), kNow, CertificateUse::server).has_value());
  EXPECT_EQ(certificate.check(ca.certificate(), kNow, CertificateUse::client).error().code, ErrorCode::denied);

  const test::TempDir dir;
  const std::string file = dir.write("server.pem", certificate.pem());
  const std::string text =
      openssl("x509 -in " + file + " -noout -ext subjectAltName,extendedKeyUsage,basicConstraints");
  EXPECT_NE(text.find("DNS:hub.example, IP Address:127.0.0.1, IP Address:0:0:0:0:0:0:0:1"), std::string::npos) << text;
  EXPECT_NE(text.find("TLS Web Server Authentication"), std::string::npos) << text;
  EXPECT_NE(text.find("CA:FALSE"), std::string::npos) << text;
  openssl("verify -no_check_time -purpose sslserver -CAfile " + dir.write("ca.pem", ca.certificate().pem()) + " " +
          file);
  // The pin as documented for other programs.
  const std::string pin = openssl("x509 -in " + file + " -pubkey -noout | " + OPENSSL_PROGRAM +
                                  " pkey -pubin -outform der | " + OPENSSL_PROGRAM + " dgst -sha256 -r");
  EXPECT_EQ(pin.substr(0, 64), to_hex(certificate.spki_sha256()));

  for (const std::string& bad : {std::string(), std::string("a,DNS:b"), std::string("a b"), std::string("[::1]")}) {
    EXPECT_EQ(ca.sign_server(key, std::span(&bad, 1), kYear).error().code, ErrorCode::invalid_argument) << bad;
  }
  EXPECT_EQ(ca.sign_server(key, {}, kYear).error().code, ErrorCode::invalid_argument);
}

TEST(CertificateAuthority, LoadsWhatItSaved) {
  const auto ca = CertificateAuthority::create("Guardline device CA", kYear).value();
  const auto back = CertificateAuthority::load(ca.certificate().pem(), ca.key().pem()->text()).value();
  const auto certificate = back.sign_device(Device().request, "d", kYear).value();
  EXPECT_TRUE(certificate.check(ca.certificate(), kNow, CertificateUse::client).has_value());
  const auto other = CertificateAuthority::create("Guardline device CA", kYear).value();
  EXPECT_EQ(CertificateAuthority::load(ca.certificate().pem(), other.key().pem()->text()).error().code,
            ErrorCode::corrupt);
  EXPECT_EQ(CertificateAuthority::load("", ca.key().pem()->text()).error().code, ErrorCode::corrupt);
}

TEST(CertificateAuthority, ValidityMustRunForward) {
  EXPECT_EQ(CertificateAuthority::create("CA", {kNow, kNow}).error().code, ErrorCode::invalid_argument);
}

TEST(Certificate, DerRoundTripAndRubbish) {
  const auto ca = CertificateAuthority::create("CA", kYear).value();
  const auto back = Certificate::from_der(ca.certificate().der()).value();
  EXPECT_EQ(back.sha256(), ca.certificate().sha256());
  EXPECT_EQ(Certificate::share(back.handle()).sha256(), ca.certificate().sha256());
  EXPECT_EQ(Certificate::from_der({}).error().code, ErrorCode::corrupt);
  EXPECT_EQ(Certificate::from_pem("x").error().code, ErrorCode::corrupt);
}

TEST(Fingerprint, IsReadInGroupsOfFour) {
  Digest digest{};
  digest[0] = 0xab;
  digest[31] = 0x1f;
  const std::string text = fingerprint_text(digest);
  EXPECT_EQ(text.size(), 64U + 15U);
  EXPECT_TRUE(text.starts_with("AB00 0000 "));
  EXPECT_TRUE(text.ends_with(" 0000 001F"));
}

}  // namespace
}  // namespace guardline::crypto
