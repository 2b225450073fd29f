// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/spine/verify.h"

#include "hub/spine/heads.h"
#include "hub/spine/row.h"
#include "hub/spine/schema.h"
#include "hub/spine/sql.h"
#include "hub/spine/verify_details.h"

#include <algorithm>
#include <map>
#include <optional>

namespace guardline::spine {
namespace {

std::string place(EventRef ref) {
  return "partition " + std::to_string(ref.partition) + " row " + std::to_string(ref.seq);
}
std::string range(std::uint16_t partition, std::int64_t first, std::int64_t last) {
  return "partition " + std::to_string(partition) + " rows " + std::to_string(first) + " to " + std::to_string(last);
}

Digest digest_from(BytesView bytes) {
  Digest digest{};
  if (bytes.size() == digest.size()) std::ranges::copy(bytes, digest.begin());
  return digest;
}

/// What the good heads say about one end of a partition.
struct Anchor {
  std::int64_t head{};
  Digest chain{};
};

class Walk {
 public:
  Walk(db::Database& database, const SpineMeta& meta, const crypto::Ed25519PublicKey& key, const crypto::Secret* wrap,
       std::size_t max_defects)
      : database_(database), meta_(meta), key_(key), max_defects_(max_defects) {
    if (wrap != nullptr) details_.emplace(database, *wrap);
  }

  Result<VerifyReport> run() {
    if (auto ok = read_anchors(); !ok) return std::unexpected(ok.error());
    for (std::uint16_t p = 0; p < meta_.partitions; ++p) {
      if (auto ok = walk_partition(p); !ok) return std::unexpected(ok.error());
    }
    if (auto ok = check_foreign_rows(); !ok) return std::unexpected(ok.error());
    name_edited_rows();
    return std::move(report_);
  }

 private:
  void found(Finding finding, EventRef ref, std::optional<EventRef> other, std::string text) {
    if (report_.defects.size() < max_defects_) report_.defects.push_back({finding, ref, other, std::move(text)});
  }

  // Heads first: which ends of which partitions are anchored.
  Status read_anchors() {
    auto heads = read_heads(database_);
    if (!heads) return std::unexpected(heads.error());
    std::int64_t expected = 1;
    std::optional<Digest> previous = Digest{};
    anchored_.assign(meta_.partitions, 0);
    for (const auto& stored : *heads) {
      ++report_.heads;
      if (stored.number != expected) {
        found(Finding::head_missing, {}, std::nullopt, "head " + std::to_string(expected) + " is missing");
        previous.reset();
      }
      expected = stored.number + 1;
      const auto head = decode_head(stored.body);
      const bool good = head && crypto::ed25519_verify(key_, stored.body, stored.signature) &&
                        head->number == stored.number && head->mark == meta_.mark &&
                        head->ends.size() == meta_.partitions && (!previous || head->previous == *previous);
      previous = digest_of(stored);
      if (!good) {
        found(Finding::head_edited, {}, std::nullopt, "head " + std::to_string(stored.number) + " does not verify");
        continue;
      }
      report_.last_head = stored.number;
      report_.last_head_at = head->signed_at;
      for (std::uint16_t p = 0; p < meta_.partitions; ++p) {
        anchored_[p] = std::max(anchored_[p], head->ends[p].last_seq);
        if (head->ends[p].last_seq > 0)
          anchors_[{p, head->ends[p].last_seq}].push_back({stored.number, head->ends[p].chain});
      }
    }
    return {};
  }

  Status walk_partition(std::uint16_t partition) {
    auto groups = read_groups(partition);
    if (!groups) return std::unexpected(groups.error());
    std::int64_t next = 1;
    Digest chain{};
    auto at = groups->begin();
    // Rows stream through once, beside the groups.
    Status inner;
    auto ok = do_sql(database_, "SELECT " GUARDLINE_SPINE_COLUMNS " FROM spine WHERE partition = $1 ORDER BY seq",
                     {std::int64_t{partition}}, [&](const db::Row& raw) {
                       auto row = row_from(raw);
                       ++report_.rows;
                       while (at != groups->end() && row.ref.seq > at->last_seq) {
                         close_group(*at, next, chain);
                         ++at;
                       }
                       if (at == groups->end() || row.ref.seq < at->first_seq) {
                         outside(row, at != groups->end());
                       } else {
                         inner = take_row(std::move(row));
                       }
                       return inner.has_value();
                     });
    if (!ok) return ok;
    if (!inner) return inner;
    for (; at != groups->end(); ++at) close_group(*at, next, chain);
    return check_end(partition, next);
  }

