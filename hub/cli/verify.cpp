// guardline-hub verify and rebuild: the record against itself. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/spine/verify.h"

#include "core/crypto/ed25519.h"
#include "hub/cli/commands.h"
#include "hub/cli/options.h"
#include "hub/setup/record.h"
#include "hub/spine/projector.h"
#include "hub/watch/rebuild.h"

#include <filesystem>
#include <iostream>
#include <utility>

namespace guardline::cli {
namespace {

struct Opened {
  setup::Keys keys;
  spine::Stores stores;
};

Result<Opened> open(const std::filesystem::path& folder) {
  auto config = setup::load_config(folder / "hub.json");
  if (!config) return std::unexpected(config.error());
  auto keys = setup::load_keys(folder / "keys");
  if (!keys) return std::unexpected(keys.error());
  auto stores = setup::stores_of(folder, *config, *keys);
  return Opened{std::move(*keys), std::move(stores)};
}

}  // namespace

int verify(Args args) {
  const auto options = read_options(args, {});
  if (!options) return complain(options.error());
  if (options->plain.size() != 1) return complain("usage: guardline-hub verify DIR", 2);
  auto opened = open(options->plain.front());
  if (!opened) return complain(opened.error().message);
  auto signer = crypto::Ed25519Signer::from_seed(opened->keys.chain_seed.view());
  if (!signer) return complain(signer.error().message);
  auto database = opened->stores.open(spine::Use::read);
  if (!database) return complain(database.error().message);
  const auto report = spine::verify(**database, signer->public_key(), &opened->keys.wrap);
  if (!report) return complain(report.error().message);
  std::cout << report->rows << " rows, " << report->groups << " groups, " << report->heads << " signed heads\n";
  if (report->last_head > 0)
    std::cout << "anchored up to head " << report->last_head << "; " << report->rows_after_head
              << " rows since then are chained, but not anchored yet\n";
  else
    std::cout << "no signed head yet: " << report->rows_after_head << " rows are chained, but not anchored\n";
  for (const auto& defect : report->defects) std::cout << "DEFECT: " << defect.text << '\n';
  std::cout << (report->good() ? "intact\n" : "NOT intact\n");
  return report->good() ? 0 : 1;
}

int rebuild(Args args) {
  const auto options = read_options(args, {});
  if (!options) return complain(options.error());
  if (options->plain.size() != 1)
    return complain("usage: guardline-hub rebuild DIR   (the hub must not be running)", 2);
  auto opened = open(options->plain.front());
  if (!opened) return complain(opened.error().message);
  const SystemClock clock;
  const auto rows = spine::rebuild_projections(opened->stores, clock);
  if (!rows) return complain(rows.error().message);
  std::cout << "projections rebuilt from " << *rows << " rows\n";
  auto spine = setup::open_spine(std::move(opened->stores), opened->keys, clock);
  if (!spine) return complain(spine.error().message);
  const auto facts = watch::rebuild_alerts(**spine, opened->keys.wrap.clone());
  if (!facts) return complain(facts.error().message);
  std::cout << "alerts rebuilt from " << *facts << " of them\n";
  return 0;
}

}  // namespace guardline::cli
