// The record of a hub's folder: which stores, which keys. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "hub/setup/config.h"
#include "hub/setup/keys.h"
#include "hub/spine/spine.h"
#include "hub/spine/stores.h"

#include <filesystem>
#include <memory>

namespace guardline::setup {

/// The stores that hub.json names; `create` only for init.
spine::Stores stores_of(const std::filesystem::path& folder, const Config& config, const Keys& keys,
                        bool create = false);
/// Opens the spine with the ordinary tables of all parts that keep some.
Result<std::unique_ptr<spine::Spine>> open_spine(spine::Stores stores, const Keys& keys, const Clock& clock);

}  // namespace guardline::setup