  void outside(const StoredEvent& row, bool before_a_group) {
    if (before_a_group) return;  // the gap between the groups is reported with the group that follows it
    found(Finding::row_added, row.ref, std::nullopt, place(row.ref) + " stands where no group was committed");
  }

  struct Leaf {
    std::int64_t seq;
    Digest stored;
  };

  Status take_row(StoredEvent row) {
    if (details_) {
      auto good = details_->good(row);
      if (!good) return std::unexpected(good.error());
      if (!*good) {
        found(Finding::detail_edited, row.ref, std::nullopt, "the sealed detail of " + place(row.ref) + " was edited");
      }
    }
    rows_.push_back({row.ref.seq, row.commitment});
    if (leaf_of(hash_, scratch_, row) != row.commitment) {
      group_touched_ = true;
      row.sealed_detail.clear();
      if (edited_.size() < kKeptForSwaps) {
        edited_.push_back(std::move(row));
      } else {
        found(Finding::row_edited, row.ref, std::nullopt, place(row.ref) + " was edited");
      }
    }
    return {};
  }

  void close_group(const GroupSeal& group, std::int64_t& next, Digest& chain) {
    ++report_.groups;
    if (group.first_seq != next) {
      found(Finding::group_missing, {group.partition, next}, EventRef{group.partition, group.first_seq - 1},
            "the commit groups of " + range(group.partition, next, group.first_seq - 1) + " are missing");
    }
    const bool missing = name_missing(group);
    std::vector<Digest> leaves;
    leaves.reserve(rows_.size());
    for (const auto& leaf : rows_) leaves.push_back(leaf.stored);
    const bool root_good = !missing && crypto::merkle_root(hash_, leaves) == group.root;
    const bool chain_good = group.first_seq != next || chain_of(hash_, chain, group) == group.chain;
    // A row that is named already explains its group's root.
    if ((!root_good && !missing && !group_touched_) || !chain_good) {
      found(Finding::group_edited, {group.partition, group.first_seq}, EventRef{group.partition, group.last_seq},
            chain_good ? "one of " + range(group.partition, group.first_seq, group.last_seq) +
                             " was edited together with its commitment"
                       : "the commitment of the group of " + range(group.partition, group.first_seq, group.last_seq) +
                             " was edited");
    }
    check_anchor(group);
    chain = group.chain;
    next = group.last_seq + 1;
    rows_.clear();
    group_touched_ = false;
  }

  bool name_missing(const GroupSeal& group) {
    std::int64_t expected = group.first_seq;
    bool missing = false;
    const auto report = [&](std::int64_t until) {
      for (; expected < until; ++expected) {
        missing = true;
        const EventRef ref{group.partition, expected};
        found(Finding::row_missing, ref, std::nullopt, place(ref) + " is missing");
      }
    };
    for (const auto& leaf : rows_) {
      report(leaf.seq);
      expected = leaf.seq + 1;
    }
    report(group.last_seq + 1);
    return missing;
  }

  void check_anchor(const GroupSeal& group) {
    const auto anchor = anchors_.find({group.partition, group.last_seq});
    if (anchor == anchors_.end()) return;
    for (const auto& [head, chain] : anchor->second) {
      if (chain == group.chain) continue;
      found(Finding::group_edited, {group.partition, group.first_seq}, EventRef{group.partition, group.last_seq},
            range(group.partition, group.first_seq, group.last_seq) + " are not what head " + std::to_string(head) +
                " has signed");
    }
    anchors_.erase(anchor);
  }

