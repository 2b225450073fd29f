// The files of the hub's keys for consoles that work without it. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/setup/offline_keys.h"

#include "hub/setup/files.h"

namespace guardline::setup {
namespace {

Result<crypto::Secret> key_of(const std::filesystem::path& file) {
  auto key = read_private(file);
  if (!key && key.error().code == ErrorCode::not_found) {
    auto made = crypto::Secret::random(32);
    if (auto ok = write_private(file, made.view()); !ok) return std::unexpected(ok.error());
    return made;
  }
  if (key && key->size() != 32) return fail(ErrorCode::corrupt, file.filename().string() + " is not 32 bytes");
  return key;
}

}  // namespace

Result<OfflineKeyFiles> offline_keys(const std::filesystem::path& folder) {
  auto outbox = key_of(folder / "outbox.key");
  if (!outbox) return std::unexpected(outbox.error());
  auto vault = key_of(folder / "vault.key");
  if (!vault) return std::unexpected(vault.error());
  return OfflineKeyFiles{std::move(*outbox), std::move(*vault)};
}

}  // namespace guardline::setup
