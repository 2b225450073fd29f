// The command line of the mail far side. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bytes.h"
#include "core/base/error.h"
#include "tools/farsides/mail/settings.h"

#include <cstdint>
#include <string>

namespace guardline::farside {

struct Options {
  std::uint16_t port{0};
  std::string ledger;
  std::string maildir;  ///< empty = no reports
  std::string control;  ///< UNIX socket; empty = none
  std::string host{"farside.invalid"};
  std::string tls_certificate;
  std::string tls_key;
  bool implicit_tls{false};
  std::string auth;
  Bytes salt;
  std::uint64_t seed{1};
  Settings settings;
};

inline constexpr const char* kUsage =
    "usage: guardline-farside-mail --ledger FILE [--port P] [--maildir DIR] [--seed S] [--control SOCKET]\n"
    "  [--delay-ms N] [--answer-delay-ms N] [--loss P] [--fail P] [--fail-status S] [--greylist P] [--refuse P] "
    "[--reject P]\n"
    "  [--drop P] [--open-person P] [--open-machine P] [--confirm P] [--click P] [--read-delay-ms N] "
    "[--success-reports] [--tls CERT KEY] [--implicit-tls] [--auth USER:PASSWORD] [--host NAME] [--salt "
    "HEX]\n";

/// Errors: invalid_argument, with the option's name.
Result<Options> parse_options(int argc, char** argv);

}  // namespace guardline::farside
