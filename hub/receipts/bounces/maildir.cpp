// A Maildir as a reader sees it. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/receipts/bounces/maildir.h"

#include <cerrno>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace guardline::receipts {
namespace fs = std::filesystem;
namespace {

class File {
 public:
  explicit File(const fs::path& path)
      : fd_(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)) {}  // a FIFO must not hold us
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  ~File() {
    if (fd_ >= 0) ::close(fd_);
  }
  [[nodiscard]] int fd() const noexcept { return fd_; }

 private:
  int fd_;
};

Timestamp modified(const struct stat& info) {
  return Timestamp(std::chrono::seconds(info.st_mtim.tv_sec) + Micros(info.st_mtim.tv_nsec / 1000));
}

}  // namespace

Result<Maildir> Maildir::open(fs::path folder) {
  std::error_code error;
  for (const char* name : {"", "new", "cur", "tmp"}) {
    const fs::path path = *name == '\0' ? folder : folder / name;
    if (fs::is_directory(path, error)) continue;
    fs::create_directories(path, error);
    if (!error) fs::permissions(path, fs::perms::owner_all, error);
    if (error) return fail(ErrorCode::io, "the folder of returned mail can't be made: " + error.message());
  }
  return Maildir(std::move(folder));
}

Result<std::vector<std::string>> Maildir::waiting(std::size_t limit) const {
  std::error_code error;
  std::vector<std::string> names;
  for (auto it = fs::directory_iterator(new_folder(), error); !error && it != fs::directory_iterator();
       it.increment(error)) {
    std::string name = it->path().filename().string();
    if (!name.starts_with('.')) names.push_back(std::move(name));
    if (names.size() >= limit) break;
  }
  if (error) return fail(ErrorCode::io, "the folder of returned mail can't be read: " + error.message());
  return names;
}

Result<Maildir::Mail> Maildir::read(const std::string& name, std::size_t limit) const {
  const File file(new_folder() / name);
  if (file.fd() < 0) {
    return fail(errno == ENOENT ? ErrorCode::not_found : ErrorCode::io, "returned mail can't be opened");
  }
  struct stat info {};
  if (::fstat(file.fd(), &info) != 0 || !S_ISREG(info.st_mode)) return fail(ErrorCode::io, "returned mail is no file");
  Mail mail{.bytes = {}, .arrived_at = modified(info)};
  char buffer[16384];
  while (mail.bytes.size() < limit) {
    const ssize_t n = ::read(file.fd(), buffer, std::min(sizeof buffer, limit - mail.bytes.size()));
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return fail(ErrorCode::io, "returned mail can't be read");
    if (n == 0) break;
    mail.bytes.append(buffer, static_cast<std::size_t>(n));
  }
  return mail;
}

Status Maildir::file_away(const std::string& name, bool flagged) const {
  std::error_code error;
  const std::string base = name.substr(0, name.find(":2,"));
  fs::rename(new_folder() / name, folder_ / "cur" / (base + (flagged ? ":2,FS" : ":2,S")), error);
  if (error && error != std::errc::no_such_file_or_directory) {
    return fail(ErrorCode::io, "returned mail can't be filed away: " + error.message());
  }
  return {};
}

std::size_t Maildir::remove_older(Timestamp before) const {
  std::size_t removed = 0;
  std::error_code error;
  for (auto it = fs::directory_iterator(folder_ / "cur", error); !error && it != fs::directory_iterator();
       it.increment(error)) {
    struct stat info {};
    if (::lstat(it->path().c_str(), &info) != 0 || !S_ISREG(info.st_mode) || modified(info) >= before) continue;
    if (::unlink(it->path().c_str()) == 0) ++removed;
  }
  return removed;
}

}  // namespace guardline::receipts
