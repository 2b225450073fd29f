// The settings of one mail relay: checks. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/dispatch/carriers/smtp/smtp_config.h"

#include "hub/mail/verp.h"

#include <algorithm>
#include <string_view>

namespace guardline::dispatch {
namespace {

bool is_control(char c) noexcept { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }
bool has_control(std::string_view text) noexcept { return std::ranges::any_of(text, is_control); }

bool is_atom_char(char c) noexcept {
  if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) return true;
  return std::string_view("!#$%&'*+-/=?^_`{|}~").find(c) != std::string_view::npos;
}

bool is_local_part(std::string_view text) noexcept {
  if (text.empty() || text.size() > 64 || text.front() == '.' || text.back() == '.') return false;
  char before = 0;
  for (const char c : text) {
    if (c == '.' ? before == '.' : !is_atom_char(c)) return false;
    before = c;
  }
  return true;
}

/// A host name whose labels may hold UTF-8; the library turns those into their ASCII form (RFC 5891) or refuses.
bool is_domain(std::string_view text) noexcept {
  std::string ascii(text);
  for (char& c : ascii) {
    if (static_cast<unsigned char>(c) >= 0x80) c = 'x';
  }
  return mail::is_host_name(ascii);
}

bool is_this_machine(std::string_view host) noexcept {
  // "127.0.0.1.example.com" is somebody's name: only digits and dots make an address.
  const bool numeric = host.find_first_not_of("0123456789.") == std::string_view::npos;
  return host == "localhost" || host == "::1" || (numeric && host.starts_with("127."));
}

bool is_relay_host(std::string_view host) noexcept {
  if (mail::is_host_name(host)) return true;
  return host.find(':') != std::string_view::npos && host.size() < 46 &&
         host.find_first_not_of("0123456789abcdefABCDEF:.") == std::string_view::npos;
}

}  // namespace

bool is_mailbox(std::string_view address) noexcept {
  if (address.size() > 254) return false;
  const auto at = address.rfind('@');
  return at != std::string_view::npos && is_local_part(address.substr(0, at)) && is_domain(address.substr(at + 1));
}

Status check(const SmtpConfig& config) {
  const auto bad = [](const char* text) { return fail(ErrorCode::invalid_argument, text); };
  const auto fits_id = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
  if (config.id.empty() || config.id.size() > 32 || !std::ranges::all_of(config.id, fits_id)) {
    return bad("id: not [a-z0-9-]{1,32}");
  }
  if (!is_relay_host(config.host)) return bad("host: neither a host name nor an address");
  if (config.port == 0) return bad("port: 1..65535");
  if (config.tls == MailTls::none && !is_this_machine(config.host)) {
    return bad("tls: a relay on another machine needs starttls or implicit");
  }
  if (config.tls == MailTls::none && !config.user.empty()) return bad("user: a password is not sent without TLS");
  if (has_control(config.user) || has_control(config.password)) return bad("user, password: control characters");
  if (!config.helo_name.empty() && !mail::is_host_name(config.helo_name)) return bad("helo_name: not a host name");
  if (!is_mailbox(config.from_address)) return bad("from_address: not a mailbox");
  if (has_control(config.display_name)) return bad("display_name: control characters");
  if (!config.reply_to.empty() && !is_mailbox(config.reply_to)) return bad("reply_to: not a mailbox");
  if (config.pool_size < 1 || config.pool_size > 64) return bad("pool_size: 1..64");
  if (config.window < config.pool_size || config.window > 100'000) return bad("window: pool_size..100000");
  if (config.connect_timeout <= Micros(0) || config.answer_timeout < config.connect_timeout) {
    return bad("connect_timeout, answer_timeout: positive, and the second not shorter than the first");
  }
  if (config.idle_close < std::chrono::seconds(1)) return bad("idle_close: at least a second");
  if (config.probe_every < std::chrono::milliseconds(10)) return bad("probe_every: at least 10 ms");
  const auto verp = mail::Verp::make(config.verp_key, config.bounce_local, config.bounce_domain);
  if (!verp) return std::unexpected(verp.error());
  return {};
}

}  // namespace guardline::dispatch
