// One commit group inside its transaction. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/db/database.h"
#include "hub/spine/box.h"
#include "hub/spine/commitment.h"
#include "hub/spine/key_ring.h"
#include "hub/spine/leases.h"
#include "hub/spine/submission.h"

#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <vector>

namespace guardline::spine {

/// Why a group could not be written; the transaction is rolled back.
struct GroupFailure {
  Error error;
  std::optional<std::size_t> submission;   ///< this one is to blame: run the group again without it
  std::optional<std::uint16_t> partition;  ///< this lease is lost
};

/// What a written group came to.
struct WrittenGroup {
  std::vector<Result<Committed>> answers;  ///< one per submission; an error here needed no rollback
  std::vector<StoredEvent> rows;
  std::vector<GroupSeal> seals;  ///< one per partition with rows
};

/// Writes a group: partition fence, guard, rows marked by its answer, commitments, outgoing work, idempotency answers.
/// The caller begins and commits. Committer's thread.
class GroupWriter {
 public:
  GroupWriter(Leases& leases, KeyRing& keys, std::uint16_t partitions)
      : leases_(leases), keys_(keys), partitions_(partitions) {}

  std::expected<WrittenGroup, GroupFailure> write(db::Database& database, std::span<Submission* const> group,
                                                  Timestamp now);

 private:
  struct Place {
    std::size_t submission;
    std::size_t draft;
  };
  using Failed = std::optional<GroupFailure>;

  Failed answer_repeats(db::Database& database, std::span<Submission* const> group);
  void draft_rows(std::span<Submission* const> group, Timestamp now);
  Failed fence(db::Database& database, std::span<Submission* const> group);
  void resolve_causes(std::span<Submission* const> group);
  Failed run_also(db::Database& database, std::span<Submission* const> group);
  Failed prepare_keys(db::Database& database, std::span<Submission* const> group, Timestamp now);
  Failed seal_and_hash(std::span<Submission* const> group);
  Failed write_rows(db::Database& database, Timestamp now);
  Failed write_idempotency(db::Database& database, std::span<Submission* const> group, Timestamp now);
  void collect_answers(std::span<Submission* const> group, Timestamp now);
  [[nodiscard]] bool live(std::size_t submission) const { return !settled_[submission]; }

  Leases& leases_;
  KeyRing& keys_;
  std::uint16_t partitions_;
  crypto::Sha256 hash_;
  Bytes scratch_;
  DetailSealer sealer_;

  WrittenGroup written_;
  std::vector<Place> places_;           // of written_.rows, before they are sorted
  std::vector<bool> settled_;           // submissions answered without writing
  std::vector<std::size_t> first_row_;  // of each submission
};

}  // namespace guardline::spine