  Status check_end(std::uint16_t partition, std::int64_t next) {
    std::int64_t handed_out = next;
    auto ok = do_sql(database_, "SELECT next_seq FROM lease WHERE partition = $1", {std::int64_t{partition}},
                     [&](const db::Row& row) {
                       handed_out = row.int64(0);
                       return true;
                     });
    if (!ok) return ok;
    const std::int64_t end = std::max(handed_out - 1, anchored_[partition]);
    if (end >= next) {
      const bool signed_for = anchored_[partition] >= next;
      found(Finding::truncated, {partition, next - 1}, EventRef{partition, end},
            range(partition, next, end) + " are cut off" +
                (signed_for ? "; head " + std::to_string(report_.last_head) + " covers them" : ""));
    }
    for (const auto& [at, heads] : anchors_) {
      if (at.first != partition || at.second >= next) continue;
      found(Finding::group_missing, {partition, at.second}, std::nullopt,
            "no group ends at " + place({partition, at.second}) + ", where head " + std::to_string(heads[0].head) +
                " has signed one");
    }
    report_.rows_after_head += std::max<std::int64_t>(0, next - 1 - anchored_[partition]);
    return {};
  }

  Status check_foreign_rows() {
    return do_sql(database_, "SELECT partition, seq FROM spine WHERE partition < 0 OR partition >= $1 LIMIT 100",
                  {std::int64_t{meta_.partitions}}, [&](const db::Row& row) {
                    const EventRef ref{static_cast<std::uint16_t>(row.int64(0)), row.int64(1)};
                    found(Finding::row_added, ref, std::nullopt, place(ref) + " stands in a partition that is none");
                    return true;
                  });
  }

  /// Two rows in each other's place hash right as soon as each gets the other's number back.
  bool belongs(StoredEvent row, EventRef ref, const StoredEvent& there) {
    row.ref = ref;
    const auto leaf = leaf_of(hash_, scratch_, row);
    return leaf == row.commitment || leaf == there.commitment;
  }

  void name_edited_rows() {
    std::vector<bool> named(edited_.size(), false);
    for (std::size_t a = 0; a < edited_.size(); ++a) {
      for (std::size_t b = a + 1; b < edited_.size() && !named[a]; ++b) {
        if (named[b] || !belongs(edited_[a], edited_[b].ref, edited_[b]) ||
            !belongs(edited_[b], edited_[a].ref, edited_[a])) {
          continue;
        }
        named[a] = named[b] = true;
        found(Finding::rows_swapped, edited_[a].ref, edited_[b].ref,
              place(edited_[a].ref) + " and " + place(edited_[b].ref) + " stand in each other's place");
      }
      if (!named[a]) found(Finding::row_edited, edited_[a].ref, std::nullopt, place(edited_[a].ref) + " was edited");
    }
  }

  Result<std::vector<GroupSeal>> read_groups(std::uint16_t partition) {
    std::vector<GroupSeal> groups;
    auto ok = do_sql(database_,
                     "SELECT first_seq, last_seq, committed_at, root, chain FROM spine_group WHERE partition = $1 "
                     "ORDER BY first_seq",
                     {std::int64_t{partition}}, [&](const db::Row& row) {
                       groups.push_back({partition, row.int64(0), row.int64(1), from_micros(row.int64(2)),
                                         digest_from(row.blob(3)), digest_from(row.blob(4))});
                       return true;
                     });
    if (!ok) return std::unexpected(ok.error());
    return groups;
  }

  static constexpr std::size_t kKeptForSwaps = 500;

  db::Database& database_;
  SpineMeta meta_;
  crypto::Ed25519PublicKey key_;
  std::size_t max_defects_;
  std::optional<DetailCheck> details_;
  crypto::Sha256 hash_;
  Bytes scratch_;
  VerifyReport report_;
  std::vector<std::int64_t> anchored_;  // the last row of each partition that a good head covers
  std::map<std::pair<std::uint16_t, std::int64_t>, std::vector<Anchor>> anchors_;
  std::vector<Leaf> rows_;  // of the group at hand
  bool group_touched_{false};
  std::vector<StoredEvent> edited_;
};

}  // namespace

Result<VerifyReport> verify(db::Database& database, const crypto::Ed25519PublicKey& key, const crypto::Secret* wrap_key,
                            std::size_t max_defects) {
  if (auto ok = database.begin_read(); !ok) return std::unexpected(ok.error());
  auto report = [&]() -> Result<VerifyReport> {
    const auto meta = read_meta(database);
    if (!meta) return std::unexpected(meta.error());
    return Walk(database, *meta, key, wrap_key, max_defects).run();
  }();
  database.rollback();
  return report;
}

}  // namespace guardline::spine
