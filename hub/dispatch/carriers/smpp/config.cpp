// Settings of one SMPP account. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/dispatch/carriers/smpp/config.h"

#include <algorithm>
#include <string_view>

namespace guardline::dispatch::smpp {
namespace {

bool is_id(std::string_view id) {
  const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
  return !id.empty() && id.size() <= 32 && std::all_of(id.begin(), id.end(), fits);
}

bool is_plain(std::string_view text, std::size_t most) {
  return text.size() <= most && std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

}  // namespace

Status validate(const SmppConfig& config) {
  const auto wrong = [](const char* field) { return fail(ErrorCode::invalid_argument, std::string("smpp: ") + field); };
  if (!is_id(config.id)) return wrong("id");
  if (config.host.empty() || !is_plain(config.host, 253)) return wrong("host");
  if (config.port == 0) return wrong("port");
  if (!is_plain(config.system_id, 15)) return wrong("system_id");
  if (!is_plain(config.password, 8)) return wrong("password");
  if (!is_plain(config.system_type, 12)) return wrong("system_type");
  if (!is_plain(config.service_type, 5)) return wrong("service_type");
  if (!is_plain(config.source_address, 20)) return wrong("source_address");
  if (config.window < 1 || config.window > 1000) return wrong("window");
  if (config.max_parts < 1 || config.max_parts > 255) return wrong("max_parts");
  if (config.receipt_utc_offset_minutes < -14 * 60 || config.receipt_utc_offset_minutes > 14 * 60) {
    return wrong("receipt_utc_offset_minutes");
  }
  for (const Micros time :
       {config.connect_timeout, config.enquire_interval, config.response_timeout, config.reconnect_first,
        config.reconnect_most, config.throttle_first, config.throttle_most}) {
    if (time <= Micros{0}) return wrong("a time is not over zero");
  }
  if (config.reconnect_most < config.reconnect_first) return wrong("reconnect_most");
  if (config.throttle_most < config.throttle_first) return wrong("throttle_most");
  const bool one_automatic = (config.response_ids == IdBase::automatic) != (config.receipt_ids == IdBase::automatic);
  if (one_automatic) return wrong("response_ids and receipt_ids are automatic together or not at all");
  const bool one_text = (config.response_ids == IdBase::text) != (config.receipt_ids == IdBase::text);
  if (one_text) return wrong("response_ids and receipt_ids are text together or not at all");
  return {};
}

}  // namespace guardline::dispatch::smpp
