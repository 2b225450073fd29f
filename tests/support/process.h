// Programs that a test starts and ends. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <sys/types.h>

namespace guardline::test {

/// A folder that goes with the test. World-readable where other users' programs have to look in.
class TempFolder {
 public:
  explicit TempFolder(bool readable_by_all = false);
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;
  ~TempFolder();
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  [[nodiscard]] std::string file(const std::string& name) const { return (path_ / name).string(); }

 private:
  std::filesystem::path path_;
};

/// A program in the background; asked to end (SIGTERM) with this object.
class Program {
 public:
  explicit Program(const std::vector<std::string>& words);
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;
  ~Program();
  /// The first line of its standard output; empty if it ended without one.
  std::string first_line();
  /// Ends it at once (SIGKILL), as a power cut would.
  void cut_off();

 private:
  pid_t pid_{-1};
  int out_{-1};
};

struct Finished {
  int code{-1};
  std::string out;  ///< standard output and error
};
Finished run_program(const std::vector<std::string>& words);

std::string read_file(const std::filesystem::path& path);
void write_file(const std::filesystem::path& path, std::string_view text);
/// Lines of a file, without empty ones; none if it is not there.
std::vector<std::string> lines_of(const std::filesystem::path& path);
/// A port of 127.0.0.1 that is free now.
int free_port();
/// Asks until the answer is yes, at most 30 seconds.
template <class F>
bool eventually(F&& question);

}  // namespace guardline::test

#include <chrono>
#include <thread>

template <class F>
bool guardline::test::eventually(F&& question) {
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(30);
  while (!question()) {
    if (std::chrono::steady_clock::now() > end) return false;
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  return true;
}
