// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/setup/record.h"

#include "hub/access/access.h"
#include "hub/dispatch/schema.h"
#include "hub/inbox/schema.h"
#include "hub/notices/schema.h"
#include "hub/receipts/tracking/schema.h"
#include "hub/watch/schema.h"

#include <utility>

namespace guardline::setup {

spine::Stores stores_of(const std::filesystem::path& folder, const Config& config, const Keys& keys, bool create) {
  if (!config.postgres.empty()) return spine::postgres_stores(config.postgres, config.schema);
  return spine::embedded_stores(folder.string(), keys.database.view(), create);
}

Result<std::unique_ptr<spine::Spine>> open_spine(spine::Stores stores, const Keys& keys, const Clock& clock) {
  spine::SpineOptions options;
  options.migrations = {access::migrate_access, notices::migrate_notices,   dispatch::migrate_dispatch,
                        watch::migrate_watch,   receipts::migrate_tracking, inbox::migrate_inbox};
  return spine::Spine::open(std::move(stores), {keys.wrap.clone(), keys.chain_seed.clone()}, clock, std::move(options));
}

}  // namespace guardline::setup
