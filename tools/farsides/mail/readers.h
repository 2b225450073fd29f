// People and machines that read the mail. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tools/farsides/common/dice.h"
#include "tools/farsides/common/ledger.h"
#include "tools/farsides/mail/letter.h"
#include "tools/farsides/mail/settings.h"

#include <cstdint>
#include <string>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/beast/http/verb.hpp>
#include <boost/json/object.hpp>

namespace guardline::farside {

/// Simulated readers over real HTTP. Who reads what hangs on the seed and the delivery. One thread.
class Readers {
 public:
  Readers(boost::asio::io_context& io, const Dice& dice, Ledger& ledger, const Settings& settings)
      : io_(io), dice_(dice), ledger_(ledger), settings_(settings) {}

  /// A mail has come into a mailbox.
  void receive(const std::string& message, const std::string& delivery);
  [[nodiscard]] std::uint64_t reading() const noexcept { return reading_; }
  void add_counts(boost::json::object& counts) const;

 private:
  struct Answer {
    unsigned status{0};  ///< 0 = no answer
    std::string body;
  };
  boost::asio::awaitable<void> look_ahead(Letter letter, std::string delivery);
  boost::asio::awaitable<void> read(Letter letter, std::string delivery);
  boost::asio::awaitable<void> confirm(const std::string& inbox, const std::string& delivery);
  boost::asio::awaitable<void> follow(const std::string& click, const std::string& delivery);
  boost::asio::awaitable<Answer> ask(boost::beast::http::verb method, const std::string& address,
                                     const std::string& agent);
  void note(std::string_view event, const std::string& delivery, std::string_view by, const Answer& answer);

  boost::asio::io_context& io_;
  const Dice& dice_;
  Ledger& ledger_;
  const Settings& settings_;
  std::uint64_t reading_{0};
  std::uint64_t opened_person_{0}, opened_machine_{0}, confirmed_{0}, clicked_{0}, skipped_{0};
};

}  // namespace guardline::farside
