// The settings of one mail relay. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bytes.h"
#include "core/base/error.h"
#include "core/base/time.h"

#include <cstddef>
#include <cstdint>
#include <string>

namespace guardline::dispatch {

enum class MailTls : std::uint8_t {
  none,      ///< only towards this machine itself: what is sent is personal
  starttls,  ///< refused if the relay doesn't offer it (RFC 3207)
  implicit,  ///< TLS from the first byte (RFC 8314)
};

/// The relay's certificate and name are always checked where TLS is used; there is no switch to leave that out.
struct SmtpConfig {
  std::string id{"email-main"};  ///< Carrier::id()
  std::string host;              ///< host name or address literal without brackets; no MX look-up is made
  std::uint16_t port{587};
  MailTls tls{MailTls::starttls};
  std::string ca_file;  ///< PEM; empty = the system's list
  std::string user;     ///< empty = no AUTH
  std::string password;
  std::string helo_name;               ///< name given with EHLO; empty = bounce_domain
  std::string from_address;            ///< RFC 5322 From
  std::string display_name;            ///< UTF-8, shown before the address; may be empty
  std::string reply_to;                ///< may be empty
  std::string bounce_local{"bounce"};  ///< return path <bounce_local>+<token>@<bounce_domain>
  std::string bounce_domain;
  Bytes verp_key;            ///< 32 bytes or more; the bounce reader has the same
  std::size_t pool_size{4};  ///< connections at once, 1..64; each has a thread of its own
  std::size_t window{64};    ///< submits outstanding, pool_size..100000
  Micros connect_timeout{std::chrono::seconds(10)};
  Micros answer_timeout{
      std::chrono::seconds(120)};  ///< a whole hand-over, connect included (RFC 5321 section 4.5.3.2 allows more)
  Micros idle_close{std::chrono::seconds(60)};  ///< a connection unused for longer is not used again
  Micros probe_every{std::chrono::seconds(5)};  ///< while the line is not up and nothing is sent: try it
};

/// Errors: invalid_argument, the message names the field and says what is wrong with it.
Status check(const SmtpConfig& config);

/// True for a mailbox this carrier sends to: ASCII dot-atom local part of at most 64 characters, a host name (UTF-8
/// labels allowed: they go out in their ASCII form), at most 254 bytes. Quoted local parts, address literals, blanks
/// and control characters are refused: no provider of investors' mailboxes gives such addresses, and they are what
/// injections are made of.
bool is_mailbox(std::string_view address) noexcept;

}  // namespace guardline::dispatch
