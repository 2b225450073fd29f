// Time since just before exec, as one JSON line. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdio>
#include <cstdlib>
#include <ctime>

namespace guardline::bench {

/// Milliseconds since $GUARDLINE_BENCH_T0: CLOCK_MONOTONIC in µs, taken by the caller just before exec.
inline double ms_since_exec() {
  const char* began = std::getenv("GUARDLINE_BENCH_T0");
  timespec now{};
  ::clock_gettime(CLOCK_MONOTONIC, &now);
  const double us = static_cast<double>(now.tv_sec) * 1e6 + static_cast<double>(now.tv_nsec) / 1e3;
  return (us - (began != nullptr ? std::atof(began) : us)) / 1e3;
}

inline void print_since_exec(const char* what) {
  std::printf("{\"%s\":%.2f}\n", what, ms_since_exec());
  std::fflush(stdout);
}

}  // namespace guardline::bench
