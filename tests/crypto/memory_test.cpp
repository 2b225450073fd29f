// OpenSSL runs out of memory: each of its allocations fails in turn. SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/aead.h"
#include "core/crypto/aes_key_wrap.h"
#include "core/crypto/certificate_authority.h"
#include "core/crypto/ed25519.h"
#include "core/crypto/key_wrap.h"

#include <cstdint>
#include <cstdlib>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <thread>

#include <gtest/gtest.h>
#include <openssl/crypto.h>
#include <openssl/err.h>

namespace guardline::crypto {
namespace {

enum class Shortage {
  once,    ///< one allocation fails, the next is granted
  lasting  ///< from it on all fail
};

// Only the thread that is armed runs short.
thread_local std::optional<std::int64_t> grants;
thread_local Shortage kind = Shortage::once;
thread_local bool short_of_memory = false;

bool granted() {
  if (!grants) return true;
  if ((*grants)-- > 0) return true;
  short_of_memory = true;
  if (kind == Shortage::once) grants.reset();
  return false;
}

void* allocate(std::size_t size, const char*, int) { return granted() ? std::malloc(size) : nullptr; }
void* reallocate(void* old, std::size_t size, const char*, int) {
  return granted() ? std::realloc(old, size) : nullptr;
}
void release(void* old, const char*, int) { std::free(old); }

// Before OpenSSL takes any memory: later it refuses.
const bool installed = CRYPTO_set_mem_functions(allocate, reallocate, release) == 1;

/// The call either does its work whole, which `whole` looks at, or says one of `codes` and leaves none of OpenSSL's
/// errors behind: the next handshake of the thread would take them for its own. Each round is on a thread of its own,
/// since some contexts are kept per thread. Returns how many rounds were refused.
template <class T>
int each_allocation_fails(const std::function<Result<T>()>& call, const std::function<bool(const T&)>& whole,
                          const std::set<ErrorCode>& codes = {ErrorCode::internal}) {
  EXPECT_TRUE(installed);
  EXPECT_TRUE(call()) << "sound, and what OpenSSL makes once for all is made";
  int refused = 0;
  for (const auto shortage : {Shortage::once, Shortage::lasting}) {
    bool came_through = false;
    for (std::int64_t n = 0; n < 100'000 && !came_through; n += n < 60 ? 1 : n / 8) {
      std::thread([&] {
        kind = shortage;
        grants = n;
        const auto got = call();
        grants.reset();
        if (got) {
          EXPECT_TRUE(whole(*got)) << "allocation " << n;
        } else {
          EXPECT_TRUE(codes.contains(got.error().code)) << "allocation " << n << ": " << got.error().message;
          EXPECT_EQ(ERR_peek_error(), 0U) << "left behind by allocation " << n;
          ++refused;
        }
        came_through = !short_of_memory;
        EXPECT_TRUE(!came_through || got) << "nothing failed";
      }).join();
    }
    EXPECT_TRUE(came_through);
  }
  return refused;
}

constexpr Timestamp kNow{std::chrono::seconds(1'790'000'000)};
constexpr Validity kYear{kNow, kNow + std::chrono::days(365)};

TEST(OutOfMemory, ABoxIsSealedWholeOrNotAtAll) {
  const Bytes key(32, 1);
  const auto plain = as_bytes("about the account");
  const auto aad = as_bytes("the place");
  const auto opens = [&](const Bytes& box) { return open(key, box, aad)->text() == "about the account"; };
  EXPECT_GT(each_allocation_fails<Bytes>([&] { return seal(key, plain, aad); }, opens), 2);
  EXPECT_GT(each_allocation_fails<Bytes>([&] { return seal(key, {}, {}); },
                                         [&](const Bytes& box) { return open(key, box, {})->size() == 0; }),
            2);
}

TEST(OutOfMemory, AnIntactBoxIsNeverCalledDamaged) {
  const Bytes key(32, 1);
  const auto aad = as_bytes("the place");
  const auto box = seal(key, as_bytes("about the account"), aad).value();
  EXPECT_GT(each_allocation_fails<Secret>([&] { return open(key, box, aad); },
                                          [](const Secret& text) { return text.text() == "about the account"; }),
            2);
}

TEST(OutOfMemory, AWrappedKeyIsWholeOrRefused) {
  const Bytes outer(32, 1);
  const Bytes inner(32, 2);
  const auto box = wrap_key(outer, inner, "totp/1").value();
  EXPECT_GT(each_allocation_fails<Bytes>(
                [&] { return wrap_key(outer, inner, "totp/1"); },
                [&](const Bytes& made) { return unwrap_key(outer, made, "totp/1")->text() == std::string(32, '\2'); }),
            2);
  EXPECT_GT(each_allocation_fails<Secret>([&] { return unwrap_key(outer, box, "totp/1"); },
                                          [](const Secret& key) { return key.text() == std::string(32, '\2'); }),
            2);
  const auto derived = hkdf_sha256(inner, outer, "use", 40).value();
  EXPECT_GT(each_allocation_fails<Secret>([&] { return hkdf_sha256(inner, outer, "use", 40); },
                                          [&](const Secret& key) { return key.text() == derived.text(); }),
            2);
  const auto small = aes_wrap(outer, inner).value();
  EXPECT_GT(each_allocation_fails<Bytes>([&] { return aes_wrap(outer, inner); },
                                         [&](const Bytes& made) { return made == small; }),
            2);
  each_allocation_fails<Bytes>([&] { return aes_unwrap(outer, small); }, [&](const Bytes& key) { return key == inner; },
                               {ErrorCode::internal, ErrorCode::corrupt});
}

TEST(OutOfMemory, ASignatureIsRightOrNone) {
  const Bytes seed(32, 3);
  const auto message = as_bytes("head of partition 4");
  const auto signer = Ed25519Signer::from_seed(seed).value();
  const auto right = signer.sign(message).value();
  EXPECT_GT(each_allocation_fails<Ed25519Signer>(
                [&] { return Ed25519Signer::from_seed(seed); },
                [&](const Ed25519Signer& made) { return made.public_key() == signer.public_key(); }),
            2);
  EXPECT_GT(each_allocation_fails<Ed25519Signature>([&] { return signer.sign(message); },
                                                    [&](const Ed25519Signature& made) { return made == right; }),
            2);
  const auto pem = ed25519_public_pem(signer.public_key()).value();
  EXPECT_GT(each_allocation_fails<std::string>([&] { return ed25519_public_pem(signer.public_key()); },
                                               [&](const std::string& made) { return made == pem; }),
            2);
  // A wrong signature is never taken for a right one; a right one may be refused.
  auto wrong = right;
  wrong[5] ^= 1U;
  each_allocation_fails<bool>([&]() -> Result<bool> { return ed25519_verify(signer.public_key(), message, wrong); },
                              [](bool good) { return !good; });
  int refused = 0;
  each_allocation_fails<bool>([&]() -> Result<bool> { return ed25519_verify(signer.public_key(), message, right); },
                              [&](bool good) {
                                refused += good ? 0 : 1;
                                return true;
                              });
  EXPECT_GT(refused, 2);
}

TEST(OutOfMemory, KeysAndCertificatesAreWholeOrRefused) {
  const auto ca = CertificateAuthority::create("Guardline device CA", kYear).value();
  const auto key = PrivateKey::generate().value();
  const auto key_pem = key.pem().value();
  const auto request = CertificateRequest::make(key, "desk 12").value();
  const auto request_pem = request.pem();
  const auto certificate = ca.sign_device(request, "desk 12", kYear).value();
  const auto certificate_pem = certificate.pem();
  const std::string hosts[] = {"hub.example", "127.0.0.1"};

  EXPECT_GT(each_allocation_fails<PrivateKey>([] { return PrivateKey::generate(); },
                                              [](const PrivateKey& made) { return made.pem().has_value(); }),
            2);
  EXPECT_GT(each_allocation_fails<Secret>([&] { return key.pem(); },
                                          [&](const Secret& made) { return made.text() == key_pem.text(); }),
            2);
  // What can't be read for want of memory counts as unreadable.
  const std::set<ErrorCode> unreadable{ErrorCode::corrupt, ErrorCode::invalid_argument, ErrorCode::internal};
  EXPECT_GT(each_allocation_fails<PrivateKey>(
                [&] { return PrivateKey::from_pem(key_pem.text()); },
                [&](const PrivateKey& made) { return made.spki_sha256() == key.spki_sha256(); }, unreadable),
            2);
  EXPECT_GT(each_allocation_fails<Certificate>(
                [&] { return Certificate::from_pem(certificate_pem); },
                [&](const Certificate& made) { return made.sha256() == certificate.sha256(); }, unreadable),
            2);
  EXPECT_GT(each_allocation_fails<CertificateRequest>(
                [&] { return CertificateRequest::from_pem(request_pem); },
                [&](const CertificateRequest& made) { return made.spki_sha256() == key.spki_sha256(); }, unreadable),
            2);
  EXPECT_GT(each_allocation_fails<CertificateRequest>(
                [&] { return CertificateRequest::make(key, "desk 12"); },
                [](const CertificateRequest& made) { return CertificateRequest::from_pem(made.pem()).has_value(); },
                unreadable),
            2);
  const auto signed_for = [&](CertificateUse use) {
    return [&ca, use](const Certificate& made) { return made.check(ca.certificate(), kNow, use).has_value(); };
  };
  EXPECT_GT(each_allocation_fails<Certificate>([&] { return ca.sign_device(request, "desk 12", kYear); },
                                               signed_for(CertificateUse::client), unreadable),
            2);
  EXPECT_GT(each_allocation_fails<Certificate>([&] { return ca.sign_server(key, hosts, kYear); },
                                               signed_for(CertificateUse::server), unreadable),
            2);
  EXPECT_GT(
      each_allocation_fails<CertificateAuthority>(
          [] { return CertificateAuthority::create("Guardline device CA", kYear); },
          [&](const CertificateAuthority& made) { return made.sign_device(request, "desk 12", kYear).has_value(); },
          unreadable),
      2);
  const auto ca_pem = ca.certificate().pem();
  const auto ca_key = ca.key().pem().value();
  EXPECT_GT(
      each_allocation_fails<CertificateAuthority>(
          [&] { return CertificateAuthority::load(ca_pem, ca_key.text()); },
          [&](const CertificateAuthority& made) { return made.certificate().sha256() == ca.certificate().sha256(); },
          unreadable),
      2);
}

TEST(OutOfMemory, AStrangersCertificateIsNeverTaken) {
  const auto ca = CertificateAuthority::create("Guardline device CA", kYear).value();
  const auto other = CertificateAuthority::create("Guardline device CA", kYear).value();
  const PrivateKey key = PrivateKey::generate().value();
  const auto request = CertificateRequest::make(key, "desk 12").value();
  const auto own = ca.sign_device(request, "desk 12", kYear).value();
  const auto foreign = other.sign_device(request, "desk 12", kYear).value();
  const auto check = [&](const Certificate& certificate) -> Result<bool> {
    const auto ok = certificate.check(ca.certificate(), kNow, CertificateUse::client);
    if (!ok) return std::unexpected(ok.error());
    return true;
  };
  const std::set<ErrorCode> refusals{ErrorCode::denied, ErrorCode::internal};
  EXPECT_GT(each_allocation_fails<bool>([&] { return check(own); }, [](bool) { return true; }, refusals), 2);
  // Here the last round, in which nothing fails, must refuse too: turned round for the sweep.
  each_allocation_fails<bool>([&]() -> Result<bool> { return check(foreign).has_value(); },
                              [](bool taken) { return !taken; });
}

TEST(OutOfMemory, TextsOfACertificateAreWholeOrEmpty) {
  const auto ca = CertificateAuthority::create("Guardline device CA", kYear).value();
  const auto& certificate = ca.certificate();
  const auto pem = certificate.pem();
  const auto der = certificate.der();
  const auto serial = certificate.serial_hex();
  int empty = 0;
  const auto whole_or_empty = [&](const auto& wanted) {
    return [&](const auto& got) {
      empty += got.empty() ? 1 : 0;
      return got.empty() || got == wanted;
    };
  };
  each_allocation_fails<std::string>([&]() -> Result<std::string> { return certificate.pem(); }, whole_or_empty(pem));
  EXPECT_GT(empty, 2);
  each_allocation_fails<Bytes>([&]() -> Result<Bytes> { return certificate.der(); }, whole_or_empty(der));
  each_allocation_fails<std::string>([&]() -> Result<std::string> { return certificate.serial_hex(); },
                                     whole_or_empty(serial));
  each_allocation_fails<std::string>([&]() -> Result<std::string> { return certificate.common_name(); },
                                     whole_or_empty(std::string("Guardline device CA")));
  EXPECT_GT(empty, 6);
}

}  // namespace
}  // namespace guardline::crypto
