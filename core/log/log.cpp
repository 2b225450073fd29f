// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/log.h"

#include <spdlog/spdlog.h>

namespace guardline::log {

void write(Level level, std::string_view line) {
  const auto how = level == Level::error  ? spdlog::level::err
                   : level == Level::warn ? spdlog::level::warn
                                          : spdlog::level::info;
  spdlog::log(how, line);
}

}  // namespace guardline::log
