// The tables of the spine and of its projections. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/db/database.h"

#include <cstdint>

namespace guardline::spine {

/// Component "spine". The row table `spine` has one key, (partition, seq), and no other index: one random index would
/// cost a factor of five.
Status migrate_spine(db::Database& database);
/// Component "projection", in the projections' own store.
Status migrate_projections(db::Database& database);
/// Drops the projections' tables and makes them anew.
Status reset_projections(db::Database& database);

/// The one row of spine_meta.
struct SpineMeta {
  std::uint32_t mark{};
  std::uint16_t partitions{};
};
/// not_found if there is no spine in this store.
Result<SpineMeta> read_meta(db::Database& database);

}  // namespace guardline::spine
