// A disk with a settable size. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace guardline::spine::test {

/// Name of a VFS whose writes behind `limit` bytes of a file answer SQLITE_FULL. Thread safe.
std::string full_disk_vfs();
/// The largest size a file may have from now on.
void set_disk_limit(std::int64_t bytes);

}  // namespace guardline::spine::test
