// Reading "--name value" options. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "hub/cli/commands.h"

#include <cstdint>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace guardline::cli {

struct Options {
  std::vector<std::string> plain;                              ///< arguments that are no options, in order
  std::multimap<std::string, std::string, std::less<>> named;  ///< without the dashes
  std::vector<std::string> flags;

  [[nodiscard]] std::string get(std::string_view name, std::string_view otherwise) const;
  /// invalid_argument if it is no number of at least `least`.
  [[nodiscard]] Result<std::int64_t> number(std::string_view name, std::int64_t otherwise, std::int64_t least) const;
  [[nodiscard]] bool flag(std::string_view name) const;
};

/// Only the options named here are known; each of `named` takes a value. invalid_argument says which one is wrong.
Result<Options> read_options(Args args, std::initializer_list<std::string_view> named,
                             std::initializer_list<std::string_view> flags = {});

/// Prints "guardline-hub: <text>" to standard error; returns `code`.
int complain(std::string_view text, int code = 1);
int complain(const Error& error);

}  // namespace guardline::cli
