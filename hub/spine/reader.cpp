// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/spine/reader.h"

#include "hub/spine/row.h"
#include "hub/spine/schema.h"
#include "hub/spine/sql.h"

#include <algorithm>
#include <utility>

namespace guardline::spine {
namespace {

/// Ends the read transaction on every path.
class Snapshot {
 public:
  static Result<Snapshot> begin(db::Database& database) {
    if (auto ok = database.begin_read(); !ok) return std::unexpected(ok.error());
    return Snapshot(database);
  }
  Snapshot(Snapshot&& other) noexcept : database_(std::exchange(other.database_, nullptr)) {}
  Snapshot& operator=(Snapshot&&) = delete;
  ~Snapshot() {
    if (database_ != nullptr) database_->rollback();
  }

 private:
  explicit Snapshot(db::Database& database) : database_(&database) {}
  db::Database* database_;
};

}  // namespace

Reader::Reader(std::unique_ptr<db::Database> database) : database_(std::move(database)) {}

Status Reader::identify() {
  if (beginning_) return {};
  auto meta = read_meta(*database_);
  if (!meta) return std::unexpected(meta.error());
  beginning_.emplace(meta->mark, meta->partitions);
  return {};
}

Result<EventBatch> Reader::read(const Cursor& after, std::size_t max_events) {
  if (max_events == 0) return fail(ErrorCode::invalid_argument, "a batch has at least one event");
  if (auto ok = identify(); !ok) return std::unexpected(ok.error());
  const Cursor from = after == Cursor{} ? *beginning_ : after;
  if (from.mark() != beginning_->mark() || from.partitions() != beginning_->partitions()) {
    return fail(ErrorCode::conflict, "the cursor belongs to another spine");
  }
  auto snapshot = Snapshot::begin(*database_);
  if (!snapshot) return std::unexpected(snapshot.error());
  EventBatch batch;
  batch.to = from;
  // Every partition gets an equal share first, and what others leave over next: none can starve the rest.
  for (int round = 0; round < 2; ++round) {
    for (std::uint16_t p = 0; p < from.partitions(); ++p) {
      const std::size_t left = max_events - batch.events.size();
      const std::size_t share = round == 0 ? std::max<std::size_t>(1, max_events / from.partitions()) : left;
      const std::size_t want = std::min(left, share);
      if (want == 0) break;
      const std::size_t before = batch.events.size();
      auto ok = do_sql(*database_,
                       "SELECT " GUARDLINE_SPINE_COLUMNS
                       " FROM spine WHERE partition = $1 AND seq > $2 ORDER BY seq LIMIT $3",
                       {std::int64_t{p}, batch.to.last(p), static_cast<std::int64_t>(want)}, [&](const db::Row& row) {
                         batch.events.push_back(row_from(row));
                         return true;
                       });
      if (!ok) return std::unexpected(ok.error());
      if (batch.events.size() > before) batch.to.advance(batch.events.back().ref);
    }
  }
  batch.more = batch.events.size() == max_events;
  return batch;
}

Result<StoredEvent> Reader::at(EventRef ref) { return read_event(*database_, ref); }

Result<StoredEvent> read_event(db::Database& database, EventRef ref) {
  std::optional<StoredEvent> found;
  auto ok = do_sql(database, "SELECT " GUARDLINE_SPINE_COLUMNS " FROM spine WHERE partition = $1 AND seq = $2",
                   {std::int64_t{ref.partition}, ref.seq}, [&](const db::Row& row) {
                     found = row_from(row);
                     return true;
                   });
  if (!ok) return std::unexpected(ok.error());
  if (!found) return fail(ErrorCode::not_found, "no such event");
  return std::move(*found);
}

Result<std::vector<StoredEvent>> Reader::why(EventRef ref, std::size_t max) {
  std::vector<StoredEvent> chain;
  std::optional<EventRef> next = ref;
  while (next && chain.size() < max) {
    auto event = at(*next);
    if (!event) return std::unexpected(event.error());
    next = event->cause;
    chain.push_back(std::move(*event));
  }
  return chain;
}

Result<Cursor> Reader::end() {
  if (auto ok = identify(); !ok) return std::unexpected(ok.error());
  auto snapshot = Snapshot::begin(*database_);
  if (!snapshot) return std::unexpected(snapshot.error());
  Cursor end = *beginning_;
  for (std::uint16_t p = 0; p < end.partitions(); ++p) {
    auto ok = do_sql(*database_, "SELECT seq FROM spine WHERE partition = $1 ORDER BY seq DESC LIMIT 1",
                     {std::int64_t{p}}, [&](const db::Row& row) {
                       end.advance({p, row.int64(0)});
                       return true;
                     });
    if (!ok) return std::unexpected(ok.error());
  }
  return end;
}

}  // namespace guardline::spine
