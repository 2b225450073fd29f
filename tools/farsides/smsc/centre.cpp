// A message centre: takes submits, decides their fate by seed, reports. SPDX-License-Identifier: GPL-3.0-or-later
#include "tools/farsides/smsc/centre.h"

#include "core/crypto/digest.h"

#include <array>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <iostream>
#include <utility>

#include <boost/asio/steady_timer.hpp>

namespace guardline::farside {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

namespace {

constexpr std::uint16_t kCorrelator = 0x1401;
constexpr std::uint32_t kInvalidDestination = 0x0B;
constexpr std::uint32_t kWrongPassword = 0x0E;
constexpr std::uint32_t kQueueFull = 0x14;
constexpr std::uint32_t kThrottled = 0x58;
constexpr std::uint32_t kReceiverTemporary = 0x64;
constexpr std::uint32_t kBrokenParameters = 0xC0;
constexpr std::uint64_t kResendAfterMs = 300;
/// Absent, no such subscriber, barred, network down: the failures that receipts report.
constexpr std::array<std::uint16_t, 5> kErrors{1, 6, 13, 27, 34};

std::string hash_of(BytesView bytes) { return to_hex(crypto::sha256(bytes)); }

}  // namespace

Centre::Centre(asio::io_context& io, Ledger ledger, std::uint64_t seed, SmscSettings settings, std::string password)
    : io_(io),
      acceptor_(io),
      ledger_(std::move(ledger)),
      dice_(seed),
      settings_(std::move(settings)),
      password_(std::move(password)),
      // A centre that comes back must not give ids out again: receipts would meet the wrong delivery.
      next_id_(static_cast<std::uint64_t>(now_micros())) {}

Result<std::uint16_t> Centre::listen(std::uint16_t port) {
  error_code error;
  const tcp::endpoint at(asio::ip::address_v4::loopback(), port);
  acceptor_.open(at.protocol(), error);
  if (!error) acceptor_.set_option(tcp::acceptor::reuse_address(true), error);
  if (!error) acceptor_.bind(at, error);
  if (!error) acceptor_.listen(asio::socket_base::max_listen_connections, error);
  if (error) return fail(ErrorCode::io, "listen: " + error.message());
  port_ = acceptor_.local_endpoint().port();
  if (settings_.outage) {
    cut_off();
  } else {
    accept();
  }
  return port_;
}

void Centre::accept() {
  acceptor_.async_accept([this](error_code error, tcp::socket socket) {
    if (error) return;
    const auto session = std::make_shared<Session>(std::move(socket), *this);
    sessions_.insert(session);
    session->begin();
    accept();
  });
}

void Centre::cut_off() {
  error_code ignored;
  acceptor_.close(ignored);
  for (const auto& session : std::set(sessions_)) session->end();
}

void Centre::close() { cut_off(); }

Status Centre::set(std::string_view name, const boost::json::value& value) {
  const bool was_out = settings_.outage;
  if (const auto wrong = apply(settings_, name, value)) return fail(ErrorCode::invalid_argument, *wrong);
  if (settings_.outage == was_out) return {};
  note("outage", {{"on", settings_.outage}});
  if (settings_.outage) {
    cut_off();
    return {};
  }
  const auto again = listen(port_);
  return again ? Status{} : std::unexpected(again.error());
}

boost::json::object Centre::counts() const {
  return {{"submits", submits_},
          {"taken", taken_},
          {"receipts_sent", receipts_sent_},
          {"receipts_waiting", receipts_.size()},
          {"sessions", sessions_.size()}};
}

void Centre::note(std::string_view event, boost::json::object fields) {
  if (ledger_.write(event, std::move(fields))) return;
  // Without its ledger this program proves nothing, and what it took would be counted as lost.
  std::cerr << "the ledger can't be written\n";
  std::exit(1);
}

std::uint32_t Centre::on_bind(const BindRequest& request) {
  const bool welcome = password_.empty() || request.password == password_;
  note("session", {{"what", welcome ? "bound" : "refused"}});
  return welcome ? 0 : kWrongPassword;
}

void Centre::on_bound(const std::shared_ptr<Session>&) { pump(); }

void Centre::on_end(const std::shared_ptr<Session>& session, std::map<std::uint32_t, PendingReceipt> unanswered) {
  sessions_.erase(session);
  note("session", {{"what", "ended"}});
  for (auto& [sequence, receipt] : unanswered) queue(std::move(receipt), true);
}

std::uint32_t Centre::refusal(const std::string& subject) {
  // By the count: the next try must have its own chance.
  if (dice_.hits(settings_.throttle, "throttle", std::to_string(submits_))) return kThrottled;
  if (dice_.hits(settings_.refuse, "refuse", subject)) return kInvalidDestination;
  return 0;
}

void Centre::on_submit(const std::shared_ptr<Session>& session, std::uint32_t sequence, BytesView pdu) {
  ++submits_;
  const auto read = read_submit(pdu);
  if (!read) {
    note("broken", {{"octets", pdu.size()}});
    return session->send(write_submit_answer(kBrokenParameters, sequence, ""));
  }
  const Submit& submit = *read;
  const Place place = place_of(submit);
  const std::string body = hash_of(place.text);
  const std::string subject = submit.destination + "/" + body;
  const auto correlator = submit.parameters.find(kCorrelator);
  boost::json::value delivery;
  if (correlator != submit.parameters.end()) delivery = as_text(correlator->second);

  const std::uint32_t status = refusal(subject);
  const WrittenIds ids = write_ids(next_id_++, settings_.ids);
  const bool silent = status == 0 && dice_.hits(settings_.silent, "silent", std::to_string(submits_));
  boost::json::object line{{"destination", ledger_.pseudonym(submit.destination)},
                           {"status", status},
                           {"part", place.number},
                           {"parts", place.total},
                           {"reference", place.reference},
                           {"delivery", delivery},
                           {"octets", submit.message.size()},
                           {"units", place.text.size() / 2},
                           {"body_sha256", body},
                           {"answered", !silent}};
  if (status == 0) line["message_id"] = ids.answer;
  note("submit", std::move(line));
  if (status == 0) {
    ++taken_;
    if (const auto whole = assembly_.add(submit, place, ids.answer)) {
      boost::json::array message_ids;
      for (const auto& id : whole->message_ids) message_ids.emplace_back(id);
      note("message", {{"destination", ledger_.pseudonym(submit.destination)},
                       {"message_ids", std::move(message_ids)},
                       {"delivery", delivery},
                       {"body_sha256", hash_of(as_bytes(whole->text))}});
    }
    PendingReceipt receipt{ids.answer, ids.receipt, submit.source, submit.destination, now_micros(), false, 0, {}, 0};
    receipt.failed = dice_.hits(settings_.fail, "fail", subject);
    if (receipt.failed)
      receipt.error = kErrors[static_cast<std::size_t>(dice_.roll("error", subject) * kErrors.size())];
    receipt.form = settings_.receipts;
    if (receipt.form == "mixed") {
      constexpr std::array<const char*, 3> kForms{"text", "tlv", "both"};
      receipt.form = kForms[static_cast<std::size_t>(dice_.roll("form", subject) * kForms.size())];
    }
    const bool wanted = (submit.registered_delivery & 0x03) != 0;
    if (wanted && dice_.hits(settings_.early, "early", subject) && session->wants_receipts()) {
      send_receipt(*session, std::move(receipt), true);
    } else if (wanted) {
      report_later(std::move(receipt), subject);
    }
  }
  if (silent) return;
  const Bytes answer = write_submit_answer(status, sequence, ids.answer);
  if (settings_.answer_delay_ms == 0) return session->send(answer);
  after(settings_.answer_delay_ms, [session, answer] { session->send(answer); });
}

void Centre::report_later(PendingReceipt receipt, const std::string& subject) {
  if (dice_.hits(settings_.loss, "loss", subject)) {
    return note("receipt_lost", {{"message_id", receipt.message_id}, {"stat", receipt.failed ? "UNDELIV" : "DELIVRD"}});
  }
  const double wait = -std::log(1.0 - dice_.roll("delay", subject)) * static_cast<double>(settings_.delay_ms);
  // Also a delay of 0 goes through the loop: the answer to the submit is written first.
  after(static_cast<std::uint64_t>(settings_.answer_delay_ms) + static_cast<std::uint64_t>(wait),
        [this, receipt = std::move(receipt)]() mutable { queue(std::move(receipt), false); });
}

void Centre::queue(PendingReceipt receipt, bool first) {
  if (receipts_.size() >= kMostReceipts) return note("receipt_dropped", {{"message_id", receipt.message_id}});
  if (first) {
    receipts_.push_front(std::move(receipt));
  } else {
    receipts_.push_back(std::move(receipt));
  }
  pump();
}

void Centre::pump() {
  for (const auto& session : sessions_) {
    while (!receipts_.empty() && session->wants_receipts()) {
      PendingReceipt next = std::move(receipts_.front());
      receipts_.pop_front();
      send_receipt(*session, std::move(next), false);
    }
  }
}

void Centre::send_receipt(Session& session, PendingReceipt receipt, bool early) {
  ++receipt.tries;
  ++receipts_sent_;
  note("receipt", {{"message_id", receipt.message_id},
                   {"stat", receipt.failed ? "UNDELIV" : "DELIVRD"},
                   {"error", receipt.error},
                   {"form", receipt.form},
                   {"try", receipt.tries},
                   {"early", early}});
  session.deliver(receipt, to_deliver(receipt, settings_.utc_offset_min, now_micros()));
}

void Centre::on_receipt_answer(const PendingReceipt& receipt, std::uint32_t status) {
  note("receipt_answer", {{"message_id", receipt.message_id}, {"status", status}});
  if (status == kQueueFull || status == kThrottled || status == kReceiverTemporary) {
    after(kResendAfterMs, [this, receipt] { queue(receipt, false); });
  } else if (status != 0) {
    note("receipt_dropped", {{"message_id", receipt.message_id}});
  }
  pump();
}

void Centre::after(std::uint64_t ms, std::function<void()> act) {
  auto timer = std::make_shared<asio::steady_timer>(io_, std::chrono::milliseconds(ms));
  timer->async_wait([timer, act = std::move(act)](error_code cancelled) {
    if (!cancelled) act();
  });
}

}  // namespace guardline::farside
