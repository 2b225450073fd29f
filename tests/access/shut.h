// Takes the committer's store away from the houses of this program. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace guardline::access::test {

/// While it lives, no house gets a new connection for its committer.
class ShutCommitting {
 public:
  ShutCommitting();
  ~ShutCommitting();
  ShutCommitting(const ShutCommitting&) = delete;
  ShutCommitting& operator=(const ShutCommitting&) = delete;
};

}  // namespace guardline::access::test
