// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/spine/group_writer.h"

#include "core/crypto/merkle.h"
#include "hub/spine/box.h"
#include "hub/spine/draft_check.h"
#include "hub/spine/guard.h"
#include "hub/spine/row.h"
#include "hub/spine/side_tables.h"
#include "hub/spine/sql.h"

#include <algorithm>
#include <set>

namespace guardline::spine {
namespace {

GroupFailure store_failure(Error error) { return {std::move(error), std::nullopt, std::nullopt}; }

StoredEvent row_of(const EventDraft& draft, std::uint16_t partition, Timestamp now) {
  StoredEvent row;
  row.ref.partition = partition;
  row.id = draft.id;
  row.recorded_at = now;
  row.occurred_at = draft.occurred_at;
  row.drill = draft.drill;
  row.kind = draft.kind;
  row.v = draft.v;
  row.subject_type = draft.subject_type;
  row.subject = draft.subject;
  row.notice = draft.notice;
  row.message = draft.message;
  row.delivery = draft.delivery;
  row.investor = draft.investor;
  row.channel = draft.channel;
  row.carrier = draft.carrier;
  row.actor = draft.actor;
  row.reason = draft.reason;
  row.code = draft.code;
  return row;
}

/// Empty if the key is new; else the first submission's answer, or conflict if the request was another.
std::optional<Result<Committed>> repeat_of(const IdempotencyRecord& record, BytesView request, BytesView answer) {
  if (!std::ranges::equal(request, record.request)) {
    return fail(ErrorCode::conflict, "the idempotency key was used for another request");
  }
  Committed committed;
  committed.replayed = true;
  committed.answer.assign(answer.begin(), answer.end());
  return committed;
}

}  // namespace

std::expected<WrittenGroup, GroupFailure> GroupWriter::write(db::Database& database, std::span<Submission* const> group,
                                                             Timestamp now) {
  written_ = {};
  written_.answers.resize(group.size());
  places_.clear();
  settled_.assign(group.size(), false);

  Failed failed = answer_repeats(database, group);
  if (!failed) {
    draft_rows(group, now);
    failed = fence(database, group);
  }
  if (!failed) {
    resolve_causes(group);
    failed = run_also(database, group);
  }
  if (!failed) failed = prepare_keys(database, group, now);
  if (!failed) {
    if (auto ok = apply_guard(database, written_.rows); !ok) failed = store_failure(ok.error());
  }
  if (!failed) failed = seal_and_hash(group);
  if (!failed) {
    collect_answers(group, now);
    failed = write_rows(database, now);
  }
  if (!failed) {
    std::vector<const Submission*> writing;
    for (std::size_t i = 0; i < group.size(); ++i) {
      if (live(i)) writing.push_back(group[i]);
    }
    auto ok = write_outgoing(database, writing, partitions_);
    if (ok) ok = write_bodies(database, writing, keys_);
    if (!ok) failed = store_failure(ok.error());
  }
  if (!failed) failed = write_idempotency(database, group, now);
  if (failed) return std::unexpected(std::move(*failed));
  return std::move(written_);
}

GroupWriter::Failed GroupWriter::answer_repeats(db::Database& database, std::span<Submission* const> group) {
  // What a later submission of the group with the same key is answered with: the first one's own answer if that is new,
  // or what the store holds if that is a repeat itself.
  std::map<std::pair<std::string_view, std::string_view>, IdempotencyRecord> in_group;
  for (std::size_t i = 0; i < group.size(); ++i) {
    if (!group[i]->idempotency) continue;
    const auto& record = *group[i]->idempotency;
    std::optional<Result<Committed>> repeat;
    const auto [at, first] = in_group.try_emplace({record.scope, record.key}, record);
    if (!first) {
      repeat = repeat_of(record, at->second.request, at->second.answer);
    } else {
      auto ok = do_sql(database, "SELECT request, answer FROM idempotency WHERE scope = $1 AND key = $2",
                       {std::string_view(record.scope), std::string_view(record.key)}, [&](const db::Row& row) {
                         repeat = repeat_of(record, row.blob(0), row.blob(1));
                         std::ranges::copy(row.blob(0), at->second.request.begin());
                         at->second.answer.assign(row.blob(1).begin(), row.blob(1).end());
                         return true;
                       });
      if (!ok) return store_failure(ok.error());
    }
    if (!repeat) continue;
    written_.answers[i] = std::move(*repeat);
    settled_[i] = true;
  }
  return {};
}

void GroupWriter::draft_rows(std::span<Submission* const> group, Timestamp now) {
  first_row_.assign(group.size(), 0);
  for (std::size_t i = 0; i < group.size(); ++i) {
    first_row_[i] = written_.rows.size();
    if (!live(i)) continue;
    for (std::size_t d = 0; d < group[i]->events.size(); ++d) {
      const auto& draft = group[i]->events[d];
      written_.rows.push_back(row_of(draft, partition_of(draft, partitions_), now));
      places_.push_back({i, d});
    }
  }
}

GroupWriter::Failed GroupWriter::fence(db::Database& database, std::span<Submission* const> group) {
  // Also the partitions of those whose key, body or work is written without a row: another hub could own them.
  std::map<std::uint16_t, std::int64_t> counts;
  for (const auto& row : written_.rows) ++counts[row.ref.partition];
  for (std::size_t i = 0; i < group.size(); ++i) {
    if (!live(i)) continue;
    for (const auto& work : group[i]->add_outgoing) counts[partition_of(work.investor.value, partitions_)];
    for (const auto& body : group[i]->bodies) counts[partition_of(body.investor.value, partitions_)];
    for (const auto& investor : group[i]->erase) counts[partition_of(investor.value, partitions_)];
  }
  std::map<std::uint16_t, std::int64_t> next;
  for (const auto& [partition, rows] : counts) {
    auto first = leases_.fence(database, partition, rows);
    if (!first) {
      const bool lost = first.error().code == ErrorCode::lease_lost;
      return GroupFailure{first.error(), std::nullopt, lost ? std::optional(partition) : std::nullopt};
    }
    next[partition] = *first;
    if (rows == 0) continue;
    GroupSeal seal;
    seal.partition = partition;
    seal.first_seq = *first;
    seal.last_seq = *first + rows - 1;
    written_.seals.push_back(seal);
  }
  for (auto& row : written_.rows) row.ref.seq = next[row.ref.partition]++;
  return {};
}

void GroupWriter::resolve_causes(std::span<Submission* const> group) {
  for (std::size_t r = 0; r < places_.size(); ++r) {
    const auto& cause = group[places_[r].submission]->events[places_[r].draft].cause;
    if (const auto* ref = std::get_if<EventRef>(&cause)) {
      written_.rows[r].cause = *ref;
    } else if (const auto* earlier = std::get_if<DraftIndex>(&cause)) {
      written_.rows[r].cause = written_.rows[first_row_[places_[r].submission] + earlier->value].ref;
    }
  }
}

GroupWriter::Failed GroupWriter::run_also(db::Database& database, std::span<Submission* const> group) {
  for (std::size_t i = 0; i < group.size(); ++i) {
    if (!live(i) || !group[i]->also) continue;
    if (auto ok = group[i]->also(database); !ok) return GroupFailure{ok.error(), i, std::nullopt};
    // A driver rolls back at any error, even at one that `also` forgave: the rest would then run outside a transaction.
    if (!database.in_transaction()) {
      return GroupFailure{{ErrorCode::internal, "the submission's own writes ended the transaction"}, i, std::nullopt};
    }
  }
  return {};
}

GroupWriter::Failed GroupWriter::prepare_keys(db::Database& database, std::span<Submission* const> group,
                                              Timestamp now) {
  std::set<InvestorId> erase;
  std::vector<InvestorId> wanted;
  for (std::size_t i = 0; i < group.size(); ++i) {
    if (!live(i)) continue;
    erase.insert(group[i]->erase.begin(), group[i]->erase.end());
    for (const auto& draft : group[i]->events) {
      if (!draft.detail.empty()) wanted.push_back(draft.investor);
    }
    for (const auto& body : group[i]->bodies) wanted.push_back(body.investor);
  }
  Status ok;
  if (!erase.empty()) ok = keys_.erase(database, std::vector<InvestorId>(erase.begin(), erase.end()), now);
  if (ok) ok = keys_.load(database, wanted);
  if (!ok) return store_failure(ok.error());
  return {};
}

GroupWriter::Failed GroupWriter::seal_and_hash(std::span<Submission* const> group) {
  for (std::size_t r = 0; r < places_.size(); ++r) {
    auto& row = written_.rows[r];
    const auto& detail = group[places_[r].submission]->events[places_[r].draft].detail;
    if (!detail.empty()) {
      if (const auto* key = keys_.find(row.investor); key != nullptr) {
        if (auto ok = sealer_.seal(hash_, *key, detail, row); !ok) return store_failure(ok.error());
      }
    }
    row.commitment = leaf_of(hash_, scratch_, row);
  }
  return {};
}

GroupWriter::Failed GroupWriter::write_rows(db::Database& database, Timestamp now) {
  auto& rows = written_.rows;
  if (rows.empty()) return {};
  // Partition by partition, so that the key's index grows at a few places only.
  std::ranges::stable_sort(rows, {}, [](const StoredEvent& row) { return row.ref; });
  if (auto ran = database.run_batch(kInsertRows, batch_of(rows)); !ran) return store_failure(ran.error());
  std::vector<Digest> leaves;
  auto at = rows.begin();
  for (auto& seal : written_.seals) {
    leaves.clear();
    for (; at != rows.end() && at->ref.partition == seal.partition; ++at) leaves.push_back(at->commitment);
    seal.committed_at = now;
    seal.root = crypto::merkle_root(hash_, leaves);
    seal.chain = chain_of(hash_, leases_.chain(seal.partition), seal);
    auto ok = do_sql(database,
                     "INSERT INTO spine_group (partition, first_seq, last_seq, committed_at, root, chain) "
                     "VALUES ($1, $2, $3, $4, $5, $6)",
                     {std::int64_t{seal.partition}, seal.first_seq, seal.last_seq, to_micros(now), BytesView(seal.root),
                      BytesView(seal.chain)});
    if (!ok) return store_failure(ok.error());
  }
  return {};
}

GroupWriter::Failed GroupWriter::write_idempotency(db::Database& database, std::span<Submission* const> group,
                                                   Timestamp now) {
  for (std::size_t i = 0; i < group.size(); ++i) {
    if (!live(i) || !group[i]->idempotency) continue;
    const auto& record = *group[i]->idempotency;
    auto made =
        run_sql(database,
                "INSERT INTO idempotency (scope, key, request, answer, recorded_at) VALUES ($1, $2, $3, $4, $5) "
                "ON CONFLICT (scope, key) DO NOTHING",
                {std::string_view(record.scope), std::string_view(record.key), BytesView(record.request),
                 BytesView(record.answer), to_micros(now)});
    if (!made) return store_failure(made.error());
    // Another hub has committed the same key since we looked: look again.
    if (*made == 0)
      return store_failure({ErrorCode::unavailable, "an idempotency key came up twice at the same moment"});
  }
  return {};
}

void GroupWriter::collect_answers(std::span<Submission* const> group, Timestamp now) {
  for (std::size_t i = 0; i < group.size(); ++i) {
    if (!live(i)) continue;
    Committed committed;
    committed.recorded_at = now;
    if (group[i]->idempotency) committed.answer = group[i]->idempotency->answer;
    for (std::size_t d = 0; d < group[i]->events.size(); ++d) {
      const auto& row = written_.rows[first_row_[i] + d];
      committed.refs.push_back(row.ref);
      committed.marks.push_back(row.mark);
    }
    written_.answers[i] = std::move(committed);
  }
}

}  // namespace guardline::spine
