// Asking the running hub over its UNIX socket. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace guardline::cli {

struct LocalAnswer {
  long status{};
  std::string body;  ///< JSON, or a problem document
};

/// One request to DIR/admin.sock. `idempotency_key` may be empty. Errors: unavailable (no hub is running there), io.
Result<LocalAnswer> ask(const std::filesystem::path& folder, std::string_view method, std::string_view path,
                        std::string_view body, std::string_view idempotency_key = {});

}  // namespace guardline::cli
