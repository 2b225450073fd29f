// Reading connections, lent one at a time. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/database.h"

#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace guardline::spine {

/// Thread safe; keeps at most 8 idle ones and opens more when they are all lent.
class Connections {
 public:
  using Open = std::function<Result<std::unique_ptr<db::Database>>()>;
  explicit Connections(Open open) : open_(std::move(open)) {}

  /// Lends a connection to `work` (a function of db::Database& that returns some Result). After a failure it may be
  /// broken and is not used again, unless all that failed was to find something. Errors: those of opening and of
  /// `work`.
  template <class Work>
  auto with(Work work) -> decltype(work(std::declval<db::Database&>())) {
    auto connection = take();
    if (!connection) return std::unexpected(connection.error());
    auto result = work(**connection);
    if (result || result.error().code == ErrorCode::not_found) give_back(std::move(*connection));
    return result;
  }

 private:
  static constexpr std::size_t kIdle = 8;

  Result<std::unique_ptr<db::Database>> take() {
    {
      const std::lock_guard lock(mutex_);
      if (!idle_.empty()) {
        auto connection = std::move(idle_.back());
        idle_.pop_back();
        return connection;
      }
    }
    return open_();
  }
  void give_back(std::unique_ptr<db::Database> connection) {
    const std::lock_guard lock(mutex_);
    if (idle_.size() < kIdle) idle_.push_back(std::move(connection));
  }

  Open open_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<db::Database>> idle_;
};

}  // namespace guardline::spine
