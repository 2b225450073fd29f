// The work a busy hub gives its committer. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hub/spine/spine.h"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace guardline::bench {

struct LoadOptions {
  std::size_t investors{50'000};
  std::size_t detail_bytes{140};
  std::size_t detail_every{1};  ///< a sealed detail on one event of so many; 0 = none
};

/// Five events a delivery (planned with outgoing work, intent, handed, accepted, delivered with its removal), the
/// stages of many deliveries mixed as they come in practice, one event a submission; an idempotency record on one of
/// fifty.
class Load {
 public:
  Load(const Clock& clock, LoadOptions options) : clock_(clock), options_(options) {}
  std::vector<spine::Submission> make(std::size_t events);
  /// One event with a detail for every investor, so that all data keys exist: they are made once in an investor's life.
  std::vector<spine::Submission> introduce();

 private:
  const Clock& clock_;
  LoadOptions options_;
  std::uint64_t event_{0};
};

struct Rate {
  double per_second{};
  double cpu_us{};  ///< of the whole process, per row
};
/// Sends everything and waits for the last answer.
Rate run_committer(spine::Committer& committer, std::vector<spine::Submission> work);

double cpu_seconds();

}  // namespace guardline::bench
