// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/setup/config.h"

#include "core/wire/codec.h"
#include "hub/setup/files.h"

namespace guardline::setup {

Result<Config> load_config(const std::filesystem::path& file) {
  auto text = read_private(file);
  if (!text) return std::unexpected(text.error());
  auto config = wire::from_json<Config>(text->text());
  if (config) return std::move(*config);
  std::string faults = file.filename().string() + ":";
  for (const auto& violation : config.error()) faults += " " + violation.pointer + " " + violation.detail + ";";
  return fail(ErrorCode::invalid_argument, std::move(faults));
}

Status save_config(const std::filesystem::path& file, const Config& config) {
  return write_private(file, as_bytes(wire::to_json(config) + "\n"));
}

}  // namespace guardline::setup
