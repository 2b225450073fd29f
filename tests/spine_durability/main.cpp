// Entry point with the one option that gtest does not know. SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/spine_durability/runs.h"

#include <cstring>

#include <gtest/gtest.h>

namespace guardline::spine::test {
int kill_runs = 100;
}

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  for (int i = 1; i < argc; ++i) {
    if (std::strcmp(argv[i], "--long") == 0) guardline::spine::test::kill_runs = 10'000;
  }
  return RUN_ALL_TESTS();
}
