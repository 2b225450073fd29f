// Carriers from the settings. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "hub/dispatch/carrier.h"
#include "hub/receipts/bounces/bounces.h"
#include "hub/setup/config.h"
#include "hub/setup/keys.h"

#include <filesystem>
#include <memory>
#include <vector>

namespace guardline::setup {

/// In the order of the settings; not started. Errors: invalid_argument (names the account), not_found (password file).
Result<std::vector<std::unique_ptr<dispatch::Carrier>>> make_carriers(const std::filesystem::path& folder,
                                                                      const Config& config, const Keys& keys,
                                                                      const Clock& clock);
/// One reader of returned mail per relay, over DIR/mail-bounces/<account id>.
std::vector<receipts::BounceConfig> bounce_configs(const std::filesystem::path& folder, const Config& config,
                                                   const Keys& keys);

}  // namespace guardline::setup
