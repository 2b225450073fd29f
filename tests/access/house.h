// A hub's access control over a real spine in a temporary directory, with a clock that tests set.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crypto/certificate_authority.h"
#include "core/crypto/key.h"
#include "core/db/database.h"
#include "hub/access/access.h"
#include "hub/spine/spine.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace guardline::access::test {

class FakeClock final : public Clock {
 public:
  [[nodiscard]] Timestamp now() const override {
    const std::lock_guard lock(mutex_);
    return now_;
  }
  [[nodiscard]] Micros steady() const override { return now().time_since_epoch(); }
  void advance(Micros by) {
    const std::lock_guard lock(mutex_);
    now_ += by;
  }

 private:
  mutable std::mutex mutex_;
  Timestamp now_{std::chrono::seconds(1'790'000'010)};
};

inline constexpr std::string_view kPassword = "twelve horses graze";

enum class Store { embedded, postgres };

/// Real time for the spine's own waiting; pushed on so that the lease of a stopped hub runs out.
class ShiftedClock final : public Clock {
 public:
  [[nodiscard]] Timestamp now() const override { return system_.now() + shift_; }
  [[nodiscard]] Micros steady() const override { return system_.steady() + shift_; }
  void push(Micros by) { shift_ += by; }

 private:
  SystemClock system_;
  Micros shift_{0};
};

/// An enrolled device and what its person holds.
struct Desk {
  DeviceId device;
  crypto::PrivateKey key;
  std::string secret;  ///< of the enrolment code, base64url
  std::string poll_token;
  std::string fingerprint;
  Bytes seed;
  std::vector<std::string> recovery_codes;
};

class House {
 public:
  using Migration = std::function<Status(db::Database&)>;
  /// `migrations`: of further parts that live on the same record.
  explicit House(Store store = Store::embedded, std::vector<Migration> migrations = {});
  ~House();
  House(const House&) = delete;
  House& operator=(const House&) = delete;

  /// Stops the hub and opens the same directory again.
  void restart();

  AccountId add_account(const std::string& name, api::Role role = api::Role::agent);
  /// A code's secret as the console sends it.
  std::string new_secret(AccountId account);
  EnrolmentRequest request(const crypto::PrivateKey& key, std::string secret, bool shared = false) const;
  /// Code, request, authenticator, recovery codes; approved if wanted.
  Desk enrol(AccountId account, bool approve = true, bool shared = false);
  /// The code that the desk's authenticator shows now.
  std::string code(const Desk& desk) const;
  Checked<SignedIn> sign_in(const std::string& name, const Desk& desk, std::string password = std::string(kPassword),
                            std::string code = {}, std::string address = "10.0.0.7");
  /// Signs in with everything right; fails the test otherwise.
  SignedIn signed_in(const std::string& name, const Desk& desk);
  /// The n-th access from now on fails once, as over a connection that breaks: of access control's own reading, or of
  /// the committer's connection.
  void break_reading(std::int64_t n) { reads_ = kNeverBreaks - n; }
  void break_committing(std::int64_t n) { commits_ = kNeverBreaks - n; }
  [[nodiscard]] bool broke_reading() const { return reads_ >= kNeverBreaks; }
  [[nodiscard]] bool broke_committing() const { return commits_ >= kNeverBreaks; }
  /// On to the next authenticator step, so that a new code is there.
  void next_step() { clock.advance(std::chrono::seconds(30)); }

  /// Every event so far.
  std::vector<spine::StoredEvent> events();
  std::size_t count(EventKind kind, std::string_view code = {});
  /// What signs devices: for certificates that no enrolment gave out.
  [[nodiscard]] crypto::CertificateAuthority device_ca() const;
  /// A connection of its own, with the key.
  std::unique_ptr<db::Database> database();

  FakeClock clock;
  ShiftedClock spine_clock;
  std::filesystem::path directory;
  Bytes database_key;
  Bytes wrap_key;
  Actor admin;  ///< an account of role admin that is not under test
  std::unique_ptr<spine::Spine> spine;
  std::unique_ptr<Access> access;

 private:
  std::vector<Migration> migrations_;
  static constexpr std::int64_t kNeverBreaks = std::int64_t{1} << 40;
  void open();
  spine::Stores stores_;
  std::int64_t reads_{0};
  std::int64_t commits_{0};
  std::string ca_pem_;
  std::string ca_key_;
};

}  // namespace guardline::access::test
