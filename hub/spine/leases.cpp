// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/spine/leases.h"

#include "hub/spine/sql.h"

#include <algorithm>
#include <limits>
#include <optional>

namespace guardline::spine {

Result<Digest> last_chain(db::Database& database, std::uint16_t partition) {
  Digest chain{};
  auto ok = do_sql(database, "SELECT chain FROM spine_group WHERE partition = $1 ORDER BY first_seq DESC LIMIT 1",
                   {std::int64_t{partition}}, [&](const db::Row& row) {
                     const auto stored = row.blob(0);
                     if (stored.size() == chain.size()) std::ranges::copy(stored, chain.begin());
                     return true;
                   });
  if (!ok) return std::unexpected(ok.error());
  return chain;
}

Leases::Leases(std::string owner, std::uint16_t partitions, Micros ttl, bool shared)
    : owner_(std::move(owner)), partitions_(partitions), ttl_(ttl), shared_(shared) {}

Status Leases::refresh(db::Database& database, Timestamp now) {
  auto transaction = db::Transaction::begin(database);
  if (!transaction) return std::unexpected(transaction.error());
  const std::int64_t until = shared_ ? to_micros(now + ttl_) : std::numeric_limits<std::int64_t>::max();
  auto held = held_;
  bool taken = false;
  for (std::uint16_t p = 0; p < partitions_; ++p) {
    const std::int64_t partition = p;
    if (const auto at = held.find(p); at != held.end()) {
      auto renewed = run_sql(database, "UPDATE lease SET expires_at = $3 WHERE partition = $1 AND epoch = $2",
                             {partition, at->second.epoch, until});
      if (!renewed) return std::unexpected(renewed.error());
      if (*renewed != 0) continue;
      held.erase(at);
    }
    // An embedded store has one owner: whoever opened it last.
    std::optional<std::int64_t> epoch;
    auto ok = do_sql(database,
                     "UPDATE lease SET epoch = epoch + 1, owner = $2, expires_at = $3 "
                     "WHERE partition = $1 AND (expires_at < $4 OR $5 = 0) RETURNING epoch",
                     {partition, std::string_view(owner_), until, to_micros(now), std::int64_t{shared_ ? 1 : 0}},
                     [&](const db::Row& row) {
                       epoch = row.int64(0);
                       return true;
                     });
    if (!ok) return ok;
    if (!epoch) continue;
    auto chain = last_chain(database, p);
    if (!chain) return std::unexpected(chain.error());
    held[p] = {*epoch, *chain};
    taken = true;
  }
  if (auto ok = transaction->commit(); !ok) return ok;
  held_ = std::move(held);
  if (taken) ++takeovers_;
  return {};
}

Status Leases::reload(db::Database& database) {
  if (auto ok = database.begin_read(); !ok) return ok;
  auto held = held_;
  for (auto at = held.begin(); at != held.end();) {
    bool ours = false;
    auto ok = do_sql(database, "SELECT epoch FROM lease WHERE partition = $1", {std::int64_t{at->first}},
                     [&](const db::Row& row) {
                       ours = row.int64(0) == at->second.epoch;
                       return true;
                     });
    if (!ok) return ok;
    if (!ours) {
      at = held.erase(at);
      continue;
    }
    auto chain = last_chain(database, at->first);
    if (!chain) return std::unexpected(chain.error());
    at->second.chain = *chain;
    ++at;
  }
  database.rollback();
  held_ = std::move(held);
  return {};
}

void Leases::release(db::Database& database) {
  auto transaction = db::Transaction::begin(database);
  if (!transaction) return;
  for (const auto& [partition, held] : held_) {
    auto ok = do_sql(database, "UPDATE lease SET expires_at = 0 WHERE partition = $1 AND epoch = $2",
                     {std::int64_t{partition}, held.epoch});
    if (!ok) return;
  }
  if (transaction->commit()) held_.clear();
}

Result<std::int64_t> Leases::fence(db::Database& database, std::uint16_t partition, std::int64_t rows) {
  const auto at = held_.find(partition);
  if (at == held_.end()) return fail(ErrorCode::lease_lost, "another hub owns partition " + std::to_string(partition));
  std::optional<std::int64_t> next;
  auto ok = do_sql(database,
                   "UPDATE lease SET next_seq = next_seq + $3 WHERE partition = $1 AND epoch = $2 RETURNING next_seq",
                   {std::int64_t{partition}, at->second.epoch, rows}, [&](const db::Row& row) {
                     next = row.int64(0);
                     return true;
                   });
  if (!ok) return std::unexpected(ok.error());
  if (!next) return fail(ErrorCode::lease_lost, "another hub took partition " + std::to_string(partition));
  return *next - rows;
}

std::vector<Holding> Leases::owned() const {
  std::vector<Holding> owned;
  owned.reserve(held_.size());
  for (const auto& [partition, held] : held_) owned.push_back({partition, held.epoch});
  return owned;
}

}  // namespace guardline::spine
