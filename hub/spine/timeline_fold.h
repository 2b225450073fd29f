// How events change the time line. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/db/database.h"
#include "hub/spine/event.h"
#include "hub/spine/timeline.h"

#include <compare>
#include <map>
#include <optional>
#include <span>

namespace guardline::spine {

/// The part of the fold that keeps p_entry, p_track and p_said: rows of an investor stand together, in the order of the
/// message ids. As the rest of the fold: inside the projector's transaction, nothing held between batches, the outcome
/// depends on the events alone. Drills are kept too, marked.
class TimelineFold {
 public:
  Status apply(db::Database& database, std::span<const StoredEvent> events);
  /// After a transaction that failed.
  void clear();

 private:
  struct Key {
    InvestorId investor;
    MessageId message;
    DeliveryId delivery;
    friend auto operator<=>(const Key&, const Key&) = default;
  };
  struct EntryCell {
    EntryKind kind{EntryKind::message};
    NoticeId notice;
    Timestamp planned_at{};
    bool drill{false};
    std::optional<Said> said{};
  };
  struct TrackCell {
    Track track;
    bool known{false};
    bool changed{false};
  };

  Status load(db::Database& database, std::span<const StoredEvent> events);
  void fold(const StoredEvent& event);
  void write_down(const StoredEvent& event);
  static void move(TrackCell& cell, const StoredEvent& event);
  Status store_entries(db::Database& database);
  Status store_said(db::Database& database);
  Status forget_words(db::Database& database, std::span<const StoredEvent> events);
  Status store_tracks(db::Database& database);

  std::map<Key, EntryCell> entries_;
  std::map<Key, TrackCell> tracks_;
};

}  // namespace guardline::spine
