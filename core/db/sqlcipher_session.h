// What a statement of the embedded store needs of its connection. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <sqlcipher/sqlite3.h>

namespace guardline::db {

/// One thread at a time, as the connection itself.
class SqlcipherSession {
 public:
  virtual ~SqlcipherSession() = default;
  [[nodiscard]] virtual sqlite3* handle() const noexcept = 0;
  [[nodiscard]] virtual bool in_read_transaction() const noexcept = 0;
  /// Any error inside a transaction rolls it back, as the other store does: every error leaves the driver through here.
  virtual std::unexpected<Error> give_up(Error error) noexcept = 0;
};

}  // namespace guardline::db
