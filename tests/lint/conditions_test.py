#!/usr/bin/env python3
"""scripts/conditions.py finds the lines with conditions, and only those.  SPDX-License-Identifier: GPL-3.0-or-later

In the sample each line that counts ends in `// !`."""
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "scripts"))
from conditions import condition_lines  # noqa: E402

SAMPLE = r'''
#define TWO(x) \
  ((x) ? 1 : 2)
namespace a {
int f(int x, T&& y) {
  const auto text = R"sql(if (a && b)
    SELECT ? || 'x')sql";
  const char c = '"', d = '{';  // if
  if (x > 1'000) return 1;  // !
  if (auto ok = g({1, 2},  // !
                  "}");  // !
      !ok)  // !
    return std::unexpected(ok.error());  // !
  const Answer answer{.first = x ? 1 : 2,  // !
                      .second = h()};  // !
  const Answer plain{.first = x,
                     .second = h()};
  call(x, [&](int each) {
    g(each);
    return each > 1 && x;  // !
  });
  call([&] {  // !
    g(x);
  }, x ? 1 : 2);  // !
  for (const auto& each : list) {  // !
    g(each);
  }
  do {
    g(x);
  } while (x);  // !
  switch (x) {  // !
    case 1:  // !
      return 2;  // !
    default:  // !
      g(1);  // !
      g(2);
  }
  try {
    g(x);
  } catch (const E& e) {  // !
    g(e);
  } 
  std::vector<std::string> made{"a", "b"};
}
struct B {
  bool operator()(int x) const { return x < 1 || x > 2; }  // !
};
}
'''

wanted = {number for number, line in enumerate(SAMPLE.split("\n"), 1) if line.endswith("// !")}
got = condition_lines(SAMPLE)
for number in sorted(wanted ^ got):
    print(f"line {number}: {'missed' if number in wanted else 'no condition'}: {SAMPLE.splitlines()[number - 1]}")
if wanted == got:
    print(f"{len(got)} lines with conditions, as marked")
sys.exit(wanted != got)
