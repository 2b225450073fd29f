// The live monitor over a fake gateway in each of its states. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/live/draw_log.h"
#include "tests/monitor/fake_live_gateway.h"
#include "tests/monitor/sample_data.h"
#include "ui/charts/chart_view.h"
#include "ui/monitor/monitor_page.h"
#include "ui/theme/theme.h"

#include <QTest>
#include <vector>

namespace guardline::test {

// The page's place in the 1440 x 900 window: rail 84, title 30, top bar 52, status bar 26.
inline constexpr QSize kMonitorSize{1356, 792};

struct MonitorScene {
  const char* name;
  Story story;
  models::StreamNotice::Kind end{models::StreamNotice::Kind::live};
  bool snapshot{true};
  ui::MonitorPage::Access access{ui::MonitorPage::Access::full};
  const char* keys{""};
  int width{kMonitorSize.width()};
};

/// The page as the scene leaves it; `scale` as the text's.
struct MonitorStage {
  MonitorStage(ui::Theme& theme, const MonitorScene& scene, double scale = 1)
      : log(clock, {}), page(theme, gateway, clock, log, scene.access) {
    page.resize(QSize(scene.width, kMonitorSize.height()) * scale);
    page.setAttribute(Qt::WA_DontShowOnScreen);
    page.show();
    if (scene.snapshot) {
      gateway.tell(models::KpiSnapshot{.to = "1", .from = {}, .buckets = tell_story(clock.now(), scene.story)});
      gateway.tell(models::TickerItems{tell_ticker(clock.now(), 60, scene.story.channels)});
      QTest::qWait(250);
      // An alarm needs a minute below its line.
      clock.advance(std::chrono::seconds(61));
      gateway.tell(
          models::KpiDelta{.from = "1", .to = "2", .event_count = 5, .buckets = tell_story(clock.now(), scene.story)});
    }
    gateway.tell(models::StreamNotice{.kind = scene.end, .at = clock.now()});
    QTest::qWait(300);
    for (const char* key = scene.keys; *key != 0; ++key) {
      auto* chart = page.findChild<ui::ChartView*>();
      const auto code = *key == 'L'   ? Qt::Key_Left
                        : *key == 'T' ? Qt::Key_T
                        : *key == 'P' ? Qt::Key_PageDown
                                      : Qt::Key_Space;
      chart->setFocus();
      QTest::keyClick(chart, code);
    }
    QTest::qWait(120);
  }
  SetClock clock{from_micros(1'795'315'350'000'000)};
  FakeLiveGateway gateway;
  models::DrawLog log;
  ui::MonitorPage page;
};

inline std::vector<MonitorScene> monitor_scenes() {
  const std::vector<Channel> all{Channel::sms, Channel::email, Channel::push, Channel::web};
  return {
      {.name = "ready", .story = {.channels = {Channel::sms, Channel::email}}, .keys = "LLLLLLL"},
      {.name = "four", .story = {.channels = all, .push_gap = true}, .keys = "LLLLLLLPP"},
      {.name = "six", .story = {.channels = {std::begin(kChannels), std::end(kChannels)}}},
      // In the smallest window.
      {.name = "narrow",
       .story = {.channels = {std::begin(kChannels), std::end(kChannels)}, .push_gap = true},
       .keys = "LLL",
       .width = 1180 - 56},
      {.name = "table", .story = {}, .keys = "T"},
      {.name = "loading", .story = {}, .snapshot = false},
      {.name = "empty", .story = {.channels = {}}},
      {.name = "error", .story = {}, .end = models::StreamNotice::Kind::stale},
      {.name = "offline", .story = {}, .end = models::StreamNotice::Kind::offline},
      {.name = "tiles", .story = {}, .access = ui::MonitorPage::Access::tiles},
  };
}

}  // namespace guardline::test
