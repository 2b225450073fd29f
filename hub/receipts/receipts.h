// Takes what carriers report later and moves deliveries by it. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "hub/dispatch/carrier.h"
#include "hub/spine/spine.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace guardline::receipts {

struct ReceiptsOptions {
  std::size_t batch{500};
  std::size_t queue{20'000};  ///< bound; at it on_receipt answers false
  Micros park_for{std::chrono::days(7)};
};

struct ReceiptsHooks {
  /// For `also`: a delivery of this message has ended without reaching the investor.
  std::function<Status(db::Database&, MessageId, Timestamp)> ended;
  std::function<void()> ended_committed;
  /// For `also`: by this receipt the address does not exist, or no longer. Never after proof of delivery.
  std::function<Status(db::Database&, InvestorId, Channel)> address_gone;
};

struct ReceiptsStats {
  std::uint64_t applied{};   ///< receipts that became events
  std::uint64_t parked{};    ///< came before their acceptance was known
  std::uint64_t released{};  ///< parked ones that found their delivery
};

/// Own thread. A receipt finds its delivery by the carrier's reference; one that comes before the acceptance is known
/// is parked in the store and released by `references_known`. A delivery of several parts is delivered when its last
/// part is, and failed as soon as one part is; single parts are `part_receipt` events. Late and doubled receipts become
/// events too: the status guard marks them and they change nothing.
class Receipts final : public dispatch::ReceiptSink {
 public:
  Receipts(spine::Spine& spine, const Clock& clock, ReceiptsHooks hooks, ReceiptsOptions options = {});
  ~Receipts() override;
  Receipts(const Receipts&) = delete;
  Receipts& operator=(const Receipts&) = delete;

  /// Loads what is parked, releases what can be, starts.
  Status start();
  /// Handles what is queued, answers every `done`. Idempotent.
  void stop();

  bool on_receipt(dispatch::Receipt receipt, std::function<void(bool durable)> done) override;
  /// Acceptances that are durable now: parked receipts of these references can go on. Thread safe, cheap.
  void references_known(std::string_view carrier, const std::vector<std::string>& references);

  [[nodiscard]] ReceiptsStats stats() const;
  [[nodiscard]] std::string trouble() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace guardline::receipts
