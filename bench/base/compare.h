// Ours and a peer, timed turn about. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace guardline::bench {

struct Rounds {
  std::size_t rounds{5};
  std::size_t pairs{2000};   ///< in each round
  std::size_t warm_up{200};  ///< pairs before the first round, not counted
};

/// Microseconds of the wall clock.
struct Comparison {
  double ours{}, theirs{};  ///< the asked quantile over all rounds
  double ratio{};           ///< median of the rounds' ratios of that quantile
  double median_ours{}, median_theirs{}, median_ratio{};
  std::vector<double> ratios;  ///< of each round
};

/// Does one piece of work, the `n`-th of the round's; both sides get the same numbers.
using Side = std::function<void(std::size_t n)>;

/// Neighbours in time share what else the machine does; who goes first changes from pair to pair, since the second
/// finds caches warm. `quantile`: 0.99, or 0.5.
Comparison compare(const Rounds& rounds, double quantile, const Side& ours, const Side& theirs);

/// One JSON line. `unit`: "us" or "ms" (then the times are divided by 1000). Met: ratio <= aim. `more`: further
/// members, each beginning with a comma.
void print_comparison(const std::string& name, const std::string& unit, const std::string& peer,
                      const Comparison& found, double aim, const std::string& more = {});

}  // namespace guardline::bench
