// guardline-hub init: a new folder. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/cli/commands.h"
#include "hub/cli/options.h"
#include "hub/setup/config.h"
#include "hub/setup/keys.h"
#include "hub/setup/new_folder.h"
#include "hub/setup/record.h"

#include <charconv>
#include <filesystem>
#include <iostream>

#include <sys/stat.h>

namespace guardline::cli {
namespace {

Result<setup::Listen> listen_of(const std::string& text) {
  const auto colon = text.rfind(':');
  setup::Listen listen;
  int port = -1;
  if (colon != std::string::npos) std::from_chars(text.data() + colon + 1, text.data() + text.size(), port);
  if (colon == 0 || port < 0 || port > 65535)
    return fail(ErrorCode::invalid_argument, "'" + text + "' is no host:port");
  listen.host = text.substr(0, colon);
  listen.port = port;
  return listen;
}

Status make(const std::filesystem::path& target, const Options& options) {
  setup::Config config;
  config.name = options.get("name", "Guardline");
  config.address = options.get("address", "");
  if (const auto url = options.get("public", ""); !url.empty()) config.public_url = url;
  config.postgres = options.get("postgres", "");
  config.schema = options.get("schema", "guardline");
  auto ops = listen_of(options.get("ops", "127.0.0.1:7443"));
  if (!ops) return std::unexpected(ops.error());
  auto open = listen_of(options.get("open", "127.0.0.1:7080"));
  if (!open) return std::unexpected(open.error());
  auto partitions = options.number("partitions", 8, 1);
  if (!partitions) return std::unexpected(partitions.error());
  config.ops = *ops;
  config.open = *open;

  const SystemClock clock;
  // All of it or nothing: whatever fails from here on leaves the place as it was.
  auto made = setup::NewFolder::beside(target);
  if (!made) return std::unexpected(made.error());
  const auto& folder = made->path();
  std::vector<std::string> hosts{config.ops.host};
  if (config.ops.host != "localhost") hosts.emplace_back("localhost");
  if (auto ok = setup::make_keys(folder / "keys", hosts, clock); !ok) return ok;
  auto keys = setup::load_keys(folder / "keys");
  if (!keys) return std::unexpected(keys.error());
  for (const auto* name : {"run", "log", "mail-bounces"})
    if (::mkdir((folder / name).c_str(), 0700) != 0)
      return fail(ErrorCode::io, std::string("folder ") + name + " can't be made");
  if (auto ok = setup::save_config(folder / "hub.json", config); !ok) return ok;
  if (auto ok = setup::load_config(folder / "hub.json"); !ok) return std::unexpected(ok.error());
  // Last, since on PostgreSQL it is not undone.
  const auto stores = setup::stores_of(folder, config, *keys, true);
  if (auto ok = spine::Spine::init(stores, static_cast<std::uint16_t>(*partitions), clock); !ok) return ok;
  return made->put_in_place();
}

}  // namespace

int init(Args args) {
  const auto options =
      read_options(args, {"name", "address", "ops", "open", "public", "postgres", "schema", "partitions"});
  if (!options) return complain(options.error());
  if (options->plain.size() != 1) return complain("usage: guardline-hub init DIR [--name N] [--ops HOST:PORT] ...", 2);
  const std::filesystem::path folder(options->plain.front());
  if (std::filesystem::exists(folder / "hub.json")) return complain("there is a hub in this folder already");
  if (auto ok = make(folder, *options); !ok) return complain(ok.error());
  std::cout << "made " << folder.string() << "; add carriers to hub.json, keep keys/ apart from backups\n";
  return 0;
}

}  // namespace guardline::cli
