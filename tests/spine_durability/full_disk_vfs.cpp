// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/spine_durability/full_disk_vfs.h"

#include <atomic>
#include <limits>

#include <sqlcipher/sqlite3.h>

namespace guardline::spine::test {
namespace {

std::atomic<std::int64_t> limit{std::numeric_limits<std::int64_t>::max()};

// The default file with its method table replaced by a copy in which writing looks at the limit first. All files of the
// default VFS for a given kind share one table; two kinds are met here (with and without shared memory).
struct Table {
  const sqlite3_io_methods* real{nullptr};
  sqlite3_io_methods ours{};
};
Table tables[8];
std::atomic<int> used{0};

const sqlite3_io_methods* real_of(sqlite3_file* file) {
  for (const auto& table : tables) {
    if (&table.ours == file->pMethods) return table.real;
  }
  return nullptr;
}

int write(sqlite3_file* file, const void* data, int size, sqlite3_int64 offset) {
  if (offset + size > limit) return SQLITE_FULL;
  return real_of(file)->xWrite(file, data, size, offset);
}

int open(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* out) {
  auto* real = static_cast<sqlite3_vfs*>(vfs->pAppData);
  const int code = real->xOpen(real, name, file, flags, out);
  if (code != SQLITE_OK || file->pMethods == nullptr) return code;
  for (auto& table : tables) {
    if (table.real == file->pMethods) {
      file->pMethods = &table.ours;
      return code;
    }
  }
  auto& table = tables[used++];
  table.real = file->pMethods;
  table.ours = *file->pMethods;
  table.ours.iVersion = 2;  // no memory map around the limit
  table.ours.xWrite = write;
  file->pMethods = &table.ours;
  return code;
}

}  // namespace

std::string full_disk_vfs() {
  static sqlite3_vfs vfs = [] {
    auto* real = sqlite3_vfs_find(nullptr);
    sqlite3_vfs made = *real;
    made.zName = "guardline-full-disk";
    made.pAppData = real;
    made.xOpen = open;
    return made;
  }();
  sqlite3_vfs_register(&vfs, 0);
  return vfs.zName;
}

void set_disk_limit(std::int64_t bytes) { limit = bytes; }

}  // namespace guardline::spine::test
