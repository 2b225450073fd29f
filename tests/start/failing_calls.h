// Calls of the system that fail when a test says so. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <initializer_list>

namespace guardline::test {

enum class Call { open, write, fsync, rename, mkdir, socket, bind, listen };

/// While it lives, the n-th call (from 0) of these kinds that this thread makes fails with EIO; all others go to the
/// system. This program's own definitions stand before the C library's (failing_calls.cpp). One at a time per thread.
class FailingCall {
 public:
  FailingCall(std::initializer_list<Call> kinds, int n);
  ~FailingCall();
  FailingCall(const FailingCall&) = delete;
  FailingCall& operator=(const FailingCall&) = delete;
  /// Whether there was an n-th.
  [[nodiscard]] bool happened() const;
};

}  // namespace guardline::test
