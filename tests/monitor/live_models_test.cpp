// The live models: pyramid, store, tiles, live model, table twin, ticker, draw log. SPDX-License-Identifier:
// GPL-3.0-or-later
#include "models/live/delivery_table_model.h"
#include "models/live/draw_log.h"
#include "models/live/failure_mix.h"
#include "models/live/kpi_live_model.h"
#include "models/live/ticker_model.h"
#include "models/live/words.h"
#include "models/zone/wall_time.h"
#include "tests/monitor/fake_live_gateway.h"
#include "tests/monitor/sample_data.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <ctime>
#include <map>
#include <random>

using namespace guardline;
using namespace guardline::models;

namespace {

const Timestamp kNow = from_micros(1'795'315'350'000'000);
constexpr auto kFatal = QAbstractItemModelTester::FailureReportingMode::Fatal;
using Level = LiveSeries::Level;

std::int64_t step_of(Level level) { return LiveSeries::kStep[static_cast<std::size_t>(level)]; }

}  // namespace

class LiveModelsTest final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void pyramid_equals_recomputation() {
    for (unsigned seed = 1; seed <= 30; ++seed) {
      std::mt19937 random(seed);
      LiveSeries series(Level::second, std::chrono::hours(2));
      std::map<std::int64_t, double> kept;  // second -> last value put
      for (int i = 0; i < 3000; ++i) {
        const auto second = 1'795'300'000 + static_cast<std::int64_t>(random() % 7000);
        const auto at = from_micros(second * 1'000'000 + static_cast<std::int64_t>(random() % 1'000'000));
        if (random() % 9 == 0) {
          series.clear(at);
          kept.erase(second);
        } else {
          const auto value = static_cast<double>(random() % 1000);
          series.put(at, value);
          kept[second] = value;
        }
      }
      for (const auto level : {Level::second, Level::ten_seconds, Level::minute, Level::ten_minutes}) {
        const auto step = step_of(level) / 1'000'000;
        for (auto begin = 1'795'300'000 / step * step; begin < 1'795'307'000; begin += step) {
          const auto got = series.at(level, from_micros(begin * 1'000'000));
          double low = 1e9;
          double high = -1e9;
          std::uint32_t count = 0;
          double last = 0;
          for (auto it = kept.lower_bound(begin); it != kept.end() && it->first < begin + step; ++it, ++count) {
            low = std::min(low, it->second);
            high = std::max(high, it->second);
            last = it->second;
          }
          QCOMPARE(got.count, count);
          if (count == 0) continue;
          QCOMPARE(got.min, low);
          QCOMPARE(got.max, high);
          QCOMPARE(got.last, last);
        }
      }
    }
  }

