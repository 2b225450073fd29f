// What the tests of the carrier share. SPDX-License-Identifier: GPL-3.0-or-later
#include "rig.h"

#include <cstring>
#include <future>

#include <boost/json/parse.hpp>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace guardline::test {

FarSide::FarSide(std::vector<std::string> options) {
  std::vector<std::string> words{FARSIDE_MAIL, "--ledger",  folder_.file("ledger"), "--maildir",
                                 maildir(),    "--control", folder_.file("control")};
  words.insert(words.end(), options.begin(), options.end());
  program_ = std::make_unique<Program>(words);
  const std::string line = program_->first_line();
  if (line.empty()) throw std::runtime_error("the far side does not start");
  port_ = boost::json::parse(line).at("port").to_number<std::uint16_t>();
}

boost::json::object FarSide::ask(const std::string& line) {
  const int fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  std::strncpy(address.sun_path, folder_.file("control").c_str(), sizeof address.sun_path - 1);
  if (::connect(fd, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) throw std::runtime_error("no control");
  const std::string bytes = line + "\n";
  EXPECT_EQ(::write(fd, bytes.data(), bytes.size()), static_cast<ssize_t>(bytes.size()));
  std::string reply;
  char c = 0;
  while (::read(fd, &c, 1) == 1 && c != '\n') reply += c;
  ::close(fd);
  return boost::json::parse(reply).as_object();
}

void FarSide::set(const std::string& name, const std::string& value) {
  const auto reply = ask("{\"set\":\"" + name + "\",\"value\":" + value + "}");
  EXPECT_TRUE(reply.at("ok").as_bool()) << name;
}

std::vector<boost::json::object> FarSide::ledger(std::string_view event) const {
  std::vector<boost::json::object> found;
  for (const auto& line : lines_of(folder_.file("ledger"))) {
    auto object = boost::json::parse(line).as_object();
    if (object.at("event").as_string() == event) found.push_back(std::move(object));
  }
  return found;
}

bool Sink::on_receipt(dispatch::Receipt receipt, std::function<void(bool)> done) {
  {
    const std::lock_guard lock(mutex_);
    ++asked_;
    if (!takes) return false;
    receipts_.push_back(std::move(receipt));
    if (!answers) {
      kept_.push_back(std::move(done));
      return true;
    }
  }
  done(stores);
  return true;
}

std::vector<dispatch::Receipt> Sink::receipts() const {
  const std::lock_guard lock(mutex_);
  return receipts_;
}

std::size_t Sink::asked() const {
  const std::lock_guard lock(mutex_);
  return asked_;
}

void Sink::release() {
  std::vector<std::function<void(bool)>> kept;
  {
    const std::lock_guard lock(mutex_);
    kept.swap(kept_);
  }
  for (const auto& done : kept) done(stores);
}

dispatch::SmtpConfig config_for(std::uint16_t port) {
  dispatch::SmtpConfig config;
  config.host = "127.0.0.1";
  config.port = port;
  config.tls = dispatch::MailTls::none;
  config.from_address = "notice@securities.test";
  config.display_name = "守护证券";
  config.bounce_domain = "hub.test";
  config.verp_key = Bytes(32, 42);
  config.pool_size = 1;
  config.probe_every = std::chrono::milliseconds(50);
  return config;
}

dispatch::Outgoing outgoing_to(std::string address) {
  const auto now = SystemClock().now();
  return {.delivery = DeliveryId::make(now),
          .message = MessageId::make(now),
          .notice = NoticeId::make(now),
          .address = std::move(address),
          .title = "风险提示：您的持仓",
          .body = "尊敬的𠮷先生：\n您有一条新的风险提示。\n",
          .language = "zh-CN"};
}

Sender::Sender(dispatch::SmtpConfig config) {
  auto made = dispatch::SmtpCarrier::make(std::move(config), clock_);
  if (!made) throw std::runtime_error(made.error().message);
  carrier_ = std::move(*made);
  carrier_->start(sink_);
}

dispatch::Answer Sender::send(const dispatch::Outgoing& outgoing) {
  auto promise = std::make_shared<std::promise<dispatch::Answer>>();
  auto future = promise->get_future();
  carrier_->submit(outgoing, [promise](dispatch::Answer answer) { promise->set_value(std::move(answer)); });
  if (future.wait_for(std::chrono::seconds(60)) != std::future_status::ready) throw std::runtime_error("no answer");
  return future.get();
}

Certificates::Certificates(const TempFolder& folder, const std::string& name, const std::string& names)
    : ca(folder.file(name + "-ca.crt")), certificate(folder.file(name + ".crt")), key(folder.file(name + ".key")) {
  const std::string ca_key = folder.file(name + "-ca.key");
  const std::string request = folder.file(name + ".csr");
  const std::string extensions = folder.file(name + ".ext");
  write_file(extensions, "subjectAltName=" + names + "\nbasicConstraints=CA:FALSE\n");
  const std::vector<std::vector<std::string>> steps{
      {"openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
       "-subj", "/CN=" + name + " CA", "-keyout", ca_key, "-out", ca},
      {"openssl", "req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-subj",
       "/CN=relay", "-keyout", key, "-out", request},
      {"openssl", "x509", "-req", "-in", request, "-CA", ca, "-CAkey", ca_key, "-days", "2", "-extfile", extensions,
       "-out", certificate}};
  for (const auto& step : steps) {
    const auto done = run_program(step);
    if (done.code != 0) throw std::runtime_error(done.out);
  }
}

}  // namespace guardline::test
