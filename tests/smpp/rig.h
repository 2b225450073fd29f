// What the tests of the carrier share: a far side, a sink, a started carrier. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hub/dispatch/carriers/smpp/carrier.h"
#include "tests/support/process.h"

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include <boost/json/object.hpp>

namespace guardline::test {

/// A TCP line-by-line caller: control sockets of the far sides and of the npm peer.
boost::json::object ask(std::uint16_t port, const std::string& line);

/// guardline-farside-smsc with its ledger.
class Centre {
 public:
  explicit Centre(const std::vector<std::string>& options = {});
  [[nodiscard]] std::uint16_t port() const { return port_; }
  /// `value` is JSON text.
  void set(const std::string& name, const std::string& value) const;
  [[nodiscard]] std::int64_t count(const std::string& name) const;
  [[nodiscard]] std::vector<boost::json::object> ledger(std::string_view event) const;
  [[nodiscard]] std::string ledger_path() const { return folder_.file("ledger"); }

 private:
  TempFolder folder_;
  std::unique_ptr<Program> program_;
  std::uint16_t port_ = 0;
  std::uint16_t control_ = 0;
};

class Sink final : public dispatch::ReceiptSink {
 public:
  bool on_receipt(dispatch::Receipt receipt, std::function<void(bool)> done) override;
  [[nodiscard]] std::vector<dispatch::Receipt> receipts() const;
  [[nodiscard]] std::size_t count() const;
  [[nodiscard]] std::size_t asked() const { return asked_; }
  [[nodiscard]] bool has(std::string_view reference) const;
  /// Confirms what `keep` held back.
  void release();

  std::atomic<bool> full = false;    ///< on_receipt returns false
  std::atomic<bool> broken = false;  ///< done(false)
  std::atomic<bool> keep = false;    ///< done is called by release()

 private:
  mutable std::mutex mutex_;
  std::vector<dispatch::Receipt> receipts_;
  std::vector<std::function<void(bool)>> kept_;
  std::atomic<std::size_t> asked_ = 0;
};

/// Quick pauses, our far side's account.
dispatch::smpp::SmppConfig config_for(std::uint16_t port);
dispatch::Outgoing outgoing(const std::string& body, int investor = 0);

/// A started carrier and the answers it gave.
class Sender {
 public:
  explicit Sender(const dispatch::smpp::SmppConfig& config, bool wait_until_up = true);
  ~Sender() { carrier_->stop(Micros(0)); }
  Sender(const Sender&) = delete;
  Sender& operator=(const Sender&) = delete;

  /// Hands over without waiting; the answer lands in `answers()` at the returned place.
  std::size_t post(const dispatch::Outgoing& out);
  /// Hands over and waits for the answer.
  dispatch::Answer send(const dispatch::Outgoing& out);
  /// Sends again while the answer is `retry`, as the dispatcher would.
  dispatch::Answer send_until_taken(const dispatch::Outgoing& out);
  [[nodiscard]] std::vector<dispatch::Answer> answers() const;
  [[nodiscard]] std::size_t answered() const;
  [[nodiscard]] bool wait_for_answers(std::size_t count) const;
  [[nodiscard]] dispatch::Carrier& carrier() { return *carrier_; }
  [[nodiscard]] Sink& sink() { return sink_; }

 private:
  SystemClock clock_;
  Sink sink_;
  struct Book;
  std::shared_ptr<Book> book_;
  std::unique_ptr<dispatch::smpp::SmppCarrier> carrier_;
};

}  // namespace guardline::test
