// hub.json: the hub's settings. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/wire/describe.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace guardline::setup {

/// A listening address. Port 0 takes any free one (it is written to DIR/run/<listener>.port once it listens).
struct Listen {
  std::string host{"127.0.0.1"};
  std::int64_t port{0};
};
GUARDLINE_WIRE(Listen, (host, port), text("host", 1, 255, "Address to listen on."),
               integer("port", 0, 65535, "Port; 0 = any free one."))

/// One SMPP account. Secrets are files (mode 0600) of the keys folder, named here.
struct SmsAccount {
  std::string id;
  std::string host;
  std::int64_t port{};
  std::string system_id;
  std::string password_file;
  std::string source_address;
  std::int64_t window{32};
  bool correlator{false};
  std::string answer_ids;
  std::string receipt_ids;
};
GUARDLINE_WIRE(SmsAccount,
               (id, host, port, system_id, password_file, source_address, window, correlator, answer_ids, receipt_ids),
               shaped("id", Format::name_id, "Names the account in the record."),
               text("host", 1, 255, "The carrier's host."), integer("port", 1, 65535, "Its port."),
               text("system_id", 0, 15, "SMPP system_id."),
               text("password_file", 0, 64, "File in keys/; empty = no password."),
               text("source_address", 0, 20, "What the phone shows as sender."),
               integer("window", 1, 1000, "Submits without an answer."),
               flag("correlator", "Carry the delivery id in vendor parameter 0x1401."),
               text("answer_ids", 4, 11, "Base of message ids in answers: text, hexadecimal, decimal, automatic."),
               text("receipt_ids", 4, 11, "Their base in receipts."))

/// One mail relay.
struct MailAccount {
  std::string id;
  std::string host;
  std::int64_t port{};
  std::string tls;
  std::string ca_file;
  std::string user;
  std::string password_file;
  std::string from_address;
  std::string display_name;
  std::string bounce_domain;
  std::int64_t connections{4};
  bool success_reports{false};
};
GUARDLINE_WIRE(MailAccount,
               (id, host, port, tls, ca_file, user, password_file, from_address, display_name, bounce_domain,
                connections, success_reports),
               shaped("id", Format::name_id, "Names the account in the record."),
               text("host", 1, 255, "The relay's host."), integer("port", 1, 65535, "Its port."),
               text("tls", 4, 8, "none, starttls or implicit."),
               text("ca_file", 0, 4096, "PEM of its authority; empty = the system's list."),
               text("user", 0, 128, "AUTH user; empty = none."),
               text("password_file", 0, 64, "File in keys/; empty = no password."),
               shaped("from_address", Format::email, "RFC 5322 From."),
               text("display_name", 0, 128, "Shown before it."),
               text("bounce_domain", 1, 255, "Domain of the return paths."), integer("connections", 1, 64, "At once."),
               flag("success_reports", "The relay gives delivery reports that may be believed."))

struct Config {
  std::string name;     ///< the firm's name for this hub, shown at sign-in
  std::string address;  ///< host:port that consoles use; goes into enrolment codes; empty = the ops listener's own
  Listen ops;
  Listen open;
  /// Under which address investors reach the public listener ("https://host[:port]", no path): goes into messages.
  /// Nothing = messages carry no links.
  std::optional<std::string> public_url{};
  std::string postgres;  ///< libpq connection string; empty = the embedded store
  std::string schema{"guardline"};
  std::vector<SmsAccount> sms;
  std::vector<MailAccount> mail;
};
GUARDLINE_WIRE(Config, (name, address, ops, open, public_url, postgres, schema, sms, mail),
               text("name", 1, 64, "The hub's name."), text("address", 0, 255, "host:port for consoles."),
               object("ops", "Listener for consoles."), object("open", "Listener for investors and carriers."),
               text("public_url", 8, 255, "https://host[:port] of the listener for investors.", Format::uri),
               text("postgres", 0, 2048, "libpq connection string; empty = embedded."),
               text("schema", 1, 48, "Schema on PostgreSQL."), list("sms", 0, 8, "SMPP accounts."),
               list("mail", 0, 8, "Mail relays."))

/// Errors: not_found, invalid_argument (the text names each place as a JSON Pointer).
Result<Config> load_config(const std::filesystem::path& file);
Status save_config(const std::filesystem::path& file, const Config& config);

}  // namespace guardline::setup
