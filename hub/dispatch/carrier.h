// The border between the dispatcher and everything that speaks a carrier's protocol. SPDX-License-Identifier:
// GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/base/time.h"
#include "core/domain/delivery.h"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace guardline::dispatch {

/// One delivery to hand over. The intent is committed before a carrier sees this.
struct Outgoing {
  DeliveryId delivery;
  MessageId message;
  NoticeId notice;
  std::string address;      ///< E.164 with '+' for SMS, RFC 5321 mailbox for mail
  std::string title;        ///< mail subject; empty for SMS
  std::string body;         ///< UTF-8 plain text
  std::string html{};       ///< the same words as HTML, for mail; empty = plain text only
  std::string language;     ///< BCP 47, for Content-Language
  Timestamp valid_until{};  ///< after this the carrier shall not deliver any more
};

/// What a try came to. `references` are the carrier's own ids, in part order (SMPP message ids; for mail the VERP token of
/// the return path, known before the relay answers).
struct Answer {
  enum class Outcome {
    accepted,  ///< the carrier took responsibility
    retry,     ///< not taken, another try may work (throttled, busy, connection refused before any byte of the message)
    refused,   ///< not taken, and never will be
    unknown,   ///< bytes have left and no answer came: the carrier may have it
  };
  Outcome outcome{Outcome::unknown};
  Reason reason{Reason::none};
  std::vector<std::string> references;
  Micros retry_after{0};   ///< 0 = the dispatcher's own back-off
  std::string diagnostic;  ///< protocol code and text for operators, never an address or content
};

/// What a carrier reports later, by itself.
struct Receipt {
  std::string carrier;    ///< Carrier::id()
  std::string reference;  ///< as in Answer::references, canonical form (the carrier folds hex and decimal ids)
  DeliveryState state{DeliveryState::unknown};  ///< accepted, delivered, failed, expired or unknown
  Reason reason{Reason::none};
  Timestamp occurred_at{};  ///< the carrier's time if it states one, else the arrival
  std::string code;         ///< raw status ("DELIVRD 000", "5.1.1")
};

/// Takes receipts. Thread safe. Returns false when its bound is reached: the carrier then answers "try again later"
/// where its protocol has such an answer, and stops reading where it has none.
class ReceiptSink {
 public:
  virtual ~ReceiptSink() = default;
  /// `done(true)` once the receipt is durable, `done(false)` if it could not be stored: a carrier acknowledges to its
  /// far side only then. May be called on any thread, also before `submit` of the same delivery has answered.
  virtual bool on_receipt(Receipt receipt, std::function<void(bool durable)> done) = 0;
};

/// State of the line for the console and the watch.
enum class LineState { down, connecting, up, throttled };

/// One configured carrier account. Implementations own their threads (bounded pools) and never block the caller.
class Carrier {
 public:
  virtual ~Carrier() = default;
  [[nodiscard]] virtual std::string_view id() const noexcept = 0;  ///< stable, [a-z0-9-]{1,32}, e.g. "sms-main"
  [[nodiscard]] virtual Channel channel() const noexcept = 0;
  /// How many submits may be outstanding; the dispatcher never exceeds it.
  [[nodiscard]] virtual std::size_t window() const noexcept = 0;
  [[nodiscard]] virtual LineState line() const noexcept = 0;

  using AnswerFn = std::function<void(Answer)>;
  /// Starts handing over; `answer` is called exactly once, on a carrier thread, also when stopping (outcome unknown if
  /// bytes have left, retry if none have).
  virtual void submit(Outgoing outgoing, AnswerFn answer) = 0;

  virtual void start(ReceiptSink& receipts) = 0;
  /// Stops taking work, lets outstanding submits end within `grace`, then answers the rest. Blocks. Idempotent.
  virtual void stop(Micros grace) = 0;
};

}  // namespace guardline::dispatch
