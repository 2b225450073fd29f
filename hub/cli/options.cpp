// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/cli/options.h"

#include <algorithm>
#include <charconv>
#include <iostream>

namespace guardline::cli {

std::string Options::get(std::string_view name, std::string_view otherwise) const {
  const auto at = named.find(name);
  return at == named.end() ? std::string(otherwise) : at->second;
}

Result<std::int64_t> Options::number(std::string_view name, std::int64_t otherwise, std::int64_t least) const {
  const auto at = named.find(name);
  if (at == named.end()) return otherwise;
  std::int64_t value = 0;
  const auto& text = at->second;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value < least)
    return fail(ErrorCode::invalid_argument,
                "--" + std::string(name) + " must be a number of at least " + std::to_string(least));
  return value;
}

bool Options::flag(std::string_view name) const { return std::ranges::find(flags, name) != flags.end(); }

Result<Options> read_options(Args args, std::initializer_list<std::string_view> named,
                             std::initializer_list<std::string_view> flags) {
  Options options;
  for (std::size_t i = 0; i < args.size(); ++i) {
    const std::string_view arg = args[i];
    if (!arg.starts_with("--")) {
      options.plain.emplace_back(arg);
      continue;
    }
    const auto name = arg.substr(2);
    if (std::ranges::find(flags, name) != flags.end()) {
      options.flags.emplace_back(name);
    } else if (std::ranges::find(named, name) == named.end()) {
      return fail(ErrorCode::invalid_argument, "unknown option " + std::string(arg));
    } else if (++i == args.size()) {
      return fail(ErrorCode::invalid_argument, std::string(arg) + " needs a value");
    } else {
      options.named.emplace(name, args[i]);
    }
  }
  return options;
}

int complain(std::string_view text, int code) {
  std::cerr << "guardline-hub: " << text << '\n';
  return code;
}

int complain(const Error& error) { return complain(error.message, error.code == ErrorCode::invalid_argument ? 2 : 1); }

}  // namespace guardline::cli