  void view_keeps_extremes_and_gaps() {
    LiveSeries series(Level::second, std::chrono::hours(24));
    const auto start = from_micros(1'795'300'200'000'000);
    for (int i = 0; i < 36'000; ++i) {
      if (i >= 10'000 && i < 13'000) continue;  // a gap
      series.put(start + std::chrono::seconds(i), i == 20'001 ? 500.0 : i % 7);
    }
    const auto segments = series.view(start, start + std::chrono::seconds(36'000), 1000);
    QCOMPARE(segments.size(), std::size_t{2});
    std::size_t points = 0;
    double high = 0;
    for (const auto& segment : segments) {
      points += segment.size();
      for (const auto& point : segment) high = std::max(high, point.bucket.max);
    }
    QVERIFY2(points <= 1000, "at most one column a pixel");
    QCOMPARE(high, 500.0);
    QCOMPARE(series.level_for(start, start + std::chrono::seconds(36'000), 1000), Level::ten_seconds);
    QCOMPARE(series.level_for(start, start + std::chrono::seconds(500), 1000), Level::second);
    QCOMPARE(series.level_for(start, start + std::chrono::hours(24), 100), Level::ten_minutes);
  }

  void series_is_bounded() {
    LiveSeries series(Level::minute, std::chrono::hours(1));
    series.put(kNow, 1);
    series.put(kNow - std::chrono::hours(2), 9);
    QCOMPARE(series.at(Level::minute, kNow - std::chrono::hours(2)).count, 0U);
    series.put(kNow + std::chrono::hours(5), 2);
    QVERIFY(series.view(kNow - std::chrono::hours(9), kNow + std::chrono::hours(1), 100).empty());
    series.put(kNow, std::numeric_limits<double>::quiet_NaN());
    QCOMPARE(series.newest().value(), from_micros(to_micros(kNow + std::chrono::hours(5)) / 60'000'000 * 60'000'000));
  }

  void store_is_idempotent_whatever_the_order() {
    auto buckets = test::tell_story(kNow, {});
    KpiStore once;
    once.replace(buckets);
    std::mt19937 random(3);
    auto doubled = buckets;
    doubled.insert(doubled.end(), buckets.begin(), buckets.end());
    std::shuffle(doubled.begin(), doubled.end(), random);
    KpiStore twice;
    twice.replace(doubled);
    for (const auto& bucket : buckets) {
      QVERIFY(*once.at(bucket.channel, bucket.minute) == bucket);
      QVERIFY(*twice.at(bucket.channel, bucket.minute) == bucket);
    }
    QCOMPARE(once.sum(Channel::sms, kNow - std::chrono::hours(1), kNow).delivered,
             twice.sum(Channel::sms, kNow - std::chrono::hours(1), kNow).delivered);
    auto late = buckets.front();
    late.delivered -= 1;
    const auto before = twice.sum(late.channel, late.minute, late.minute + kMinute).delivered;
    QVERIFY(twice.apply(late));
    QCOMPARE(twice.sum(late.channel, late.minute, late.minute + kMinute).delivered, before - 1);
    QVERIFY(!twice.apply(test::bucket(kNow - std::chrono::hours(30), Channel::sms, 1, 1)));
  }

  void missing_is_work_without_acceptance() {
    KpiStore store;
    const auto start = from_micros(to_micros(kNow) / 60'000'000 * 60'000'000) - std::chrono::minutes(20);
    for (int i = 0; i < 20; ++i) {
      auto b = test::bucket(start + i * kMinute, Channel::push, i >= 5 && i < 10 ? 0 : 50, 40);
      if (i >= 5 && i < 10) b.delivered = 0, b.planned = 20;
      store.apply(b);
      // E-mail is quiet in the same minutes, but had nothing to send: a gap, not a failure.
      if (i < 5 || i >= 10) store.apply(test::bucket(start + i * kMinute, Channel::email, 50, 50));
    }
    const auto missing = store.missing(Channel::push, start, start + 20 * kMinute);
    QCOMPARE(missing.size(), std::size_t{1});
    QCOMPARE(missing[0].from, start + 5 * kMinute);
    QCOMPARE(missing[0].to, start + 10 * kMinute);
    QVERIFY(store.missing(Channel::email, start, start + 20 * kMinute).empty());
    QVERIFY(store.missing(Channel::sms, start, start + 20 * kMinute).empty());
    QCOMPARE(store.rate(Channel::push).view(start, start + 20 * kMinute, 500).size(), std::size_t{2});
  }

  void a_day_begins_at_midnight_in_beijing() {
    const auto before = qgetenv("TZ");
    for (const char* zone : {"America/New_York", "UTC"}) {
      qputenv("TZ", zone);
      tzset();
      const auto morning = from_micros(1'795'142'537'000'000);  // 2026-11-20 10:42:17 +08:00
      const auto midnight = from_micros(1'795'104'000'000'000);
      QCOMPARE(wall_midnight(morning), midnight);
      QCOMPARE(wall_midnight(midnight), midnight);
      QCOMPARE(wall_midnight(midnight - Micros(1)), midnight - std::chrono::hours(24));
      QCOMPARE(clock_text(morning), QStringLiteral("10:42:17"));
      QCOMPARE(minute_text(midnight), QStringLiteral("00:00"));
    }
    before.isNull() ? qunsetenv("TZ") : qputenv("TZ", before);
    tzset();
  }

  void silence_of_all_is_a_gap_too() {
    KpiStore store;
    const auto start = from_micros(to_micros(kNow) / 60'000'000 * 60'000'000) - std::chrono::minutes(20);
    const auto end = start + 20 * kMinute;
    for (int i = 0; i < 20; ++i) {
      const bool quiet = i < 2 || (i >= 5 && i < 9) || (i >= 12 && i < 14) || i >= 16;
      if (!quiet) store.apply(test::bucket(start + i * kMinute, i % 2 == 0 ? Channel::sms : Channel::email, 50, 50));
    }
    // Not before the first message, nor two minutes; but four, and to the end although no later minute was told.
    const auto silent = store.silent(start, end);
    QCOMPARE(silent.size(), std::size_t{2});
    QCOMPARE(silent[0].from, start + 5 * kMinute);
    QCOMPARE(silent[0].to, start + 9 * kMinute);
    QCOMPARE(silent[1].from, start + 16 * kMinute);
    QCOMPARE(silent[1].to, end);
    // Work without an acceptance is that channel's failure, told by name: not silence.
    auto waiting = test::bucket(start + 6 * kMinute, Channel::sms, 0, 0);
    waiting.backlog = 3;
    store.apply(waiting);
    QCOMPARE(store.silent(start, end).size(), std::size_t{1});
    QCOMPARE(store.missing(Channel::sms, start, end).size(), std::size_t{1});
  }

  void tile_thresholds() {
    struct Case {
      std::int64_t accepted, delivered;
      int wait_s;
      TileState state;
    };
    for (const auto& c :
         {Case{100, 99, 0, TileState::normal}, Case{100, 97, 0, TileState::normal}, Case{1000, 969, 0, TileState::hint},
          Case{1000, 950, 90, TileState::hint}, Case{1000, 949, 0, TileState::hint},
          Case{1000, 949, 59, TileState::hint}, Case{1000, 949, 60, TileState::alarm}, Case{29, 1, 120, TileState::few},
          Case{30, 1, 120, TileState::alarm}, Case{0, 0, 0, TileState::idle}}) {
      KpiStore store;
      auto b = test::bucket(kNow - std::chrono::minutes(2), Channel::sms, c.accepted, c.delivered);
      b.minute = from_micros(to_micros(b.minute) / 60'000'000 * 60'000'000);
      store.apply(b);
      AlarmTimer timer;
      auto tile = make_tile(store, Channel::sms, kNow, timer);
      // The window moves on: judge inside it.
      tile = make_tile(store, Channel::sms, kNow + std::chrono::seconds(c.wait_s), timer);
      QVERIFY2(tile.state == c.state, qPrintable(QStringLiteral("%1/%2 after %3 s: %4")
                                                     .arg(c.delivered)
                                                     .arg(c.accepted)
                                                     .arg(c.wait_s)
                                                     .arg(static_cast<int>(tile.state))));
    }
  }

  void receipts_on_their_way_do_not_alarm() {
    KpiStore store;
    auto fresh = test::bucket(from_micros(to_micros(kNow) / 60'000'000 * 60'000'000), Channel::sms, 500, 40);
    store.apply(fresh);
    AlarmTimer timer;
    QVERIFY(make_tile(store, Channel::sms, kNow, timer).state == TileState::normal);
    fresh.failed_carrier = 460;  // now they have failed
    store.apply(fresh);
    QVERIFY(make_tile(store, Channel::sms, kNow, timer).state == TileState::hint);
    QVERIFY(make_tile(store, Channel::sms, kNow + std::chrono::seconds(61), timer).state == TileState::alarm);
  }

  void model_coalesces_and_joins_frames() {
    test::SetClock clock(kNow);
    test::FakeLiveGateway gateway;
    KpiLiveModel model(gateway, clock);
    QSignalSpy changed(&model, &KpiLiveModel::changed);
    QVERIFY(model.state() == LiveState::loading);
    gateway.tell(KpiSnapshot{.to = "a", .from = {}, .buckets = test::tell_story(kNow, {})});
    QVERIFY(changed.wait(2000));
    QCOMPARE(model.take_frames().size(), std::size_t{1});
    changed.clear();
    std::string cursor = "a";
    for (int i = 0; i < 50; ++i) {
      const auto next = "c" + std::to_string(i);
      gateway.tell(KpiDelta{.from = cursor, .to = next, .event_count = 3, .buckets = {}});
      cursor = next;
    }
    QVERIFY(changed.isEmpty());
    QVERIFY(changed.wait(2000));
    QCOMPARE(changed.size(), 1);
    const auto frames = model.take_frames();
    QCOMPARE(frames.size(), std::size_t{1});
    QCOMPARE(frames[0].from.value(), std::string("a"));
    QCOMPARE(frames[0].to, std::string("c49"));
    QCOMPARE(frames[0].events, std::int64_t{150});
  }

  void a_lost_frame_asks_anew() {
    test::SetClock clock(kNow);
    test::FakeLiveGateway gateway;
    KpiLiveModel model(gateway, clock);
    const auto bucket = test::bucket(from_micros(1'795'315'320'000'000), Channel::sms, 100, 99);
    gateway.tell(KpiSnapshot{.to = "a", .from = {}, .buckets = {}});
    gateway.tell(KpiDelta{.from = "b", .to = "c", .event_count = 1, .buckets = {bucket}});
    QCOMPARE(gateway.snapshots_asked, 1);
    QVERIFY(model.store().at(Channel::sms, bucket.minute) == nullptr);
    gateway.tell(KpiDelta{.from = "c", .to = "d", .event_count = 1, .buckets = {bucket}});
    QCOMPARE(gateway.snapshots_asked, 1);
    gateway.tell(KpiSnapshot{.to = "d", .from = {}, .buckets = {bucket}});
    gateway.tell(KpiDelta{.from = "c", .to = "d", .event_count = 1, .buckets = {bucket}});  // told twice
    QCOMPARE(gateway.snapshots_asked, 1);
    QCOMPARE(model.breaks(), 1);
    QVERIFY(model.store().at(Channel::sms, bucket.minute) != nullptr);
  }

  void pause_collects() {
    test::SetClock clock(kNow);
    test::FakeLiveGateway gateway;
    KpiLiveModel model(gateway, clock);
    gateway.tell(KpiSnapshot{.to = "a", .from = {}, .buckets = {}});
    model.set_paused(true);
    QSignalSpy changed(&model, &KpiLiveModel::changed);
    gateway.tell(KpiDelta{.from = "a",
                          .to = "b",
                          .event_count = 214,
                          .buckets = {test::bucket(kNow - std::chrono::minutes(1), Channel::sms, 50, 50)}});
    QTest::qWait(250);
    QVERIFY(changed.isEmpty());
    QCOMPARE(model.paused_events(), std::int64_t{214});
    QVERIFY(model.store().seen(Channel::sms));
    model.set_paused(false);
    QCOMPARE(changed.size(), 1);
  }

  void offline_keeps_the_picture() {
    test::SetClock clock(kNow);
    test::FakeLiveGateway gateway;
    KpiLiveModel model(gateway, clock);
    gateway.tell(KpiSnapshot{.to = "a", .from = {}, .buckets = test::tell_story(kNow, {})});
    gateway.tell(StreamNotice{.kind = StreamNotice::Kind::offline, .at = kNow});
    const auto window = model.window();
    clock.advance(std::chrono::minutes(30));
    QVERIFY(model.state() == LiveState::offline);
    QVERIFY(model.window().to == window.to);
    QVERIFY(model.store().seen(Channel::sms));
    gateway.tell(StreamNotice{.kind = StreamNotice::Kind::stale, .at = kNow});
    QVERIFY(model.tile(Channel::sms).state == TileState::no_data);
  }

  void table_follows_by_key() {
    KpiStore store;
    DeliveryTableModel table;
    QAbstractItemModelTester tester(&table, kFatal);
    QSignalSpy reset(&table, &QAbstractItemModel::modelReset);
    std::mt19937 random(5);
    for (int round = 0; round < 60; ++round) {
      const auto now = kNow + round * kMinute;
      for (int i = 0; i < 3; ++i) {
        store.apply(test::bucket(now - static_cast<int>(random() % 20) * kMinute, kChannels[random() % 6],
                                 static_cast<std::int64_t>(random() % 90), 20));
      }
      const QPersistentModelIndex kept(table.index(0, 0));
      const auto key = kept.data(DeliveryTableModel::kRawRole);
      table.show(store, now - std::chrono::minutes(15), now + kMinute);
      if (kept.isValid()) QCOMPARE(kept.data(DeliveryTableModel::kRawRole), key);
      std::size_t expected = 0;
      for (const auto channel : kChannels) {
        expected += store.range(channel, now - std::chrono::minutes(15), now + kMinute).size();
      }
      QCOMPARE(table.rowCount(), static_cast<int>(expected));
      for (int row = 1; row < table.rowCount(); ++row) {
        QVERIFY(table.index(row - 1, 0).data(DeliveryTableModel::kRawRole).toLongLong() >=
                table.index(row, 0).data(DeliveryTableModel::kRawRole).toLongLong());
      }
    }
    QVERIFY(reset.isEmpty());
    for (int column = 0; column < table.columnCount(); ++column) {
      QVERIFY(!table.index(0, column).data(Qt::AccessibleTextRole).toString().isEmpty());
    }
  }

  void ticker_is_bounded_and_batched() {
    TickerModel ticker(nullptr, 10'000);
    QAbstractItemModelTester tester(&ticker, kFatal);
    QSignalSpy inserted(&ticker, &QAbstractItemModel::rowsInserted);
    ticker.add(test::tell_ticker(kNow, 12'000, {Channel::sms}));
    QVERIFY(inserted.wait(5000));
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(ticker.rowCount(), 10'000);
    ticker.set_held(true);
    const QPersistentModelIndex top(ticker.index(0, 0));
    ticker.add(test::tell_ticker(kNow, 12, {Channel::email}));
    QTest::qWait(250);
    QCOMPARE(ticker.rowCount(), 10'000);
    QCOMPARE(ticker.queued(), 12);
    QCOMPARE(top.row(), 0);
    ticker.set_held(false);
    QCOMPARE(top.row(), 12);
    QCOMPARE(ticker.rowCount(), 10'000);
    QCOMPARE(ticker.index(0, 0).data(TickerModel::ChannelRole).toInt(), static_cast<int>(Channel::email));
  }

  void failure_sides() {
    KpiStore store;
    auto b = test::bucket(kNow - std::chrono::minutes(1), Channel::sms, 100, 60);
    b.failed_person = 7;
    b.failed_carrier = 30;
    b.failed_message = 2;
    store.apply(b);
    const auto mix = failure_mix(store, kNow - std::chrono::hours(1), kNow);
    QCOMPARE(mix.size(), std::size_t{4});
    QVERIFY(mix[0].failure == FailureClass::carrier && mix[0].count == 30 && !mix[0].client_side);
    QVERIFY(mix[1].failure == FailureClass::person && mix[1].count == 7 && mix[1].client_side);
  }

  void draw_log_lines() {
    const QTemporaryDir dir;
    const auto path = dir.filePath(QStringLiteral("draw.jsonl"));
    test::SetClock clock(kNow);
    DrawLog log(clock, path);
    DrawnFrames frames;
    frames.add(KpiSnapshot{.to = "a", .from = {}, .buckets = {}});
    frames.add(KpiDelta{.from = "a", .to = "b", .event_count = 2, .buckets = {}});
    frames.add(KpiDelta{.from = "b", .to = "c", .event_count = 3, .buckets = {}});
    frames.add(KpiSnapshot{.to = "f", .from = "c", .buckets = {}});
    log.painted(frames.take());
    log.painted(frames.take());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(),
             QByteArray("{\"at\":1795315350000000,\"events\":0,\"from\":null,\"kind\":\"snapshot\",\"to\":\"a\"}\n"
                        "{\"at\":1795315350000000,\"events\":5,\"from\":\"a\",\"kind\":\"delta\",\"to\":\"c\"}\n"
                        "{\"at\":1795315350000000,\"events\":0,\"from\":\"c\",\"kind\":\"snapshot\",\"to\":\"f\"}\n"));
  }
};

QTEST_GUILESS_MAIN(LiveModelsTest)
#include "live_models_test.moc"
