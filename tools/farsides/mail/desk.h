// Decides what becomes of mail, writes the ledger, sends the reports. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tools/farsides/common/dice.h"
#include "tools/farsides/common/ledger.h"
#include "tools/farsides/mail/readers.h"
#include "tools/farsides/mail/reports.h"
#include "tools/farsides/mail/settings.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include <boost/asio/io_context.hpp>
#include <boost/json/object.hpp>

namespace guardline::farside {

/// Runs on the one thread of the far side.
class Desk {
 public:
  Desk(boost::asio::io_context& io, Settings first, std::uint64_t seed, Ledger ledger,
       std::optional<MaildirWriter> maildir, std::string host);

  Settings settings;

  /// The answer that refuses a recipient; nothing where it is taken.
  std::optional<std::string> refuse(std::string_view return_path, const std::string& recipient);
  struct Taken {
    std::string answer;  ///< to the final dot
    bool cut{false};     ///< cut the connection instead of answering
  };
  Taken take(const std::string& return_path, const std::vector<std::string>& recipients, const std::string& message);
  void count_connection() { ++connections_; }
  [[nodiscard]] boost::json::object counts() const;
  [[nodiscard]] const std::string& host() const noexcept { return host_; }

 private:
  struct Fate;
  void report_later(Report report, std::string delivery);
  void report_now(const Report& report, const std::string& delivery);

  boost::asio::io_context& io_;
  Dice dice_;
  Ledger ledger_;
  Readers readers_;
  std::optional<MaildirWriter> maildir_;
  std::string host_;
  std::unordered_set<std::string> greylisted_;           ///< return path and recipient seen once
  std::unordered_map<std::string, std::uint32_t> seen_;  ///< how often a delivery came
  std::uint64_t queue_id_{0};
  std::size_t pending_{0};
  std::uint64_t connections_{0}, accepted_{0}, refused_{0}, bounced_{0}, delivered_reports_{0}, cut_{0};
};

}  // namespace guardline::farside
