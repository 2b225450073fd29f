// The spine as a whole: made once, opened by each hub. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/time.h"
#include "core/crypto/secret.h"
#include "hub/spine/committer.h"
#include "hub/spine/cursor.h"
#include "hub/spine/leases.h"
#include "hub/spine/reader.h"
#include "hub/spine/stores.h"
#include "hub/spine/subscribe.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace guardline::spine {

/// Keys that live outside the record (files of `keys/`).
struct SpineKeys {
  crypto::Secret wrap;        ///< 32 bytes, wraps the data keys
  crypto::Secret chain_seed;  ///< 32 bytes, Ed25519 seed that signs the daily heads
};

struct SpineOptions {
  CommitterOptions committer;
  std::string owner;                 ///< this hub's name in the leases; empty = a new random one
  Micros lease{Micros(10'000'000)};  ///< PostgreSQL: how long a lease lasts without renewal
  Micros takeover_wait{Micros(0)};   ///< PostgreSQL: how long `open` waits for leases of another hub to run out
  /// Further migrations of this store's ordinary tables (accounts, templates ...), run on the committer's connection.
  std::vector<std::function<Status(db::Database&)>> migrations;
};

/// Owns the committer and its thread, the leases, the commit signal. Order: construct Stores, open the Spine, then the
/// Projector and readers; destroy in reverse.
class Spine {
 public:
  /// Makes the tables and the number of partitions, fixed for ever (1..64). conflict if there is a spine already.
  static Status init(const Stores& stores, std::uint16_t partitions, const Clock& clock);
  /// Migrates, takes the leases and starts the committer. The embedded store is owned whole: a hub that had it open
  /// before is fenced off. PostgreSQL: takes every partition that is free now and, while running, those that fall free
  /// later. Errors: not_found (no spine here), conflict (newer schema), unavailable, corrupt.
  static Result<std::unique_ptr<Spine>> open(Stores stores, SpineKeys keys, const Clock& clock,
                                             SpineOptions options = {});
  /// Commits what is queued, answers everything, ends the thread.
  virtual ~Spine() = default;

  [[nodiscard]] virtual Committer& committer() = 0;
  [[nodiscard]] virtual CommitSignal& signal() = 0;
  [[nodiscard]] virtual const Stores& stores() const = 0;
  /// Names this spine in cursors; and their beginning.
  [[nodiscard]] virtual Cursor beginning() const = 0;
  /// Partitions this hub owns at the moment, rising. Whoever keeps their contents in memory compares the epochs too.
  [[nodiscard]] virtual std::vector<Holding> holdings() const = 0;
  [[nodiscard]] std::vector<std::uint16_t> owned() const;  ///< the same without the epochs
  /// Where everything about an investor stands.
  [[nodiscard]] virtual std::uint16_t partition_of(InvestorId investor) const = 0;
  /// A new reading connection.
  [[nodiscard]] Result<Reader> reader() const;

  // Each blocks until done, on the committer's connection between two groups.

  /// Signs a head over all partitions now (else once a UTC day by itself). Returns its number.
  virtual Result<std::int64_t> sign_head() = 0;
  /// After an erasure: forgets deleted content for good (checkpoint TRUNCATE, or VACUUM). unavailable while a long
  /// reader holds the log.
  virtual Status scrub() = 0;
  /// Wraps every data key under `next` in one transaction, scrubs, and goes on with it. The caller replaces the key
  /// file afterwards and destroys the old key: then archives and backups of erased keys are worthless.
  virtual Status rotate_wrap_key(crypto::Secret next) = 0;
  /// Stops as the destructor does; idempotent.
  virtual void stop() = 0;
};

}  // namespace guardline::spine
