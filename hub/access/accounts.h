// Accounts of members of staff. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/words.h"
#include "core/base/error.h"
#include "core/base/id.h"
#include "core/base/time.h"
#include "hub/access/actor.h"
#include "hub/access/names.h"

#include <string>
#include <string_view>
#include <vector>

namespace guardline::access {

class Backend;

struct Account {
  AccountId id;
  std::string name;  ///< what the person signs in with: 1..64 of [a-z0-9._-], begins with a letter or digit
  std::string display_name;
  api::Role role{api::Role::agent};
  bool active{true};
  bool factor_bound{false};    ///< an authenticator is in use
  int recovery_codes_left{0};  ///< unused ones
  int failures{0};             ///< in a row
  Timestamp locked_until{};    ///< zero or past = not locked
  bool locked_hard{false};     ///< until an administrator unlocks
  Timestamp created_at{};
};

struct NewAccount {
  std::string name;          ///< taken in lower case
  std::string display_name;  ///< 1..64 characters of UTF-8 without control characters
  api::Role role{api::Role::agent};
  std::string password;
};

/// Blocking; thread safe. All orders: denied (actor is no administrator), unavailable or exhausted (store).
class Accounts {
 public:
  explicit Accounts(Backend& backend) : backend_(backend) {}

  /// invalid_argument (name, display name, or `password_fault` of the password), conflict (the name is taken).
  Result<Account> create(const NewAccount& account, const Actor& actor);
  /// Ends the account's sessions. not_found, invalid_argument (`password_fault`).
  Status set_password(AccountId account, std::string_view password, const Actor& actor);
  /// Forgets failures and locks. not_found.
  Status unlock(AccountId account, const Actor& actor);
  /// An inactive account can't sign in; deactivating ends its sessions at once. not_found.
  Status set_active(AccountId account, bool active, const Actor& actor);

  /// For a person who lost both the authenticator and the recovery codes: forgets them and ends the sessions; the next
  /// enrolment binds anew. not_found.
  Status reset_factor(AccountId account, const Actor& actor);

  /// not_found.
  Result<Account> get(AccountId account);
  Result<Account> find(std::string_view name);
  /// By name.
  Result<std::vector<Account>> list();

 private:
  Backend& backend_;
};

}  // namespace guardline::access
