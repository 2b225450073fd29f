// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/access/house.h"

#include "core/crypto/enrolment_code.h"
#include "core/crypto/random.h"
#include "core/crypto/totp.h"
#include "tests/access/shut.h"
#include "tests/support/private_postgres.h"

#include <atomic>
#include <cstdlib>

#include <gtest/gtest.h>

namespace guardline::access::test {
namespace {

std::atomic<bool> shut{false};

// Setting up must not fail quietly.
template <class T>
T must(Result<T> result) {
  if (!result) {
    ADD_FAILURE() << "setting up: " << result.error().message;
    std::abort();
  }
  return *std::move(result);
}
void must(const Status& status) {
  if (status) return;
  ADD_FAILURE() << "setting up: " << status.error().message;
  std::abort();
}

}  // namespace

ShutCommitting::ShutCommitting() { shut = true; }
ShutCommitting::~ShutCommitting() { shut = false; }

House::House(Store store, std::vector<Migration> migrations)
    : database_key(crypto::random_bytes(32)), wrap_key(crypto::random_bytes(32)), migrations_(std::move(migrations)) {
  std::string pattern = (std::filesystem::temp_directory_path() / "guardline-access-XXXXXX").string();
  if (mkdtemp(pattern.data()) == nullptr) std::abort();
  directory = pattern;
  const auto ca = must(crypto::CertificateAuthority::create(
      "Test device CA", {clock.now() - std::chrono::days(1), clock.now() + std::chrono::days(3650)}));
  ca_pem_ = ca.certificate().pem();
  ca_key_ = must(ca.key().pem()).text();
  if (store == Store::embedded) {
    stores_ = spine::embedded_stores(directory.string(), database_key, true);
  } else {
    const auto fresh = must(test_support::fresh_postgres());
    stores_ = spine::postgres_stores(fresh.conninfo, fresh.schema);
  }
  stores_.open = [this, plain = stores_.open](spine::Use use) -> Result<std::unique_ptr<db::Database>> {
    if (use == spine::Use::commit && shut) return fail(ErrorCode::unavailable, "shut by the test");
    auto opened = plain(use);
    if (!opened || use != spine::Use::commit) return opened;
    return db::with_fault(std::move(*opened), kNeverBreaks, &commits_);
  };
  must(spine::Spine::init(stores_, 2, spine_clock));
  open();
  admin = {must(access->accounts().create({"boss", "Boss", api::Role::admin, std::string(kPassword)},
                                          Actor::local_operator()))
               .id,
           api::Role::admin};
}

House::~House() {
  access.reset();
  spine.reset();
  std::error_code ignored;
  std::filesystem::remove_all(directory, ignored);
}

void House::open() {
  spine::SpineOptions options;
  options.migrations = migrations_;
  options.migrations.push_back(migrate_access);
  options.committer.group_wait = Micros(100);  // one caller at a time here: waiting for company only costs time
  spine::SpineKeys keys{crypto::Secret::copy_of(wrap_key), crypto::Secret::copy_of(Bytes(32, 7))};
  spine_clock.push(options.lease + Micros(1'000'000));
  spine = must(spine::Spine::open(stores_, std::move(keys), spine_clock, std::move(options)));
  Limits limits;
  limits.password = {.passes = 1, .memory_kib = 64, .lanes = 1};
  const auto read = [this]() -> Result<std::unique_ptr<db::Database>> {
    auto opened = spine->stores().open(spine::Use::read);
    if (!opened) return opened;
    return db::with_fault(std::move(*opened), kNeverBreaks, &reads_);
  };
  access = must(Access::open(spine->committer(), read, clock,
                             {.wrap_key = crypto::Secret::copy_of(wrap_key),
                              .device_ca = must(crypto::CertificateAuthority::load(ca_pem_, ca_key_)),
                              .hub_address = "hub.example:8443",
                              .hub_key = Digest{1, 2, 3},
                              .issuer = "Guardline",
                              .limits = limits}));
}

void House::restart() {
  access.reset();
  spine.reset();
  open();
}

AccountId House::add_account(const std::string& name, api::Role role) {
  return must(access->accounts().create({name, "Person " + name, role, std::string(kPassword)}, admin)).id;
}

std::string House::new_secret(AccountId account) {
  const auto issued = must(access->enrolment().issue_code(account, admin));
  const auto code = crypto::parse_enrolment_code(issued.text);
  EXPECT_TRUE(code.has_value());
  return to_base64url(code->secret);
}

EnrolmentRequest House::request(const crypto::PrivateKey& key, std::string secret, bool shared) const {
  return {.secret = std::move(secret),
          .csr_pem = must(crypto::CertificateRequest::make(key, "desk")).pem(),
          .device_name = "Desk 12",
          .shared = shared,
          .address = "10.0.0.7"};
}

Desk House::enrol(AccountId account, bool approve, bool shared) {
  Desk desk{.device = {},
            .key = must(crypto::PrivateKey::generate()),
            .secret = new_secret(account),
            .poll_token = {},
            .fingerprint = {},
            .seed = {},
            .recovery_codes = {}};
  Enrolment& enrolment = access->enrolment();
  const auto receipt = enrolment.request(request(desk.key, desk.secret, shared));
  if (!receipt) {
    ADD_FAILURE() << receipt.error().message;
    std::abort();
  }
  desk.device = receipt->device;
  desk.poll_token = receipt->poll_token;
  desk.fingerprint = receipt->fingerprint;
  if (!receipt->factor_bound) {
    desk.seed = from_base32(must(enrolment.new_totp(desk.device, desk.poll_token)).secret_base32).value();
    EXPECT_TRUE(enrolment.verify_totp(desk.device, desk.poll_token, code(desk)).has_value());
    desk.recovery_codes = must(enrolment.recovery_codes(desk.device, desk.poll_token));
    next_step();  // the code just shown has been used
  }
  if (approve) must(access->devices().approve(desk.device, desk.fingerprint.substr(56), admin));
  return desk;
}

std::string House::code(const Desk& desk) const { return crypto::totp(desk.seed, clock.now()); }

Checked<SignedIn> House::sign_in(const std::string& name, const Desk& desk, std::string password, std::string code_text,
                                 std::string address) {
  return access->sign_in().sign_in({.account = name,
                                    .password = std::move(password),
                                    .code = code_text.empty() ? code(desk) : std::move(code_text),
                                    .device = desk.device,
                                    .address = std::move(address)});
}

SignedIn House::signed_in(const std::string& name, const Desk& desk) {
  auto in = sign_in(name, desk);
  if (!in) {
    ADD_FAILURE() << in.error().message;
    std::abort();
  }
  next_step();
  return *std::move(in);
}

std::vector<spine::StoredEvent> House::events() {
  auto reader = must(spine->reader());
  return must(reader.read({}, 100000)).events;
}

std::size_t House::count(EventKind kind, std::string_view code) {
  std::size_t found = 0;
  for (const auto& event : events()) {
    if (event.kind == kind && (code.empty() || event.code == code)) ++found;
  }
  return found;
}

crypto::CertificateAuthority House::device_ca() const {
  return must(crypto::CertificateAuthority::load(ca_pem_, ca_key_));
}

std::unique_ptr<db::Database> House::database() { return must(spine->stores().open(spine::Use::read)); }

}  // namespace guardline::access::test
