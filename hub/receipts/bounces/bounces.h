// Returned mail becomes receipts. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bytes.h"
#include "core/base/error.h"
#include "core/base/time.h"
#include "hub/dispatch/carrier.h"

#include <cstdint>
#include <memory>
#include <string>

namespace guardline::receipts {

/// One watcher per mail carrier. The key, local part and domain are those of its SmtpConfig.
struct BounceConfig {
  std::string maildir;  ///< DIR/mail-bounces
  std::string carrier;  ///< Carrier::id() of the receipts
  std::string bounce_local{"bounce"};
  std::string bounce_domain;
  Bytes verp_key;
  bool success_reports{false};           ///< the relay gives them (see verdict.h); without, no mail is ever `delivered`
  std::size_t max_bytes{1 << 20};        ///< of one mail; what is beyond is not read
  std::size_t max_in_flight{64};         ///< receipts on their way to the record, 1..10000
  Micros poll{std::chrono::seconds(1)};  ///< looks at least so often, also where the file system gives no notice
  Micros keep{
      std::chrono::hours(72)};  ///< read mail holds addresses and content: it is removed after this (0 = at once)
};

/// How many mails came to what, since the start.
struct BounceCounts {
  std::uint64_t failed{}, delivered{}, delayed{}, no_news{}, automatic{};
  std::uint64_t forged{}, unknown{};  ///< quarantined: filed away with a flag, nothing else happens
  std::uint64_t not_stored{};         ///< tries that the record did not take; they are made again
};

/// Watches new/ of a Maildir on a thread of its own. A mail that moves a state goes to the sink as a Receipt (reference
/// = VERP token, code = status, occurred_at = the mail system's time if it is within the last 30 days and not in the
/// future, else the arrival) and to cur/ only after the receipt is durable: a crash between the two brings the same
/// receipt again, which the status guard marks as doubled. If the sink refuses or the record fails, the mail stays in
/// new/ and is tried again. Nothing of a mail but its code is logged.
class BounceWatch {
 public:
  /// Makes the Maildir if it is missing. `sink` and `clock` outlive the watch. Errors: invalid_argument, io.
  static Result<std::unique_ptr<BounceWatch>> make(BounceConfig config, dispatch::ReceiptSink& sink,
                                                   const Clock& clock);
  BounceWatch(const BounceWatch&) = delete;
  BounceWatch& operator=(const BounceWatch&) = delete;
  ~BounceWatch();  ///< stops

  void start();
  /// Takes nothing new and returns without waiting for receipts under way; their mail stays in new/. Idempotent.
  void stop();
  [[nodiscard]] BounceCounts counts() const;

 private:
  struct State;
  explicit BounceWatch(std::shared_ptr<State> state);
  std::shared_ptr<State> state_;  ///< shared with the sink's callbacks, which may come after the end
};

}  // namespace guardline::receipts
