// The VFS that keeps unsynced writes in memory. SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/power_cut_vfs.h"

#include "tests/support/unsynced.h"

#include <algorithm>
#include <cstring>
#include <map>
#include <mutex>
#include <new>

#include <sqlcipher/sqlite3.h>
#include <unistd.h>

namespace guardline::test_support {
namespace {

constexpr const char* kName = "guardline-power-cut";
constexpr int kCutStatus = 86;

// SQLite registers a VFS for the whole process, so its state is the process's too.
struct Disk {
  std::mutex mutex;
  std::map<std::string, Image> images;
  CutPlan plan;
  std::int64_t steps{0};
  std::int64_t order{0};
  sqlite3_vfs* real{nullptr};
  sqlite3_vfs vfs{};
  sqlite3_io_methods methods{};

  // Under the mutex.
  void step() {
    if (++steps != plan.at) return;
    settle(images, plan);
    ::_exit(kCutStatus);
  }
};

Disk& disk() {
  static Disk* const only = new Disk;  // never destroyed: connections may outlive main
  return *only;
}

struct File {
  sqlite3_file base;
  Image* image;
  sqlite3_file* real;
};

File& file_of(sqlite3_file* file) { return *reinterpret_cast<File*>(file); }
sqlite3_file* real_of(sqlite3_file* file) { return file_of(file).real; }

int x_close(sqlite3_file* file) { return real_of(file)->pMethods->xClose(real_of(file)); }

int x_read(sqlite3_file* file, void* into, int amount, sqlite3_int64 offset) {
  const std::lock_guard lock(disk().mutex);
  const auto& content = file_of(file).image->content;
  const auto size = static_cast<sqlite3_int64>(content.size());
  const auto have = std::clamp<sqlite3_int64>(size - offset, 0, amount);
  if (have > 0) std::memcpy(into, content.data() + offset, static_cast<std::size_t>(have));
  if (have == amount) return SQLITE_OK;
  std::memset(static_cast<char*>(into) + have, 0, static_cast<std::size_t>(amount - have));
  return SQLITE_IOERR_SHORT_READ;
}

int x_write(sqlite3_file* file, const void* from, int amount, sqlite3_int64 offset) {
  const std::lock_guard lock(disk().mutex);
  file_of(file).image->write(from, static_cast<std::size_t>(amount), offset, ++disk().order);
  disk().step();
  return SQLITE_OK;
}

int x_truncate(sqlite3_file* file, sqlite3_int64 size) {
  const std::lock_guard lock(disk().mutex);
  file_of(file).image->truncate(size, ++disk().order);
  disk().step();
  return SQLITE_OK;
}

int x_sync(sqlite3_file* file, int) {
  const std::lock_guard lock(disk().mutex);
  disk().step();
  auto& image = *file_of(file).image;
  auto* const real = real_of(file);
  for (const auto& change : image.unsynced) {
    // Through the default VFS: a descriptor of our own would drop the locks of the process when it closes. The real
    // sync is left out: the kernel outlives this process.
    const int code = change.truncates ? real->pMethods->xTruncate(real, change.offset)
                                      : real->pMethods->xWrite(real, change.bytes.data(),
                                                               static_cast<int>(change.bytes.size()), change.offset);
    if (code != SQLITE_OK) return code;
  }
  image.unsynced.clear();
  return SQLITE_OK;
}

int x_file_size(sqlite3_file* file, sqlite3_int64* size) {
  const std::lock_guard lock(disk().mutex);
  *size = static_cast<sqlite3_int64>(file_of(file).image->content.size());
  return SQLITE_OK;
}

int x_lock(sqlite3_file* file, int level) { return real_of(file)->pMethods->xLock(real_of(file), level); }
int x_unlock(sqlite3_file* file, int level) { return real_of(file)->pMethods->xUnlock(real_of(file), level); }
int x_check_lock(sqlite3_file* file, int* held) {
  return real_of(file)->pMethods->xCheckReservedLock(real_of(file), held);
}
int x_file_control(sqlite3_file* file, int operation, void* argument) {
  // These would reach past the image.
  const bool past = operation == SQLITE_FCNTL_SIZE_HINT || operation == SQLITE_FCNTL_CHUNK_SIZE ||
                    operation == SQLITE_FCNTL_MMAP_SIZE;
  if (past) return SQLITE_NOTFOUND;
  return real_of(file)->pMethods->xFileControl(real_of(file), operation, argument);
}
int x_sector_size(sqlite3_file* file) { return real_of(file)->pMethods->xSectorSize(real_of(file)); }
int x_characteristics(sqlite3_file* file) { return real_of(file)->pMethods->xDeviceCharacteristics(real_of(file)); }
int x_shm_map(sqlite3_file* file, int page, int size, int extend, void volatile** memory) {
  return real_of(file)->pMethods->xShmMap(real_of(file), page, size, extend, memory);
}
int x_shm_lock(sqlite3_file* file, int offset, int count, int flags) {
  return real_of(file)->pMethods->xShmLock(real_of(file), offset, count, flags);
}
void x_shm_barrier(sqlite3_file* file) { real_of(file)->pMethods->xShmBarrier(real_of(file)); }
int x_shm_unmap(sqlite3_file* file, int remove) { return real_of(file)->pMethods->xShmUnmap(real_of(file), remove); }

// The image of a file as the disk has it now. Under the mutex.
int load(Image& image, sqlite3_file* real) {
  sqlite3_int64 size = 0;
  if (const int code = real->pMethods->xFileSize(real, &size); code != SQLITE_OK) return code;
  image.content.resize(static_cast<std::size_t>(size));
  return size == 0 ? SQLITE_OK : real->pMethods->xRead(real, image.content.data(), static_cast<int>(size), 0);
}

int x_open(sqlite3_vfs*, sqlite3_filename name, sqlite3_file* file, int flags, int* out_flags) {
  auto& d = disk();
  if (name == nullptr) return d.real->xOpen(d.real, name, file, flags, out_flags);  // a temporary file: dies anyway
  auto* const made = new (file) File{{nullptr}, nullptr, nullptr};
  made->real = reinterpret_cast<sqlite3_file*>(reinterpret_cast<char*>(file) + sizeof(File));
  if (const int code = d.real->xOpen(d.real, name, made->real, flags, out_flags); code != SQLITE_OK) return code;
  const std::lock_guard lock(d.mutex);
  auto [at, fresh] = d.images.try_emplace(name);
  if (fresh) {
    at->second.name = name;
    if (const int code = load(at->second, made->real); code != SQLITE_OK) {
      d.images.erase(at);
      made->real->pMethods->xClose(made->real);
      return code;
    }
  }
  made->image = &at->second;
  made->base.pMethods = &d.methods;
  return SQLITE_OK;
}

int x_delete(sqlite3_vfs*, const char* name, int sync_directory) {
  auto& d = disk();
  const std::lock_guard lock(d.mutex);
  d.images.erase(name);
  return d.real->xDelete(d.real, name, sync_directory);
}

void register_vfs() {
  auto& d = disk();
  d.real = sqlite3_vfs_find(nullptr);
  d.vfs = *d.real;
  d.vfs.zName = kName;
  d.vfs.pNext = nullptr;
  d.vfs.szOsFile = static_cast<int>(sizeof(File)) + d.real->szOsFile;
  d.vfs.xOpen = x_open;
  d.vfs.xDelete = x_delete;
  auto& m = d.methods;
  m.iVersion = 2;  // without memory mapping: that would bypass xRead
  m.xClose = x_close;
  m.xRead = x_read;
  m.xWrite = x_write;
  m.xTruncate = x_truncate;
  m.xSync = x_sync;
  m.xFileSize = x_file_size;
  m.xLock = x_lock;
  m.xUnlock = x_unlock;
  m.xCheckReservedLock = x_check_lock;
  m.xFileControl = x_file_control;
  m.xSectorSize = x_sector_size;
  m.xDeviceCharacteristics = x_characteristics;
  m.xShmMap = x_shm_map;
  m.xShmLock = x_shm_lock;
  m.xShmBarrier = x_shm_barrier;
  m.xShmUnmap = x_shm_unmap;
  sqlite3_vfs_register(&d.vfs, 0);
}

}  // namespace

std::string power_cut_vfs() {
  static std::once_flag once;
  std::call_once(once, register_vfs);
  return kName;
}

void arm_power_cut(const CutPlan& plan) {
  const std::lock_guard lock(disk().mutex);
  disk().plan = plan;
  disk().steps = 0;
}

std::int64_t power_cut_steps() {
  const std::lock_guard lock(disk().mutex);
  return disk().steps;
}

std::size_t unsynced_bytes(std::string_view name_ends_with) {
  const std::lock_guard lock(disk().mutex);
  std::size_t bytes = 0;
  for (const auto& [name, image] : disk().images) {
    if (!name.ends_with(name_ends_with)) continue;
    for (const auto& change : image.unsynced) bytes += change.bytes.size();
  }
  return bytes;
}

}  // namespace guardline::test_support
