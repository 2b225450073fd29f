// An invented message of the past, event by event. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/domain/delivery.h"
#include "core/domain/event.h"
#include "hub/demo/people.h"
#include "hub/spine/submission.h"

#include <random>
#include <vector>

namespace guardline::demo {

/// Draws what became of a message: which channels, how long each step took, and in some cases how it failed.
class History {
 public:
  /// Nobody reads later than `until`.
  History(std::uint64_t seed, Timestamp until) : until_(until), random_(seed ^ 0x9E3779B97F4A7C15ULL) {}

  /// Appends the events of one message to `investor` planned at `at` to `submission`: message_planned, and per channel
  /// planned, intent, handed, accepted, an end state, and what its reader did, linked by their causes. Returns the
  /// number of events.
  std::size_t add(spine::Submission& submission, NoticeId notice, InvestorId investor, const Person& person,
                  Timestamp at);

 private:
  struct Reading {
    EventKind kind;
    Timestamp at;
    const char* code;
  };
  /// In time's order.
  std::vector<Reading> read(Channel channel, Timestamp delivered);
  double unit() { return static_cast<double>(random_() >> 11) * 0x1.0p-53; }
  Micros delay(double median_seconds);

  Timestamp until_;
  std::mt19937_64 random_;
};

}  // namespace guardline::demo
