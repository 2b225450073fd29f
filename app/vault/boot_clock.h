// A clock that goes on while the computer sleeps. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <ctime>

namespace guardline::app {

/// `steady` is CLOCK_BOOTTIME: monotonic, and a closed lid does not stop it, as it stops CLOCK_MONOTONIC. For leases.
class BootClock final : public Clock {
 public:
  [[nodiscard]] Timestamp now() const override { return wall_.now(); }
  [[nodiscard]] Micros steady() const override {
    timespec at{};
    ::clock_gettime(CLOCK_BOOTTIME, &at);
    return std::chrono::seconds(at.tv_sec) + std::chrono::duration_cast<Micros>(std::chrono::nanoseconds(at.tv_nsec));
  }

 private:
  SystemClock wall_;
};

}  // namespace guardline::app
