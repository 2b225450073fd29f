// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/spine/fold.h"

#include <algorithm>
#include <chrono>

namespace guardline::spine {
namespace {

Timestamp minute_of(Timestamp at) { return std::chrono::floor<std::chrono::minutes>(at); }

bool waiting(DeliveryState state) { return state == DeliveryState::planned || state == DeliveryState::intent; }

bool bytes_have_left(DeliveryState state) {
  return state == DeliveryState::handed || state == DeliveryState::unknown || state == DeliveryState::accepted ||
         state == DeliveryState::delivered;
}

/// The counter of a state that a later state takes back; null for the cumulative ones.
std::int64_t* passing_counter(KpiBucket& bucket, DeliveryState state, Reason reason) {
  switch (state) {
    case DeliveryState::failed:
      switch (failure_class(reason).value_or(FailureClass::system)) {
        case FailureClass::person:
          return &bucket.failed_person;
        case FailureClass::message:
          return &bucket.failed_message;
        case FailureClass::carrier:
          return &bucket.failed_carrier;
        case FailureClass::system:
          return &bucket.failed_system;
      }
      return nullptr;
    case DeliveryState::expired:
      return &bucket.expired;
    case DeliveryState::unknown:
      return &bucket.unknown;
    case DeliveryState::suppressed:
    case DeliveryState::cancelled:
      return &bucket.suppressed;
    default:
      return nullptr;
  }
}

bool moves(const StoredEvent& event) { return event.mark == Mark::applied && target_state(event.kind).has_value(); }

/// What it says a person did (or a machine), as a flag of the delivery; 0 for other kinds.
std::int64_t engagement(const StoredEvent& event) {
  const bool machine = event.code == "machine";
  switch (event.kind) {
    case EventKind::opened:
      return machine ? kOpenedMachine : kOpenedPerson;
    case EventKind::clicked:
      return machine ? 0 : kClicked;  // scanners follow links, too
    case EventKind::replied:
      return kReplied;
    case EventKind::read_confirmed:
      return kConfirmed;
    default:
      return 0;
  }
}

}  // namespace

Result<std::vector<KpiBucket>> Fold::apply(db::Database& database, std::span<const StoredEvent> events) {
  if (auto ok = load(database, events); !ok) return std::unexpected(ok.error());
  for (const auto& event : events) {
    if (auto ok = take(database, event); !ok) return std::unexpected(ok.error());
  }
  if (auto ok = store(database); !ok) return std::unexpected(ok.error());
  if (auto ok = timeline_.apply(database, events); !ok) return std::unexpected(ok.error());
  if (auto ok = periods_.flush(database); !ok) return std::unexpected(ok.error());
  return kpi_.flush(database);
}

void Fold::clear() {
  kpi_.clear();
  periods_.clear();
  timeline_.clear();
  deliveries_.clear();
  reach_.clear();
  messages_.clear();
}

Status Fold::take(db::Database& database, const StoredEvent& event) {
  if (event.kind == EventKind::message_planned) {
    messages_.insert({event.notice, event.message, {}});
    periods_.message_planned(event);
  }
  if (event.mark == Mark::late) periods_.late(event);
  const auto found = deliveries_.find(event.delivery);
  if (event.delivery.empty() || found == deliveries_.end()) return {};
  auto& cell = found->second;
  const DeliveryCell before = cell;
  if (moves(event)) {
    if (auto ok = move(database, cell, event); !ok) return ok;
  } else if (engagement(event) != 0 && cell.state != DeliveryState{}) {
    if (auto ok = engage(database, cell, event); !ok) return ok;
  } else {
    return {};
  }
  periods_.moved(before, cell);
  return {};
}

Status Fold::move(db::Database& database, DeliveryCell& cell, const StoredEvent& event) {
  const DeliveryState before = cell.state;
  const bool first = before == DeliveryState{};
  const auto state = *target_state(event.kind);
  if (first) {
    cell.delivery = event.delivery;
    cell.message = event.message;
    cell.notice = event.notice;
    cell.investor = event.investor;
    cell.channel = event.channel.value_or(Channel::sms);
    cell.drill = event.drill;
    cell.planned_at = event.occurred_at;
    messages_.insert({event.notice, event.message, event.delivery});
  }
  if (!cell.drill) {
    if (auto ok = count_backlog(database, cell, before, event); !ok) return ok;
    if (auto ok = count_state(database, cell, event); !ok) return ok;
    judge_reach(event);
  }
  cell.state = state;
  cell.reason = event.reason;
  if (!event.carrier.empty()) cell.carrier = event.carrier;
  cell.changed_at = event.occurred_at;
  return {};
}

Status Fold::count_state(db::Database& database, DeliveryCell& cell, const StoredEvent& event) {
  const auto state = *target_state(event.kind);
  // What the state before was counted as is taken back where it was counted.
  if (cell.state != DeliveryState{}) {
    KpiBucket none;
    if (passing_counter(none, cell.state, cell.reason) != nullptr) {
      auto old = kpi_.at(database, cell.minute, cell.channel);
      if (!old) return std::unexpected(old.error());
      --*passing_counter((*old)->bucket, cell.state, cell.reason);
    }
  }
  const bool taken = state == DeliveryState::accepted || state == DeliveryState::delivered;
  if (taken && cell.accepted_at == Timestamp{}) {
    // A receipt may be the first we hear of an acceptance, and its clock is the carrier's.
    cell.accepted_at = std::clamp(event.occurred_at, std::min(cell.planned_at, event.recorded_at), event.recorded_at);
  }
  cell.minute = minute_of(cell.accepted_at != Timestamp{} ? cell.accepted_at : event.occurred_at);
  auto at = kpi_.at(database, cell.minute, cell.channel);
  if (!at) return std::unexpected(at.error());
  auto& bucket = (*at)->bucket;
  if (const bool decided = state != DeliveryState::suppressed; decided && (cell.flags & kPlanned) == 0) {
    // Planned belongs to the minute of the decision, which is this one unless the plan itself came late.
    auto plan = kpi_.at(database, minute_of(cell.planned_at), cell.channel);
    if (!plan) return std::unexpected(plan.error());
    ++(*plan)->bucket.planned;
    cell.flags |= kPlanned;
  }
  if (bytes_have_left(state) && (cell.flags & kHanded) == 0) {
    ++bucket.handed;
    cell.flags |= kHanded;
  }
  if (taken && (cell.flags & kAccepted) == 0) {
    ++bucket.accepted;
    cell.flags |= kAccepted;
  }
  if (state == DeliveryState::delivered) {
    ++bucket.delivered;
    // Some carriers state the time of delivery to the minute only: then the time at which we learned of it is closer.
    cell.reached_at = event.occurred_at >= cell.accepted_at ? event.occurred_at : event.recorded_at;
    (*at)->latency.add(std::max<std::int64_t>(0, (cell.reached_at - cell.accepted_at).count() / 1000));
  }
  if (auto* passing = passing_counter(bucket, state, event.reason); passing != nullptr) ++*passing;
  return {};
}

Status Fold::count_backlog(db::Database& database, const DeliveryCell& cell, DeliveryState before,
                           const StoredEvent& event) {
  const bool was = waiting(before);
  const bool is = waiting(*target_state(event.kind));
  if (was == is) return {};
  auto at = kpi_.at(database, minute_of(cell.planned_at), cell.channel);
  if (!at) return std::unexpected(at.error());
  (*at)->bucket.backlog += is ? 1 : -1;
  return {};
}

Status Fold::engage(db::Database& database, DeliveryCell& cell, const StoredEvent& event) {
  const auto flag = engagement(event);
  if (cell.drill || (cell.flags & flag) != 0) return {};
  cell.flags |= flag;
  if (event.kind != EventKind::opened) return {};
  const auto minute = minute_of(cell.accepted_at != Timestamp{} ? cell.accepted_at : event.occurred_at);
  auto at = kpi_.at(database, minute, cell.channel);
  if (!at) return std::unexpected(at.error());
  ++(flag == kOpenedMachine ? (*at)->bucket.opened_machine : (*at)->bucket.opened_person);
  return {};
}

void Fold::judge_reach(const StoredEvent& event) {
  const bool delivered = event.kind == EventKind::delivery_delivered;
  const bool person = event.kind == EventKind::delivery_failed && failure_class(event.reason) == FailureClass::person;
  if (!delivered && !person) return;
  auto& cell = reach_[{event.investor, *event.channel}];
  cell.changed = true;
  if (delivered) {
    cell = {0, false, Reason::none, true};
    return;
  }
  ++cell.failures;
  cell.hard = cell.hard || event.reason == Reason::no_such_number || event.reason == Reason::no_such_mailbox;
  cell.reason = event.reason;
}

}  // namespace guardline::spine
