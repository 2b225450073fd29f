// Who gives an order. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/words.h"
#include "core/base/id.h"

namespace guardline::access {

/// An account in its role, or the local operator: whoever may open the hub's admin socket (a file of mode 0600). The
/// orders of this folder are an administrator's; others are refused (denied) whatever the route let through.
struct Actor {
  AccountId account;  ///< none = the local operator
  api::Role role{api::Role::agent};

  static Actor local_operator() { return {.account = {}, .role = api::Role::admin}; }
  [[nodiscard]] bool is_local() const { return account.empty(); }
};

}  // namespace guardline::access
