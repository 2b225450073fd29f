// One connection to the message centre. SPDX-License-Identifier: GPL-3.0-or-later
#include "tools/farsides/smsc/session.h"

#include <cstring>
#include <utility>

#include <boost/asio/buffer.hpp>
#include <boost/asio/write.hpp>

namespace guardline::farside {

namespace asio = boost::asio;
using boost::system::error_code;

namespace {
constexpr std::size_t kReadSize = 64U * 1024;
constexpr std::uint32_t kMostPdu = 80U * 1024;
constexpr std::uint32_t kBindReceiver = 0x01;
constexpr std::uint32_t kBindTransmitter = 0x02;
constexpr std::uint32_t kSubmit = 0x04;
constexpr std::uint32_t kUnbind = 0x06;
constexpr std::uint32_t kBindTransceiver = 0x09;
constexpr std::uint32_t kEnquireLink = 0x15;
constexpr std::uint32_t kAnswer = 0x80000000;
constexpr std::uint32_t kGenericNack = 0x80000000;
constexpr std::uint32_t kDeliverAnswer = 0x80000005;
constexpr std::uint32_t kWrongLength = 0x02;
constexpr std::uint32_t kUnknownCommand = 0x03;
constexpr std::uint32_t kWrongState = 0x04;
}  // namespace

Session::Session(asio::ip::tcp::socket socket, SessionHost& host) : socket_(std::move(socket)), host_(host) {
  error_code ignored;
  socket_.set_option(asio::ip::tcp::no_delay(true), ignored);
}

void Session::begin() { read(); }

void Session::read() {
  in_.resize(in_used_ + kReadSize);
  socket_.async_read_some(asio::buffer(in_.data() + in_used_, kReadSize),
                          [self = shared_from_this()](error_code error, std::size_t count) {
                            if (self->ended_) return;
                            if (error) return self->end();
                            self->in_used_ += count;
                            self->cut();
                            if (!self->ended_) self->read();
                          });
}

void Session::cut() {
  std::size_t at = 0;
  while (!ended_) {
    const BytesView rest = BytesView(in_).subspan(at, in_used_ - at);
    const auto header = read_header(rest);
    if (!header) break;
    if (header->length < 16 || header->length > kMostPdu) {
      send(write_empty(kGenericNack, kWrongLength, 0));
      return end();
    }
    if (rest.size() < header->length) break;
    at += header->length;
    on_pdu(*header, rest.first(header->length));
  }
  std::memmove(in_.data(), in_.data() + at, in_used_ - at);
  in_used_ -= at;
}

void Session::on_pdu(const PduHeader& header, BytesView pdu) {
  switch (header.command) {
    case kBindReceiver:
    case kBindTransmitter:
    case kBindTransceiver: {
      const auto request = read_bind(pdu);
      const std::uint32_t status = bound_ ? kWrongState : request ? host_.on_bind(*request) : kWrongLength;
      send(write_bind_answer(header.command | kAnswer, status, header.sequence));
      if (status != 0) return;
      bound_ = true;
      sends_ = header.command != kBindReceiver;
      receives_ = header.command != kBindTransmitter;
      return host_.on_bound(shared_from_this());
    }
    case kSubmit:
      if (!sends_) return send(write_submit_answer(kWrongState, header.sequence, ""));
      return host_.on_submit(shared_from_this(), header.sequence, pdu);
    case kEnquireLink:
      return send(write_empty(kEnquireLink | kAnswer, 0, header.sequence));
    case kUnbind:
      receives_ = sends_ = false;
      return send(write_empty(kUnbind | kAnswer, 0, header.sequence));
    case kDeliverAnswer: {
      auto found = unanswered_.extract(header.sequence);
      if (!found.empty()) host_.on_receipt_answer(found.mapped(), header.status);
      return;
    }
    default:
      if ((header.command & kAnswer) == 0) send(write_empty(kGenericNack, kUnknownCommand, header.sequence));
  }
}

void Session::deliver(const PendingReceipt& receipt, const Deliver& deliver) {
  sequence_ = sequence_ >= 0x7FFFFFFF ? 1 : sequence_ + 1;
  const auto pdu = write_deliver(deliver, sequence_);
  if (!pdu) return;
  unanswered_[sequence_] = receipt;
  send(*pdu);
}

void Session::send(const Bytes& pdu) {
  if (ended_) return;
  waiting_.insert(waiting_.end(), pdu.begin(), pdu.end());
  if (writing_.empty()) write();
}

void Session::write() {
  std::swap(writing_, waiting_);
  asio::async_write(socket_, asio::buffer(writing_), [self = shared_from_this()](error_code error, std::size_t) {
    self->writing_.clear();
    if (self->ended_) return;
    if (error) return self->end();
    if (!self->waiting_.empty()) self->write();
  });
}

void Session::end() {
  if (std::exchange(ended_, true)) return;
  error_code ignored;
  socket_.shutdown(asio::ip::tcp::socket::shutdown_both, ignored);
  socket_.close(ignored);
  host_.on_end(shared_from_this(), std::exchange(unanswered_, {}));
}

}  // namespace guardline::farside
