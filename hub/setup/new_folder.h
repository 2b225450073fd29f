// A hub's folder in the making: there whole or not at all. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <filesystem>

namespace guardline::setup {

/// A new folder beside `target`, for its owner only. `put_in_place` makes it the target; without it everything goes
/// again, and what stood at the target before is left as it was.
class NewFolder {
 public:
  /// Errors: conflict (there is something in the target), io.
  static Result<NewFolder> beside(const std::filesystem::path& target);
  ~NewFolder();
  NewFolder(NewFolder&& other) noexcept;
  NewFolder& operator=(NewFolder&&) = delete;
  NewFolder(const NewFolder&) = delete;
  NewFolder& operator=(const NewFolder&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  /// Renames, and syncs the folder above. Nothing below may be open. Errors: conflict (somebody has put something
  /// there meanwhile), io.
  Status put_in_place();

 private:
  NewFolder(std::filesystem::path target, std::filesystem::path path);
  std::filesystem::path target_;
  std::filesystem::path path_;  // empty = nothing to remove
};

}  // namespace guardline::setup
