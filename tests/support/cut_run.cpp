// A child process that lives until the power goes. SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/power_cut_vfs.h"

#include <array>
#include <cerrno>

#include <sys/wait.h>
#include <unistd.h>

namespace guardline::test_support {
namespace {

constexpr int kCutStatus = 86;

// Reads acknowledgements until the child's end of the pipe closes.
std::vector<std::int64_t> read_all(int from) {
  std::vector<std::int64_t> values;
  std::int64_t value = 0;
  for (;;) {
    const auto got = ::read(from, &value, sizeof value);
    if (got == static_cast<ssize_t>(sizeof value))
      values.push_back(value);
    else if (got < 0 && errno == EINTR)
      continue;
    else
      return values;
  }
}

}  // namespace

CutRun run_until_cut(const CutPlan& plan, const std::function<void(const Acknowledge&)>& work) {
  CutRun run;
  std::array<int, 2> ends{};
  if (::pipe(ends.data()) != 0) {
    run.failed = true;
    return run;
  }
  const auto child = ::fork();
  if (child == 0) {
    ::close(ends[0]);
    int status = 0;
    try {
      arm_power_cut(plan);
      // Eight bytes into a pipe arrive whole or not at all, and stay after the process has ended.
      work([&](std::int64_t value) {
        if (::write(ends[1], &value, sizeof value) != static_cast<ssize_t>(sizeof value)) ::_exit(1);
      });
    } catch (...) {
      status = 1;
    }
    ::_exit(status);
  }
  ::close(ends[1]);
  run.failed = child < 0;
  if (child > 0) {
    run.acknowledged = read_all(ends[0]);
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    run.cut = WIFEXITED(status) && WEXITSTATUS(status) == kCutStatus;
    run.failed = !run.cut && !(WIFEXITED(status) && WEXITSTATUS(status) == 0);
  }
  ::close(ends[0]);
  return run;
}

}  // namespace guardline::test_support
