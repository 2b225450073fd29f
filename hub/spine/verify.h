// Walking the whole spine and saying what is wrong with it. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/crypto/ed25519.h"
#include "core/crypto/merkle.h"
#include "core/db/database.h"
#include "hub/spine/commitment.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace guardline::spine {

enum class Finding : std::uint8_t {
  row_edited,  ///< its content is not what was committed
  row_missing,
  row_added,      ///< stands where no group has been committed
  rows_swapped,   ///< `ref` and `other` stand in each other's place
  detail_edited,  ///< the sealed detail does not open to what was hashed (checked only with the wrapping key in hand)
  group_edited,   ///< the group's root or link to the group before is not what its rows say
  group_missing,
  head_edited,  ///< a signed head does not verify
  head_missing,
  truncated,  ///< a signed head covers rows after `ref` that are gone
};

struct Defect {
  Finding finding{};
  EventRef ref;                   ///< the row, or the group's first row
  std::optional<EventRef> other;  ///< the partner of a swap, or the last row of a range
  std::string text;               ///< one English sentence for operators
};

struct VerifyReport {
  std::int64_t rows{};
  std::int64_t groups{};
  std::int64_t heads{};
  std::vector<Defect> defects;  ///< at most `max_defects`
  std::int64_t last_head{0};    ///< number of the last good signed head; 0 = none
  Timestamp last_head_at{};
  std::int64_t rows_after_head{};  ///< committed later: chained, but not anchored yet
  [[nodiscard]] bool good() const { return defects.empty(); }
};

/// Reads every row, in one snapshot. `key` is the public half of the chain signing key, from outside the record. With
/// `wrap_key` the sealed details are opened and checked against their hashes too. A row that was edited together with
/// its own commitment is found by its group's root: then the group's range is named, not the row.
Result<VerifyReport> verify(db::Database& database, const crypto::Ed25519PublicKey& key,
                            const crypto::Secret* wrap_key = nullptr, std::size_t max_defects = 100);

/// That a row is in the spine: enough to check without the store.
struct RowProof {
  StoredEvent row;  ///< the sealed detail is not needed
  GroupSeal group;
  Digest previous_chain{};
  std::vector<Digest> path;  ///< RFC 6962 audit path of the row in its group
};
Result<RowProof> prove(db::Database& database, EventRef ref);
/// True only if the row's canonical form hashes, along the path, to the group's root, and that into its chain value.
bool check(const RowProof& proof);

}  // namespace guardline::spine
