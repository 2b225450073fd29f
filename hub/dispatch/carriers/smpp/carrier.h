// Short messages over SMPP 3.4. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/time.h"
#include "hub/dispatch/carrier.h"
#include "hub/dispatch/carriers/smpp/config.h"

#include <memory>

namespace guardline::dispatch::smpp {

/// One account over one transceiver session, on one thread of its own; `line.h` says how it behaves. No TLS: SMPP runs
/// inside the carrier's tunnel, or through a local TLS wrapper named as `host`.
///
/// A delivery is answered once: see submissions.h for texts of several parts and status.h for the carrier's codes.
/// Without a bound session every submit is answered `retry` / carrier_down at once. More than `window` deliveries under
/// way are answered `retry` / carrier_busy. `accepted` answers carry one reference a part, folded as receipts are
/// (message_id.h).
class SmppCarrier final : public Carrier {
 public:
  /// `invalid_argument` as `validate`. `clock` must outlive the carrier; only times stated to others come from it,
  /// timers run by the system's steady clock.
  static Result<std::unique_ptr<SmppCarrier>> make(SmppConfig config, const Clock& clock);
  ~SmppCarrier() override;

  [[nodiscard]] std::string_view id() const noexcept override;
  [[nodiscard]] Channel channel() const noexcept override { return Channel::sms; }
  [[nodiscard]] std::size_t window() const noexcept override;
  [[nodiscard]] LineState line() const noexcept override;
  /// Before `start` and after `stop` the answer (retry) comes inside the call, on the caller's thread.
  void submit(Outgoing outgoing, AnswerFn answer) override;
  /// Once. `receipts` must stay until `stop` has returned.
  void start(ReceiptSink& receipts) override;
  /// Not from a callback of this carrier: it waits for the thread that runs them.
  void stop(Micros grace) override;

 private:
  struct Impl;
  explicit SmppCarrier(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace guardline::dispatch::smpp
