// A mail server that does as it is told. SPDX-License-Identifier: GPL-3.0-or-later
#include "tools/farsides/mail/control.h"
#include "tools/farsides/mail/options.h"
#include "tools/farsides/mail/server.h"

#include <csignal>
#include <iostream>
#include <optional>

#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/json/serialize.hpp>

namespace {

using namespace guardline;
using namespace guardline::farside;
namespace asio = boost::asio;

int complain(const std::string& message) {
  std::cerr << "guardline-farside-mail: " << message << "\n";
  return 2;
}

int run(const Options& options) {
  asio::io_context io(1);
  auto ledger = Ledger::open(options.ledger, options.salt);
  if (!ledger) return complain(ledger.error().message);
  std::optional<MaildirWriter> maildir;
  if (!options.maildir.empty()) {
    auto opened = MaildirWriter::open(options.maildir);
    if (!opened) return complain(opened.error().message);
    maildir = std::move(*opened);
  }
  SessionOptions session{.tls = nullptr, .implicit_tls = options.implicit_tls, .auth = options.auth};
  asio::ssl::context tls(asio::ssl::context::tls_server);
  if (!options.tls_certificate.empty()) {
    boost::system::error_code error;
    tls.set_options(asio::ssl::context::no_sslv2 | asio::ssl::context::no_sslv3 | asio::ssl::context::no_tlsv1 |
                    asio::ssl::context::no_tlsv1_1);
    tls.use_certificate_chain_file(options.tls_certificate, error);
    if (!error) tls.use_private_key_file(options.tls_key, asio::ssl::context::pem, error);
    if (error) return complain("--tls: " + error.message());
    session.tls = &tls;
  }

  Desk desk(io, options.settings, options.seed, std::move(*ledger), std::move(maildir), options.host);
  Server server(io, desk, session);
  const auto port = server.listen(options.port);
  if (!port) return complain(port.error().message);
  Control control(io, desk, [&server] { return server.follow_outage(); });
  if (!options.control.empty()) {
    if (const auto ok = control.listen(options.control); !ok) return complain(ok.error().message);
  }

  asio::signal_set signals(io, SIGINT, SIGTERM);
  signals.async_wait([&io](boost::system::error_code, int) { io.stop(); });
  std::cout << boost::json::serialize(boost::json::object{{"ready", true}, {"port", *port}}) << std::endl;
  io.run();
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);
  const auto options = guardline::farside::parse_options(argc, argv);
  if (!options) {
    std::cerr << "guardline-farside-mail: " << options.error().message << "\n" << guardline::farside::kUsage;
    return 2;
  }
  return run(*options);
}
