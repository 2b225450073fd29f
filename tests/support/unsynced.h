// Files in memory with their unsynced changes. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/power_cut_vfs.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace guardline::test_support {

/// One change that has not reached the disk: bytes at an offset, or a new length.
struct Change {
  std::int64_t order{0};  ///< over all files
  std::int64_t offset{0};
  std::vector<std::uint8_t> bytes;
  bool truncates{false};  ///< then `offset` is the new length
};

struct Image {
  std::string name;
  std::vector<std::uint8_t> content;
  std::vector<Change> unsynced;

  void write(const void* data, std::size_t size, std::int64_t offset, std::int64_t order);
  void truncate(std::int64_t size, std::int64_t order);
};

/// Brings to the real files what the cut leaves of the changes of all images. For the end of a process: it opens the
/// files anew, which would drop the locks of a living one.
void settle(std::map<std::string, Image>& images, const CutPlan& plan);

}  // namespace guardline::test_support
