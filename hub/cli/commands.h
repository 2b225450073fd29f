// The commands of guardline-hub. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>

namespace guardline::cli {

/// What follows the command's name on the command line.
using Args = std::span<const std::string>;

/// Each prints its result to standard output, its troubles to standard error, and returns the exit code: 0 done, 1
/// failed or (verify) defects found, 2 wrong usage.
int init(Args args);
int serve(Args args);
int rebuild(Args args);
int verify(Args args);
int demo(Args args);
int admin(Args args);

}  // namespace guardline::cli
