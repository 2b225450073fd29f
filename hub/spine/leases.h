// Which partitions this hub may write. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bytes.h"
#include "core/base/error.h"
#include "core/base/time.h"
#include "core/db/database.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace guardline::spine {

/// A partition that a hub owns. The epoch rises whenever the partition changes hands: an owner that sees another one
/// than before knows that somebody else has had the partition in between.
struct Holding {
  std::uint16_t partition{};
  std::int64_t epoch{};
  friend bool operator==(const Holding&, const Holding&) = default;
};

/// Leases of one owner; on the committer's thread. A lease is a row with an epoch that rises with every new owner: time
/// only says when another hub may try, the epoch in the fence is what keeps a late writer out.
class Leases {
 public:
  Leases(std::string owner, std::uint16_t partitions, Micros ttl, bool shared);

  /// Takes what is free (everything, where the store is not shared) and renews what is held. Also reads the last chain
  /// value of partitions newly taken. Own transaction.
  Status refresh(db::Database& database, Timestamp now);
  /// After a broken connection: reads the chain values again and drops leases whose epoch has moved on.
  Status reload(db::Database& database);
  /// At an orderly end: lets the next hub take over at once. Failure is harmless, the leases then run out.
  void release(db::Database& database);
  /// Inside a transaction: reserves `rows` sequence numbers; gives the first. Call in rising partition order.
  /// lease_lost if the partition is another hub's.
  Result<std::int64_t> fence(db::Database& database, std::uint16_t partition, std::int64_t rows);

  [[nodiscard]] bool owns(std::uint16_t partition) const { return held_.contains(partition); }
  [[nodiscard]] std::vector<Holding> owned() const;  ///< rising
  void lost(std::uint16_t partition) { held_.erase(partition); }

  /// The chain value after the last durable group of an owned partition.
  [[nodiscard]] const Digest& chain(std::uint16_t partition) const { return held_.at(partition).chain; }
  void advance(std::uint16_t partition, const Digest& chain) { held_.at(partition).chain = chain; }
  /// Changes whenever a partition was newly taken: memory about its contents is stale.
  [[nodiscard]] std::uint64_t takeovers() const { return takeovers_; }

 private:
  struct Held {
    std::int64_t epoch{};
    Digest chain{};
  };
  std::string owner_;
  std::uint16_t partitions_;
  Micros ttl_;
  bool shared_;
  std::uint64_t takeovers_{0};
  std::map<std::uint16_t, Held> held_;
};

/// The chain value of a partition's last group; zeros before the first.
Result<Digest> last_chain(db::Database& database, std::uint16_t partition);

}  // namespace guardline::spine
