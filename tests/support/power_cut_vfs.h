// A disk that loses what was not synced. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace guardline::test_support {

/// What a power cut leaves of the writes that no sync has confirmed.
enum class CutMode : std::uint8_t {
  drop_all,        ///< nothing
  random_sectors,  ///< any subset of their 512-byte sectors
  ordered_prefix,  ///< the first few in the order they were made, the last of them torn
};

struct CutPlan {
  std::int64_t at{0};  ///< power goes at this write or sync, counted from 1 over all files; 0 = never
  CutMode mode{CutMode::drop_all};
  std::uint64_t seed{1};
};

/// For SqlcipherOptions::vfs. Registers a VFS of SQLite on first use: the default one, except that every named file is
/// an image in memory (one a file name, shared by all connections of the process) with a list of unsynced changes; only
/// a sync brings them to the real file. Locks and the shared memory of the log are the default's. Thread safe.
std::string power_cut_vfs();

/// Arms the cut and starts counting. At the cut the unsynced changes are kept or lost as `mode` says and the process
/// ends at once (_exit): so call it in a child, or use run_until_cut.
void arm_power_cut(const CutPlan& plan);

/// Writes and syncs since the last arm_power_cut.
std::int64_t power_cut_steps();

/// Bytes written to files whose name ends so and not synced yet. 0 for "-wal" when a commit has just returned: the
/// acknowledgement came after the sync.
std::size_t unsynced_bytes(std::string_view name_ends_with);

struct CutRun {
  bool cut{false};                         ///< false: the work came to its end first
  bool failed{false};                      ///< the child ended in any other way
  std::vector<std::int64_t> acknowledged;  ///< what the work acknowledged before the cut, in order
};
using Acknowledge = std::function<void(std::int64_t)>;

/// Forks, arms the cut and runs `work` in the child. Call it from a process with one thread. The parent then deletes
/// the
/// `-shm` file and opens the database with the default VFS.
CutRun run_until_cut(const CutPlan& plan, const std::function<void(const Acknowledge&)>& work);

}  // namespace guardline::test_support
