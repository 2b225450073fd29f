// The life of one line: connect, bind, send, probe, pause, come back. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/dispatch/carriers/smpp/line.h"

#include "core/log/log.h"
#include "hub/dispatch/carriers/smpp/parts.h"
#include "hub/dispatch/carriers/smpp/receipt.h"
#include "hub/dispatch/carriers/smpp/status.h"

#include <algorithm>
#include <utility>
#include <variant>

#include <boost/asio/post.hpp>

namespace guardline::dispatch::smpp {
namespace {

using boost::system::error_code;

/// A line that held this long starts over with the shortest pause when it breaks.
constexpr Micros kSteady = std::chrono::seconds(5);
constexpr std::uint32_t kWrongState = 0x04;
constexpr std::uint32_t kWrongPassword = 0x0E;
constexpr std::uint32_t kWrongSystemId = 0x0F;

Answer retry(Reason reason, const char* diagnostic) {
  Answer answer;
  answer.outcome = Answer::Outcome::retry;
  answer.reason = reason;
  answer.diagnostic = diagnostic;
  return answer;
}

}  // namespace

Line::Line(const SmppConfig& config, const Clock& clock)
    : config_(config),
      clock_(clock),
      io_(1),
      submissions_(config_),
      deadline_(io_),
      reconnect_(io_),
      ticker_(io_),
      resume_(io_),
      grace_(io_),
      reconnect_pause_(config.reconnect_first),
      throttle_pause_(config.throttle_first),
      random_(std::random_device{}()) {
  reference_ = static_cast<std::uint16_t>(random_());
}

Micros Line::jittered(Micros pause) {
  return Micros(static_cast<std::int64_t>(std::uniform_real_distribution<>(0.5, 1.0)(random_) *
                                          static_cast<double>(pause.count())));
}

void Line::begin(ReceiptSink& receipts) {
  receipts_ = &receipts;
  connect();
  tick();
}

Connection::Events Line::events() {
  return {.open =
              [this] {
                bind_sequence_ = submissions_.next_sequence();
                const auto pdu = encode(Bind{config_.system_id, config_.password, config_.system_type}, bind_sequence_);
                if (!pdu) return connection_->close(pdu.error().message);
                connection_->send(*pdu);
              },
          .frame = [this](const Frame& frame) { on_frame(frame); },
          .drained = [this] { pump(); },
          .closed = [this](const std::string& why) { lost(why); }};
}

void Line::connect() {
  if (finishing_) return;
  phase_ = Phase::connecting;
  state_ = LineState::connecting;
  refused_ = false;
  connection_ = std::make_shared<Connection>(io_, events());
  deadline_.expires_after(config_.connect_timeout);
  deadline_.async_wait([this](error_code cancelled) {
    if (!cancelled && phase_ == Phase::connecting) connection_->close("no bind in time");
  });
  connection_->open(config_.host, config_.port);
}

void Line::lost(const std::string& why) {
  if (finishing_) {
    log::info("smpp {}: closed: {}", config_.id, why);
  } else if (phase_ == Phase::bound || phase_ == Phase::leaving) {
    log::warn("smpp {}: line lost: {}", config_.id, why);
    if (clock_.steady() - bound_at_ >= kSteady) reconnect_pause_ = config_.reconnect_first;
  } else {
    log::info("smpp {}: no line: {}", config_.id, why);
  }
  phase_ = Phase::down;
  state_ = LineState::down;
  paused_ = false;
  probe_ = 0;
  deadline_.cancel();
  resume_.cancel();
  connection_.reset();
  submissions_.broken("line lost: " + why);
  if (finishing_) return end_finish();
  const Micros pause = jittered(refused_ ? config_.reconnect_most : reconnect_pause_);
  reconnect_pause_ = std::min(reconnect_pause_ * 2, config_.reconnect_most);
  reconnect_.expires_after(pause);
  reconnect_.async_wait([this](error_code cancelled) {
    if (!cancelled) connect();
  });
}

void Line::submit(const Outgoing& out, Carrier::AnswerFn answer) {
  if (phase_ != Phase::bound || finishing_) return answer(retry(Reason::carrier_down, "no line"));
  auto made = make_parts(out, config_, ++reference_, clock_.now());
  if (auto* refusal = std::get_if<Answer>(&made)) return answer(std::move(*refusal));
  submissions_.take(std::get<std::vector<SubmitSm>>(std::move(made)), std::move(answer));
  pump();
}

void Line::pump() {
  while (phase_ == Phase::bound && !paused_ && !finishing_ && connection_->unwritten() < Connection::kEnoughUnwritten) {
    // After a pause one at a time, until one is taken.
    if (state_ == LineState::throttled && submissions_.under_way() > 0) return;
    const auto sending = submissions_.next(clock_.steady());
    if (!sending) return;
    const auto pdu = encode(*sending->submit, sending->sequence);
    if (pdu) {
      connection_->send(*pdu);
    } else {
      submissions_.unsendable(sending->sequence, pdu.error().message);
    }
  }
}

void Line::on_frame(const Frame& frame) {
  heard_at_ = clock_.steady();
  const Header& header = frame.header;
  switch (header.command) {
    case Command::bind_transceiver_resp:
      return on_bind_answer(header);
    case Command::submit_sm_resp: {
      const auto id = decode_submit_answer(frame.body);
      if (header.status == kOk && !id) return connection_->close(id.error().message);
      if (asks_for_pause(header.status)) pause();
      if (header.status == kOk) taken();
      if (!submissions_.answered(header.sequence, header.status, id.value_or(""))) {
        log::info("smpp {}: an answer nobody waits for: {}", config_.id, status_text(header.status));
      }
      break;
    }
    case Command::generic_nack:
      if (phase_ == Phase::connecting) return connection_->close("bind: " + status_text(header.status));
      if (asks_for_pause(header.status)) pause();
      // A refusal: status 0 here would be a nonsense that must not count as taken.
      submissions_.answered(header.sequence, header.status == kOk ? 0xFF : header.status, "");
      break;
    case Command::deliver_sm:
      return on_deliver(frame);
    case Command::enquire_link:
      connection_->send(encode_empty(Command::enquire_link_resp, kOk, header.sequence));
      break;
    case Command::enquire_link_resp:
      if (header.sequence == probe_) probe_ = 0;
      break;
    case Command::unbind:
      connection_->send(encode_empty(Command::unbind_resp, kOk, header.sequence));
      phase_ = Phase::leaving;
      submissions_.give_back_unsent("the carrier ends the session");
      deadline_.expires_after(std::chrono::seconds(1));
      deadline_.async_wait([this](error_code cancelled) {
        if (!cancelled && phase_ == Phase::leaving) connection_->close("the carrier ended the session");
      });
      break;
    case Command::unbind_resp:
      return connection_->close("unbound");
    default:
      connection_->send(encode_empty(Command::generic_nack, kInvalidCommandId, header.sequence));
      break;
  }
  if (finishing_ && submissions_.idle()) return leave();
  pump();
}

void Line::on_bind_answer(const Header& header) {
  if (phase_ != Phase::connecting || header.sequence != bind_sequence_) return;
  if (header.status != kOk) {
    refused_ = header.status == kWrongPassword || header.status == kWrongSystemId;
    return connection_->close("bind: " + status_text(header.status));
  }
  deadline_.cancel();
  phase_ = Phase::bound;
  state_ = LineState::up;
  bound_at_ = clock_.steady();
  throttle_pause_ = config_.throttle_first;
  submissions_.advise_retry_after(Micros{0});
  log::info("smpp {}: bound", config_.id);
}

void Line::on_deliver(const Frame& frame) {
  const std::uint32_t sequence = frame.header.sequence;
  if (phase_ != Phase::bound && phase_ != Phase::leaving) return answer_deliver(sequence, kWrongState);
  const auto pdu = decode_deliver(frame.body);
  if (!pdu) {
    log::warn("smpp {}: {}", config_.id, pdu.error().message);
    return answer_deliver(sequence, kInvalidParameters);
  }
  const auto raw = read_receipt(*pdu, config_, clock_.now());
  if (!raw) {
    const bool receipt = claims_receipt(*pdu);
    log::warn("smpp {}: {}", config_.id, receipt ? "a receipt without an id" : "a message from a handset, refused");
    // Sent again, a receipt without an id would be none the better: it is confirmed.
    return answer_deliver(sequence, receipt ? kOk : kReceiverPermanent);
  }
  Receipt receipt;
  receipt.carrier = config_.id;
  receipt.reference = submissions_.fold_receipt_id(raw->id);
  receipt.state = raw->state;
  receipt.reason = raw->reason;
  receipt.occurred_at = raw->occurred_at;
  receipt.code = raw->code;
  // The answer goes to the connection the receipt came by, or nowhere: the centre sends unconfirmed receipts again.
  auto done = [weak = weak_from_this(), from = std::weak_ptr(connection_), sequence](bool durable) {
    const auto line = weak.lock();
    if (!line) return;
    boost::asio::post(line->io_, [from, sequence, durable] {
      if (const auto to = from.lock()) to->send(encode_deliver_answer(durable ? kOk : kReceiverTemporary, sequence));
    });
  };
  if (!receipts_->on_receipt(std::move(receipt), std::move(done))) answer_deliver(sequence, kQueueFull);
}

void Line::answer_deliver(std::uint32_t sequence, std::uint32_t status) {
  if (connection_) connection_->send(encode_deliver_answer(status, sequence));
}

void Line::pause() {
  if (paused_ || phase_ != Phase::bound) return;  // the rest of a window that was all refused
  paused_ = true;
  state_ = LineState::throttled;
  submissions_.advise_retry_after(throttle_pause_);
  resume_.expires_after(jittered(throttle_pause_));
  throttle_pause_ = std::min(throttle_pause_ * 2, config_.throttle_most);
  resume_.async_wait([this](error_code cancelled) {
    if (cancelled) return;
    paused_ = false;
    pump();
  });
}

void Line::taken() {
  if (state_ != LineState::throttled || paused_) return;
  state_ = LineState::up;
  throttle_pause_ = config_.throttle_first;
  submissions_.advise_retry_after(Micros{0});
}

void Line::tick() {
  const Micros finest = std::min(config_.enquire_interval, config_.response_timeout) / 4;
  ticker_.expires_after(std::clamp<Micros>(finest, std::chrono::milliseconds(10), std::chrono::seconds(1)));
  ticker_.async_wait([this](error_code cancelled) {
    // The second: this handler may have been queued before the timer was cancelled, and would wind it up for ever.
    if (cancelled || (finishing_ && !finished_)) return;
    if (phase_ == Phase::bound) {
      const Micros now = clock_.steady();
      const bool overdue = submissions_.expire(now) > 0;
      if (probe_ != 0 && now - probe_at_ >= config_.response_timeout) {
        connection_->close("no answer to enquire_link");
      } else if (probe_ == 0 && (overdue || now - heard_at_ >= config_.enquire_interval)) {
        probe();
      }
      if (finishing_ && phase_ == Phase::bound && submissions_.idle()) leave();
      pump();
    }
    tick();
  });
}

void Line::probe() {
  probe_ = submissions_.next_sequence();
  probe_at_ = clock_.steady();
  connection_->send(encode_empty(Command::enquire_link, kOk, probe_));
}

void Line::finish(Micros grace, std::function<void()> finished) {
  finishing_ = true;
  finished_ = std::move(finished);
  reconnect_.cancel();
  submissions_.give_back_unsent("stopping");
  if (phase_ != Phase::bound) {
    if (connection_) return connection_->close("stopping");
    return end_finish();
  }
  grace_.expires_after(grace);
  grace_.async_wait([this](error_code cancelled) {
    if (!cancelled && connection_) connection_->close("stopping");
  });
  if (submissions_.idle()) leave();
}

void Line::leave() {
  if (phase_ != Phase::bound) return;
  phase_ = Phase::leaving;
  connection_->send(encode_empty(Command::unbind, kOk, submissions_.next_sequence()));
  deadline_.expires_after(std::chrono::milliseconds(500));
  deadline_.async_wait([this](error_code cancelled) {
    if (!cancelled && connection_) connection_->close("stopping");
  });
}

void Line::end_finish() {
  ticker_.cancel();
  grace_.cancel();
  if (finished_) std::exchange(finished_, nullptr)();
}

}  // namespace guardline::dispatch::smpp
