// Stores whose n-th access fails, and sweeps over every access of a call. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hub/spine/stores.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <utility>

#include <gtest/gtest.h>

namespace guardline::test_support {

/// Counts the accesses of all connections that it has let through, and breaks the one it is armed for. Arm it while
/// those connections rest; outlives them.
class Breaks {
 public:
  /// The same places; connections for `uses` are counted.
  spine::Stores over(spine::Stores plain, std::set<spine::Use> uses) {
    return {[this, plain = std::move(plain),
             uses = std::move(uses)](spine::Use use) -> Result<std::unique_ptr<db::Database>> {
      if (shut_.contains(use)) return fail(ErrorCode::unavailable, "shut by the test");
      auto opened = plain.open(use);
      if (!opened || !uses.contains(use)) return opened;
      return db::with_fault(std::move(*opened), kNever, &accesses_);
    }};
  }

  /// The n-th access from now on fails (n from 1).
  void arm(std::int64_t n) { accesses_ = kNever - n; }
  void disarm() { accesses_ = 0; }
  [[nodiscard]] bool broke() const { return accesses_ >= kNever; }
  /// No new connection for these uses until `shut({})`.
  void shut(std::set<spine::Use> uses) { shut_ = std::move(uses); }

 private:
  static constexpr std::int64_t kNever = std::int64_t{1} << 40;
  std::int64_t accesses_{0};
  std::set<spine::Use> shut_;
};

inline constexpr int kMostAccesses = 2000;

template <class T>
std::optional<ErrorCode> code_of(const Result<T>& result) {
  return result ? std::nullopt : std::optional(result.error().code);
}

/// Breaks each access of a call in turn: it must say `io` each time, and work once nothing breaks. `after` looks at
/// what a failure left. Returns how many accesses were broken.
inline int every_access_breaks(Breaks& breaks, const std::function<std::optional<ErrorCode>()>& call,
                               const std::function<void()>& after = {}) {
  for (int n = 1; n < kMostAccesses; ++n) {
    breaks.arm(n);
    const auto code = call();
    const bool broke = breaks.broke();
    breaks.disarm();
    if (!broke) {
      EXPECT_EQ(code, std::nullopt) << "nothing broke";
      return n - 1;
    }
    EXPECT_EQ(code, ErrorCode::io) << "access " << n;
    if (after) after();
  }
  ADD_FAILURE() << "no end";
  return 0;
}

/// The same for a function of a connection, inside its caller's transaction: a failure ends the transaction. What it
/// writes is taken back in the end.
inline int every_access_breaks(const spine::Stores& stores,
                               const std::function<std::optional<ErrorCode>(db::Database&)>& call) {
  for (int n = 2; n < kMostAccesses; ++n) {  // the first is the beginning of the transaction
    std::int64_t accesses = 0;
    auto opened = stores.open(spine::Use::commit);
    if (!opened) break;
    const auto database = db::with_fault(std::move(*opened), n, &accesses);
    if (!database->begin()) break;
    const auto code = call(*database);
    if (accesses < n) {
      EXPECT_EQ(code, std::nullopt) << "nothing broke";
      EXPECT_TRUE(database->in_transaction());
      database->rollback();
      return n - 2;
    }
    EXPECT_EQ(code, ErrorCode::io) << "access " << n;
    EXPECT_FALSE(database->in_transaction()) << "access " << n;
  }
  ADD_FAILURE() << "no end, or no beginning";
  return 0;
}

/// Calls `round(n)` with the n-th access broken, n rising, until one comes through without a break. For calls that must
/// come through all the same, since the committer takes a group up again. Returns how many rounds were broken.
inline int every_round_breaks(Breaks& breaks, const std::function<void(int)>& round) {
  for (int n = 1; n < kMostAccesses; ++n) {
    breaks.arm(n);
    round(n);
    const bool broke = breaks.broke();
    breaks.disarm();
    if (!broke) return n - 1;
  }
  ADD_FAILURE() << "no end";
  return 0;
}

}  // namespace guardline::test_support
