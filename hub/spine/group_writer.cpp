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
#include <map>
#include <ranges>
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

/// The first submission's answer, or conflict if the request was another.
Result<Committed> repeat_of(const IdempotencyRecord& record, BytesView request, BytesView answer) {
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
  std::map<std::pair<std::string_view, std::string_view>, std::vector<std::size_t>> with_key;
  for (std::size_t i = 0; i < group.size(); ++i) {
    if (!group[i]->idempotency) continue;
    with_key[{group[i]->idempotency->scope, group[i]->idempotency->key}].push_back(i);
  }
  if (with_key.empty()) return {};
  const auto settle = [&](std::size_t at, BytesView request, BytesView answer) {
    written_.answers[at] = repeat_of(*group[at]->idempotency, request, answer);
    settled_[at] = true;
  };
  // All in one statement: a store elsewhere would otherwise be asked once a key.
  db::Batch asked;
  asked.rows = with_key.size();
  for (auto* name : {"scope", "key"}) asked.columns.push_back(bytes_column(name, db::Type::text, asked.rows));
  for (const auto& [key, submissions] : with_key) {
    asked.columns[0].bytes.push_back(key.first);
    asked.columns[1].bytes.push_back(key.second);
  }
  auto ran = database.run_batch(
      "SELECT i.scope, i.key, i.request, i.answer FROM {rows} AS r JOIN idempotency AS i ON i.scope = r.scope AND "
      "i.key = r.key",
      asked, [&](const db::Row& row) {
        for (const auto at : with_key.at({row.text(0), row.text(1)})) settle(at, row.blob(2), row.blob(3));
        return true;
      });
  if (!ran) return store_failure(ran.error());
  // A key that is new but comes more than once in this group: its first one counts.
  for (const auto& [key, submissions] : with_key) {
    const auto& first = *group[submissions.front()]->idempotency;
    if (settled_[submissions.front()]) continue;
    for (const auto at : submissions | std::views::drop(1)) settle(at, first.request, first.answer);
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
  if (auto ok = database.append("spine", batch_of(rows)); !ok) return store_failure(ok.error());
  std::vector<Digest> leaves;
  db::Batch groups;
  for (auto* name : {"partition", "first_seq", "last_seq", "committed_at"}) {
    groups.columns.push_back(int_column(name, written_.seals.size()));
  }
  for (auto* name : {"root", "chain"}) {
    groups.columns.push_back(bytes_column(name, db::Type::blob, written_.seals.size()));
  }
  auto at = rows.begin();
  for (auto& seal : written_.seals) {
    leaves.clear();
    for (; at != rows.end() && at->ref.partition == seal.partition; ++at) leaves.push_back(at->commitment);
    seal.committed_at = now;
    seal.root = crypto::merkle_root(hash_, leaves);
    seal.chain = chain_of(hash_, leases_.chain(seal.partition), seal);
    const std::int64_t numbers[] = {seal.partition, seal.first_seq, seal.last_seq, to_micros(now)};
    for (std::size_t i = 0; i < std::size(numbers); ++i) groups.columns[i].ints.push_back(numbers[i]);
    groups.columns[4].bytes.push_back(as_text(seal.root));
    groups.columns[5].bytes.push_back(as_text(seal.chain));
  }
  groups.rows = written_.seals.size();
  auto ran = database.run_batch(
      "INSERT INTO spine_group (partition, first_seq, last_seq, committed_at, root, chain) SELECT r.partition, "
      "r.first_seq, r.last_seq, r.committed_at, r.root, r.chain FROM {rows} AS r",
      groups);
  if (!ran) return store_failure(ran.error());
  return {};
}

GroupWriter::Failed GroupWriter::write_idempotency(db::Database& database, std::span<Submission* const> group,
                                                   Timestamp now) {
  using db::Type;
  db::Batch batch;
  auto& columns = batch.columns;
  for (auto* name : {"scope", "key"}) columns.push_back(bytes_column(name, Type::text, group.size()));
  for (auto* name : {"request", "answer"}) columns.push_back(bytes_column(name, Type::blob, group.size()));
  columns.push_back(int_column("recorded_at", group.size()));
  for (std::size_t i = 0; i < group.size(); ++i) {
    if (!live(i) || !group[i]->idempotency) continue;
    const auto& record = *group[i]->idempotency;
    columns[0].bytes.push_back(record.scope);
    columns[1].bytes.push_back(record.key);
    columns[2].bytes.push_back(as_text(record.request));
    columns[3].bytes.push_back(as_text(record.answer));
    columns[4].ints.push_back(to_micros(now));
    ++batch.rows;
  }
  if (batch.rows == 0) return {};
  auto made = database.run_batch(
      "INSERT INTO idempotency (scope, key, request, answer, recorded_at) SELECT r.scope, r.key, "
      "r.request, r.answer, r.recorded_at FROM {rows} AS r WHERE true ON CONFLICT (scope, key) DO NOTHING",
      batch);
  if (!made) return store_failure(made.error());
  // Another hub has committed the same key since we looked: look again.
  if (*made != static_cast<std::int64_t>(batch.rows))
    return store_failure({ErrorCode::unavailable, "an idempotency key came up twice at the same moment"});
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
