// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/setup/new_folder.h"

#include <cerrno>
#include <cstdio>
#include <string>
#include <utility>

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

namespace guardline::setup {
namespace {

std::unexpected<Error> taken() {
  return fail(ErrorCode::conflict, "the folder is not empty: a hub needs a folder of its own");
}

}  // namespace

NewFolder::NewFolder(std::filesystem::path target, std::filesystem::path path)
    : target_(std::move(target)), path_(std::move(path)) {}
NewFolder::NewFolder(NewFolder&& other) noexcept
    : target_(std::move(other.target_)), path_(std::exchange(other.path_, {})) {}

NewFolder::~NewFolder() {
  std::error_code none;
  if (!path_.empty()) std::filesystem::remove_all(path_, none);
}

Result<NewFolder> NewFolder::beside(const std::filesystem::path& target) {
  std::error_code failed;
  auto whole = std::filesystem::absolute(target, failed).lexically_normal();
  if (failed) return fail(ErrorCode::io, "the folder's place can't be found");
  if (!whole.has_filename()) whole = whole.parent_path();  // "hub/" means "hub"
  if (std::filesystem::exists(whole, failed)) {
    if (!std::filesystem::is_directory(whole, failed)) return fail(ErrorCode::conflict, "this is no folder");
    const bool empty = std::filesystem::is_empty(whole, failed);
    if (failed) return fail(ErrorCode::io, "the folder can't be read");
    if (!empty) return taken();
  }
  std::string pattern = whole.string() + ".new-XXXXXX";
  if (::mkdtemp(pattern.data()) == nullptr) return fail(ErrorCode::io, "the folder can't be made");  // mode 0700
  return NewFolder(std::move(whole), pattern);
}

Status NewFolder::put_in_place() {
  // Takes the place of an empty folder, of nothing else.
  if (::rename(path_.c_str(), target_.c_str()) != 0) {
    if (errno == ENOTEMPTY || errno == EEXIST || errno == ENOTDIR) return taken();
    return fail(ErrorCode::io, "the folder can't be put in place");
  }
  path_.clear();
  const int above = ::open(target_.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  const bool synced = above >= 0 && ::fsync(above) == 0;
  if (above >= 0) ::close(above);
  if (!synced) return fail(ErrorCode::io, "the folder above can't be synced");
  return {};
}

}  // namespace guardline::setup
