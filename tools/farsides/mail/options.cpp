// The command line of the mail far side. SPDX-License-Identifier: GPL-3.0-or-later
#include "tools/farsides/mail/options.h"

#include <algorithm>
#include <charconv>
#include <string_view>

#include <boost/json/parse.hpp>

namespace guardline::farside {
namespace {

template <class T>
bool read(std::string_view text, T& out) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  return error == std::errc{} && end == text.data() + text.size();
}

/// Options that set a setting: "--delay-ms 5" is {"set":"delay_ms","value":5}.
std::optional<std::string> apply_option(Settings& settings, std::string_view option, std::string_view text) {
  std::string key(option.substr(2));
  std::ranges::replace(key, '-', '_');
  if (key == "fail_status") return apply(settings, key, boost::json::value(text));
  boost::system::error_code error;
  const auto value = boost::json::parse(text, error);
  if (error) return "not a number";
  return apply(settings, key, value);
}

}  // namespace

Result<Options> parse_options(int argc, char** argv) {
  Options options;
  const auto bad = [](std::string_view name, std::string_view why) {
    return fail(ErrorCode::invalid_argument, std::string(name) + ": " + std::string(why));
  };
  for (int i = 1; i < argc; ++i) {
    const std::string_view name = argv[i];
    if (!name.starts_with("--")) return bad(name, "no such option");
    if (name == "--success-reports") {
      options.settings.success_reports = true;
      continue;
    }
    if (name == "--implicit-tls") {
      options.implicit_tls = true;
      continue;
    }
    if (i + 1 >= argc) return bad(name, "a value is missing");
    const std::string_view value = argv[++i];
    if (name == "--port") {
      if (!read(value, options.port)) return bad(name, "not a port");
    } else if (name == "--seed") {
      if (!read(value, options.seed)) return bad(name, "not a number");
    } else if (name == "--ledger") {
      options.ledger = value;
    } else if (name == "--maildir") {
      options.maildir = value;
    } else if (name == "--control") {
      options.control = value;
    } else if (name == "--host") {
      options.host = value;
    } else if (name == "--auth") {
      options.auth = value;
    } else if (name == "--salt") {
      const auto salt = from_hex(value);
      if (!salt || salt->empty()) return bad(name, "not hexadecimal");
      options.salt = *salt;
    } else if (name == "--tls") {
      if (i + 1 >= argc) return bad(name, "a certificate and a key are needed");
      options.tls_certificate = value;
      options.tls_key = argv[++i];
    } else if (const auto wrong = apply_option(options.settings, name, value)) {
      return bad(name, *wrong);
    }
  }
  if (options.ledger.empty()) return bad("--ledger", "missing");
  if (options.implicit_tls && options.tls_certificate.empty()) return bad("--implicit-tls", "needs --tls");
  if (!options.auth.empty() && options.tls_certificate.empty()) return bad("--auth", "needs --tls");
  return options;
}

}  // namespace guardline::farside
