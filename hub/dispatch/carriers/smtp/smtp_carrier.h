// The SMTP carrier. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/time.h"
#include "hub/dispatch/carrier.h"
#include "hub/dispatch/carriers/smtp/smtp_config.h"

#include <memory>

namespace guardline::dispatch {

/// Hands mail over to one relay by a bounded pool of threads, each with one kept connection. `window()` submits may
/// wait or be under way; one more is answered `retry / queue_full`. The answer's one reference is the VERP token of the
/// return path, known before the relay answers, so that a bounce which overtakes the answer still finds its delivery.
/// A 250 is `accepted` and nothing more: reports come through receipts::BounceWatch, so `start` ignores its sink.
///
/// Answers come on the pool's threads, with one exception: over the window, and before `start` or after `stop`, the
/// answer comes on the caller's thread before `submit` returns. The message's text lives only as long as its try.
class SmtpCarrier final : public Carrier {
 public:
  /// Checks the configuration; opens nothing. `clock` outlives the carrier. Errors: invalid_argument.
  static Result<std::unique_ptr<SmtpCarrier>> make(SmtpConfig config, const Clock& clock);
  SmtpCarrier(const SmtpCarrier&) = delete;
  SmtpCarrier& operator=(const SmtpCarrier&) = delete;
  ~SmtpCarrier() override;  ///< stops without grace

  [[nodiscard]] std::string_view id() const noexcept override;
  [[nodiscard]] Channel channel() const noexcept override { return Channel::email; }
  [[nodiscard]] std::size_t window() const noexcept override;
  /// `connecting` until the relay was first spoken to; while it is not up and nothing is sent, it is tried again every
  /// `probe_every`, so the state heals without traffic.
  [[nodiscard]] LineState line() const noexcept override;
  void submit(Outgoing outgoing, AnswerFn answer) override;
  void start(ReceiptSink& receipts) override;
  void stop(Micros grace) override;

 private:
  struct Pool;
  explicit SmtpCarrier(std::unique_ptr<Pool> pool);
  std::unique_ptr<Pool> pool_;
};

}  // namespace guardline::dispatch
