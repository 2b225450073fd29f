// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/base/compare.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>

namespace guardline::bench {
namespace {

double timed(const Side& side, std::size_t n) {
  const auto start = std::chrono::steady_clock::now();
  side(n);
  return std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - start).count();
}

/// The least value that `quantile` of all don't exceed.
double at(std::vector<double> values, double quantile) {
  std::ranges::sort(values);
  const auto rank = static_cast<std::size_t>(std::ceil(quantile * static_cast<double>(values.size())));
  return values[std::clamp<std::size_t>(rank, 1, values.size()) - 1];
}

}  // namespace

Comparison compare(const Rounds& rounds, double quantile, const Side& ours, const Side& theirs) {
  const auto pair = [&](std::size_t n, std::size_t round, std::vector<double>& mine, std::vector<double>& other) {
    if ((n + round) % 2 == 0) {
      mine.push_back(timed(ours, n));
      other.push_back(timed(theirs, n));
    } else {
      other.push_back(timed(theirs, n));
      mine.push_back(timed(ours, n));
    }
  };
  std::vector<double> cold_ours;
  std::vector<double> cold_theirs;
  for (std::size_t n = 0; n < rounds.warm_up; ++n) pair(n, 0, cold_ours, cold_theirs);

  Comparison found;
  std::vector<double> all_ours;
  std::vector<double> all_theirs;
  std::vector<double> medians;
  for (std::size_t round = 0; round < rounds.rounds; ++round) {
    std::vector<double> mine;
    std::vector<double> other;
    for (std::size_t n = 0; n < rounds.pairs; ++n) pair(n, round, mine, other);
    found.ratios.push_back(at(mine, quantile) / at(other, quantile));
    medians.push_back(at(mine, 0.5) / at(other, 0.5));
    all_ours.insert(all_ours.end(), mine.begin(), mine.end());
    all_theirs.insert(all_theirs.end(), other.begin(), other.end());
  }
  found.ours = at(all_ours, quantile);
  found.theirs = at(all_theirs, quantile);
  found.ratio = at(found.ratios, 0.5);
  found.median_ours = at(all_ours, 0.5);
  found.median_theirs = at(all_theirs, 0.5);
  found.median_ratio = at(medians, 0.5);
  return found;
}

void print_comparison(const std::string& name, const std::string& unit, const std::string& peer,
                      const Comparison& found, double aim, const std::string& more) {
  const double scale = unit == "ms" ? 1000 : 1;
  std::string ratios;
  for (const auto ratio : found.ratios) {
    char text[32];
    std::snprintf(text, sizeof text, "%s%.3f", ratios.empty() ? "" : ",", ratio);
    ratios += text;
  }
  std::printf(
      "{\"name\":\"%s\",\"value\":%.3f,\"unit\":\"%s\",\"peer\":\"%s\",\"peer_value\":%.3f,\"ratio\":%.3f,\"aim\":%.2f,"
      "\"met\":%s,\"median\":%.3f,\"peer_median\":%.3f,\"median_ratio\":%.3f,\"ratios\":[%s]%s}\n",
      name.c_str(), found.ours / scale, unit.c_str(), peer.c_str(), found.theirs / scale, found.ratio, aim,
      found.ratio <= aim ? "true" : "false", found.median_ours / scale, found.median_theirs / scale, found.median_ratio,
      ratios.c_str(), more.c_str());
  std::fflush(stdout);
}

}  // namespace guardline::bench
