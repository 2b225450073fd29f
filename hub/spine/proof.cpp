// Proofs of single rows. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/spine/row.h"
#include "hub/spine/sql.h"
#include "hub/spine/verify.h"

#include <algorithm>

namespace guardline::spine {
namespace {

Digest digest_from(BytesView bytes) {
  Digest digest{};
  if (bytes.size() == digest.size()) std::ranges::copy(bytes, digest.begin());
  return digest;
}

/// The group that holds the row, and the chain value before it.
Status find_group(db::Database& database, EventRef ref, RowProof& proof) {
  int found = 0;
  auto ok = do_sql(
      database,
      "SELECT first_seq, last_seq, committed_at, root, chain FROM spine_group "
      "WHERE partition = $1 AND first_seq <= $2 ORDER BY first_seq DESC LIMIT 2",
      {std::int64_t{ref.partition}, ref.seq}, [&](const db::Row& row) {
        if (found++ == 0) {
          proof.group = {
              ref.partition,           row.int64(0), row.int64(1), from_micros(row.int64(2)), digest_from(row.blob(3)),
              digest_from(row.blob(4))};
        } else {
          proof.previous_chain = digest_from(row.blob(4));
        }
        return true;
      });
  if (!ok) return ok;
  if (found == 0 || proof.group.last_seq < ref.seq) return fail(ErrorCode::not_found, "no group holds this row");
  return {};
}

Result<RowProof> prove_in_snapshot(db::Database& database, EventRef ref) {
  RowProof proof;
  if (auto ok = find_group(database, ref, proof); !ok) return std::unexpected(ok.error());
  std::vector<Digest> leaves;
  bool found = false;
  auto ok = do_sql(database,
                   "SELECT " GUARDLINE_SPINE_COLUMNS
                   " FROM spine WHERE partition = $1 AND seq >= $2 AND seq <= $3 ORDER BY seq",
                   {std::int64_t{ref.partition}, proof.group.first_seq, proof.group.last_seq}, [&](const db::Row& raw) {
                     auto row = row_from(raw);
                     leaves.push_back(row.commitment);
                     if (row.ref == ref) {
                       proof.row = std::move(row);
                       found = true;
                     }
                     return true;
                   });
  if (!ok) return std::unexpected(ok.error());
  const auto size = static_cast<std::size_t>(proof.group.last_seq - proof.group.first_seq + 1);
  if (!found) return fail(ErrorCode::not_found, "no such row");
  if (leaves.size() != size) return fail(ErrorCode::corrupt, "rows of the group are missing");
  crypto::Sha256 hash;
  proof.path = crypto::merkle_path(hash, leaves, static_cast<std::size_t>(ref.seq - proof.group.first_seq));
  return proof;
}

}  // namespace

Result<RowProof> prove(db::Database& database, EventRef ref) {
  if (auto ok = database.begin_read(); !ok) return std::unexpected(ok.error());
  auto proof = prove_in_snapshot(database, ref);
  database.rollback();
  return proof;
}

bool check(const RowProof& proof) {
  const auto& group = proof.group;
  const auto seq = proof.row.ref.seq;
  if (proof.row.ref.partition != group.partition || seq < group.first_seq || seq > group.last_seq) return false;
  crypto::Sha256 hash;
  Bytes scratch;
  const auto leaf = leaf_of(hash, scratch, proof.row);
  const auto root =
      crypto::merkle_root_from_path(hash, leaf, static_cast<std::size_t>(seq - group.first_seq),
                                    static_cast<std::size_t>(group.last_seq - group.first_seq + 1), proof.path);
  return root == group.root && chain_of(hash, proof.previous_chain, group) == group.chain;
}

}  // namespace guardline::spine
