// A Maildir as a reader sees it. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/time.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace guardline::receipts {

/// new/, cur/ and tmp/ below one folder. One thread at a time; other processes deliver into it meanwhile.
class Maildir {
 public:
  /// Makes what is missing (mode 0700; what is there keeps its mode: the mail system has to write into it).
  /// Errors: io.
  static Result<Maildir> open(std::filesystem::path folder);

  [[nodiscard]] const std::filesystem::path& folder() const noexcept { return folder_; }
  [[nodiscard]] std::filesystem::path new_folder() const { return folder_ / "new"; }

  /// Names in new/, at most `limit`, in no order; names with a leading dot are none of ours.
  [[nodiscard]] Result<std::vector<std::string>> waiting(std::size_t limit) const;

  struct Mail {
    std::string bytes;       ///< at most the limit given; the rest is left out
    Timestamp arrived_at{};  ///< modification time
  };
  /// Errors: not_found (someone took it), io (also: no regular file).
  [[nodiscard]] Result<Mail> read(const std::string& name, std::size_t limit) const;

  /// new/NAME → cur/NAME:2,S (seen), or :2,FS (flagged) for mail that someone should look at. Errors: io.
  [[nodiscard]] Status file_away(const std::string& name, bool flagged) const;

  /// Removes mail from cur/ that arrived before `before`; returns how many.
  [[nodiscard]] std::size_t remove_older(Timestamp before) const;

 private:
  explicit Maildir(std::filesystem::path folder) : folder_(std::move(folder)) {}
  std::filesystem::path folder_;
};

}  // namespace guardline::receipts
