// One connection to the message centre. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bytes.h"
#include "tools/farsides/smsc/codec.h"
#include "tools/farsides/smsc/receipts.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>

#include <boost/asio/ip/tcp.hpp>

namespace guardline::farside {

class Session;

/// What a session needs of the centre.
class SessionHost {
 public:
  virtual ~SessionHost() = default;
  /// The status of the answer to a bind.
  virtual std::uint32_t on_bind(const BindRequest& request) = 0;
  virtual void on_bound(const std::shared_ptr<Session>& session) = 0;
  virtual void on_submit(const std::shared_ptr<Session>& session, std::uint32_t sequence, BytesView pdu) = 0;
  virtual void on_receipt_answer(const PendingReceipt& receipt, std::uint32_t status) = 0;
  /// Once; `unanswered` are the receipts that it has not confirmed.
  virtual void on_end(const std::shared_ptr<Session>& session, std::map<std::uint32_t, PendingReceipt> unanswered) = 0;
};

/// All on the one thread of the io_context.
class Session : public std::enable_shared_from_this<Session> {
 public:
  static constexpr std::size_t kReceiptWindow = 100;

  Session(boost::asio::ip::tcp::socket socket, SessionHost& host);
  void begin();
  void end();
  void send(const Bytes& pdu);
  [[nodiscard]] bool wants_receipts() const { return receives_ && !ended_ && unanswered_.size() < kReceiptWindow; }
  void deliver(const PendingReceipt& receipt, const Deliver& pdu);

 private:
  void read();
  void cut();
  void on_pdu(const PduHeader& header, BytesView pdu);
  void write();

  boost::asio::ip::tcp::socket socket_;
  SessionHost& host_;
  Bytes in_;
  std::size_t in_used_ = 0;
  Bytes waiting_;
  Bytes writing_;
  std::map<std::uint32_t, PendingReceipt> unanswered_;
  std::uint32_t sequence_ = 0;
  bool bound_ = false;
  bool sends_ = false;     // may submit
  bool receives_ = false;  // gets receipts
  bool ended_ = false;
};

}  // namespace guardline::farside
