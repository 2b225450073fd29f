// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/setup/config.h"

#include "core/wire/codec.h"
#include "hub/setup/files.h"

namespace guardline::setup {

GUARDLINE_WIRE_DEFINE(Listen)
GUARDLINE_WIRE_DEFINE(SmsAccount)
GUARDLINE_WIRE_DEFINE(MailAccount)
GUARDLINE_WIRE_DEFINE(Config)

namespace {

/// Pages name their own addresses from the root on, and what stands in a message can't be taken back.
Status check_public_url(const Config& config) {
  if (!config.public_url) return {};
  const std::string_view url(*config.public_url);
  const auto host = url.find("://") + 3;
  const bool web = url.starts_with("https://") || url.starts_with("http://");
  if (!web || host >= url.size() || url.find_first_of("/?#@", host) != std::string_view::npos)
    return fail(ErrorCode::invalid_argument, "hub.json: /public_url must be https://host[:port], without a path");
  return {};
}

}  // namespace

Result<Config> load_config(const std::filesystem::path& file) {
  auto text = read_private(file);
  if (!text) return std::unexpected(text.error());
  auto config = wire::from_json<Config>(text->text());
  if (config) {
    if (auto ok = check_public_url(*config); !ok) return std::unexpected(ok.error());
    return std::move(*config);
  }
  std::string faults = file.filename().string() + ":";
  for (const auto& violation : config.error()) faults += " " + violation.pointer + " " + violation.detail + ";";
  return fail(ErrorCode::invalid_argument, std::move(faults));
}

Status save_config(const std::filesystem::path& file, const Config& config) {
  return write_private(file, as_bytes(wire::to_json(config) + "\n"));
}

}  // namespace guardline::setup
