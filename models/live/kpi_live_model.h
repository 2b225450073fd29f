// The live figures as a page shows them. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/live_gateway.h"
#include "models/live/channel_tile.h"
#include "models/live/draw_log.h"
#include "models/live/kpi_store.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <array>
#include <optional>
#include <string>

namespace guardline::models {

/// The one constant of coalescing: a live view is refreshed at most this often.
inline constexpr std::chrono::milliseconds kCoalesce{100};

enum class LiveRange : std::uint8_t { quarter_hour, hour, today };

enum class LiveState : std::uint8_t {
  loading,  ///< no snapshot yet
  live,
  stale,    ///< connected but nothing heard: values stand, judged as no_data
  offline,  ///< a picture of `heard_at()`
  denied,
};

/// Subscribes for as long as it lives. `changed` says that something to draw changed (coalesced; once a second while
/// live, for the clock); `stateChanged` and `pauseChanged` come at once. While paused everything is collected and
/// nothing but `pauseChanged` is emitted. GUI thread.
class KpiLiveModel final : public QObject {
  Q_OBJECT
 public:
  KpiLiveModel(LiveGateway& gateway, const Clock& clock, QObject* parent = nullptr);

  [[nodiscard]] LiveState state() const { return state_; }
  [[nodiscard]] Timestamp heard_at() const { return heard_at_; }
  [[nodiscard]] bool has_data() const { return snapshot_seen_; }
  [[nodiscard]] const KpiStore& store() const { return store_; }
  [[nodiscard]] const ChannelTile& tile(Channel channel) const { return tiles_[channel_index(channel)]; }

  void set_range(LiveRange range);
  [[nodiscard]] LiveRange range() const { return range_; }
  struct Window {
    Timestamp from;
    Timestamp to;  ///< end of the running minute; when offline, of the minute last heard
  };
  [[nodiscard]] Window window() const;

  void set_paused(bool paused);
  [[nodiscard]] bool paused() const { return paused_since_.has_value(); }
  [[nodiscard]] std::optional<Timestamp> paused_since() const { return paused_since_; }
  /// Spine events collected since the pause began.
  [[nodiscard]] std::int64_t paused_events() const { return paused_events_; }

  /// What the widgets are about to show and nobody has logged yet. Take it when pushing values, log it after the paint.
  [[nodiscard]] std::vector<DrawnFrame> take_frames() { return frames_.take(); }
  /// Frames that broke the chain of cursors so far (each led to a fresh snapshot).
  [[nodiscard]] int breaks() const { return breaks_; }
  void retry_now() { gateway_.retry_now(); }
  [[nodiscard]] const Clock& clock() const { return clock_; }

 Q_SIGNALS:
  void changed();
  void stateChanged();
  void pauseChanged();

 private:
  void handle(const LiveBatch& batch);
  void on(const KpiSnapshot& snapshot);
  void on(const KpiDelta& delta);
  void on(const TickerItems&) {}
  void on(const StreamNotice& notice);
  void schedule();
  void publish();
  void recompute();
  void enter(LiveState state);

  LiveGateway& gateway_;
  const Clock& clock_;
  KpiStore store_;
  std::array<ChannelTile, kChannelCount> tiles_;
  std::array<AlarmTimer, kChannelCount> timers_;
  DrawnFrames frames_;
  std::optional<std::string> cursor_;
  LiveState state_{LiveState::loading};
  Timestamp heard_at_;
  bool snapshot_seen_{false};
  LiveRange range_{LiveRange::hour};
  std::optional<Timestamp> paused_since_;
  std::int64_t paused_events_{};
  int breaks_{};
  QTimer coalesce_;
  QElapsedTimer published_;  ///< since the last refresh; invalid before the first
  QTimer second_;
  Handle subscription_;  // last: ends before what its handler touches
};

}  // namespace guardline::models
