// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/setup/files.h"

#include <cerrno>
#include <string>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace guardline::setup {
namespace {

constexpr off_t kMaxBytes = 1 << 20;

class File {
 public:
  File(const std::filesystem::path& path, int flags, mode_t mode = 0)
      : fd_(::open(path.c_str(), flags | O_CLOEXEC, mode)) {}
  ~File() {
    if (fd_ >= 0) ::close(fd_);
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  [[nodiscard]] int fd() const { return fd_; }
  [[nodiscard]] bool open() const { return fd_ >= 0; }

 private:
  int fd_;
};

std::unexpected<Error> broken(const std::filesystem::path& path, const char* what) {
  const auto code = errno == ENOSPC ? ErrorCode::exhausted : errno == ENOENT ? ErrorCode::not_found : ErrorCode::io;
  return fail(code, path.filename().string() + ": " + what);
}

}  // namespace

Status write_private(const std::filesystem::path& path, BytesView content) {
  auto beside = path;
  beside += ".new";
  ::unlink(beside.c_str());
  {
    const File file(beside, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0600);
    if (!file.open()) return broken(path, "can't be created");
    std::size_t done = 0;
    while (done < content.size()) {
      const auto written = ::write(file.fd(), content.data() + done, content.size() - done);
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) return broken(path, "can't be written");
      done += static_cast<std::size_t>(written);
    }
    if (::fsync(file.fd()) != 0) return broken(path, "can't be synced");
  }
  if (::rename(beside.c_str(), path.c_str()) != 0) return broken(path, "can't be put in place");
  const File folder(path.parent_path(), O_RDONLY | O_DIRECTORY);
  if (!folder.open() || ::fsync(folder.fd()) != 0) return broken(path, "its folder can't be synced");
  return {};
}

Result<crypto::Secret> read_private(const std::filesystem::path& path) {
  const File file(path, O_RDONLY | O_NOFOLLOW);
  if (!file.open()) return broken(path, "can't be opened");
  struct stat info {};
  if (::fstat(file.fd(), &info) != 0) return broken(path, "can't be looked at");
  if ((info.st_mode & 077) != 0)
    return fail(ErrorCode::denied, path.filename().string() + " is open to others: chmod 600");
  if (info.st_size > kMaxBytes) return fail(ErrorCode::corrupt, path.filename().string() + " is too long");
  crypto::Secret content(static_cast<std::size_t>(info.st_size));
  std::size_t done = 0;
  while (done < content.size()) {
    const auto got = ::read(file.fd(), content.writable().data() + done, content.size() - done);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return broken(path, "can't be read");
    done += static_cast<std::size_t>(got);
  }
  return content;
}

}  // namespace guardline::setup
