// A private Postfix. SPDX-License-Identifier: GPL-3.0-or-later
#include "postfix.h"

#include <stdexcept>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

namespace guardline::test {
namespace fs = std::filesystem;
namespace {

/// @P@ is the folder.
constexpr const char* kMain = R"(compatibility_level = 3.6
queue_directory = @P@/queue
data_directory = @P@/data
command_directory = /usr/sbin
daemon_directory = /usr/lib/postfix/sbin
mail_owner = postfix
setgid_group = postdrop
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mynetworks = 127.0.0.0/8
myhostname = relay.test
mydestination =
relayhost =
alias_maps =
default_transport = error:5.1.2 loopback only
recipient_delimiter = +
virtual_mailbox_domains = investors.test, hub.test
virtual_mailbox_base = @P@/mail
virtual_mailbox_maps = inline:{ known@investors.test=known/, bounce@hub.test=bounces/ }
virtual_uid_maps = static:65534
virtual_gid_maps = static:65534
virtual_transport = virtual
smtpd_reject_unlisted_recipient = no
smtpd_tls_security_level = may
smtpd_tls_received_header = yes
smtpd_tls_cert_file = @P@/relay.crt
smtpd_tls_key_file = @P@/relay.key
maillog_file_prefixes = @P@
maillog_file = @P@/mail.log
)";

constexpr const char* kMaster = R"(127.0.0.1:@PORT@ inet n - n - - smtpd
127.0.0.1:@STRICT@ inet n - n - - smtpd
  -o smtpd_reject_unlisted_recipient=yes
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
proxywrite unix - - n - 1 proxymap
error unix - - n - - error
retry unix - - n - - error
virtual unix - n n - - virtual
anvil unix - - n - 1 anvil
postlog unix-dgram n - n - 1 postlogd
)";

void replace(std::string& text, std::string_view what, const std::string& with) {
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size())) {
    text.replace(at, what.size(), with);
  }
}

void give(const fs::path& path, const std::string& owner) {
  const auto done = run_program({"chown", owner, path.string()});
  if (done.code != 0) throw std::runtime_error(done.out);
}

bool answers(std::uint16_t port) {
  const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const bool ok = ::connect(fd, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
  ::close(fd);
  return ok;
}

}  // namespace

Postfix::Postfix() {
  const fs::path root = folder_.path();
  for (const char* name : {"etc", "queue", "data", "mail", "mail/known", "mail/bounces"})
    fs::create_directories(root / name);
  give(root / "data", "postfix");
  for (const char* name : {"mail", "mail/known", "mail/bounces"}) give(root / name, "65534:65534");
  certificates_ = std::make_unique<Certificates>(folder_, "relay");
  port_ = static_cast<std::uint16_t>(free_port());
  do {
    strict_port_ = static_cast<std::uint16_t>(free_port());
  } while (strict_port_ == port_);

  std::string main = kMain;
  std::string master = kMaster;
  replace(main, "@P@", root.string());
  replace(master, "@PORT@", std::to_string(port_));
  replace(master, "@STRICT@", std::to_string(strict_port_));
  write_file(root / "etc/main.cf", main);
  write_file(root / "etc/master.cf", master);
  const auto started = run_program({"postfix", "-c", folder_.file("etc"), "start"});
  if (started.code != 0) throw std::runtime_error("postfix: " + started.out + log());
  if (!eventually([this] { return answers(port_) && answers(strict_port_); }))
    throw std::runtime_error("postfix: " + log());
}

Postfix::~Postfix() { run_program({"postfix", "-c", folder_.file("etc"), "stop"}); }

}  // namespace guardline::test
