// What the investor gateway speaks in: plain values. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "core/domain/contact.h"
#include "core/domain/delivery.h"
#include "models/gateway/session_values.h"

#include <QString>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace guardline::models {

inline constexpr std::size_t kHistoryChannels = 6;

/// Either one of `reference`, `phone`, `email`, or `name` with one of these or `phone_tail` (four digits). Exact: no
/// part of a number finds anybody.
struct InvestorTerms {
  QString reference{};
  QString phone{};
  QString email{};
  QString name{};
  QString phone_tail{};
  bool operator==(const InvestorTerms&) const = default;
};

/// From failures that are the person's alone.
enum class ReachState { reachable, weak, lost };
enum class ContactHealth { healthy, doubtful, dead };

struct ContactState {
  Channel channel{Channel::sms};
  bool on_file{false};
  bool valid{false};
  bool opted_out{false};
  std::optional<ContactHealth> health{};  ///< none before the first outcome
  int failures_in_a_row{};
  Reason last_reason{Reason::none};
};

/// Masked by the hub; a field in plain comes by `reveal` only.
struct InvestorHead {
  QString id{};  ///< lower-case UUID
  QString name{};
  QString phone{};  ///< empty: none on file
  QString email{};  ///< empty: none on file
  QString tier{};
  QString language{};
  QString time_zone{};
  bool marketing_consent{false};
  bool erased{false};  ///< personal data were destroyed; what happened stays
  Timestamp since{};
  ReachState reach{ReachState::reachable};
  std::vector<ContactState> contacts{};
  std::optional<Timestamp> as_of{};  ///< set: from this computer's copy, as it stood then
  bool followed{false};              ///< only with as_of: somebody here follows them
};

/// Why nobody can be followed, or let go of.
enum class FollowFault {
  no_copy,  ///< this computer keeps none, it is not open, or the person is not in it
  full,     ///< as many are followed as may be
  disk,     ///< it could not be written
};
inline constexpr std::size_t kMostFollowed = 100;

struct InvestorMatches {
  std::vector<InvestorHead> investors{};  ///< at most 20
  bool more{false};                       ///< a further term is needed
};

struct HistoryFilter {
  std::optional<Channel> channel{};  ///< phone: calls, too
  bool unreached{false};             ///< only messages that were delivered on no channel
  std::optional<EntryKind> kind{};
  QString words{};  ///< only entries with this in their words, as they are shown; at most 64 characters
  bool operator==(const HistoryFilter&) const = default;
};

/// What became of one delivery, and when.
struct DeliveryTrack {
  QString id{};
  Channel channel{Channel::sms};
  QString carrier{};  ///< empty: none was chosen
  DeliveryState state{DeliveryState::planned};
  Reason reason{Reason::none};
  std::optional<FailureClass> failure{};
  QString code{};  ///< the carrier's own words; may be empty
  int attempts{};
  bool resent_uncertain{false};
  int late_receipts{};
  Timestamp planned_at{};
  std::optional<Timestamp> handed_at{};
  std::optional<Timestamp> accepted_at{};
  std::optional<Timestamp> ended_at{};
  std::optional<Timestamp> opened_at{};
  std::optional<Timestamp> machine_opened_at{};
  std::optional<Timestamp> clicked_at{};
  std::optional<Timestamp> replied_at{};
  std::optional<Timestamp> confirmed_at{};
};

enum class NoticeCategory { core_risk, service, marketing };

/// One message with all its deliveries (at most 64), whose title and text are beginnings; or a note or a call with its
/// whole words. Masked inside.
struct HistoryEntry {
  QString message_id{};
  QString notice_id{};
  Timestamp planned_at{};
  bool drill{false};
  QString template_id{};  ///< empty: the notice is not on file
  int version{};
  std::optional<NoticeCategory> category{};
  QString title{};
  QString text{};
  std::vector<DeliveryTrack> deliveries{};
  EntryKind kind{EntryKind::message};
  QString author{};                 ///< of a note or call; empty: the account is gone
  std::optional<CallFacts> call{};  ///< of a call
  bool waiting{false};              ///< kept on this computer until the hub has it
};

inline constexpr int kWordsLongest = 64;   ///< characters of what is looked for in a history
inline constexpr int kNoteLongest = 1000;  ///< characters of a note or of what was said on the telephone

/// What somebody writes into a history. The same `key` is the same wish, however often it is told.
struct EntryWish {
  EntryKind kind{EntryKind::note};  ///< note or call
  QString text{};                   ///< a call may have none
  CallFacts call{};                 ///< of a call
  std::string key{};
};

/// What became of an entry that waited on this computer.
struct WaitingChange {
  QString investor{};
  QString id{};                       ///< its message_id while it waited
  bool done{false};                   ///< the hub has it; else it was taken back, changed or refused
  std::optional<HistoryEntry> now{};  ///< changed: as it waits now
};

struct ChannelCount {
  std::int64_t deliveries{};
  std::int64_t delivered{};
};

/// Over everything there is, whatever the filter.
struct HistoryCounts {
  std::int64_t messages{};
  std::int64_t unreached{};
  std::int64_t notes{};
  std::int64_t calls{};                                   ///< in no channel's count
  std::array<ChannelCount, kHistoryChannels> channels{};  ///< by channel number - 1
};

/// Newest first.
struct HistoryPage {
  std::vector<HistoryEntry> entries{};
  QString next{};                         ///< opaque; empty on the last page
  std::optional<HistoryCounts> counts{};  ///< on the first page only
  std::optional<Timestamp> as_of{};       ///< set: from this computer's copy, as it stood then
};

enum class EventMark { none, applied, late, duplicate };

/// One event on the way back from a delivery's last one to the decision.
struct WhyStep {
  QString kind{};  ///< the record's word for it, as "delivery_handed"
  Timestamp occurred_at{};
  Timestamp recorded_at{};
  EventMark mark{EventMark::none};
  Reason reason{Reason::none};
  QString carrier{};
  QString code{};
};

struct DeliveryWhy {
  QString investor_id{};
  QString delivery_id{};
  HistoryEntry message{};
  std::vector<WhyStep> steps{};  ///< newest first, at most 64
};

enum class RevealField { name, phone, email };

/// Never stored, never logged.
struct Revealed {
  RevealField field{RevealField::phone};
  QString value{};
  Timestamp hide_at{};  ///< the hub's clock
};

enum class LookFailure {
  step_up,      ///< a fresh second factor with a reason is needed first
  role,         ///< not with this role
  gone,         ///< no such investor or delivery, or that field is not on file
  terms,        ///< not a term, or too few, to search by
  erased,       ///< their data were destroyed: nobody any more to write about
  stale,        ///< the list changed its filter meanwhile: begin at its first page
  journal,      ///< the look can't be written down, so the hub shows nothing
  session,      ///< the session is over
  unreachable,  ///< no connection to the hub
  busy,         ///< the hub asks to come back at `until`
  version,      ///< an answer that this version does not understand
  internal,
};

/// `reference` is a code for the help desk, never shown alone.
struct LookError {
  LookFailure failure{LookFailure::internal};
  std::optional<Timestamp> until{};
  QString reference{};
};

}  // namespace guardline::models
