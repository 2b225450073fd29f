// From a carrier's answer to what the record says of it. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "core/domain/notice.h"
#include "hub/dispatch/carrier.h"
#include "hub/dispatch/policy.h"
#include "hub/dispatch/references.h"
#include "hub/spine/submission.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guardline::dispatch {

/// A hand-over in progress.
struct Flight {
  spine::OutgoingWork work;
  Category category{Category::service};
  bool drill{false};
  std::string carrier;  ///< Carrier::id(); empty = never got to one
  Timestamp handed_at{};
  std::int64_t epoch{0};  ///< spine::Holding::epoch of its partition when it was taken on
};

/// An address that a carrier says does not exist, or no longer.
struct GoneAddress {
  InvestorId investor;
  Channel channel{};
};

/// Adds what follows from the failure at `failed` (index of a draft of `submission`) if its reason is such: an
/// `investor_changed` event, and an entry in `gone`. A drill proves nothing about an address.
void note_gone_address(spine::Submission& submission, std::size_t failed, std::vector<GoneAddress>& gone,
                       Timestamp now);

/// What is to be written for one answer, collected for many of them into one submission.
struct Recorded {
  spine::Submission submission;
  std::vector<Reference> references;            ///< for store_references
  std::vector<MessageId> ended;                 ///< messages of which a delivery ended without reaching the investor
  std::vector<GoneAddress> gone;                ///< for the hook of that name
  std::vector<spine::OutgoingWork> unanswered;  ///< work ended by ourselves: goes back to the schedule if this fails
  std::vector<spine::OutgoingWork> again;       ///< to schedule once durable
  std::uint64_t retried{0};
  std::uint64_t resent_uncertain{0};
};

/// Rules: accepted → handed + accepted; retry → another attempt after a pause, or failed when attempts or validity are
/// used up; refused → failed; unknown → unknown, and sent again where the category allows (resent_uncertain). `unit` is
/// a random number in [0, 1) for the pause.
void record(Recorded& out, const Flight& flight, const Answer& answer, const RetryPolicy& policy, Timestamp now,
            double unit);
/// Ends a delivery without a carrier's word: `kind` is delivery_failed, delivery_expired or delivery_suppressed.
void record_end(Recorded& out, const Flight& flight, EventKind kind, Reason reason, Timestamp now);

/// At most 64 printable ASCII characters.
std::string clean_code(std::string_view text);

}  // namespace guardline::dispatch
