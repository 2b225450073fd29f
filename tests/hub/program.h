// The delivered program, run as an operator runs it. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <sys/types.h>

namespace guardline::test {

struct Finished {
  int code{-1};  ///< exit code; 128 + n after signal n
  std::string out;
  std::string err;
};
/// Runs a program to its end with `input` on its standard input.
Finished run(const std::vector<std::string>& words, const std::string& input = {});
/// guardline-hub with these words.
Finished hub(std::vector<std::string> words, const std::string& input = {});

/// `guardline-hub serve DIR` in the background; killed at the end if nobody ended it.
class Serving {
 public:
  explicit Serving(const std::filesystem::path& folder);
  ~Serving();
  Serving(const Serving&) = delete;
  Serving& operator=(const Serving&) = delete;
  /// The line it prints once it serves; empty if it ended before.
  [[nodiscard]] const std::string& ready() const { return ready_; }
  /// Sends a signal and waits for the end; exit code, or 128 + n.
  int end(int signal);

 private:
  pid_t pid_{-1};
  int out_{-1};
  std::string ready_;
};

std::string read_file(const std::filesystem::path& path);

}  // namespace guardline::test
