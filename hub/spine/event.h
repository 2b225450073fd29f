// What goes into the spine and what comes out of it. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bytes.h"
#include "core/base/id.h"
#include "core/base/time.h"
#include "core/domain/delivery.h"
#include "core/domain/event.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>

namespace guardline::spine {

/// The event that led to this one: nothing, one that is committed already, or an earlier draft of the same submission
/// by its index there (its place is not known before the commit). Left at nothing, an event of a delivery is given the
/// event before it of the same delivery.
struct DraftIndex {
  std::size_t value{};
};
using Cause = std::variant<std::monostate, EventRef, DraftIndex>;

/// An event before it has a place. Fields left alone mean "none".
///
/// Personal content (a name, a contact, a body, free text of people) may stand in `detail` only: everything else is
/// stored in the clear for ever. `detail` is sealed by the spine under the data key of `investor`, or under the house
/// key where no investor is meant (staff, devices), and can be erased with that investor.
struct EventDraft {
  EventId id;  ///< required, time-ordered (`EventId::make`)
  Timestamp
      occurred_at{};   ///< required: when it happened, by the best clock there is (a carrier's receipt states its own)
  EventKind kind{};    ///< required
  std::uint16_t v{1};  ///< version of the form of `detail` and `code` for this kind
  bool drill{false};   ///< an exercise: kept apart from real figures
  Cause cause;
  SubjectType subject_type{SubjectType::none};
  Uuid subject{};
  NoticeId notice;
  MessageId message;
  DeliveryId delivery;  ///< required for kinds with a `target_state`; these need `investor` and `channel` too
  InvestorId investor;
  std::optional<Channel> channel;
  std::string carrier;  ///< Carrier::id(), at most 32 bytes of [a-z0-9-]; empty = none
  AccountId actor;      ///< the member of staff who did it; none = the hub itself
  Reason reason{Reason::none};
  std::string code;  ///< raw protocol status ("DELIVRD 000", "5.1.1"), at most 64 printable ASCII characters, no
                     ///< personal content
  Bytes detail;      ///< at most 4096 bytes; empty = none
};

/// What the status guard said to an event that moves a delivery. Part of the row and of its hash.
enum class Mark : std::uint8_t {
  none = 0,       ///< the kind moves no delivery
  applied = 1,    ///< the delivery is in this state now
  late = 2,       ///< the delivery was further already: recorded, changed nothing
  duplicate = 3,  ///< the delivery was in exactly this state already: recorded, changed nothing
};

/// One row of the spine.
struct StoredEvent {
  EventRef ref;
  EventId id;
  Timestamp recorded_at{};  ///< when the hub committed it; the same for all events of a group
  Timestamp occurred_at{};
  bool drill{false};
  EventKind kind{};
  std::uint16_t v{1};
  std::optional<EventRef> cause;  ///< the event that led to this one; see `Cause`
  SubjectType subject_type{SubjectType::none};
  Uuid subject{};
  NoticeId notice;
  MessageId message;
  DeliveryId delivery;
  InvestorId investor;
  std::optional<Channel> channel;
  std::string carrier;
  AccountId actor;
  Mark mark{Mark::none};
  Reason reason{Reason::none};
  std::string code;
  Bytes sealed_detail;  ///< empty = none; open with `Opener` (sealing.h)
  std::optional<Digest>
      detail_hash;      ///< SHA-256(salt ‖ detail); present exactly when there was a detail, also after erasure
  Digest commitment{};  ///< the RFC 6962 leaf hash of the canonical row (commitment.h)
};

}  // namespace guardline::spine
