// What a statement on PostgreSQL needs of its connection. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <cstdint>
#include <string>

#include <libpq-fe.h>

namespace guardline::db {

/// One thread at a time, as the connection itself.
class PostgresSession {
 public:
  virtual ~PostgresSession() = default;
  [[nodiscard]] virtual PGconn* handle() const noexcept = 0;
  /// Rises with every new connection: the server has forgotten the prepared statements of older ones.
  [[nodiscard]] virtual std::uint64_t generation() const noexcept = 0;
  /// A name for a prepared statement, never given before.
  [[nodiscard]] virtual std::string next_name() = 0;
  /// Connects again where the connection was lost and no transaction was lost with it.
  virtual Status ensure_connected() = 0;
  /// Any error inside a transaction rolls it back: every error leaves the driver through here.
  virtual std::unexpected<Error> give_up(Error error) noexcept = 0;
};

}  // namespace guardline::db
