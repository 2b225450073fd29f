// Small private files, written whole or not at all. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/vault/files.h"

#include "core/crypto/random.h"

#include <algorithm>
#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace guardline::app {
namespace {

class File {
 public:
  explicit File(int fd) : fd_(fd) {}
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  ~File() {
    if (fd_ >= 0) ::close(fd_);
  }
  [[nodiscard]] int fd() const { return fd_; }
  explicit operator bool() const { return fd_ >= 0; }

 private:
  int fd_;
};

bool write_all(int fd, BytesView bytes) {
  while (!bytes.empty()) {
    const auto done = ::write(fd, bytes.data(), bytes.size());
    if (done < 0 && errno == EINTR) continue;
    if (done <= 0) return false;
    bytes = bytes.subspan(static_cast<std::size_t>(done));
  }
  return true;
}

}  // namespace

Status sync_folder(const std::filesystem::path& folder) {
  const File file(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!file || ::fsync(file.fd()) != 0) return fail(ErrorCode::io, "a folder can't be synced");
  return {};
}

Status write_private(const std::filesystem::path& path, BytesView content) {
  auto fresh = path;
  fresh += ".new";
  {
    const File file(::open(fresh.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600));
    const bool ok = file && write_all(file.fd(), content) && ::fsync(file.fd()) == 0;
    if (!ok) return fail(ErrorCode::io, "a private file can't be written");
  }
  if (::rename(fresh.c_str(), path.c_str()) != 0) return fail(ErrorCode::io, "a private file can't be put in place");
  return sync_folder(path.parent_path());
}

Result<Bytes> read_whole(const std::filesystem::path& path, std::size_t most) {
  const File file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file) {
    return errno == ENOENT ? fail(ErrorCode::not_found, "no such file") : fail(ErrorCode::io, "a file can't be read");
  }
  struct stat info {};
  if (::fstat(file.fd(), &info) != 0 || !S_ISREG(info.st_mode)) return fail(ErrorCode::io, "a file can't be read");
  if (std::cmp_greater(info.st_size, most)) return fail(ErrorCode::exhausted, "a file is longer than it may be");
  Bytes content(static_cast<std::size_t>(info.st_size));
  std::size_t have = 0;
  while (have < content.size()) {
    const auto got = ::read(file.fd(), content.data() + have, content.size() - have);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return fail(ErrorCode::io, "a file can't be read");
    if (got == 0) break;  // it became shorter meanwhile
    have += static_cast<std::size_t>(got);
  }
  content.resize(have);
  return content;
}

Status destroy_file(const std::filesystem::path& path) {
  {
    const File file(::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NOFOLLOW));
    if (!file) {
      return errno == ENOENT ? Status() : Status(fail(ErrorCode::io, "a file can't be opened to destroy it"));
    }
    struct stat info {};
    if (::fstat(file.fd(), &info) != 0) return fail(ErrorCode::io, "a file can't be destroyed");
    auto left = static_cast<std::size_t>(info.st_size);
    while (left > 0) {
      const auto piece = crypto::random_bytes(std::min<std::size_t>(left, 65536));
      if (!write_all(file.fd(), piece)) return fail(ErrorCode::io, "a file can't be written over");
      left -= piece.size();
    }
    ::fsync(file.fd());
  }
  if (::unlink(path.c_str()) != 0 && errno != ENOENT) return fail(ErrorCode::io, "a file can't be removed");
  return {};
}

}  // namespace guardline::app
