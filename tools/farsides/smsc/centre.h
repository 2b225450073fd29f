// A message centre: takes submits, decides their fate by seed, reports. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "tools/farsides/common/dice.h"
#include "tools/farsides/common/ledger.h"
#include "tools/farsides/smsc/assembly.h"
#include "tools/farsides/smsc/session.h"
#include "tools/farsides/smsc/settings.h"

#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <set>
#include <string>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/json/object.hpp>

namespace guardline::farside {

/// Ledger lines (each with "at", µs since 1970, and "event"):
/// - submit: destination (pseudonym), status (0 = taken), message_id (if taken), part, parts, reference (of the parts),
///   delivery (vendor parameter 0x1401, 32 hex digits: ask the hub to send it; null without), octets, body_sha256 (of
///   this part's octets), answered (false: taken and left without an answer), units
/// - message: destination, message_ids, delivery, body_sha256 (of the whole text in UTF-8): its last part was taken
/// - receipt: message_id, stat, error, form, try, early (before the answer)
/// - receipt_lost: message_id, stat: by --loss, never sent
/// - receipt_answer: message_id, status
/// - receipt_dropped: message_id: refused for good, or over the bound
/// - session: what (bound, refused, ended); outage: on; broken: an unreadable submit_sm
/// Receipts wait while no session is bound, and come again after a temporary refusal or a broken session.
/// All on the one thread of `io`.
class Centre final : public SessionHost {
 public:
  static constexpr std::size_t kMostReceipts = 500'000;

  Centre(boost::asio::io_context& io, Ledger ledger, std::uint64_t seed, SmscSettings settings, std::string password);

  /// Listens on 127.0.0.1; port 0 = any free. Returns the port.
  Result<std::uint16_t> listen(std::uint16_t port);
  /// `invalid_argument` says what is wrong with the name or the value.
  Status set(std::string_view name, const boost::json::value& value);
  [[nodiscard]] boost::json::object settings() const { return to_json(settings_); }
  [[nodiscard]] boost::json::object counts() const;
  void close();

  std::uint32_t on_bind(const BindRequest& request) override;
  void on_bound(const std::shared_ptr<Session>& session) override;
  void on_submit(const std::shared_ptr<Session>& session, std::uint32_t sequence, BytesView pdu) override;
  void on_receipt_answer(const PendingReceipt& receipt, std::uint32_t status) override;
  void on_end(const std::shared_ptr<Session>& session, std::map<std::uint32_t, PendingReceipt> unanswered) override;

 private:
  void accept();
  void cut_off();
  void note(std::string_view event, boost::json::object fields);
  /// 0, or why this submit is not taken.
  std::uint32_t refusal(const std::string& subject);
  void report_later(PendingReceipt receipt, const std::string& subject);
  void queue(PendingReceipt receipt, bool first);
  void pump();
  void send_receipt(Session& session, PendingReceipt receipt, bool early);
  void after(std::uint64_t ms, std::function<void()> act);

  boost::asio::io_context& io_;
  boost::asio::ip::tcp::acceptor acceptor_;
  Ledger ledger_;
  Dice dice_;
  SmscSettings settings_;
  std::string password_;
  std::uint16_t port_ = 0;
  std::set<std::shared_ptr<Session>> sessions_;
  std::deque<PendingReceipt> receipts_;
  Assembly assembly_;
  std::uint64_t submits_ = 0;
  std::uint64_t taken_ = 0;
  std::uint64_t receipts_sent_ = 0;
  std::uint64_t next_id_;
};

}  // namespace guardline::farside
