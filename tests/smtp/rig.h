// What the tests of the carrier share: a far side, a carrier, a sink. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hub/dispatch/carrier.h"
#include "hub/dispatch/carriers/smtp/smtp_carrier.h"
#include "tests/support/process.h"

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include <boost/json/object.hpp>

namespace guardline::test {

/// guardline-farside-mail with its folder.
class FarSide {
 public:
  explicit FarSide(std::vector<std::string> options = {});
  [[nodiscard]] std::uint16_t port() const { return port_; }
  /// Sends {"set":name,"value":value} where `value` is JSON text.
  void set(const std::string& name, const std::string& value);
  boost::json::object ask(const std::string& line);
  [[nodiscard]] std::vector<boost::json::object> ledger(std::string_view event) const;
  [[nodiscard]] std::string maildir() const { return folder_.file("maildir"); }

 private:
  TempFolder folder_;
  std::unique_ptr<Program> program_;
  std::uint16_t port_{0};
};

/// Keeps receipts; answers as it is told.
class Sink final : public dispatch::ReceiptSink {
 public:
  bool on_receipt(dispatch::Receipt receipt, std::function<void(bool)> done) override;
  [[nodiscard]] std::vector<dispatch::Receipt> receipts() const;
  [[nodiscard]] std::size_t asked() const;

  std::atomic<bool> takes{true};    ///< false = refuse
  std::atomic<bool> stores{true};   ///< done(false) where false
  std::atomic<bool> answers{true};  ///< false = keep `done` for later
  /// Calls what was kept.
  void release();

 private:
  mutable std::mutex mutex_;
  std::vector<dispatch::Receipt> receipts_;
  std::vector<std::function<void(bool)>> kept_;
  std::size_t asked_{0};
};

dispatch::SmtpConfig config_for(std::uint16_t port);
dispatch::Outgoing outgoing_to(std::string address);

/// A started carrier.
class Sender {
 public:
  explicit Sender(dispatch::SmtpConfig config);
  ~Sender() { carrier_->stop(Micros(0)); }
  Sender(const Sender&) = delete;
  Sender& operator=(const Sender&) = delete;
  /// Waits for the answer.
  dispatch::Answer send(const dispatch::Outgoing& outgoing);
  dispatch::Carrier& carrier() { return *carrier_; }

 private:
  SystemClock clock_;
  Sink sink_;
  std::unique_ptr<dispatch::SmtpCarrier> carrier_;
};

/// A CA and a certificate of it for the given names, by the openssl program.
struct Certificates {
  Certificates(const TempFolder& folder, const std::string& name,
               const std::string& names = "IP:127.0.0.1,DNS:localhost");
  std::string ca;
  std::string certificate;
  std::string key;
};

}  // namespace guardline::test
