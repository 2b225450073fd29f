// One row of p_track, to and from the store; internal to hub/spine. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hub/spine/sql.h"
#include "hub/spine/timeline.h"

#include <array>
#include <type_traits>

namespace guardline::spine {

/// A number column of p_track and where it stands in a Track.
struct TrackNumber {
  const char* name;
  std::int64_t (*get)(const Track&);
  void (*set)(Track&, std::int64_t);
};

template <auto Member>
constexpr TrackNumber track_number(const char* name) {
  return {name, [](const Track& track) { return static_cast<std::int64_t>(track.*Member); },
          [](Track& track, std::int64_t value) {
            track.*Member = static_cast<std::remove_cvref_t<decltype(track.*Member)>>(value);
          }};
}
template <auto Member>
constexpr TrackNumber track_time(const char* name) {
  return {name, [](const Track& track) { return to_micros(track.*Member); },
          [](Track& track, std::int64_t value) { track.*Member = from_micros(value); }};
}

/// In the order of GUARDLINE_TRACK_NUMBERS.
inline constexpr std::array kTrackNumbers{
    track_number<&Track::channel>("channel"),
    track_number<&Track::state>("state"),
    track_number<&Track::reason>("reason"),
    track_number<&Track::attempts>("attempts"),
    track_number<&Track::late>("late"),
    track_number<&Track::resent>("resent"),
    track_time<&Track::planned_at>("planned_at"),
    track_time<&Track::handed_at>("handed_at"),
    track_time<&Track::accepted_at>("accepted_at"),
    track_time<&Track::ended_at>("ended_at"),
    track_time<&Track::opened_at>("opened_at"),
    track_time<&Track::machine_at>("machine_at"),
    track_time<&Track::clicked_at>("clicked_at"),
    track_time<&Track::replied_at>("replied_at"),
    track_time<&Track::confirmed_at>("confirmed_at"),
    TrackNumber{"partition", [](const Track& track) { return std::int64_t{track.last.partition}; },
                [](Track& track, std::int64_t value) { track.last.partition = static_cast<std::uint16_t>(value); }},
    TrackNumber{"seq", [](const Track& track) { return track.last.seq; },
                [](Track& track, std::int64_t value) { track.last.seq = value; }},
};

/// SELECT list of table `t` in the order of `track_from`, which begins at column `at`.
#define GUARDLINE_TRACK_COLUMNS                                                                                     \
  "t.delivery, t.carrier, t.code, t.channel, t.state, t.reason, t.attempts, t.late, t.resent, t.planned_at, "       \
  "t.handed_at, t.accepted_at, t.ended_at, t.opened_at, t.machine_at, t.clicked_at, t.replied_at, t.confirmed_at, " \
  "t.partition, t.seq"

inline Track track_from(const db::Row& row, int at) {
  Track track;
  track.delivery = id_from<DeliveryTag>(row, at++);
  track.carrier = row.text(at++);
  track.code = row.text(at++);
  for (const auto& number : kTrackNumbers) number.set(track, row.int64(at++));
  return track;
}

}  // namespace guardline::spine
