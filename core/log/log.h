// Lines of the program's own log. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>

#include <fmt/core.h>

/// Nothing personal and no secret goes into a line: ids, counts, the words of an Error. Where lines go is settled by
/// the program (spdlog's default logger). Formatted by the compiled fmt: spdlog's templates would bring a whole
/// formatter into every file that writes a line, some four seconds of each
/// (docs/decisions/0032-precompiled-headers.md).
namespace guardline::log {

enum class Level : std::uint8_t { info, warn, error };

/// One line as it is; line ends inside it are the logger's matter. Thread safe, never throws for want of a logger.
void write(Level level, std::string_view line);

template <class... Args>
void info(fmt::format_string<Args...> form, Args&&... args) {
  write(Level::info, fmt::format(form, std::forward<Args>(args)...));
}
template <class... Args>
void warn(fmt::format_string<Args...> form, Args&&... args) {
  write(Level::warn, fmt::format(form, std::forward<Args>(args)...));
}
template <class... Args>
void error(fmt::format_string<Args...> form, Args&&... args) {
  write(Level::error, fmt::format(form, std::forward<Args>(args)...));
}

}  // namespace guardline::log
